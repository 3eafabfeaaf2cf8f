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
}

extension Document {
  /// The place a field's key is looked up in; empty where its node stands under nothing that has
  /// keys.
  package func keyScope(of field: Int) -> Scope {
    let parent = Int(nodes[field].parent)
    guard parent >= 0 else { return [] }
    switch nodes[parent].kind {
    case .frontMatter: return .frontMatter(of: kind)
    case .section: return nodes[parent].keyword.map { .keys(under: $0) } ?? []
    case .item: return .item
    case .rule: return .rule
    case .vote: return .vote
    case .decision: return .decision
    case .task: return .task
    default: return []
    }
  }

  /// The section a heading's text would open, were it written where sections are.
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
