import HallSyntax

/// What a 取代 says: that one decision takes the place of another.
package struct DecisionClaim: Sendable {
  package let meeting: Meeting
  package let decision: Decision
  package let id: PartID

  /// Why a decision cannot take the place of the one it names.
  package enum Fault: Sendable, Equatable {
    case itself
    /// The other is of a later meeting, or stands below it in the same minutes.
    case notLater
    /// A consultation binds nobody, and a settlement only those who signed it: neither ends what
    /// more people decided.
    case bindsLess
  }

  /// The claims that can hold, by the older decision, each list in the order of the decisions.
  static func all(in meetings: [Meeting]) -> [PartID: [DecisionClaim]] {
    var claims: [PartID: [DecisionClaim]] = [:]
    for meeting in meetings where meeting.isHeld {
      for decision in meeting.decisions {
        guard let older = decision.supersedes, let id = decision.identifier(in: meeting) else {
          continue
        }
        claims[older, default: []].append(
          DecisionClaim(meeting: meeting, decision: decision, id: id))
      }
    }
    guard !claims.isEmpty else { return [:] }
    var known: [PartID: DecisionClaim] = [:]
    for meeting in meetings {
      for decision in meeting.decisions {
        guard let id = decision.identifier(in: meeting), claims[id] != nil, known[id] == nil else {
          continue
        }
        known[id] = DecisionClaim(meeting: meeting, decision: decision, id: id)
      }
    }
    var sound: [PartID: [DecisionClaim]] = [:]
    for (older, newer) in claims {
      guard let old = known[older] else { continue }
      sound[older] = newer.filter { $0.fault(against: old) == nil }.sorted { $1.isLater(than: $0) }
    }
    return sound
  }

  func fault(against old: DecisionClaim) -> Fault? {
    if id == old.id { return .itself }
    guard isLater(than: old) else { return .notLater }
    switch decision.kind {
    case .consultation?: return old.decision.kind == .consultation ? nil : .bindsLess
    case .settlement?:
      return [.consultation, .settlement].contains(old.decision.kind) ? nil : .bindsLess
    default: return nil
    }
  }

  /// By the day of the meeting, then by its identifier, then by the place in the minutes.
  private func isLater(than other: DecisionClaim) -> Bool {
    if let day = meeting.day, let then = other.meeting.day, day != then { return day > then }
    if id.document != other.id.document { return other.id.document < id.document }
    return decision.node > other.decision.node
  }
}

extension Hall {
  /// Why a decision cannot take the place of the one that its 取代 names; nil if it can, or if there
  /// is no such decision.
  package func faultOfReplacing(_ decision: Decision, in meeting: Meeting) -> DecisionClaim.Fault? {
    guard let older = decision.supersedes, let id = decision.identifier(in: meeting),
      let then = self.meeting(older.document), let old = self.decision(older)
    else { return nil }
    let fault = DecisionClaim(meeting: meeting, decision: decision, id: id)
      .fault(against: DecisionClaim(meeting: then, decision: old, id: older))
    // Without the days, only the identifiers say which of two meetings was later.
    let isKnown = meeting.id == then.id || meeting.day != nil && then.day != nil
    return fault == .notLater && !isKnown ? nil : fault
  }
}
