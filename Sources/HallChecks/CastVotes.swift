import HallModel

/// The votes cast in one vote, in one measure, for comparison with a number of voters.
struct CastVotes {
  let sum: Int128
  /// How many votes one voter has.
  let perVoter: Int128
  /// The option that the votes are on, where each is voted on by itself.
  private(set) var option: String?

  /// Nil where a figure is unknown.
  init?(_ counts: VoteCounts, _ measure: Measure) {
    if counts.hasOwnSides {
      self.init(eachOf: counts.options, measure)
      return
    }
    let perVoter = counts.votesPerVoter
    let sides =
      counts.vote.isChoice ? counts.options.map(\.figures) : [counts.votesFor, counts.against]
    var sum: Int128 = 0
    for side in sides {
      guard let number = side[measure].number else { return nil }
      sum += number
    }
    guard let abstain = counts.abstain[measure].number else { return nil }
    // An abstention uses none of the voter's votes.
    self.init(sum: sum + abstain * perVoter, perVoter: perVoter)
  }

  /// Where everybody votes on each option, the options do not add up to the voters: those on one do,
  /// and the one with most is compared.
  private init?(eachOf options: [OptionFigures], _ measure: Measure) {
    let sums = options.compactMap { option -> (label: String, sum: Int128)? in
      let own = [option.figures, option.against, option.abstain].map { $0?[measure].number }
      guard option.against != nil, own.allSatisfy({ $0 != nil }) else { return nil }
      return (option.label, own.reduce(0) { $0 + ($1 ?? 0) })
    }
    guard let most = sums.max(by: { $0.sum < $1.sum }) else { return nil }
    self.init(sum: most.sum, perVoter: 1)
    option = most.label
  }

  private init(sum: Int128, perVoter: Int128) {
    (self.sum, self.perVoter) = (sum, perVoter)
  }

  /// What the sum is of: `投票`, `votes`.
  var what: (zh: String, en: String) {
    option.map { ("「\($0)」的票", "votes on '\($0)'") } ?? ("投票", "votes")
  }

  /// With the invalid ballots, which 参与 includes along with the silent ballots that a rule counts
  /// as taking part.
  func withOthers(of written: WrittenCounts, _ rule: VotingRule, _ measure: Measure) -> CastVotes {
    let invalid = (written.figure(.invalid, measure) ?? 0) * perVoter
    let whole = written.figure(.participating, measure) ?? 0
    let silent = rule.silent == .ignored ? 0 : written.silent(measure)
    let participating = max(0, whole - silent) * perVoter
    var all = CastVotes(sum: max(participating, sum + invalid), perVoter: perVoter)
    all.option = participating > sum + invalid ? nil : option
    return all
  }

  /// Whether more votes were cast than this many voters can cast.
  func isMore(than voters: Int128) -> Bool { sum > voters * perVoter }
}
