import HallModel
import HallSyntax
import HallSheets
import HallWords

/// If the roster is private and the rule asks for areas, the names of a vote would reveal who owns
/// how much: they go to a private ballot file, and the minutes get the counts.
enum PrivateNames {
  /// - Parameter node: the vote, in the document with the change applied.
  static func keep(
    of node: Int, in place: ItemPlace, _ change: inout Change
  ) throws(Refusal) {
    let meeting = change.current(place.meeting)
    let vote = Vote(document: meeting.document, node: node)
    let isPrivate = change.charter.roster.rows.contains { $0.document.kind == .roster }
    guard isPrivate, !vote.methods.contains(.secret), !vote.isChoice || vote.seats == 1,
      let rule = change.outcome.tally(vote, in: meeting).rule, rule.measures.contains(.area)
    else { return }
    let judge = BallotJudge(vote, in: change.outcome.judged(meeting), rule: rule, change.written)
    guard let ballots = ballots(of: vote, in: meeting, judge, change.written) else { return }
    let why = Phrase(zh: "记票 \(ballots.count) 张", en: Language.counted(ballots.count, "ballot"))
    try VoteBallots.keep(ballots, of: vote, judge, place, why, in: &change)
    change.shown.append(
      Phrase(
        zh: "名册不公开，谁投了什么放进票册（private/），记录里只写票数",
        en:
          "The roster is private: who voted how is kept in private/, and the minutes get the counts."
      ))
  }

  /// The ballots behind the names of a vote; nil if a side is a count, or a person is unknown,
  /// which the checks report.
  private static func ballots(
    of vote: Vote, in meeting: Meeting, _ judge: BallotJudge, _ language: Language
  ) -> [Ballot]? {
    let document = vote.document
    var ballots: [Ballot] = []
    for node in document.fields(of: vote.node) {
      let field = document.nodes[node]
      guard let keyword = field.keyword, Vocabulary.voteSides.contains(keyword),
        !field.value.isEmpty
      else { continue }
      guard
        case .names(let people)? = try? BallotEntry(side: document.slice(field.value), in: meeting)
      else { return nil }
      let label = vote.options.first { $0.node == node }?.label
      for name in people.map(FullWidth.name) {
        guard let identity = try? judge.voter(name) else { return nil }
        ballots.append(
          Ballot(
            voter: name, isUnit: false, identity: identity,
            choice: label ?? keyword.word(language)))
      }
    }
    let isTwice = Set(ballots.map(\.identity)).count < ballots.count
    return ballots.isEmpty || isTwice ? nil : ballots
  }
}
