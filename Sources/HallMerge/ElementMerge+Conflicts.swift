import HallHistory
import HallModel
import HallSyntax

/// What is written where two versions contradict each other.
extension ElementMerge {
  /// Leaves a contest open, or settles it, at the place of its first field.
  mutating func write(_ contest: Contest, _ siblings: Siblings, in place: Place) {
    let keys = siblings.order.filter(contest.keys.contains)
    let ones = keys.compactMap { siblings.first[$0] }
    let others = keys.compactMap { siblings.second[$0] }
    func text(_ elements: [Element], _ document: Document) -> String? {
      let lines = elements.map { element in
        let node = document.nodes[element.node]
        return document.slice(node.mark..<document.source(of: node.value).upperBound)
          .trimmed.string
      }
      return lines.isEmpty ? nil : lines.joined(separator: "；")
    }
    let conflict = MergeConflict(
      kind: .value, subjects: place.subjects, titles: place.titles, label: nil,
      base: text(keys.compactMap { siblings.base[$0] }, base.document),
      first: text(ones, first.document), second: text(others, second.document))
    settle(
      conflict, first: joined(ones), second: joined(others), followsBlank: false,
      firsts: ones, seconds: others)
  }

  private func joined(_ elements: [Element]) -> [UInt8] {
    elements.reduce(into: []) { text, element in
      if let last = text.last, last != UInt8(ascii: "\n") { text += output.ending }
      text += element.own
    }
  }

  /// Leaves a contradiction open, or settles it by a choice.
  mutating func settle(
    _ conflict: MergeConflict, first one: [UInt8], second other: [UInt8], followsBlank: Bool,
    firsts: [Element] = [], seconds: [Element] = []
  ) {
    let choice = choose(conflict)
    if choice == nil {
      output.conflict(conflict, first: one, second: other, followsBlank: followsBlank)
      return
    }
    chosen.append(conflict)
    if choice != .second {
      output.lines(one, followsBlank: followsBlank)
      for element in firsts { note(element, first.document) }
    }
    if choice != .first {
      output.lines(other, followsBlank: followsBlank)
      for element in seconds { note(element, second.document) }
    }
  }

  /// Text, merged by lines.
  mutating func text(
    _ before: [UInt8], _ one: [UInt8], _ other: [UInt8], followsBlank: Bool, in place: Place
  ) {
    var followsBlank = followsBlank
    for piece in LineMerge.merge(base: before, first: one, second: other) {
      switch piece {
      case .settled(let bytes): output.lines(bytes, followsBlank: followsBlank)
      case .bothAdded(let added, let also):
        output.lines(added, followsBlank: followsBlank)
        // Two paragraphs stay two; entries of a list are one list.
        output.lines(also, followsBlank: !isListItem(also) && !isBlankLine(also))
      case .conflict(let was, let added, let also):
        settle(
          MergeConflict(
            kind: .text, subjects: place.subjects, titles: place.titles, label: nil,
            base: shown(was), first: shown(added), second: shown(also)),
          first: added, second: also, followsBlank: followsBlank)
      }
      followsBlank = false
    }
  }

  private func isBlankLine(_ text: [UInt8]) -> Bool {
    let line = text.drop { [0x20, 0x09, 0x0D].contains($0) }
    return line.first == UInt8(ascii: "\n")
  }

  private func isListItem(_ text: [UInt8]) -> Bool {
    let line = text.drop { $0 == 0x20 || $0 == 0x09 }
    return line.first.map { "-*+".utf8.contains($0) } ?? false
  }

  // MARK: Words

  /// The key of a field; nil if a part is not a field.
  func label(_ element: Element, in document: Document) -> String? {
    let node = document.nodes[element.node]
    return node.kind == .field ? document.slice(node.key).trimmed.string : nil
  }

  /// The text of a part, on one line.
  func shown(_ element: Element, _ document: Document) -> String {
    let node = document.nodes[element.node]
    if node.kind == .field { return document.slice(node.value).trimmed.string }
    return shown(element.content)
  }

  private func shown(_ bytes: [UInt8]) -> String {
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    return lines.map(String.init).joined(separator: "⏎")
  }

  /// Records what was written, to compare the merged text with it.
  mutating func note(_ element: Element, _ document: Document) {
    if element.key.kind != .prose { written.append(Written(element.node, in: document)) }
  }

  /// What a part must be read as in the merged text.
  struct Written: Equatable {
    private let kind: Node.Kind
    private let keyword: Keyword?
    /// Whether it belongs to a decision: a task below one would be read as the decision's.
    private let isOfDecision: Bool

    init(_ index: Int, in document: Document) {
      (kind, keyword) = (document.nodes[index].kind, document.nodes[index].keyword)
      isOfDecision = document.ancestor(of: index, .decision) != nil
    }
  }
}

extension ElementMerge.Place {
  /// The place of the parts within a part.
  func within(_ element: Element, of document: Document) -> ElementMerge.Place {
    let node = document.nodes[element.node]
    func text(_ range: Range<Int>) -> String { document.slice(range).trimmed.string }
    let subject: Fact.Subject
    switch node.kind {
    case .section:
      subject = Fact.Subject(.section, node.keyword?.machineName ?? text(node.value))
    case .item:
      let number = AgendaItem(document: document, node: element.node).number
      subject = Fact.Subject(.item, number.map(String.init) ?? text(node.value))
    case .vote: subject = Fact.Subject(.vote, "")
    case .decision: subject = Fact.Subject(.decision, text(node.key).uppercased())
    case .task: subject = Fact.Subject(.task, text(node.key).uppercased())
    case .rule: subject = Fact.Subject(.rule, text(node.value))
    default: return self
    }
    var place = self
    place.subjects.append(subject)
    place.titles.append(text(node.value))
    return place
  }
}
