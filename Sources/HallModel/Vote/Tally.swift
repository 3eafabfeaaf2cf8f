import HallSyntax

/// One condition of a rule, computed for one vote.
package struct TallyLeg: Sendable {
  package enum Stage: String, Sendable, CaseIterable {
    case participation, quorum, pass, veto

    /// The key of a rule that has its legs as value.
    package var keyword: Keyword {
      switch self {
      case .participation: .participation
      case .quorum: .quorum
      case .pass: .pass
      case .veto: .rejectedBy
      }
    }
  }

  package let stage: Stage
  package let measure: Measure
  /// The option it is about, in a choice.
  package let option: String?
  package let have: Figure
  package let of: Figure
  package let threshold: Threshold
  /// What shares are counted in; nil for other measures.
  package let shareUnit: ShareUnit?
  /// Whether all who count for it are meant, without a count.
  package let isWhole: Bool
  /// Nil where a figure is unknown.
  package let holds: Bool?

  init(
    _ stage: Stage, _ measure: Measure, option: String? = nil, _ have: Figures, of whole: Figures,
    _ threshold: Threshold, isWhole: Bool = false
  ) {
    let shares = measure == .shares ? Figures.aligned(have, whole) : nil
    self.init(
      stage, measure, option: option, shares?.left ?? have[measure],
      of: shares?.right ?? whole[measure], threshold, in: shares?.unit, isWhole: isWhole)
  }

  init(
    _ stage: Stage, _ measure: Measure, option: String? = nil, _ have: Figure, of: Figure,
    _ threshold: Threshold, in unit: ShareUnit? = nil, isWhole: Bool = false
  ) {
    self.stage = stage
    self.measure = measure
    self.option = option
    self.have = have
    self.of = of
    self.threshold = threshold
    shareUnit = unit
    switch threshold.amount {
    case .number(let needed, _):
      self.isWhole = false
      holds = have.number.map { threshold.inclusive ? $0 >= needed : $0 > needed }
    case .fraction(let fraction):
      self.isWhole = isWhole && (have.number == nil || of.number == nil)
      if self.isWhole {
        holds = fraction.isReached(by: 1, of: 1, inclusive: threshold.inclusive)
      } else if let whole = of.number, whole == 0 {
        // A share of zero is never reached.
        holds = false
      } else if stage == .veto, have == .zero, fraction.numerator > 0 {
        // Where nobody is against, no share is reached, however many there are.
        holds = false
      } else if let part = have.number, let whole = of.number {
        holds = fraction.isReached(by: part, of: whole, inclusive: threshold.inclusive)
      } else {
        holds = nil
      }
    }
  }

  /// Why it cannot be determined.
  var gap: Gap? {
    guard holds == nil else { return nil }
    return have.gap ?? (threshold.isNumber ? nil : of.gap)
  }
}

/// The outcome of a vote.
package struct Outcome: Sendable, Equatable {
  /// 通过, 未通过, 参与不足, 当选 or 平票; nil where it cannot be computed.
  package let result: Keyword?
  /// Who is elected, if it is a choice.
  package let elected: [String]?
  /// The alternates, in their order, as far as it is clear.
  package private(set) var alternates: [String] = []
  /// Those who are level for the last places, of a seat at a tie, else of an alternate: which of them
  /// has it is not clear.
  package private(set) var level: [String] = []
  /// Why it cannot be computed.
  package let reason: Gap?

  init(result: Keyword?, elected: [String]?, reason: Gap?) {
    (self.result, self.elected, self.reason) = (result, elected, reason)
  }

  func with(alternates: [String], level: [String]) -> Outcome {
    var outcome = self
    (outcome.alternates, outcome.level) = (alternates, level)
    return outcome
  }

  static func decided(_ result: Keyword) -> Outcome {
    Outcome(result: result, elected: nil, reason: nil)
  }

  static func unknown(_ gap: Gap) -> Outcome {
    Outcome(result: nil, elected: nil, reason: gap)
  }
}

/// One vote, computed leg by leg.
package final class Tally: Sendable {
  package let vote: Vote
  package let meeting: Meeting
  /// Nil where the vote names no rule, or one that is not defined.
  package let rule: VotingRule?
  package let counts: VoteCounts?
  package let legs: [TallyLeg]
  /// The same legs without the silent ballots; empty where the rule ignores them anyway.
  package let legsWithoutSilent: [TallyLeg]
  /// The outcome computed from the figures under the rule.
  package let computed: Outcome
  /// The outcome of the vote: the written one if the minutes are approved, else the computed one;
  /// unknown where it could only be computed with the charter of another day.
  package let outcome: Outcome
  /// The outcome if silent ballots were ignored.
  package let withoutSilent: Outcome
  /// The outcome if the recused were not left out anywhere.
  package let withRecused: Outcome
  /// The outcome without the chair's casting vote.
  package let withoutCasting: Outcome
  /// The side that the casting vote decided for; nil if it did not count.
  package let casting: Keyword?
  /// Whether the outcome is what the chair declared: nobody counted.
  package let isDeclared: Bool
  /// What silent ballots were added to.
  package let deemed: SilentShare?
  /// Whether the charter is the one in force when the minutes were approved; else it is today's,
  /// and does not affect a written result.
  package let isPastKnown: Bool

  /// Voters who may or may not be entitled, if that is why the result is unknown.
  package let unknownVoters: [String]
  /// The lines of counts without a value, if that is why.
  package let emptyCounts: [EmptyCount]

  /// - Parameters:
  ///   - meeting: with the charter by which the vote is judged.
  ///   - ballotBook: the file that 票册 refers to, if it is here.
  package init(
    _ vote: Vote, in meeting: Meeting, ballotBook: BallotBook? = nil, isPastKnown: Bool = true
  ) {
    self.vote = vote
    self.isPastKnown = isPastKnown
    self.meeting = meeting
    rule = vote.rule(in: meeting)
    // Today's charter says nothing about minutes that were approved under one that is not known.
    let final =
      (meeting.isApproved ? vote.writtenResult.map(Outcome.init) : nil)
      ?? (isPastKnown ? nil : .unknown(.pastUnknown))
    guard let rule else {
      counts = nil
      unknownVoters = []
      emptyCounts = []
      legs = []
      legsWithoutSilent = []
      let isBroken = vote.ruleName.map(meeting.charter.rules.isUnreadable) ?? false
      computed = .unknown(isBroken ? .ruleUnreadable : .ruleUnknown)
      outcome = final ?? computed
      withoutSilent = computed
      withRecused = computed
      withoutCasting = computed
      casting = nil
      isDeclared = false
      deemed = nil
      return
    }
    let counts = VoteCounts(vote, in: meeting, rule: rule, ballotBook: ballotBook)
    self.counts = counts
    let reading = TallyReading(silent: rule.silent)
    let count = TallyCount(counts, reading)
    legs = count.legs
    casting = count.casting
    // What is written twice contradicts itself, whatever else there is.
    let contradiction = vote.isSaidTwice ? Outcome.unknown(.writtenTwice) : nil
    let declared = contradiction == nil ? Tally.declared(vote, rule, count) : nil
    isDeclared = declared != nil
    let given = contradiction ?? declared ?? Tally.settled(vote, count.outcome)
    let found = given ?? count.outcome
    computed = found
    outcome = final ?? found
    unknownVoters = count.outcome.reason == .voterUnknown ? counts.reader.unknownVoters : []
    emptyCounts = count.outcome.reason == .emptyCount ? counts.reader.emptyCounts : []
    deemed = count.deemed
    func other(_ change: (inout TallyReading) -> Void) -> Outcome {
      var other = reading
      change(&other)
      return given ?? TallyCount(counts, other).outcome
    }
    withoutCasting = count.casting == nil ? found : other { $0.countsCasting = false }
    let spoken =
      rule.silent == .ignored ? nil : TallyCount(counts, TallyReading(silent: .ignored))
    legsWithoutSilent = spoken?.legs ?? []
    withoutSilent = contradiction ?? spoken?.outcome ?? computed
    withRecused =
      counts.allRecused.heads == .zero ? found : other { $0.countsRecused = true }
  }

  /// Whether the written result is final, whatever happens to roster, parties and rules.
  package var isFinal: Bool { meeting.isApproved && vote.writtenResult != nil }

  /// Why the result is unknown, in words, with the names of the people it depends on.
  package func words(for reason: Gap) -> Phrase {
    if reason == .emptyCount, let phrase = emptyCounts.phrase { return phrase }
    guard reason == .voterUnknown, !unknownVoters.isEmpty else { return reason.phrase }
    let most = 5
    let zh = unknownVoters.prefix(most).map { "「\($0)」" }.joined(separator: "、")
    let en = unknownVoters.prefix(most).map { "'\($0)'" }.joined(separator: ", ")
    let more = unknownVoters.count > most ? ("等", " and others") : ("", "")
    return rule?.voters == .owners
      ? Phrase(
        zh: "\(zh)\(more.0)不在名册里，不知道面积，算不出按业主的票",
        en: "\(en)\(more.1) not on the roster: without an area an owner's vote cannot be counted")
      : Phrase(
        zh: "\(zh)\(more.0)不在名册里，也没有写是哪一方，不知道有没有表决权",
        en:
          "\(en)\(more.1) not on the roster, and of no party: it is not known whether they may vote"
      )
  }

  /// Whether silent ballots decide the result.
  package var hangsOnSilence: Bool { computed != withoutSilent }

  /// Whether leaving the recused out decides the result.
  package var hangsOnRecusal: Bool { computed != withRecused }

  /// Whether the casting vote decides the result.
  package var hangsOnCasting: Bool { computed != withoutCasting }
}
