import HallModel
import HallSyntax

/// How many there can be at most, by the roster and the attendance, if no number is written.
extension VoteCount {
  static func checkLimits(
    _ tally: Tally, _ counts: VoteCounts, _ context: CheckContext, _ report: inout Report
  ) {
    let before = report.problems.count
    let names = context.voterNames(of: tally)
    if isHeldToAttendance(tally, names) {
      checkParties(tally, names, &report)
      if report.problems.count == before { checkPresent(tally, counts, &report) }
    }
    if report.problems.count == before { checkEntitled(tally, counts, &report) }
  }

  /// Shares of a whole cannot come to more than it, whether or not anything says what all have.
  static func checkShares(_ vote: Vote, _ counts: VoteCounts, _ report: inout Report) {
    guard let (sum, all) = counts.sharesBeyondWhole else { return }
    say(
      vote, zh: "份额加起来是 \(sum.text(.zh))，多于总数 \(all.text(.zh))",
      en: "the shares add up to \(sum.text(.en)), more than the whole, \(all.text(.en))",
      hint: WrittenCounts.hint, facts: [sum.text(.en)], &report)
  }

  /// Whether a show of hands is compared with the attendance. Named voters who did not come are
  /// reported one by one by `vote-absent`.
  private static func isHeldToAttendance(_ tally: Tally, _ names: VoterNames) -> Bool {
    let vote = tally.vote
    return vote.value(.present) == nil && vote.value(.ballots) == nil && !vote.hasRemoteBallots
      && tally.rule?.voters == .members && names.all.isEmpty
  }

  private static func checkPresent(
    _ tally: Tally, _ counts: VoteCounts, _ report: inout Report
  ) {
    guard let cast = CastVotes(counts, .heads), let present = counts.present.heads.number,
      present > 0
    else { return }
    let gone = counts.recused.heads.number ?? 0
    let most = max(0, present - gone)
    guard cast.isMore(than: most) else { return }
    let less = recused(gone)
    say(
      tally.vote,
      zh: "\(cast.option.map { "「\($0)」" } ?? "")共有 \(cast.sum) 票，但参会的表决人只有 \(most) 位\(less.zh)"
        + seats(cast).zh,
      en:
        "\(cast.sum) \(cast.what.en), but only \(most) voters attended\(less.en)\(seats(cast).en)",
      hint: Phrase(zh: "核对票数，或补全参会人员", en: "correct the votes, or complete the attendance"),
      facts: [String(cast.sum)], &report)
  }

  /// Votes that are written by party, each compared with how many of the party came.
  private static func checkParties(
    _ tally: Tally, _ names: VoterNames, _ report: inout Report
  ) {
    guard let present = tally.counts?.present.byParty, !present.isEmpty, !tally.vote.isChoice
    else { return }
    let gone = tally.counts?.recused.byParty ?? [:]
    var votes: [String: Int128] = [:]
    for entry in names.byParty where tally.meeting.parties.votes(entry.party) {
      let sum = (votes[entry.party] ?? 0) + Int128(entry.heads)
      votes[entry.party] = sum
      let away = gone[entry.party] ?? 0
      let came = max(0, (present[entry.party] ?? 0) - away)
      // Reported once for a party, where its sum exceeds the limit.
      guard sum > came, sum - Int128(entry.heads) <= came else { continue }
      report.error(
        entry.document, entry.range,
        zh: "「\(entry.party)」共有 \(sum) 票，但到会的只有 \(came) 位\(recused(away).zh)",
        en: "'\(entry.party)' has \(sum) votes, but only \(came) of it attended\(recused(away).en)",
        hint: Phrase(zh: "核对票数，或补全参会人员", en: "correct the votes, or complete the attendance"))
    }
  }

  /// Said of a number from which the recused are taken.
  private static func recused(_ gone: Int128) -> Phrase {
    gone == 0
      ? Phrase(zh: "", en: "") : Phrase(zh: "（除去回避的 \(gone) 位）", en: " without the recused")
  }

  /// Whether the roster says how many may vote: of owners always; of members if the rule uses it, or
  /// if they voted elsewhere as well and nobody came who is missing in the roster.
  private static func isHeldToRoster(_ counts: VoteCounts) -> Bool {
    if counts.rule.voters == .owners || counts.rule.needsEntitled { return true }
    guard counts.vote.place == .both, let here = counts.present.heads.number, here > 0,
      let all = counts.entitled.heads.number
    else { return false }
    return here <= all
  }

  /// How many may vote according to the roster.
  private static func checkEntitled(
    _ tally: Tally, _ counts: VoteCounts, _ report: inout Report
  ) {
    let vote = tally.vote
    guard vote.value(.entitled) == nil, isHeldToRoster(counts) else { return }
    for measure in [Measure.heads, .area] {
      guard let all = counts.entitled[measure].number, all > 0 else { continue }
      let entitled = max(0, all - (counts.allRecused[measure].number ?? 0))
      let word = WrittenCounts.word(measure)
      let most = WrittenCounts.text(entitled, measure)
      let hint = Phrase(
        zh: "核对票数；名册不全的，写一行「- 应到: …」",
        en: "correct the votes, or write 'entitled' where the roster is not complete")
      if let cast = CastVotes(counts, measure), cast.isMore(than: entitled) {
        let have = WrittenCounts.text(cast.sum, measure)
        say(
          vote, zh: "\(cast.what.zh)\(word)共 \(have)，但名册里的表决人只有 \(most)\(seats(cast).zh)",
          en:
            "\(cast.what.en) add up to \(have), but the roster has \(most) who may vote\(seats(cast).en)",
          hint: hint, facts: ["\(measure)", have], &report)
        return
      }
      // Before there are counts, 应到 may still be written.
      if vote.hasCounts, !vote.hasRemoteBallots, let present = counts.present[measure].number,
        present > all
      {
        let have = WrittenCounts.text(present, measure)
        let most = WrittenCounts.text(all, measure)
        say(
          vote, zh: "到会的表决人\(word) \(have)，但名册里只有 \(most)",
          en: "\(have) attended, but the roster has \(most) who may vote", hint: hint,
          facts: ["\(measure)", have], &report)
        return
      }
    }
  }

  private static func seats(_ cast: CastVotes) -> Phrase {
    cast.perVoter == 1
      ? Phrase(zh: "", en: "")
      : Phrase(zh: "，每位 \(cast.perVoter) 票", en: ", with \(cast.perVoter) votes each")
  }

  private static func say(
    _ vote: Vote, zh: String, en: String, hint: Phrase, facts: [String], sentence: UInt = #line,
    _ report: inout Report
  ) {
    report.error(
      vote.document, vote.document.titleRange(vote.node), zh: zh, en: en, hint: hint, facts: facts,
      sentence: sentence)
  }
}
