import HallHistory
import HallModel
import HallSyntax
import HallWords

/// A past vote whose result changes because the hall's rules, roster or parties have changed.
struct TurnedResult: Sendable {
  enum Cause: String, Sendable {
    case rule, roster, parties

    var phrase: Phrase {
      switch self {
      case .rule: Phrase(zh: "规则改了", en: "the rule changed")
      case .roster: Phrase(zh: "名册改了", en: "the roster changed")
      case .parties: Phrase(zh: "各方改了", en: "the parties changed")
      }
    }
  }

  let before: Tally
  let after: Tally
  let causes: [Cause]
  /// The revision of `hall.md` that changed the first of the causes.
  var revision: Revision?

  /// Every vote in both states, with its present lines, under both charters.
  static func all(from old: Hall, to new: Hall) -> [TurnedResult] {
    guard old.charter.document.bytes != new.charter.document.bytes else { return [] }
    return new.meetings.flatMap { meeting -> [TurnedResult] in
      guard let id = meeting.id, let was = old.meeting(id) else { return [] }
      let places = Set(was.votes.map { VotePlace($0, in: was) })
      let past = Meeting(meeting.document, charter: old.charter)
      let before = Tally.ofVotes(in: past, ballotBooks: new.ballotBooks)
      let after = Tally.ofVotes(in: meeting, ballotBooks: new.ballotBooks)
      return zip(before, after).compactMap { before, after in
        guard places.contains(after.0), before.1.computed != after.1.computed else { return nil }
        return TurnedResult(
          before: before.1, after: after.1, causes: causes(before.1, after.1, old, new))
      }
    }
  }

  private static func causes(_ before: Tally, _ after: Tally, _ old: Hall, _ new: Hall) -> [Cause] {
    var causes: [Cause] = []
    let isSameRule = before.rule == after.rule
    if !isSameRule { causes.append(.rule) }
    if before.rule?.voters == after.rule?.voters, figures(before) != figures(after),
      rows(old) != rows(new)
    {
      causes.append(.roster)
    }
    if old.charter.parties.parties != new.charter.parties.parties, isSameRule, causes.isEmpty {
      causes.append(.parties)
    }
    // The cause must be in `hall.md`; most of that is the roster.
    return causes.isEmpty ? [.roster] : causes
  }

  private static func figures(_ tally: Tally) -> [Figure] {
    guard let counts = tally.counts else { return [] }
    return [counts.entitled, counts.present, counts.votesFor, counts.against, counts.abstain]
      .flatMap { [$0.heads, $0.area] } + counts.options.map(\.figures.heads)
  }

  private static func rows(_ hall: Hall) -> [[String]] {
    hall.charter.roster.rows.map { row in
      [row.name, row.party, row.unit, row.area?.text ?? "", row.owner]
    }
  }
}
