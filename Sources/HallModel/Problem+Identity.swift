import HallSyntax

extension Problem {
  /// What distinguishes a problem from others of the same check at the same place.
  package struct Mark: Hashable, Sendable {
    /// The sentence of the check, by its line number in the source: a check need not number its
    /// sentences, and their words are not compared.
    package let sentence: UInt
    /// Further facts that identify it, in addition to its place.
    let facts: [String]

    package init(sentence: UInt = 0, facts: [String] = []) {
      (self.sentence, self.facts) = (sentence, facts)
    }
  }

  /// What identifies a problem in another text of its file.
  ///
  /// It consists of the check and its sentence, the file, the thing of the record the problem is at
  /// (the item, the vote, the decision or the task, and the key), and the words of the file it
  /// points at. Neither the line number nor the rest of the message is part of it: lines may be
  /// added above, and a figure that is only mentioned, the line of another fact, or the language
  /// may change without making it a new problem.
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

/// The thing of the record that a problem is at.
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
    // A thing is identified by its number or its title, a field by its key. If the problem points
    // at those, they are not included twice; a thing with a number stays the same under another
    // title.
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

  /// A vote is identified by its title, so that another one may be inserted before it.
  private static func subject(_ index: Int, in document: Document) -> Fact.Subject? {
    let node = document.nodes[index]
    if node.kind == .vote { return Fact.Subject(.vote, FullWidth.name(document.slice(node.value))) }
    return Fact.Subject(index, in: document)
  }
}
