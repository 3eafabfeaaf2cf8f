import HallSyntax

/// The counting itself: one vote's figures against its rule, with silent ballots treated one way.
struct TallyCount {
  let counts: VoteCounts
  let rule: VotingRule
  /// 不计, 参与 or 随多数.
  let silent: Keyword
  let deemedSide: Keyword?
  let legs: [TallyLeg]
  let outcome: Outcome

  init(_ counts: VoteCounts, silent: Keyword) {
    self.counts = counts
    rule = counts.rule
    self.silent = silent
    deemedSide =
      silent == .withMajority && !counts.vote.isChoice
      ? TallyCount.leadingSide(counts, measures: counts.rule.measures) : nil
    let figures = TallyFigures(counts, silent: silent, deemedSide: deemedSide)
    let quorum = figures.quorumLegs
    if counts.vote.isChoice {
      let options = counts.options.map { option in
        (option, figures.passLegs(for: option.figures, option: option.label))
      }
      legs = quorum + options.flatMap(\.1)
      outcome = TallyCount.choose(counts, quorum: quorum, options: options)
    } else {
      let pass = figures.passLegs(for: figures.votesFor, option: nil)
      legs = quorum + pass
      outcome = TallyCount.decide(counts, figures, quorum: quorum, pass: pass)
    }
  }

  /// The side that leads in every measure of the rule, or nil where they disagree.
  private static func leadingSide(_ counts: VoteCounts, measures: Set<Keyword>) -> Keyword? {
    var side: Keyword?
    // 每方 counts heads; a rule without a leg does, too.
    let onlyArea = measures == [.area]
    let compared: [Measure] =
      onlyArea ? [.area] : measures.contains(.area) ? [.heads, .area] : [.heads]
    for measure in compared {
      guard let yes = counts.votesFor[measure].number, let no = counts.against[measure].number,
        yes != no
      else { return nil }
      let leader: Keyword = yes > no ? .votesFor : .against
      if let side, side != leader { return nil }
      side = leader
    }
    return side
  }

  /// A leg that fails decides, even where another cannot be computed.
  private static func decide(
    _ counts: VoteCounts, _ figures: TallyFigures, quorum: [TallyLeg], pass: [TallyLeg]
  ) -> Outcome {
    if quorum.contains(where: { $0.holds == false }) { return .decided(.noQuorum) }
    if pass.contains(where: { $0.holds == false }) { return .decided(.lost) }
    if let gap = (quorum + pass).lazy.compactMap(\.gap).first { return .unknown(gap) }
    guard pass.isEmpty else { return .decided(.carried) }
    switch (figures.votesFor.heads, figures.against.heads) {
    case (.known(let yes), .known(let no)): return .decided(yes > no ? .carried : .lost)
    case (.unknown(let gap), _), (_, .unknown(let gap)): return .unknown(gap)
    }
  }

  /// Of the options that meet every pass leg, the first by heads, then by area.
  private static func choose(
    _ counts: VoteCounts, quorum: [TallyLeg],
    options: [((label: String, figures: Figures), [TallyLeg])]
  ) -> Outcome {
    if quorum.contains(where: { $0.holds == false }) { return .decided(.noQuorum) }
    if let gap = quorum.lazy.compactMap(\.gap).first { return .unknown(gap) }
    guard !options.isEmpty else { return .unknown(.noCounts) }
    if counts.vote.value(.seats) != nil {
      guard let seats = counts.vote.count(.seats)?.heads, seats > 0 else {
        return .unknown(.unreadableCount)
      }
    }
    var eligible: [(label: String, heads: Int128, area: Int128)] = []
    for (option, legs) in options {
      guard let heads = option.figures.heads.number else {
        return .unknown(option.figures.heads.gap ?? .noCounts)
      }
      if heads == 0 || legs.contains(where: { $0.holds == false }) { continue }
      if let gap = legs.lazy.compactMap(\.gap).first { return .unknown(gap) }
      eligible.append((option.label, heads, option.figures.area.number ?? 0))
    }
    guard !eligible.isEmpty else { return .decided(.lost) }
    // Areas that are not all known are not compared.
    if options.contains(where: { $0.0.figures.area.number == nil }) {
      eligible = eligible.map { ($0.label, $0.heads, 0) }
    }
    // A stable order: equals stay as they are written.
    let ranked = eligible.enumerated().sorted { left, right in
      (right.element.heads, right.element.area, left.offset)
        < (left.element.heads, left.element.area, right.offset)
    }.map(\.element)
    let seats = counts.vote.seats
    guard ranked.count > seats else {
      return Outcome(result: .elected, elected: ranked.map(\.label), reason: nil)
    }
    let (last, next) = (ranked[seats - 1], ranked[seats])
    if last.heads == next.heads, last.area == next.area {
      let above = ranked.filter { ($0.heads, $0.area) > (last.heads, last.area) }
      return Outcome(result: .tied, elected: above.map(\.label), reason: nil)
    }
    return Outcome(result: .elected, elected: ranked.prefix(seats).map(\.label), reason: nil)
  }
}

/// The figures the legs divide, with silent ballots in their place.
struct TallyFigures {
  let counts: VoteCounts
  let votesFor: Figures
  let against: Figures
  let participating: Figures

  init(_ counts: VoteCounts, silent: Keyword, deemedSide: Keyword?) {
    self.counts = counts
    let isCounted = silent != .ignored
    votesFor = deemedSide == .votesFor ? counts.votesFor + counts.silent : counts.votesFor
    against = deemedSide == .against ? counts.against + counts.silent : counts.against
    participating = isCounted ? counts.participating + counts.silent : counts.participating
  }

  private var countsParticipating: Bool {
    counts.rule.base == .baseParticipating || counts.rule.base == .baseCast
  }

  /// What a measure of a rule is taken over: 每方 is one measure for each party present.
  private func measures(of leg: RuleLeg) -> [Measure] {
    switch leg.measure {
    case .area: [.area]
    case .eachParty: counts.presentParties.map(Measure.party)
    default: [.heads]
    }
  }

  /// Where no party is known to be present, a leg for each of them holds for none.
  private func noParty(_ stage: TallyLeg.Stage, _ leg: RuleLeg, option: String?) -> TallyLeg {
    let gap = counts.votesFor.heads.gap ?? .partyCountsUnknown
    return TallyLeg(
      stage, .party(""), option: option, .unknown(gap), of: .unknown(gap), leg.threshold)
  }

  var quorumLegs: [TallyLeg] {
    counts.rule.quorum.flatMap { leg -> [TallyLeg] in
      let measures = measures(of: leg)
      guard !measures.isEmpty else { return [noParty(.quorum, leg, option: nil)] }
      let have = countsParticipating ? participating : counts.present
      return measures.map {
        TallyLeg(.quorum, $0, have[$0], of: counts.entitled[$0], leg.threshold)
      }
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
    case .baseEntitled: counts.entitled
    case .basePresent: counts.present
    case .baseCast where !counts.vote.isChoice: votesFor + against
    default: participating
    }
  }
}
