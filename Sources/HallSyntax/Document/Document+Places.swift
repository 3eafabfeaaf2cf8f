extension Scope {
  /// The keys of the front matter of a kind of document.
  static func frontMatter(of kind: Document.Kind) -> Scope {
    switch kind {
    case .hall: .hallFront
    case .matter: .matterFront
    case .meeting: .meetingFront
    case .roster, .ballots, .other: []
    }
  }

  /// The sections of a kind of document.
  package static func sections(of kind: Document.Kind) -> Scope {
    switch kind {
    case .hall, .roster: .hallSection
    case .matter: .matterSection
    case .meeting: .meetingSection
    case .ballots, .other: []
    }
  }

  /// The keys of the list that directly follows a section's heading.
  static func keys(under section: Keyword) -> Scope {
    switch section {
    case .parties: .partyList
    case .calendar: .calendar
    case .log: .log
    case .attendance: .attendance
    case .signatures: .signatureList
    default: []
    }
  }

  /// The keys of the list that directly follows a heading or a task.
  static func keys(of node: Node) -> Scope {
    switch node.kind {
    case .section: node.keyword.map { .keys(under: $0) } ?? []
    case .item: .item
    case .rule: .rule
    case .vote: .vote
    case .decision: .decision
    case .task: .task
    default: []
    }
  }
}

extension Document {
  /// The place a field's key is looked up in; empty where its node is not in a place that has keys.
  package func keyScope(of field: Int) -> Scope {
    guard let parent = holder(of: field) else { return [] }
    return nodes[parent].kind == .frontMatter
      ? .frontMatter(of: kind) : .keys(of: nodes[parent])
  }

  /// The node that contains a node, skipping headings with no meaning of their own.
  package func holder(of index: Int) -> Int? {
    var parent = Int(nodes[index].parent)
    while parent >= 0, nodes[parent].kind == .heading { parent = Int(nodes[parent].parent) }
    return parent >= 0 ? parent : nil
  }

  /// The section a heading's text would open if it were written where sections are.
  package func sectionKeyword(of text: Range<Int>, in scope: Scope) -> Keyword? {
    parser { $0.sectionKeyword(text, in: scope) }
  }

  /// 表决 or 决议, where a heading's text would open one in an item.
  package func blockKeyword(of text: Range<Int>) -> Keyword? {
    parser { $0.splitBlockHeading(text)?.keyword }
  }

  /// Whether a heading's text begins with the number of an item.
  package func hasItemNumber(_ text: Range<Int>) -> Bool {
    parser { $0.splitItemNumber(text) != nil }
  }

  private func parser<Answer>(_ ask: (DocumentParser) -> Answer) -> Answer {
    bytes.withUnsafeBufferPointer { ask(DocumentParser(bytes: $0, kind: kind)) }
  }
}
