import HallSyntax

/// Why a figure of a vote cannot be computed. The raw value is used in machine formats.
package enum Gap: String, Error, Sendable {
  case ruleUnknown = "rule_unknown"
  /// The hall's own rule cannot be read.
  case ruleUnreadable = "rule_unreadable"
  case noCounts = "no_counts"
  /// In a choice, the only options written are words for sides and invalid ballots.
  case noOptions = "no_options"
  /// A rule asks how many were against an option, and it has no sides of its own.
  case optionSides = "option_sides"
  case unreadableCount = "unreadable_count"
  /// One thing is written on two lines, and only one may count.
  case writtenTwice = "written_twice"
  /// A line exists, but has no value yet.
  case emptyCount = "empty_count"
  /// More ballots were returned, or took part, than the written sides add up to.
  case sideMissing = "side_missing"
  case entitledUnknown = "entitled_unknown"
  case presentUnknown = "present_unknown"
  case participatingUnknown = "participating_unknown"
  case areaUnknown = "area_unknown"
  case sharesUnknown = "shares_unknown"
  /// Shares of a whole beside shares that are plain numbers.
  case shareUnits = "share_units"
  /// Carried by all, without a count.
  case uncounted = "uncounted"
  /// All present were for it, and nobody wrote how many were present.
  case everybodyUncounted = "everybody_uncounted"
  /// Said of all, beside votes for another side.
  case sidesContradict = "sides_contradict"
  /// A part is more than its whole: more voted than could, more are recused than came.
  case figuresContradict = "figures_contradict"
  /// The shares of the roster do not add up to the whole that they are parts of.
  case sharesNotWhole = "shares_not_whole"
  /// Said of all who voted, where nobody can have voted for it.
  case nobodyLeft = "nobody_left"
  case headsUnknown = "heads_unknown"
  case partyCountsUnknown = "party_counts_unknown"
  case ballotsMissing = "ballots_missing"
  case ambiguousName = "ambiguous_name"
  /// It is not known whether a named voter may vote.
  case voterUnknown = "voter_unknown"
  /// Votes of a party that is not defined.
  case partyUnknown = "party_unknown"
  /// Approved minutes without a result, and it is not known what `hall.md` said at the approval.
  case pastUnknown = "past_unknown"
}

/// A figure of a vote: heads, area in ten-thousandths, or shares in millionths; or why it is not
/// known.
package enum Figure: Sendable, Equatable {
  case known(Int128)
  case unknown(Gap)

  package var number: Int128? { if case .known(let number) = self { number } else { nil } }
  package var gap: Gap? { if case .unknown(let gap) = self { gap } else { nil } }

  static let zero = Figure.known(0)

  static func + (left: Figure, right: Figure) -> Figure {
    combine(left, right) { .known($0 + $1) }
  }

  /// A part that is more than its whole leaves a figure that nobody knows.
  static func - (left: Figure, right: Figure) -> Figure {
    combine(left, right) { $0 < $1 ? .unknown(.figuresContradict) : .known($0 - $1) }
  }

  private static func combine(
    _ left: Figure, _ right: Figure, _ operation: (Int128, Int128) -> Figure
  ) -> Figure {
    switch (left, right) {
    case (.known(let left), .known(let right)): operation(left, right)
    case (.unknown(let gap), _), (_, .unknown(let gap)): .unknown(gap)
    }
  }
}

/// What a leg counts, and among whom.
package enum Measure: Hashable, Sendable {
  case heads
  case area
  case shares
  /// Heads within one party.
  case party(String)
}

/// One figure in every measure it is known in.
package struct Figures: Sendable {
  package var heads: Figure
  package var area: Figure
  package var shares: Figure
  /// What the shares are counted in, where one is known.
  package var shareUnit: ShareUnit?
  /// Heads by party; nil where they are not counted separately.
  package var byParty: [String: Int128]?

  package static let zero = Figures(heads: .zero, area: .zero, shares: .zero, byParty: [:])

  static func unknown(_ gap: Gap) -> Figures {
    Figures(heads: .unknown(gap), area: .unknown(gap), shares: .unknown(gap), byParty: nil)
  }

  init(
    heads: Figure, area: Figure, shares: Figure, _ unit: ShareUnit? = nil,
    byParty: [String: Int128]?
  ) {
    self.heads = heads
    self.area = area
    self.shares = shares
    shareUnit = unit
    self.byParty = byParty
  }

  /// A written count; zero heads have neither area nor shares.
  init(_ count: Count) {
    heads = count.heads.map { .known(Int128($0)) } ?? .unknown(.headsUnknown)
    if let units = count.area?.units {
      area = .known(units)
    } else {
      area = count.heads == 0 ? .zero : .unknown(.areaUnknown)
    }
    if let share = count.share {
      (shares, shareUnit) = (.known(share.units), share.unit)
    } else {
      shares = count.heads == 0 ? .zero : .unknown(.sharesUnknown)
    }
    byParty = count.heads == 0 ? [:] : nil
  }

  /// Heads by party; zero heads have neither area nor shares.
  init(byParty: [String: Int128]) {
    let sum = byParty.values.reduce(0, +)
    self.init(
      heads: .known(sum), area: sum == 0 ? .zero : .unknown(.areaUnknown),
      shares: sum == 0 ? .zero : .unknown(.sharesUnknown), byParty: byParty)
  }

  /// These figures, with what a written figure leaves out taken from a computed one.
  func completed(by computed: Figures) -> Figures {
    func known(_ figure: Figure, else other: Figure) -> Figure {
      switch figure.gap {
      case .headsUnknown?, .areaUnknown?, .sharesUnknown?: other
      default: figure
      }
    }
    let own = shares.gap != .sharesUnknown
    return Figures(
      heads: known(heads, else: computed.heads), area: known(area, else: computed.area),
      shares: known(shares, else: computed.shares), own ? shareUnit : computed.shareUnit,
      byParty: byParty ?? computed.byParty)
  }

  package subscript(_ measure: Measure) -> Figure {
    switch measure {
    case .heads: heads
    case .area: area
    case .shares: shares
    case .party(let name):
      byParty.map { .known($0[name] ?? 0) } ?? .unknown(heads.gap ?? .partyCountsUnknown)
    }
  }

  /// The shares of two figures in one unit.
  static func aligned(
    _ left: Figures, _ right: Figures
  ) -> (left: Figure, right: Figure, unit: ShareUnit?) {
    guard let one = left.shareUnit, let two = right.shareUnit, one != two else {
      return (left.shares, right.shares, left.shareUnit ?? right.shareUnit)
    }
    if left.shares == .zero { return (.zero, right.shares, two) }
    if right.shares == .zero { return (left.shares, .zero, one) }
    guard let unit = one.common(with: two) else {
      return (.unknown(.shareUnits), .unknown(.shareUnits), one)
    }
    func scaled(_ figure: Figure, _ own: ShareUnit) -> Figure {
      figure.number.map { .known(own.scaled($0, to: unit)) } ?? figure
    }
    return (scaled(left.shares, one), scaled(right.shares, two), unit)
  }

  static func + (left: Figures, right: Figures) -> Figures {
    var parties = left.byParty
    if let more = right.byParty { parties?.merge(more, uniquingKeysWith: +) } else { parties = nil }
    let shares = aligned(left, right)
    return Figures(
      heads: left.heads + right.heads, area: left.area + right.area,
      shares: shares.left + shares.right, shares.unit, byParty: parties)
  }

  /// Where no heads are left, area and shares are zero, whether or not both sides' are known.
  static func - (left: Figures, right: Figures) -> Figures {
    var parties = left.byParty
    if let all = left.byParty, let less = right.byParty,
      less.allSatisfy({ $0.value <= all[$0.key] ?? 0 })
    {
      parties?.merge(less) { $0 - $1 }
    } else {
      parties = nil
    }
    let heads = left.heads - right.heads
    func rest(_ figure: Figure) -> Figure {
      heads == .zero && figure.number == nil ? .zero : figure
    }
    let shares = aligned(left, right)
    return Figures(
      heads: heads, area: rest(left.area - right.area), shares: rest(shares.left - shares.right),
      shares.unit, byParty: parties)
  }
}
