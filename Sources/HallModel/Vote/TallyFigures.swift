import HallSyntax

/// The figures that the legs divide, with silent ballots and the recused taken into account.
struct TallyFigures {
  let counts: VoteCounts
  let votesFor: Figures
  let against: Figures
  let options: [(label: String, figures: Figures)]
  let participating: Figures
  private let countsRecused: Bool

  init(_ counts: VoteCounts, silent: Keyword, deemed: SilentShare?, countsRecused: Bool) {
    self.counts = counts
    self.countsRecused = countsRecused
    func added(_ figures: Figures, if share: SilentShare) -> Figures {
      if deemed == share { return figures + counts.silent }
      // If there are no silent ballots, it does not matter where they go.
      if case .untold(let gap) = deemed, counts.silent.heads != .zero { return .unknown(gap) }
      return figures
    }
    votesFor = added(counts.votesFor, if: .side(.votesFor))
    against = added(counts.against, if: .side(.against))
    options = counts.options.map { ($0.label, added($0.figures, if: .option($0.label))) }
    participating = counts.participating(silent: silent)
  }

  /// All who may vote; without the recused if the rule leaves them out.
  private var entitled: Figures {
    guard !countsRecused, counts.rule.recused == .leaveEntitled else { return counts.entitled }
    return counts.entitled - counts.allRecused
  }

  /// What a quorum counts: those present, in person or by proxy; if there is no meeting in a room,
  /// those who took part. If there are ballots of both kinds, only a written figure says who was
  /// present.
  private var quorate: Figures {
    switch counts.vote.place {
    case .elsewhere: return participating
    case .both where counts.vote.value(.present) == nil: return .unknown(.presentUnknown)
    default:
      guard !countsRecused, counts.rule.recused != nil else { return counts.present }
      return counts.present - counts.recused
    }
  }

  /// The measures of a leg: 每方 is one measure for each party present.
  private func measures(of leg: RuleLeg) -> [Measure] {
    switch leg.measure {
    case .area: [.area]
    case .eachParty: counts.presentParties.map(Measure.party)
    default: [.heads]
    }
  }

  /// If no party is known to be present, one leg with unknown figures stands for all parties.
  private func noParty(_ stage: TallyLeg.Stage, _ leg: RuleLeg, option: String?) -> TallyLeg {
    let gap = counts.votesFor.heads.gap ?? .partyCountsUnknown
    return TallyLeg(
      stage, .party(""), option: option, .unknown(gap), of: .unknown(gap), leg.threshold)
  }

  var participationLegs: [TallyLeg] {
    wholeLegs(.participation, counts.rule.participation, participating)
  }

  var quorumLegs: [TallyLeg] { wholeLegs(.quorum, counts.rule.quorum, quorate) }

  /// Legs that divide by those entitled.
  private func wholeLegs(
    _ stage: TallyLeg.Stage, _ legs: [RuleLeg], _ have: Figures
  ) -> [TallyLeg] {
    legs.flatMap { leg -> [TallyLeg] in
      let measures = measures(of: leg)
      guard !measures.isEmpty else { return [noParty(stage, leg, option: nil)] }
      return measures.map { TallyLeg(stage, $0, have[$0], of: entitled[$0], leg.threshold) }
    }
  }

  func passLegs(for side: Figures, option: String?) -> [TallyLeg] {
    counts.rule.pass.flatMap { leg -> [TallyLeg] in
      let measures = measures(of: leg)
      guard !measures.isEmpty else { return [noParty(.pass, leg, option: option)] }
      return measures.map {
        TallyLeg(.pass, $0, option: option, side[$0], of: base[$0], leg.threshold)
      }
    }
  }

  private var base: Figures {
    switch counts.rule.base {
    case .baseEntitled: entitled
    case .basePresent: countsRecused ? counts.present : counts.present - counts.recused
    case .baseCast where !counts.vote.isChoice: votesFor + against
    default: participating
    }
  }
}
