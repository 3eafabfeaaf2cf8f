import HallModel
import HallSyntax

/// The numbers that two versions of a document gave to different parts after they diverged, so that
/// one version has to change its numbers.
package struct GivenTwice {
  private let ours: [Renumbering.Given]
  private let theirs: [Renumbering.Given]

  package init(base: Document, ours: Document, theirs: Document) {
    self.ours = Renumbering.given(base: base, first: theirs, second: ours)
    self.theirs = Renumbering.given(base: base, first: ours, second: theirs)
    let isOurs = Renumbering.isSettled(base: base, first: ours, second: theirs)
    let isTheirs = Renumbering.isSettled(base: base, first: theirs, second: ours)
    settledByOurs = isOurs == isTheirs ? nil : isOurs
  }

  /// Whether one side already used the new numbers for the other's parts, in an earlier merge or a
  /// cherry-pick: then its numbers are kept. True for ours; nil if neither did.
  package let settledByOurs: Bool?

  package var isEmpty: Bool { ours.isEmpty && theirs.isEmpty }

  /// Whether a version that others have contains a number that would change on one of the sides,
  /// with the same part under it.
  package func isHeld(ours isOurs: Bool, in document: Document) -> Bool {
    let held = Set(Renumbering.all(in: document))
    return (isOurs ? ours : theirs).contains(where: held.contains)
  }
}

extension Renumbering {
  /// A number, and the part that has it.
  struct Given: Hashable {
    let kind: Node.Kind
    let number: Int
    let title: String
  }

  /// The numbers that the second version's parts would lose to the first one's.
  static func given(base: Document, first: Document, second: Document) -> [Given] {
    Renumbering(base: base, first: first, second: second).parts.map { part in
      Given(kind: part.nodeKind, number: part.from, title: part.title)
    }
  }

  /// Whether everything that would be renumbered is already in the first version under its new
  /// number.
  static func isSettled(base: Document, first: Document, second: Document) -> Bool {
    let standing = Set(all(in: first))
    return Renumbering(base: base, first: first, second: second).parts.allSatisfy { part in
      standing.contains(Given(kind: part.nodeKind, number: part.to, title: part.title))
    }
  }

  static func all(in document: Document) -> [Given] {
    document.nodes.enumerated().compactMap { index, node in
      guard [.item, .decision, .task].contains(node.kind),
        let number = AgendaItem(document: document, node: index).writtenNumber
      else { return nil }
      return Given(
        kind: node.kind, number: number, title: FullWidth.name(document.slice(node.value)))
    }
  }
}

extension Renumbering.Part {
  fileprivate var nodeKind: Node.Kind {
    switch kind {
    case .item: .item
    case .decision: .decision
    case .task: .task
    }
  }
}
