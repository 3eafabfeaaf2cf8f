import HallModel
import HallSyntax

/// The figures of a vote cannot all be true: more votes than voters, more returned than delivered.
package enum VoteCount: Check {
  package static let id = "vote-count"
  package static let readsRoster = true
  package static let about = Phrase(
    zh: "票数自相矛盾：票多于实到、收回或应到，实到或送达多于应到，收回多于送达，参与少于各项之和，"
      + "或与逐票的记录不符。应到、实到没有写的，按名册和参会人员算。选举时，各选项加起来不超过人数乘名额；"
      + "同意、反对、弃权、废票这样的词不是选项，写成选项也不会当选。「全体」要写实到，「一致」不能又有反对票，"
      + "票数相同才有决定票。",
    en:
      "Counts that cannot all be true: more votes than present, returned or entitled, more present"
      + " or delivered than entitled, more returned than delivered, fewer participating than voted,"
      + " or a side that the ballots"
      + " contradict. Where the entitled or the present are not written, the roster and the attendance"
      + " say how many; in an election the options add up to no more than heads times seats, and words"
      + " for a side or a spoilt ballot are no options. 'All present' needs the present, 'unanimous' has"
      + " no votes against, and a casting vote needs a tie.")

  package static func check(tally: Tally, _ context: CheckContext, _ report: inout Report) {
    let vote = tally.vote
    let written = WrittenCounts(vote: vote)
    let before = report.problems.count
    written.check(.present, atMost: .entitled, &report)
    let units = OwnedUnits(tally)
    written.check(.delivered, atMost: .entitled, units: units, &report)
    written.check(
      .returned, atMost: vote.count(.delivered) == nil ? .entitled : .delivered, units: units,
      &report)
    checkSides(vote, &report)
    checkUncounted(tally, &report)
    checkCasting(tally, &report)
    guard let counts = tally.counts else { return }
    report.readsHall = true
    checkNobodyLeft(tally, &report)
    checkOptionSides(counts, &report)
    report.readsHall = false
    // Ballots cast elsewhere are not compared with the attendance.
    let limits: [Keyword] =
      vote.hasRemoteBallots ? [.returned, .entitled] : [.returned, .present, .entitled]
    for measure in [Measure.heads, .area, .shares] {
      guard let cast = CastVotes(counts, measure) else { continue }
      written.check(cast, measure, atMostWritten: .participating, &report)
      written.check(
        cast.withOthers(of: written, counts.rule, measure), measure, atMostAny: limits,
        counts, &report)
    }
    if report.problems.count == before { checkShares(vote, counts, &report) }
    if report.problems.count == before {
      report.readsHall = true
      checkLimits(tally, counts, context, &report)
      report.readsHall = false
    }
    report.readsHall = true
    checkBallots(tally, counts, context, &report)
    report.readsHall = false
  }

  /// A casting vote counts only at a tie.
  private static func checkCasting(_ tally: Tally, _ report: inout Report) {
    let document = tally.vote.document
    guard tally.vote.castingVote != nil,
      let field = document.fieldNode(.castingVote, of: tally.vote.node),
      tally.casting == nil, let counts = tally.counts,
      tally.vote.isChoice || counts.isUnanimous
        || counts.votesFor.heads.number != nil && counts.against.heads.number != nil
    else { return }
    report.error(
      document, document.nodes[field].value,
      zh: tally.vote.isChoice
        ? "在选项里选，没有决定票"
        : counts.casting == nil
          ? "投决定票的人已经回避，决定票不算数"
          : counts.somebodyVoted ? "同意和反对的票数不相等，决定票不算数" : "没有人投票，不是平票，决定票不算数",
      en: tally.vote.isChoice
        ? "a choice has no casting vote"
        : counts.casting == nil
          ? "whoever gave the casting vote is recused, so it does not count"
          : counts.somebodyVoted
            ? "there is no tie, so a casting vote does not count"
            : "nobody voted, which is no tie, so a casting vote does not count",
      hint: Phrase(zh: "删去这一行，或核对票数", en: "take the line away, or check the counts"))
  }

  /// For and against next to options: in a choice, only the options are counted.
  private static func checkSides(_ vote: Vote, _ report: inout Report) {
    guard vote.isChoice else { return }
    for side in [Keyword.votesFor, .against] {
      guard let field = vote.document.fieldNode(side, of: vote.node),
        !vote.document.nodes[field].value.isEmpty
      else { continue }
      report.warning(
        vote.document, vote.document.nodes[field].key,
        zh: "这次是在选项里选，「\(side.word(.zh))」不计", en: "of a choice, '\(side.word(.en))' is not counted",
        hint: Phrase(zh: "票数写在各个选项后面", en: "write the votes after the options"))
    }
    for option in OptionLines(vote).strays { tell(option, of: vote, &report) }
  }

  /// Options without votes against them, under a rule that asks for nothing else.
  private static func checkOptionSides(_ counts: VoteCounts, _ report: inout Report) {
    let (vote, rule) = (counts.vote, counts.rule)
    guard rule.pass.isEmpty, !rule.veto.isEmpty,
      let place = counts.options.firstIndex(where: { $0.against == nil })
    else { return }
    let option = vote.options[place]
    report.error(
      vote.document, vote.document.nodes[option.node].key,
      zh: "规则只有「否决」，「\(option.label)」没有写反对的票，定不出结果",
      en:
        "the rule has nothing but 'rejected by', and nobody was asked who is against '\(option.label)'",
      hint: Phrase(
        zh: "每个选项写自己的同意和反对，如「- 选项 \(option.label): 同意 40、反对 3」",
        en:
          "write the votes for and against each option, as in '- option \(option.label): for 40, against"
          + " 3'"))
  }

  /// A word for a side, an invalid ballot or silence that is written as an option.
  private static func tell(_ option: StrayOption, of vote: Vote, _ report: inout Report) {
    let range = vote.document.nodes[option.node].key
    let (zh, en) = (option.side.word(.zh), option.side.word(.en))
    if option.isCounted {
      return report.warning(
        vote.document, range, zh: "「\(option.label)」不是选项，不会当选，按「\(zh)」计",
        en: "'\(option.label)' is not an option and never elected; it counts as '\(en)'",
        hint: Phrase(zh: "改成一行「- \(zh): 票数」", en: "write it as '- \(en): COUNT'"))
    }
    report.error(
      vote.document, range, zh: "「\(option.label)」不是选项，不会当选，也不计",
      en: "'\(option.label)' is not an option: it is never elected, and not counted",
      hint: Phrase(
        zh: "只问同意不同意，就不写选项，写「- 同意:」「- 反对:」；有几个方案才写选项",
        en: "to ask for or against, write '- for:' and '- against:' and no options"))
  }

  /// A written side compared with the individual ballots.
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
          en: "'\(side.word(.en))' says \(have), but the ballots add up to \(found)",
          hint: Phrase(zh: "改为逐票数来的数字，或核对每一票", en: "write what the ballots make, or correct them"),
          facts: ["\(measure)"])
        break
      }
    }
  }
}
