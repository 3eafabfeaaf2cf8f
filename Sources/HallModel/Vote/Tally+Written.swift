import HallSyntax

/// The result as it is written, beside the one that follows from the counts.
extension Tally {
  /// The result that the chair has declared after a vote that nobody counted: a voice vote, an
  /// acclamation, unanimous consent. It needs a quorum, and a rule that asks for no area, shares,
  /// parties or share of all entitled. Votes of owners are always counted. A line for a count that is
  /// there and empty waits for its number.
  static func declared(
    _ vote: Vote, _ rule: VotingRule, _ count: TallyCount
  ) -> Outcome? {
    guard vote.isDeclaredByChair, !vote.asksForCounts, let written = vote.writtenResult,
      rule.voters != .owners, rule.participation.isEmpty, rule.measures.isSubset(of: [.heads]),
      !rule.bases.contains(.baseEntitled),
      !(rule.pass + rule.veto).contains(where: \.threshold.isNumber),
      !count.legs.contains(where: { $0.stage == .quorum && $0.holds != true })
    else { return nil }
    return Outcome(written)
  }

  /// Who is elected where a tie for the last seats was broken in the minutes, as by lot: as many as
  /// there are seats, all who are elected anyway, and the rest of those who are level. Nil otherwise.
  static func settled(_ vote: Vote, _ found: Outcome) -> Outcome? {
    guard found.result == .tied, let written = vote.writtenResult, written.result == .elected
    else { return nil }
    let names = Set(written.names)
    let sure = Set(found.elected ?? [])
    guard names.count == written.names.count, names.count == vote.seats,
      sure.isSubset(of: names), names.subtracting(sure).isSubset(of: found.level)
    else { return nil }
    return Outcome(written)
  }

  /// Whether the written result contradicts the counts.
  package var contradictsWritten: Bool {
    guard let written = vote.writtenResult, let result = computed.result else { return false }
    if written.result != result { return true }
    guard result == .elected || result == .tied else { return false }
    guard !(written.names + written.alternates + written.level).isEmpty else { return false }
    if written.names.sorted() != (computed.elected ?? []).sorted() { return true }
    if result == .tied { return written.level.sorted() != computed.level.sorted() }
    return contradictsAlternates(written.alternates)
  }

  /// The order of the alternates is the fact. Where that of the last of them is not clear, the minutes
  /// may settle it among those who are level.
  private func contradictsAlternates(_ written: [String]) -> Bool {
    guard computed.result == .elected else { return !written.isEmpty }
    let clear = computed.alternates
    guard written.starts(with: clear), written.count <= vote.alternates else { return true }
    let settled = written.dropFirst(clear.count)
    return Set(settled).count != settled.count || !Set(settled).isSubset(of: computed.level)
  }
}

extension Outcome {
  /// A result as written.
  init(_ written: VoteResultValue) {
    let names = written.names.isEmpty ? nil : written.names
    self = Outcome(result: written.result, elected: names, reason: nil)
      .with(alternates: written.alternates, level: written.level)
  }
}
