import HallSyntax

/// The counting itself: one vote's figures against its rule, with silent ballots treated one way.
struct TallyCount {
  /// What silent ballots are added to; nil where to nothing.
  let deemed: SilentShare?
  let legs: [TallyLeg]
  let outcome: Outcome
  /// The side that the casting vote decided for; nil without a tie.
  let casting: Keyword?

  init(_ counts: VoteCounts, _ reading: TallyReading) {
    deemed = SilentShare(counts, silent: reading.silent)
    let figures = TallyFigures(counts, reading, deemed: deemed)
    casting = figures.casting
    let quorum = figures.participationLegs + figures.quorumLegs
    if counts.vote.isChoice {
      let options = figures.options.map {
        JudgedOption($0, pass: figures.passLegs(for: $0), veto: figures.vetoLegs(for: $0))
      }
      legs = quorum + options.flatMap { $0.pass + $0.veto }
      outcome = TallyCount.choose(counts, quorum: quorum, options: options)
    } else {
      let (pass, veto) = (figures.passLegs, figures.vetoLegs)
      legs = quorum + pass + veto
      outcome = TallyCount.decide(figures, quorum: quorum, pass: pass, veto: veto)
    }
  }

  /// A leg that fails decides, even if another cannot be computed.
  private static func decide(
    _ figures: TallyFigures, quorum: [TallyLeg], pass: [TallyLeg], veto: [TallyLeg]
  ) -> Outcome {
    if quorum.contains(where: { $0.holds == false }) { return .decided(.noQuorum) }
    if pass.contains(where: { $0.holds == false }) { return .decided(.lost) }
    var gap = (quorum + pass).lazy.compactMap(\.gap).first
    if !veto.isEmpty {
      let isRejected = veto.allSatisfy { $0.holds == true }
      // One leg that fails lets the motion stand, whatever the others come to.
      if isRejected { return .decided(.lost) }
      if !veto.contains(where: { $0.holds == false }) {
        gap = gap ?? veto.lazy.compactMap(\.gap).first
      }
      return gap.map(Outcome.unknown) ?? .decided(.carried)
    }
    guard pass.isEmpty else { return gap.map(Outcome.unknown) ?? .decided(.carried) }
    if figures.counts.isUnanimous, figures.votesFor.heads.number == nil,
      figures.votesFor.heads.gap != .nobodyLeft, figures.against.heads == .zero
    {
      return gap.map(Outcome.unknown) ?? .decided(.carried)
    }
    switch (figures.votesFor.heads, figures.against.heads) {
    case (.known(let yes), .known(let no)):
      return yes <= no ? .decided(.lost) : gap.map(Outcome.unknown) ?? .decided(.carried)
    case (.unknown(let other), _), (_, .unknown(let other)): return .unknown(gap ?? other)
    }
  }

  /// Of the options that meet every pass leg and are not rejected, the first by heads, then by area
  /// if area counts.
  private static func choose(
    _ counts: VoteCounts, quorum: [TallyLeg],
    options: [JudgedOption]
  ) -> Outcome {
    if quorum.contains(where: { $0.holds == false }) { return .decided(.noQuorum) }
    if options.allSatisfy(\.fails), !options.isEmpty { return .decided(.lost) }
    if let gap = quorum.lazy.compactMap(\.gap).first { return .unknown(gap) }
    guard !options.isEmpty else {
      return .unknown(OptionLines(counts.vote).strays.isEmpty ? .noCounts : .noOptions)
    }
    if counts.vote.value(.seats) != nil {
      guard let seats = counts.vote.count(.seats)?.heads, seats > 0 else {
        return .unknown(.unreadableCount)
      }
    }
    var eligible: [RankedOption] = []
    // The areas of members' flats are not compared.
    let areaParts = counts.areaParts
    for judged in options {
      let option = judged.option
      guard let heads = option.figures.heads.number else {
        return .unknown(option.figures.heads.gap ?? .noCounts)
      }
      if heads == 0 || judged.fails { continue }
      if let gap = judged.gap { return .unknown(gap) }
      let area = areaParts ? option.figures.area : .zero
      eligible.append(RankedOption(label: option.label, heads: heads, area: area))
    }
    guard !eligible.isEmpty else { return .decided(.lost) }
    let asksArea = counts.rule.measures.contains(.area)
    let ranked = rank(eligible)
    let outcome = elect(ranked, seats: counts.vote.seats, asksArea: asksArea)
    guard outcome.result == .elected, counts.vote.alternates > 0 else { return outcome }
    let next = alternates(ranked.dropFirst(counts.vote.seats), counts.vote.alternates)
    return outcome.with(alternates: next.clear, level: next.level)
  }

  /// The next in order, as far as the order is clear, and those who are level for the places left.
  private static func alternates(
    _ others: ArraySlice<(option: RankedOption, rank: Rank)>, _ most: Int
  ) -> (clear: [String], level: [String]) {
    var chosen = Array(others.prefix(most))
    guard let last = chosen.last, let next = others.dropFirst(chosen.count).first,
      next.rank == last.rank
    else {
      return (chosen.map(\.option.label), [])
    }
    chosen.removeAll { $0.rank == next.rank }
    let level = others.filter { $0.rank == next.rank }
    return (chosen.map(\.option.label), level.map(\.option.label))
  }

  private typealias Rank = (Int128, Int128)

  /// By heads, then by area; equal options stay in the written order.
  private static func rank(
    _ eligible: [RankedOption]
  ) -> [(option: RankedOption, rank: Rank)] {
    // For equal heads, areas are compared if all of them are known.
    let unparted = Set(eligible.filter { $0.area.number == nil }.map(\.heads))
    let ranked = eligible.map { option -> (option: RankedOption, rank: Rank) in
      (
        option,
        (option.heads, unparted.contains(option.heads) ? 0 : option.area.number ?? 0)
      )
    }
    return ranked.enumerated().sorted { left, right in
      let (own, other) = (left.element.rank, right.element.rank)
      return own == other ? left.offset < right.offset : own > other
    }.map(\.element)
  }

  private struct RankedOption {
    let label: String
    let heads: Int128
    let area: Figure
  }

  /// - Parameter asksArea: whether a leg of the rule asks for area.
  private static func elect(
    _ ranked: [(option: RankedOption, rank: Rank)], seats: Int, asksArea: Bool
  ) -> Outcome {
    guard ranked.count > seats, ranked[seats - 1].rank == ranked[seats].rank else {
      return Outcome(
        result: .elected, elected: ranked.prefix(seats).map(\.option.label), reason: nil)
    }
    let last = ranked[seats - 1].rank
    let level = ranked.filter { $0.rank == last }.map(\.option)
    // An area that is not yet written would break the tie, so it is not one.
    if let gap = level.lazy.compactMap(\.area.gap).first,
      asksArea || level.contains(where: { $0.area.number != nil })
    {
      return .unknown(gap)
    }
    let above = ranked.filter { $0.rank > last }
    return Outcome(result: .tied, elected: above.map(\.option.label), reason: nil)
      .with(alternates: [], level: level.map(\.label))
  }
}
