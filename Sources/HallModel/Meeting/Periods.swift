import HallSyntax

/// How long something has to be announced, and what asks for it.
package struct DemandedPeriod: Sendable {
  package enum Source: Sendable, Equatable {
    /// A rule of the hall, by its name.
    case rule(String)
    /// `hall.md`
    case hall
    /// The law behind a built-in rule.
    case law
  }

  package let length: Length
  package let source: Source
}

/// Notices and postings: a rule's own period, else that of `hall.md`, else that of the law behind a
/// built-in rule; else nothing is demanded.
extension Meeting {
  /// How long before it a meeting must be announced: the longest that its votes ask for.
  ///
  /// Owners are called 15 days ahead (Property Management Regulations, article 14), residents 10
  /// (Residents' Committee Law 2025).
  package var demandedNotice: DemandedPeriod? {
    demanded(by: votes, .noticePeriod, own: \.noticePeriod) { rule in
      switch rule.builtIn {
      case .ordinary?, .special?: Length(days: 15)
      case .assembly?: Length(days: 10)
      default: nil
      }
    }
  }

  /// How long a decision must be posted; without one, what was decided at the meeting.
  ///
  /// What residents decide is posted for 15 days (Residents' Committee Law 2025, article 34), since
  /// that law came into force.
  package func demandedPosting(of decision: Decision?, from start: Day) -> DemandedPeriod? {
    let above =
      decision.map { decision in
        decision.basis == .byConsensus ? [] : [vote(above: decision)].compactMap(\.self)
      } ?? votes
    return demanded(by: above, .postingPeriod, own: \.postingPeriod) { rule in
      switch rule.builtIn {
      case .assembly?, .representatives?: start >= Meeting.lawInForce ? Length(days: 15) : nil
      default: nil
      }
    }
  }

  /// The Residents' Committee Law of 2025 is in force from 2026-01-01.
  private static let lawInForce = Day(year: 2026, month: 1, day: 1) ?? .last

  private func demanded(
    by votes: [Vote], _ key: Keyword, own: (VotingRule) -> Length?, law: (VotingRule) -> Length?
  ) -> DemandedPeriod? {
    let rules = votes.compactMap { $0.ruleName.flatMap { charter.rules[$0] } }
    let named = rules.compactMap { rule in
      own(rule).map { DemandedPeriod(length: $0, source: .rule(rule.name)) }
    }
    if let longest = named.max(by: { $0.length.days < $1.length.days }) { return longest }
    if let length = charter.length(key) { return DemandedPeriod(length: length, source: .hall) }
    return rules.compactMap(law).max { $0.days < $1.days }
      .map { DemandedPeriod(length: $0, source: .law) }
  }
}
