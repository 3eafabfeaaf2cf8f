import HallSyntax

/// Why a figure of a vote cannot be computed. The raw value is used in machine formats.
package enum Gap: String, Error, Sendable {
  case ruleUnknown = "rule_unknown"
  /// The hall's own rule cannot be read.
  case ruleUnreadable = "rule_unreadable"
  case noCounts = "no_counts"
  /// In a choice, the only options written are words for sides and invalid ballots.
  case noOptions = "no_options"
  case unreadableCount = "unreadable_count"
  /// A line exists, but has no value yet.
  case emptyCount = "empty_count"
  /// More ballots were returned, or took part, than the written sides add up to.
  case sideMissing = "side_missing"
  case entitledUnknown = "entitled_unknown"
  case presentUnknown = "present_unknown"
  case participatingUnknown = "participating_unknown"
  case areaUnknown = "area_unknown"
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

/// A figure of a vote: heads, or area in ten-thousandths; or why it is not known.
package enum Figure: Sendable, Equatable {
  case known(Int128)
  case unknown(Gap)

  package var number: Int128? { if case .known(let number) = self { number } else { nil } }
  package var gap: Gap? { if case .unknown(let gap) = self { gap } else { nil } }

  static let zero = Figure.known(0)

  static func + (left: Figure, right: Figure) -> Figure {
    combine(left, right) { $0 + $1 }
  }

  static func - (left: Figure, right: Figure) -> Figure {
    combine(left, right) { max(0, $0 - $1) }
  }

  private static func combine(
    _ left: Figure, _ right: Figure, _ operation: (Int128, Int128) -> Int128
  ) -> Figure {
    switch (left, right) {
    case (.known(let left), .known(let right)): .known(operation(left, right))
    case (.unknown(let gap), _), (_, .unknown(let gap)): .unknown(gap)
    }
  }
}

/// What a leg counts, and among whom.
package enum Measure: Hashable, Sendable {
  case heads
  case area
  /// Heads within one party.
  case party(String)
}

/// One figure in every measure it is known in.
package struct Figures: Sendable {
  package var heads: Figure
  package var area: Figure
  /// Heads by party; nil where they are not counted separately.
  package var byParty: [String: Int128]?

  static let zero = Figures(heads: .zero, area: .zero, byParty: [:])

  static func unknown(_ gap: Gap) -> Figures {
    Figures(heads: .unknown(gap), area: .unknown(gap), byParty: nil)
  }

  init(heads: Figure, area: Figure, byParty: [String: Int128]?) {
    self.heads = heads
    self.area = area
    self.byParty = byParty
  }

  /// A written count; zero heads have zero area.
  init(_ count: Count) {
    heads = count.heads.map { .known(Int128($0)) } ?? .unknown(.headsUnknown)
    if let units = count.area?.units {
      area = .known(units)
    } else {
      area = count.heads == 0 ? .zero : .unknown(.areaUnknown)
    }
    byParty = count.heads == 0 ? [:] : nil
  }

  /// Heads by party; zero heads have zero area.
  init(byParty: [String: Int128]) {
    let sum = byParty.values.reduce(0, +)
    self.init(
      heads: .known(sum), area: sum == 0 ? .zero : .unknown(.areaUnknown), byParty: byParty)
  }

  /// These figures, with what a written figure leaves out taken from a computed one.
  func completed(by computed: Figures) -> Figures {
    func known(_ figure: Figure, else other: Figure) -> Figure {
      switch figure.gap {
      case .headsUnknown?, .areaUnknown?: other
      default: figure
      }
    }
    return Figures(
      heads: known(heads, else: computed.heads), area: known(area, else: computed.area),
      byParty: byParty ?? computed.byParty)
  }

  package subscript(_ measure: Measure) -> Figure {
    switch measure {
    case .heads: heads
    case .area: area
    case .party(let name):
      byParty.map { .known($0[name] ?? 0) } ?? .unknown(heads.gap ?? .partyCountsUnknown)
    }
  }

  static func + (left: Figures, right: Figures) -> Figures {
    var parties = left.byParty
    if let more = right.byParty { parties?.merge(more, uniquingKeysWith: +) } else { parties = nil }
    return Figures(heads: left.heads + right.heads, area: left.area + right.area, byParty: parties)
  }

  /// Where no heads are left, the area is zero, whether or not both areas are known.
  static func - (left: Figures, right: Figures) -> Figures {
    var parties = left.byParty
    if let less = right.byParty {
      parties?.merge(less) { max(0, $0 - $1) }
    } else {
      parties = nil
    }
    let heads = left.heads - right.heads
    let area = left.area - right.area
    return Figures(
      heads: heads, area: heads == .zero && area.number == nil ? .zero : area, byParty: parties)
  }
}
