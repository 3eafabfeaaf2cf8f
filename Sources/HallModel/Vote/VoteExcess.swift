import HallSyntax

/// Votes that cannot all have been cast: in which measures there are more of them than people, area
/// or shares to cast them. Such a figure is no figure.
struct VoteExcess {
  private let counts: VoteCounts
  /// All votes whose number is known, in shares of one unit.
  private let votes: Figures
  private var measures: Set<Measure> = []

  init(_ counts: VoteCounts) {
    self.counts = counts
    votes = counts.votes
    for measure in [Measure.heads, .area, .shares] where exceeds(measure) {
      measures.insert(measure)
    }
    if partiesExceed { measures.insert(.heads) }
  }

  /// The figures of a side as the legs may use them: unknown where they contradict another figure.
  func told(_ figures: Figures) -> Figures {
    guard !measures.isEmpty else { return figures }
    var told = figures
    if measures.contains(.heads) {
      told.heads = .unknown(.figuresContradict)
      told.byParty = nil
    }
    if measures.contains(.area) { told.area = .unknown(.figuresContradict) }
    if measures.contains(.shares) { told.shares = .unknown(.figuresContradict) }
    return told
  }

  /// Whether more was cast than one of the figures allows that say how much there was to cast.
  private func exceeds(_ measure: Measure) -> Bool {
    // Where each option is voted on by itself, or a voter has several votes, the shares of the
    // options do not add up to those of the voters.
    let perVoter = counts.votesPerVoter
    guard !counts.hasOwnSides, perVoter == 1 || measure != .shares else { return false }
    if measure == .shares, counts.sharesBeyondWhole != nil { return true }
    return limits(measure).contains { limit in
      if measure == .shares {
        let shares = Figures.aligned(votes, limit)
        guard let sum = shares.left.number, let most = shares.right.number else { return false }
        return sum > most
      }
      guard let sum = votes[measure].number, let most = limit[measure].number else { return false }
      // An abstention uses none of the voter's votes.
      return sum + (counts.abstain[measure].number ?? 0) * (perVoter - 1) > most * perVoter
    }
  }

  /// What says how many could vote, and how much they have: what is written, and what the rule
  /// divides by.
  private func limits(_ measure: Measure) -> [Figures] {
    var limits = [counts.returned, counts.writtenParticipating].compactMap(\.self)
    if counts.vote.value(.entitled) != nil || counts.rule.needsEntitled || measure == .shares {
      limits.append(counts.mayVote)
    }
    if isHeldToPresent { limits.append(counts.presentMayVote) }
    return limits
  }

  /// Whether those present are all who can have voted. Whoever is named and did not come is not held
  /// against the attendance: a check names them.
  private var isHeldToPresent: Bool {
    let vote = counts.vote
    return !vote.hasRemoteBallots
      && (vote.value(.present) != nil || counts.rule.needsPresent && !namesVoters)
  }

  private var namesVoters: Bool {
    let vote = counts.vote
    if vote.ballotTable != nil || vote.value(.ballots) != nil { return true }
    return vote.document.fields(of: vote.node).contains { node in
      let field = vote.document.nodes[node]
      guard let keyword = field.keyword, Vocabulary.voteSides.contains(keyword),
        case .names? = try? BallotEntry(
          side: vote.document.slice(field.value), in: counts.meeting)
      else { return false }
      return true
    }
  }

  /// Whether a party has more votes than it has people there who may vote.
  private var partiesExceed: Bool {
    guard isHeldToPresent, counts.rule.measures.contains(.eachParty), !counts.vote.isChoice,
      let votes = votes.byParty, let here = counts.present.byParty,
      let gone = counts.recused.byParty
    else { return false }
    return votes.contains { $0.value > (here[$0.key] ?? 0) - (gone[$0.key] ?? 0) }
  }
}

extension VoteCounts {
  /// Those who may vote: the recused do not, though they are among the entitled.
  package var mayVote: Figures { entitled - allRecused }

  /// Whether there is anything to be level: somebody was for it, or both sides are written as nobody
  /// and others took part.
  package var somebodyVoted: Bool {
    let others = (abstain.heads.number ?? 0) + (invalid.heads.number ?? 0)
    let areWritten =
      vote.ballotTable != nil
      || [Keyword.votesFor, .against].allSatisfy { vote.value($0) != nil }
    return votesFor.heads != .zero || others > 0 && areWritten
  }

  /// Shares that come to more than the whole that they are parts of.
  package var sharesBeyondWhole: (sum: ShareCount, all: ShareCount)? {
    guard votesPerVoter == 1, !hasOwnSides else { return nil }
    for figures in [votes, entitled, writtenParticipating ?? .zero] {
      guard let sum = figures.shares.number, let unit = figures.shareUnit, let all = unit.all,
        sum > all.units
      else { continue }
      return (ShareCount(units: sum, unit), all)
    }
    return nil
  }

  /// The sum of the votes, each as far as it is known.
  fileprivate var votes: Figures {
    func known(_ figure: Figure) -> Figure { figure.number.map(Figure.known) ?? .zero }
    let sides = vote.isChoice ? options.map(\.figures) : [votesFor, against]
    return (sides + [abstain]).reduce(.zero) { sum, side in
      sum
        + Figures(
          heads: known(side.heads), area: known(side.area), shares: known(side.shares),
          side.shareUnit, byParty: side.byParty)
    }
  }
}
