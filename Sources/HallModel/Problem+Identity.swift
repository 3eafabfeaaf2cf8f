import HallSyntax

extension Problem {
  /// What tells a problem from others of its check at the same place.
  package struct Mark: Hashable, Sendable {
    /// Which sentence of the check says it, by the line of the program it stands in: a check need
    /// not number its sentences, and no word of theirs is compared.
    package let sentence: UInt
    /// What it is about beside what stands at its place.
    let facts: [String]

    package init(sentence: UInt = 0, facts: [String] = []) {
      (self.sentence, self.facts) = (sentence, facts)
    }
  }

  /// What makes a problem the one it was in another text of its file.
  ///
  /// That is the check and its sentence, the file, the thing of the record it stands at (the item,
  /// the vote, the decision or the task, and the key), and the words of the file it points at. It is
  /// neither where that stands, so that lines may be added above it, nor what is said of it: a figure
  /// that is only told, the line of another fact and the language may change, and it is the same.
  package struct Identity: Hashable, Sendable {
    let check: String
    let path: String
    let mark: Mark
    let subjects: [Fact.Subject]
    let key: String
    let words: String
  }

  package var identity: Identity {
    guard let document, !document.nodes.isEmpty else {
      return Identity(check: id, path: path, mark: mark, subjects: [], key: "", words: "")
    }
    let place = ProblemPlace(of: range, in: document)
    return Identity(
      check: id, path: path, mark: mark, subjects: place.subjects, key: place.key,
      words: place.words)
  }
}

/// The thing of the record that a problem stands at.
private struct ProblemPlace {
  private(set) var subjects: [Fact.Subject] = []
  let key: String
  let words: String

  init(of range: Range<Int>, in document: Document) {
    let index = document.node(at: min(range.lowerBound, max(0, document.bytes.count - 1)))
    let node = document.nodes[index]
    func text(_ range: Range<Int>) -> String { FullWidth.name(document.slice(range)) }
    var outer = index
    while outer >= 0 {
      if let subject = ProblemPlace.subject(outer, in: document) { subjects.insert(subject, at: 0) }
      outer = Int(document.nodes[outer].parent)
    }
    // A thing is known by its number or its title, a field by its key: where the problem points at
    // those, they are not said twice, and a number keeps it known under another title.
    var isKnown = false
    switch node.kind {
    case .field:
      key = node.keyword?.machineName ?? text(node.key)
      isKnown = range == node.key && node.keyword != nil && node.keyword != .option
    case .tableRow:
      key = TableCells.split(document.slice(node.value)).first.map(FullWidth.name) ?? ""
    case .section, .item, .vote, .decision, .rule, .task:
      key = ""
      isKnown = range == node.value
    default: key = ""
    }
    words = isKnown ? "" : text(range.clamped(to: 0..<document.bytes.count))
  }

  /// A vote is known by its title, so that another may be put in front of it.
  private static func subject(_ index: Int, in document: Document) -> Fact.Subject? {
    let node = document.nodes[index]
    if node.kind == .vote { return Fact.Subject(.vote, FullWidth.name(document.slice(node.value))) }
    return Fact.Subject(index, in: document)
  }
}
