import HallSyntax

/// Whom silent ballots are added to.
package enum SilentShare: Sendable, Equatable {
  /// 同意 or 反对.
  case side(Keyword)
  case option(String)
  /// For each option, to a side of its own.
  case each([SilentShare?])
  /// To whichever side leads, but it is not known which one does.
  case untold(Gap)

  /// Nil where the silent ballots are added to nothing: the rule does not say so, or no side leads.
  package init?(_ counts: VoteCounts, silent: Keyword) {
    switch silent {
    case .deemedConsent where !counts.vote.isChoice: self = .side(.votesFor)
    case .withMajority:
      let isChoice = counts.vote.isChoice
      if counts.hasOwnSides {
        let shares = counts.options.map { SilentShare.own($0, counts.rule.figures) }
        guard shares.contains(where: { $0 != nil }) else { return nil }
        self = .each(shares)
        return
      }
      let sides = isChoice ? counts.options.map(\.figures) : [counts.votesFor, counts.against]
      do throws(Gap) {
        guard let lead = try SilentShare.leader(sides, counts.rule.figures) else { return nil }
        self =
          isChoice ? .option(counts.options[lead].label) : .side(lead == 0 ? .votesFor : .against)
      } catch {
        self = .untold(error)
      }
    default: return nil
    }
  }

  /// Of an option with sides of its own: the majority on it is for or against it.
  private static func own(_ option: OptionFigures, _ compared: [Measure]) -> SilentShare? {
    guard let against = option.against else { return nil }
    do throws(Gap) {
      return try leader([option.figures, against], compared).map {
        .side($0 == 0 ? .votesFor : .against)
      }
    } catch {
      return .untold(error)
    }
  }

  /// The numbers of a measure, shares in one unit; all nil if they have none.
  private static func numbers(of sides: [Figures], _ measure: Measure) -> [Int128?] {
    guard measure == .shares else { return sides.map { $0[measure].number } }
    var unit: ShareUnit?
    for side in sides where side.shares != .zero {
      guard let own = side.shareUnit else { continue }
      guard let known = unit else {
        unit = own
        continue
      }
      guard let common = known.common(with: own) else { return sides.map { _ in nil } }
      unit = common
    }
    return sides.map { side in
      side.shares.number.map { number in
        guard let own = side.shareUnit, let unit else { return number }
        return own.scaled(number, to: unit)
      }
    }
  }

  /// The side that leads alone in every measure of the rule; nil where there is none. One measure
  /// without a leader is enough for nil, even if other figures are unknown.
  private static func leader(
    _ sides: [Figures], _ compared: [Measure]
  ) throws(Gap) -> Int? {
    var leader: Int?
    var untold: Gap?
    for measure in compared {
      if let gap = sides.lazy.compactMap({ $0[measure].gap }).first {
        untold = untold ?? gap
        continue
      }
      let numbers = numbers(of: sides, measure)
      guard let most = numbers.compactMap(\.self).max(),
        numbers.count(where: { $0 == most }) == 1, let first = numbers.firstIndex(of: most),
        leader == nil || leader == first
      else { return nil }
      leader = first
    }
    if let untold { throw untold }
    return leader
  }
}
