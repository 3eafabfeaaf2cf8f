import HallSyntax

/// The counting itself: one vote's figures against its rule, with silent ballots treated one way.
struct TallyCount {
  /// What silent ballots are added to; nil where to nothing.
  let deemed: SilentShare?
  let legs: [TallyLeg]
  let outcome: Outcome

  /// - Parameters:
  ///   - silent: how silent ballots are treated; a treatment other than the rule's answers what the
  ///     outcome would be without them.
  ///   - countsRecused: whether the recused are counted everywhere, to find whether they decide.
  init(_ counts: VoteCounts, silent: Keyword, countsRecused: Bool = false) {
    deemed = SilentShare(counts, silent: silent)
    let figures = TallyFigures(
      counts, silent: silent, deemed: deemed, countsRecused: countsRecused)
    let quorum = figures.participationLegs + figures.quorumLegs
    if counts.vote.isChoice {
      let options = figures.options.map { option in
        (option, figures.passLegs(for: option.figures, option: option.label))
      }
      legs = quorum + options.flatMap(\.1)
      outcome = TallyCount.choose(counts, quorum: quorum, options: options)
    } else {
      let pass = figures.passLegs(for: figures.votesFor, option: nil)
      legs = quorum + pass
      outcome = TallyCount.decide(figures, quorum: quorum, pass: pass)
    }
  }

  /// A leg that fails decides, even if another cannot be computed.
  private static func decide(
    _ figures: TallyFigures, quorum: [TallyLeg], pass: [TallyLeg]
  ) -> Outcome {
    if quorum.contains(where: { $0.holds == false }) { return .decided(.noQuorum) }
    if pass.contains(where: { $0.holds == false }) { return .decided(.lost) }
    let gap = (quorum + pass).lazy.compactMap(\.gap).first
    guard pass.isEmpty else { return gap.map(Outcome.unknown) ?? .decided(.carried) }
    switch (figures.votesFor.heads, figures.against.heads) {
    case (.known(let yes), .known(let no)):
      return yes <= no ? .decided(.lost) : gap.map(Outcome.unknown) ?? .decided(.carried)
    case (.unknown(let other), _), (_, .unknown(let other)): return .unknown(gap ?? other)
    }
  }

  /// Of the options that meet every pass leg, the first by heads, then by area if area counts.
  private static func choose(
    _ counts: VoteCounts, quorum: [TallyLeg],
    options: [((label: String, figures: Figures), [TallyLeg])]
  ) -> Outcome {
    if quorum.contains(where: { $0.holds == false }) { return .decided(.noQuorum) }
    let isLost = options.allSatisfy { $0.1.contains { $0.holds == false } }
    if isLost, !options.isEmpty { return .decided(.lost) }
    if let gap = quorum.lazy.compactMap(\.gap).first { return .unknown(gap) }
    guard !options.isEmpty else {
      return .unknown(counts.vote.strayOptions.isEmpty ? .noCounts : .noOptions)
    }
    if counts.vote.value(.seats) != nil {
      guard let seats = counts.vote.count(.seats)?.heads, seats > 0 else {
        return .unknown(.unreadableCount)
      }
    }
    var eligible: [RankedOption] = []
    for (option, legs) in options {
      guard let heads = option.figures.heads.number else {
        return .unknown(option.figures.heads.gap ?? .noCounts)
      }
      if heads == 0 || legs.contains(where: { $0.holds == false }) { continue }
      if let gap = legs.lazy.compactMap(\.gap).first { return .unknown(gap) }
      // The areas of members' flats are not compared.
      let area = counts.areaParts ? option.figures.area : .zero
      eligible.append(RankedOption(label: option.label, heads: heads, area: area))
    }
    guard !eligible.isEmpty else { return .decided(.lost) }
    return elect(eligible, seats: counts.vote.seats, asksArea: counts.rule.measures.contains(.area))
  }

  private struct RankedOption {
    let label: String
    let heads: Int128
    let area: Figure
  }

  /// - Parameter asksArea: whether a leg of the rule asks for area.
  private static func elect(
    _ eligible: [RankedOption], seats: Int, asksArea: Bool
  ) -> Outcome {
    // For equal heads, areas are compared if all of them are known.
    let unparted = Set(eligible.filter { $0.area.number == nil }.map(\.heads))
    func rank(_ option: RankedOption) -> (Int128, Int128) {
      (option.heads, unparted.contains(option.heads) ? 0 : option.area.number ?? 0)
    }
    // A stable order: equal options stay in the written order.
    let ranked = eligible.enumerated().sorted { left, right in
      let (own, other) = (rank(left.element), rank(right.element))
      return own == other ? left.offset < right.offset : own > other
    }.map(\.element)
    guard ranked.count > seats, rank(ranked[seats - 1]) == rank(ranked[seats]) else {
      return Outcome(result: .elected, elected: ranked.prefix(seats).map(\.label), reason: nil)
    }
    let last = rank(ranked[seats - 1])
    let level = ranked.filter { rank($0) == last }
    // An area that is not yet written would break the tie, so it is not one.
    if let gap = level.lazy.compactMap(\.area.gap).first,
      asksArea || level.contains(where: { $0.area.number != nil })
    {
      return .unknown(gap)
    }
    let above = ranked.filter { rank($0) > last }
    return Outcome(result: .tied, elected: above.map(\.label), reason: nil)
  }
}
