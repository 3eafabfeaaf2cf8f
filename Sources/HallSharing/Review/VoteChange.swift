import HallModel
import HallSyntax
import HallWords

/// One vote that changed: its lines that are others, and what it comes to before and after.
struct VoteChange: Sendable {
  let subjects: [Fact.Subject]
  let titles: [String]
  /// Whether it is a new vote, one that is gone, or one that is another.
  let kind: FactChange.Kind
  /// The changes of its lines; of a new vote, its counts.
  let changes: [FactChange]
  let before: Tally?
  let after: Tally?

  /// What has become of one vote, from all that changed in it.
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

  /// The leg that decides it now.
  var leg: TallyLeg? { after?.tellingLeg(against: before) }

  /// Whether what is written as the result is not what the counts come to.
  var contradictsWritten: Bool { after?.contradictsWritten ?? false }
}
