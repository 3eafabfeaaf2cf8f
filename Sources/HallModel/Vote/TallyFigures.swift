import HallSyntax

/// What would be asked of a vote besides its result: the same without something that may decide it.
struct TallyReading {
  /// How silent ballots are treated; a treatment other than the rule's answers what the outcome
  /// would be without them.
  var silent: Keyword
  /// Whether the recused are counted everywhere.
  var countsRecused = false
  /// Whether the chair's casting vote counts.
  var countsCasting = true
}

/// The figures that the legs divide, with silent ballots, the recused and the casting vote taken into
/// account.
struct TallyFigures {
  let counts: VoteCounts
  let votesFor: Figures
  let against: Figures
  let options: [OptionFigures]
  /// Those who took part, with the casting vote: what legs of 通过 and 否决 divide by.
  let participating: Figures
  /// Those who took part, without it: a second vote of one person brings nobody more to the vote.
  private let turnout: Figures
  /// The side that the casting vote went to; nil without a tie.
  let casting: Keyword?
  private let reading: TallyReading

  init(_ counts: VoteCounts, _ reading: TallyReading, deemed: SilentShare?) {
    self.counts = counts
    self.reading = reading
    let excess = VoteExcess(counts)
    func added(_ figures: Figures, if share: SilentShare, to deemed: SilentShare?) -> Figures {
      if deemed == share { return figures + counts.silent }
      // If there are no silent ballots, it does not matter where they go.
      if case .untold(let gap) = deemed, counts.silent.heads != .zero { return .unknown(gap) }
      return figures
    }
    var sides = (
      votesFor: added(excess.told(counts.votesFor), if: .side(.votesFor), to: deemed),
      against: added(excess.told(counts.against), if: .side(.against), to: deemed)
    )
    options = counts.options.enumerated().map { place, option in
      var (figures, against) = (excess.told(option.figures), option.against)
      if case .each(let shares) = deemed {
        figures = added(figures, if: .side(.votesFor), to: shares[place])
        against = against.map { added($0, if: .side(.against), to: shares[place]) }
      } else {
        figures = added(figures, if: .option(option.label), to: deemed)
      }
      return OptionFigures(
        label: option.label, figures: figures, against: against, abstain: option.abstain)
    }
    turnout = counts.participating(silent: reading.silent)
    var participating = turnout
    // The casting vote counts only at a tie, for its side and among those taking part.
    let isTie =
      counts.somebodyVoted
      && sides.votesFor.heads.number.map { $0 == sides.against.heads.number } ?? false
    casting = isTie && !counts.vote.isChoice ? counts.casting?.side : nil
    if reading.countsCasting, let casting {
      if casting == .votesFor {
        sides.votesFor = sides.votesFor.withOneHead
      } else {
        sides.against = sides.against.withOneHead
      }
      participating = participating.withOneHead
    }
    (votesFor, against) = sides
    self.participating = participating
  }

  /// All who may vote; without the recused if the rule leaves them out.
  private var entitled: Figures {
    guard !reading.countsRecused, counts.rule.recused == .leaveEntitled else {
      return counts.entitled
    }
    return counts.entitled - counts.allRecused
  }

  /// What a quorum counts: those present, in person or by proxy; if there is no meeting in a room,
  /// those who took part. If there are ballots of both kinds, only a written figure says who was
  /// present.
  private var quorate: Figures {
    switch counts.vote.place {
    case .elsewhere: return turnout
    case .both where counts.vote.value(.present) == nil: return .unknown(.presentUnknown)
    default:
      guard !reading.countsRecused, counts.rule.recused != nil else { return counts.present }
      return counts.presentMayVote
    }
  }

  /// The measures of a leg: 每方 is one measure for each party present.
  private func measures(of leg: RuleLeg) -> [Measure] {
    switch leg.measure {
    case .area: [.area]
    case .shares: [.shares]
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
    legs(.participation, counts.rule.participation, turnout) { _ in entitled }
  }

  var quorumLegs: [TallyLeg] { legs(.quorum, counts.rule.quorum, quorate) { _ in entitled } }

  /// The legs of a motion.
  var passLegs: [TallyLeg] {
    legs(.pass, counts.rule.pass, votesFor) { base(of: $0, votesFor + against) }
  }

  /// The legs that reject a motion if all of them hold.
  var vetoLegs: [TallyLeg] {
    legs(.veto, counts.rule.veto, against) { base(of: $0, votesFor + against) }
  }

  func passLegs(for option: OptionFigures) -> [TallyLeg] {
    let cast = option.against.map { option.figures + $0 } ?? participating
    return legs(.pass, counts.rule.pass, option.figures, option: option.label) {
      base(of: $0, cast)
    }
  }

  /// The legs that reject an option if all of them hold; none where the rule has pass legs and nobody
  /// was asked who is against it.
  func vetoLegs(for option: OptionFigures) -> [TallyLeg] {
    guard option.against != nil || counts.rule.pass.isEmpty else { return [] }
    let against = option.against ?? .unknown(.optionSides)
    return legs(.veto, counts.rule.veto, against, option: option.label) {
      base(of: $0, option.figures + against)
    }
  }

  private func legs(
    _ stage: TallyLeg.Stage, _ legs: [RuleLeg], _ have: Figures, option: String? = nil,
    of whole: (RuleLeg) -> Figures
  ) -> [TallyLeg] {
    legs.flatMap { leg -> [TallyLeg] in
      let measures = measures(of: leg)
      guard !measures.isEmpty else { return [noParty(stage, leg, option: option)] }
      let whole = whole(leg)
      return measures.map {
        TallyLeg(
          stage, $0, option: option, have, of: whole, leg.threshold,
          isWhole: stage == .pass && isUnanimous(leg))
      }
    }
  }

  /// Whether all who count for a leg voted for the motion, though nobody counted them.
  private func isUnanimous(_ leg: RuleLeg) -> Bool {
    guard counts.isUnanimous, against.heads == .zero, votesFor.heads.gap != .nobodyLeft else {
      return false
    }
    return switch leg.base ?? counts.rule.base {
    case .baseEntitled: false
    case .baseCast: true
    default: othersTakingPart == .zero
    }
  }

  /// Those who took part and were neither for nor against.
  private var othersTakingPart: Figure {
    var others = counts.abstain
    if !counts.rule.ignoresInvalid { others = others + counts.invalid }
    if reading.silent == .silentParticipating { others = others + counts.silent }
    return others.heads
  }

  /// What a leg divides by.
  private func base(of leg: RuleLeg, _ cast: Figures) -> Figures {
    switch leg.base ?? counts.rule.base {
    case .baseEntitled: entitled
    case .basePresent: reading.countsRecused ? counts.present : counts.presentMayVote
    case .baseCast: cast
    default: participating
    }
  }
}

extension Figures {
  /// The same figures with one more head, which has neither a party nor an area.
  fileprivate var withOneHead: Figures {
    var figures = self
    figures.heads = heads + .known(1)
    return figures
  }
}
