import HallSyntax

/// The ballots of one vote, each read once: who chose what.
struct ReadBallots: Sendable {
  /// By the word on the ballot; an empty one is silent.
  private(set) var sides: [Keyword: Set<NamedVoter>] = [:]
  /// By the label of an option.
  private(set) var options: [String: Set<NamedVoter>] = [:]
  /// All with a ballot that is not silent.
  private(set) var cast: Set<NamedVoter> = []
  /// Those among them whose ballot is valid.
  private(set) var valid: Set<NamedVoter> = []
  /// Whether any ballot has a word that cannot be counted.
  private(set) var isUnreadable = false

  init(_ table: BallotTable, _ reader: VoteReader) {
    let isChoice = reader.vote.isChoice
    for ballot in table.ballots {
      let voters = VoteReader.each(reader.resolve(ballot.voter))
      let word = reader.choice(ballot)
      if let word {
        sides[word, default: []].formUnion(voters)
      } else {
        let chosen = isChoice ? reader.options.chosen(ballot.choice) : []
        if chosen.isEmpty || !reader.options.hasAll(chosen) { isUnreadable = true }
        for label in chosen { options[label, default: []].formUnion(voters) }
      }
      guard reader.isCast(ballot) else { continue }
      cast.formUnion(voters)
      if word != .invalid { valid.formUnion(voters) }
    }
  }
}
