import HallModel

/// The votes cast in one vote, in one measure, for comparison with a number of voters.
struct CastVotes {
  let sum: Int128
  /// How many votes one voter has: the seats and alternates of an election, else one.
  let perVoter: Int128

  /// Nil where a figure is unknown.
  init?(_ counts: VoteCounts, _ measure: Measure) {
    // Where everybody votes on each option, the options do not add up to the voters.
    guard !counts.options.contains(where: { $0.against != nil }) else { return nil }
    perVoter = counts.vote.isChoice ? Int128(counts.vote.seats + counts.vote.alternates) : 1
    let sides =
      counts.vote.isChoice ? counts.options.map(\.figures) : [counts.votesFor, counts.against]
    var sum: Int128 = 0
    for side in sides {
      guard let number = side[measure].number else { return nil }
      sum += number
    }
    guard let abstain = counts.abstain[measure].number else { return nil }
    // An abstention uses none of the voter's votes.
    self.sum = sum + abstain * perVoter
  }

  private init(sum: Int128, perVoter: Int128) {
    (self.sum, self.perVoter) = (sum, perVoter)
  }

  /// With the invalid ballots, which 参与 includes along with the silent ballots that a rule counts
  /// as taking part.
  func withOthers(of written: WrittenCounts, _ rule: VotingRule, _ measure: Measure) -> CastVotes {
    let invalid = (written.figure(.invalid, measure) ?? 0) * perVoter
    let whole = written.figure(.participating, measure) ?? 0
    let silent = rule.silent == .ignored ? 0 : written.silent(measure)
    let participating = max(0, whole - silent) * perVoter
    return CastVotes(sum: max(participating, sum + invalid), perVoter: perVoter)
  }

  /// Whether more votes were cast than this many voters can cast.
  func isMore(than voters: Int128) -> Bool { sum > voters * perVoter }
}
