import HallSyntax

/// One condition of a rule: a measure, and the fraction or the number it must reach.
package struct RuleLeg: Sendable, Equatable {
  /// 人数, 面积, 份额 or 每方.
  package let measure: Keyword
  package let threshold: Threshold
  /// What it divides by, as in `占 应到`; nil for the base of its rule.
  package let base: Keyword?

  package init(_ measure: Keyword, _ threshold: Threshold, base: Keyword? = nil) {
    self.measure = measure
    self.threshold = threshold
    self.base = base
  }
}

/// How a vote is decided.
package struct VotingRule: Sendable, Equatable {
  package let name: String
  /// The built-in rule it is, or nil for the hall's own.
  package let builtIn: Keyword?
  /// 业主 or 成员.
  package var voters: Keyword
  /// 最低参与: those who took part in the vote, as a share of those entitled.
  package var participation: [RuleLeg] = []
  /// 法定人数: those present, in person or by proxy, as a share of those entitled.
  package var quorum: [RuleLeg] = []
  package var pass: [RuleLeg]
  /// 否决: a motion is carried unless every one of these legs holds for those against it.
  package var veto: [RuleLeg] = []
  /// What a pass leg divides by unless it says so itself: 应到, 实到, 参与 or 同意加反对.
  package var base: Keyword
  /// How silent ballots are treated: 不计, 参与, 随多数 or 视为同意.
  package var silent: Keyword
  /// Whether invalid ballots count as not taking part.
  package var ignoresInvalid = false
  /// How the recused are left out, apart from the base 实到: 减出到会, 减出应到, or not at all.
  package var recused: Keyword?
  /// Whether a head is a unit, so that an owner of several has as many votes (一户一票).
  package var countsUnits = false
  /// Its own periods, where it names them.
  package var noticePeriod: Length?
  package var postingPeriod: Length?
  /// Whether its decisions wait for the end of their posting, and for an answer to each objection.
  package var waitsForPosting = false
  /// How many proxies one person may hold.
  package var proxyLimit: Int?

  private var legs: [RuleLeg] { participation + quorum + pass + veto }
  /// The measures of its legs.
  package var measures: Set<Keyword> { Set(legs.map(\.measure)) }
  /// The figures that its legs compare. 每方 counts heads, and so does a rule without legs.
  package var figures: [Measure] {
    let measures = measures
    let exact: [Measure] =
      (measures.contains(.area) ? [.area] : []) + (measures.contains(.shares) ? [.shares] : [])
    let countsHeads = exact.isEmpty || !measures.isSubset(of: [.area, .shares])
    return (countsHeads ? [.heads] : []) + exact
  }
  /// What the legs divide by.
  package var bases: Set<Keyword> {
    Set((pass + veto).filter { !$0.threshold.isNumber }.map { $0.base ?? base })
  }
  /// Whether a count of all who may vote is needed.
  package var needsEntitled: Bool {
    !(participation + quorum).filter { !$0.threshold.isNumber }.isEmpty
      || bases.contains(.baseEntitled)
  }
  /// Whether a count of those present is needed.
  package var needsPresent: Bool {
    !quorum.isEmpty || bases.contains(.basePresent) || measures.contains(.eachParty)
  }
}

extension VotingRule {
  /// The built-in rules and the law behind them.
  package static let builtIn: [VotingRule] = {
    let half = Threshold(Fraction(1, 2), inclusive: false)
    let twoThirds = Threshold(Fraction(2, 3), inclusive: true)
    let threeQuarters = Threshold(Fraction(3, 4), inclusive: true)
    let whole = Threshold(Fraction(1, 1), inclusive: true)
    func both(_ threshold: Threshold) -> [RuleLeg] {
      [RuleLeg(.heads, threshold), RuleLeg(.area, threshold)]
    }
    func heads(_ threshold: Threshold) -> [RuleLeg] { [RuleLeg(.heads, threshold)] }
    func rule(
      _ keyword: Keyword, _ voters: Keyword = .members, participation: [RuleLeg] = [],
      quorum: [RuleLeg] = [], pass: [RuleLeg] = [], base: Keyword
    ) -> VotingRule {
      VotingRule(
        name: keyword.word(.zh), builtIn: keyword, voters: voters, participation: participation,
        quorum: quorum, pass: pass, base: base, silent: .ignored)
    }
    return [
      // Civil Code 278, items 1–5 and 9.
      rule(
        .ordinary, .owners, participation: both(twoThirds), pass: both(half),
        base: .baseParticipating),
      // Civil Code 278, items 6–8.
      rule(
        .special, .owners, participation: both(twoThirds), pass: both(threeQuarters),
        base: .baseParticipating),
      // Residents' Committee Law (2025), article 27.
      rule(.assembly, quorum: heads(half), pass: heads(half), base: .basePresent),
      // The same, articles 28 and 29.
      rule(.representatives, quorum: heads(twoThirds), pass: heads(half), base: .basePresent),
      // A committee of owners or of property management.
      rule(.committee, quorum: heads(half), pass: heads(half), base: .baseEntitled),
      rule(.consensus, pass: [RuleLeg(.eachParty, whole)], base: .baseCast),
      rule(.eachPartyMajority, pass: [RuleLeg(.eachParty, half)], base: .baseCast),
      rule(.simple, pass: heads(half), base: .baseCast),
      rule(.absolute, pass: heads(half), base: .baseEntitled),
      rule(.plurality, base: .baseCast),
    ]
  }()
}
