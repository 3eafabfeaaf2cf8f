import HallSyntax

/// Whether decisions are in force. A line that is there and cannot be read is unknown: it never
/// counts as if it were not written.
extension Hall {
  /// Whether a decision binds.
  ///
  /// - Parameter today: the day it is asked for; nil for the time when whatever it waits for is over.
  package func standing(
    of decision: Decision, in meeting: Meeting, on today: Day? = nil
  ) -> DecisionStanding {
    guard meeting.isHeld(by: today) else { return .pending }
    if let ended = ended(decision, on: today) { return ended }
    if let id = decision.identifier(in: meeting), successor(of: id, on: today) != nil {
      return .superseded
    }
    return own(decision, in: meeting, on: today)
  }

  /// The decision that has taken the place of one by a day, the latest of several.
  ///
  /// - Parameter today: nil for the time when whatever it waits for is over.
  package func successor(of older: PartID, on today: Day?) -> PartID? {
    lazyClaims.value[older]?.last { takesPlace($0, on: today) }?.id
  }

  /// Whether a decision has itself taken effect, so that an older one may end. What was set aside
  /// takes no place any more; what was superseded itself keeps the place it took.
  private func takesPlace(_ claim: DecisionClaim, on today: Day?) -> Bool {
    let (decision, meeting) = (claim.decision, claim.meeting)
    guard meeting.isHeld(by: today), ended(decision, on: today) == nil,
      [nil, .carried].contains(verdict(of: decision, in: meeting))
    else { return false }
    return [.inForce, .consultation, .settlement].contains(own(decision, in: meeting, on: today))
  }

  /// Whether a decision was set aside; unknown where the line is there and its day cannot be read.
  private func ended(_ decision: Decision, on today: Day?) -> DecisionStanding? {
    if decision.isUnread(.setAside) { return .undetermined }
    guard let day = decision.setAside, today.map({ day <= $0 }) ?? true else { return nil }
    return .setAside
  }

  /// The standing of a decision of a held meeting that nothing has ended.
  private func own(
    _ decision: Decision, in meeting: Meeting, on today: Day?
  ) -> DecisionStanding {
    if decision.kind == .consultation { return .consultation }
    if decision.kind == .settlement { return .settlement }
    switch verdict(of: decision, in: meeting) {
    case .lost?: return .notCarried
    case .unknown?: return .undetermined
    case .carried?, nil: break
    }
    if decision.isUnread(.kind) { return .undetermined }
    return effect(of: decision, in: meeting, on: today)
  }

  private enum Verdict { case carried, lost, unknown }

  /// What the vote that a decision rests on says of it; nil where it rests on no vote.
  private func verdict(of decision: Decision, in meeting: Meeting) -> Verdict? {
    switch meeting.ground(of: decision) {
    case .agreement, .nothing: return nil
    case .noSuchVote: return .unknown
    case .vote(let vote):
      // A written and approved result is final: nothing has to be counted.
      let final = meeting.isApproved ? vote.writtenResult?.result : nil
      switch final ?? tally(vote, in: meeting).outcome.result {
      case nil: return .unknown
      // A procedural motion decides nothing of the matter itself.
      case .carried?, .elected?: return vote.motion == .mainMotion ? .carried : .unknown
      default: return .lost
      }
    }
  }

  /// Another vote of an item that was carried and that a basis can name by its title.
  package func carriedVote(
    in item: AgendaItem, of meeting: Meeting, otherThan vote: Vote
  ) -> Vote? {
    item.votes.first { other in
      let (name, lost) = (FullWidth.name(Slice(other.title)), FullWidth.name(Slice(vote.title)))
      return other.node != vote.node && other.motion == .mainMotion && !name.isEmpty && name != lost
        && [.carried, .elected].contains(tally(other, in: meeting).outcome.result)
    }
  }

  /// Whether a decision has taken effect: its day has come, or its rule has it wait for the end of
  /// the posting and for an answer to each objection.
  private func effect(
    of decision: Decision, in meeting: Meeting, on today: Day?
  ) -> DecisionStanding {
    if decision.isUnread(.effective) { return .undetermined }
    if let day = decision.effective {
      return today.map { $0 < day } ?? false ? .pending : .inForce
    }
    guard case .vote(let vote) = meeting.ground(of: decision),
      rule(of: vote, in: meeting)?.waitsForPosting == true
    else { return .inForce }
    if decision.isUnread(.posted) { return .undetermined }
    if let today { guard let posted = decision.posted, posted.end < today else { return .pending } }
    let objections = Objections(to: decision, by: today)
    // What an objection was right about does not take effect.
    let isOpen = today != nil && !objections.open.isEmpty
    if isOpen || objections.all.contains(where: \.isUpheld) { return .pending }
    return objections.isUnread ? .undetermined : .inForce
  }
}

/// The standing of a decision.
package enum DecisionStanding: String, Sendable {
  case inForce = "in_force"
  case superseded
  /// A consultation binds nobody by law.
  case consultation
  /// The vote it depends on was not carried.
  case notCarried = "not_carried"
  /// The result of the vote it depends on is not known, or a line that counts cannot be read.
  case undetermined
  /// Its meeting has not been held, or the day it takes effect is still to come.
  case pending
  /// A settlement binds those who signed it.
  case settlement
  /// Ended, as by a court.
  case setAside = "set_aside"
}

extension Meeting {
  /// Whether the meeting has taken place by a day: its status says so, and its day has come.
  fileprivate func isHeld(by today: Day?) -> Bool {
    guard isHeld else { return false }
    guard let today, let day else { return true }
    return day <= today
  }
}
