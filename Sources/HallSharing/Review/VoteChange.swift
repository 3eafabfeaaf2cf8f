import HallModel
import HallSyntax
import HallWords

/// One vote that changed: its changed lines, and its result before and after.
struct VoteChange: Sendable {
  let subjects: [Fact.Subject]
  let titles: [String]
  /// Whether the vote is new, gone or changed.
  let kind: FactChange.Kind
  /// The changes of its lines; for a new vote, its counts.
  let changes: [FactChange]
  let before: Tally?
  let after: Tally?

  /// Collects the changes of one vote.
  init?(_ changes: [FactChange], before: Tally?, after: Tally?) {
    guard let first = changes.first,
      let end = first.subjects.lastIndex(where: { $0.kind == .vote })
    else { return nil }
    subjects = Array(first.subjects[...end])
    titles = Array(first.titles.prefix(end + 1))
    let whole = changes.first { $0.label == nil && $0.subjects.last?.kind == .vote }
    kind = whole?.kind ?? .changed
    self.changes = changes.filter { $0.label != nil }
    self.before = before
    self.after = after
  }

  /// The leg that is now decisive.
  var leg: TallyLeg? { after?.tellingLeg(against: before) }

  /// Whether the written result differs from the computed one.
  var contradictsWritten: Bool { after?.contradictsWritten ?? false }
}
