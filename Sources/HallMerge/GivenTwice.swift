import HallModel
import HallSyntax

/// The numbers that two versions of a document have given to different things since they parted, so
/// that one of them has to change its own.
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

  /// Whether one side has given the other's things their new numbers already, in an earlier merge or a
  /// cherry-pick: then its numbers go. True for ours; nil where neither has.
  package let settledByOurs: Bool?

  package var isEmpty: Bool { ours.isEmpty && theirs.isEmpty }

  /// Whether a version that others have holds a number that would change on one of the sides, for
  /// the thing that stands under it there.
  package func isHeld(ours isOurs: Bool, in document: Document) -> Bool {
    let held = Set(Renumbering.all(in: document))
    return (isOurs ? ours : theirs).contains(where: held.contains)
  }
}

extension Renumbering {
  /// A number, and what stands under it.
  struct Given: Hashable {
    let kind: Node.Kind
    let number: Int
    let title: String
  }

  /// The numbers that the second version's things would lose to the first one's.
  static func given(base: Document, first: Document, second: Document) -> [Given] {
    Renumbering(base: base, first: first, second: second).parts.map { part in
      Given(kind: part.nodeKind, number: part.from, title: part.title)
    }
  }

  /// Whether whatever would be renumbered stands in the first version under its new number.
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
