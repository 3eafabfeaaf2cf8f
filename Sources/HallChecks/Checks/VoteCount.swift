import HallModel
import HallSyntax

/// The figures of a vote cannot all be true: more votes than voters, more returned than delivered.
package enum VoteCount: Check {
  package static let id = "vote-count"
  package static let about = Phrase(
    zh: "票数自相矛盾：票多于实到、收回或应到，实到或送达多于应到，收回多于送达，参与少于各项之和，或与逐票的记录不符。",
    en:
      "Counts that cannot all be true: more votes than present, returned or entitled, more present"
      + " or delivered than entitled, more returned than delivered, fewer participating than voted,"
      + " or a side that the ballots contradict.")

  package static func check(tally: Tally, _ context: CheckContext, _ report: inout Report) {
    let vote = tally.vote
    let written = WrittenCounts(vote: vote)
    let before = report.problems.count
    written.check(.present, atMost: .entitled, &report)
    written.check(.delivered, atMost: .entitled, &report)
    written.check(
      .returned, atMost: vote.count(.delivered) == nil ? .entitled : .delivered, &report)
    guard let counts = tally.counts else { return }
    // Ballots that are cast elsewhere are not held to who came.
    let limits: [Keyword] =
      vote.hasRemoteBallots ? [.returned, .entitled] : [.returned, .present, .entitled]
    for measure in [Measure.heads, .area] {
      guard let sum = sum(of: counts, measure) else { continue }
      written.check(sum: sum, measure, atMostWritten: .participating, &report)
      // 参与 takes invalid ballots in.
      let withInvalid = sum + (written.figure(.invalid, measure) ?? 0)
      let cast = max(written.figure(.participating, measure) ?? 0, withInvalid)
      written.check(cast: cast, measure, atMostAny: limits, &report)
    }
    if report.problems.count == before { checkAttendance(tally, counts, &report) }
    checkBallots(tally, counts, context, &report)
  }

  /// Votes for, against and abstaining, in one measure; nil where one is not known, and for a
  /// choice with several seats, where one voter may choose several.
  private static func sum(of counts: VoteCounts, _ measure: Measure) -> Int128? {
    guard !counts.vote.isChoice || counts.vote.seats == 1 else { return nil }
    let sides =
      counts.vote.isChoice ? counts.options.map(\.figures) : [counts.votesFor, counts.against]
    var sum: Int128 = 0
    for side in sides + [counts.abstain] {
      guard let number = side[measure].number else { return nil }
      sum += number
    }
    return sum
  }

  /// Where nobody wrote how many were present, a show of hands is held to the attendance; voters
  /// who are named and not in it are told one by one by `vote-absent`.
  private static func checkAttendance(
    _ tally: Tally, _ counts: VoteCounts, _ report: inout Report
  ) {
    let vote = tally.vote
    guard vote.value(.present) == nil, vote.value(.ballots) == nil, !vote.hasRemoteBallots,
      counts.rule.voters == .members,
      VoterNames(vote, parties: tally.meeting.parties, ballotBook: nil).all.isEmpty,
      let sum = sum(of: counts, .heads), let present = counts.present.heads.number, present > 0,
      sum > present
    else { return }
    report.error(
      vote.document, vote.document.titleRange(vote.node),
      zh: "共有 \(sum) 票，但参会的表决人只有 \(present) 位",
      en: "\(sum) votes, but only \(present) voters attended",
      hint: Phrase(zh: "核对票数，或补全参会人员", en: "correct the votes, or complete the attendance"))
  }

  /// A written side against the ballots that stand one by one.
  private static func checkBallots(
    _ tally: Tally, _ counts: VoteCounts, _ context: CheckContext, _ report: inout Report
  ) {
    guard let reader = context.reader(of: tally), let table = reader.ballots else { return }
    let document = tally.vote.document
    let sides: [(Keyword, Figures)] = [
      (.votesFor, counts.votesFor), (.against, counts.against), (.abstain, counts.abstain),
    ]
    for (side, written) in sides {
      guard let field = document.fieldNode(side, of: tally.vote.node) else { continue }
      let ballots = reader.figures(
        names: table.ballots.filter { reader.choice($0) == side }.map(\.voter))
      for measure in [Measure.heads, .area] {
        guard let stated = written[measure].number, let counted = ballots[measure].number,
          stated != counted
        else { continue }
        let (have, found) = (
          WrittenCounts.text(stated, measure), WrittenCounts.text(counted, measure)
        )
        report.error(
          document, document.valueRange(field),
          zh: "「\(side.word(.zh))」写的\(WrittenCounts.word(measure))是 \(have)，逐票数来是 \(found)",
          en: "'\(side.word(.en))' says \(have), but the ballots make \(found)",
          hint: Phrase(zh: "改为逐票数来的数字，或核对每一票", en: "write what the ballots make, or correct them"))
        break
      }
    }
  }
}
