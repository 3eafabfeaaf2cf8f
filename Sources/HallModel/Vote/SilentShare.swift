import HallSyntax

/// Whom silent ballots are added to.
package enum SilentShare: Sendable, Equatable {
  /// 同意 or 反对.
  case side(Keyword)
  case option(String)
  /// To whoever leads, and nobody can tell who that is.
  case untold(Gap)

  /// Nil where the silent are added to nobody: the rule does not say so, or nobody leads.
  init?(_ counts: VoteCounts, silent: Keyword) {
    switch silent {
    case .deemedConsent where !counts.vote.isChoice: self = .side(.votesFor)
    case .withMajority:
      let isChoice = counts.vote.isChoice
      let sides = isChoice ? counts.options.map(\.figures) : [counts.votesFor, counts.against]
      do throws(Gap) {
        guard let lead = try SilentShare.leader(sides, counts.rule.measures) else { return nil }
        self =
          isChoice ? .option(counts.options[lead].label) : .side(lead == 0 ? .votesFor : .against)
      } catch {
        self = .untold(error)
      }
    default: return nil
    }
  }

  /// Which leads alone in every measure of the rule; nil where none does. One measure in which nobody
  /// leads is enough for that, whatever is not known of another.
  private static func leader(
    _ sides: [Figures], _ measures: Set<Keyword>
  ) throws(Gap) -> Int? {
    // 每方 counts heads; a rule without a leg does, too.
    let compared: [Measure] =
      measures == [.area] ? [.area] : measures.contains(.area) ? [.heads, .area] : [.heads]
    var leader: Int?
    var untold: Gap?
    for measure in compared {
      if let gap = sides.lazy.compactMap({ $0[measure].gap }).first {
        untold = untold ?? gap
        continue
      }
      let numbers = sides.map { $0[measure].number }
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
