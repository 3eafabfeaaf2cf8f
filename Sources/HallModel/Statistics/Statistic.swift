import HallSyntax

/// What is counted. The raw value is used in machine formats; docs/figures.md explains each.
package enum Statistic: String, Sendable, CaseIterable {
  case stageCollected = "stage_collected"
  case stageProposed = "stage_proposed"
  case stageSummoned = "stage_summoned"
  case stageDeliberated = "stage_deliberated"
  case stageImplementing = "stage_implementing"
  case stageClosed = "stage_closed"
  case stageRevisited = "stage_revisited"
  /// Closed in the period, of those in hand in it.
  case closed
  /// Collected in the period and closed by now.
  case resolved
  /// Done by the due day as first decided, and by the last extension.
  case onTimeFirst = "on_time_first"
  case onTimeExtended = "on_time_extended"
  /// Whistles answered within the deadline.
  case answered
  case overdue
  case satisfied
  case fullySatisfied = "fully_satisfied"
  case held
  case attended
  case turnoutOfOwners = "turnout_owners_heads"
  case turnoutByArea = "turnout_owners_area"
  case turnoutOfMembers = "turnout_members_heads"
  case inForce = "decisions_in_force"
  case superseded = "decisions_superseded"
  case consultation = "decisions_consultation"
  case notCarried = "decisions_not_carried"
  case undetermined = "decisions_undetermined"

  package enum Subject: Sendable, CaseIterable {
    case matters, tasks, revisits, meetings, votes, decisions
  }

  package var subject: Subject {
    switch self {
    case .stageCollected, .stageProposed, .stageSummoned, .stageDeliberated, .stageImplementing,
      .stageClosed, .stageRevisited, .closed, .resolved:
      .matters
    case .onTimeFirst, .onTimeExtended, .answered, .overdue: .tasks
    case .satisfied, .fullySatisfied: .revisits
    case .held, .attended: .meetings
    case .turnoutOfOwners, .turnoutByArea, .turnoutOfMembers: .votes
    case .inForce, .superseded, .consultation, .notCarried, .undetermined: .decisions
    }
  }

  /// Whether each thing counted belongs to a party and a person: the one who raised it, leads it or
  /// came.
  package var isOfPeople: Bool {
    switch self {
    case .held: false
    default: ![.votes, .decisions].contains(subject)
    }
  }

  package init(_ stage: Stage) {
    self =
      switch stage {
      case .collected: .stageCollected
      case .proposed: .stageProposed
      case .summoned: .stageSummoned
      case .deliberated: .stageDeliberated
      case .implementing: .stageImplementing
      case .closed: .stageClosed
      case .revisited: .stageRevisited
      }
  }
}

/// A part of a whole, and the number of things left out of both.
package struct Share: Sendable, Equatable {
  /// Heads, tasks, …, or ten-thousandths of a square metre.
  package var part: Int128 = 0
  package var whole: Int128 = 0
  /// How many things are in neither, because their figures or their day are not known.
  package var leftOut = 0

  package init(part: Int128 = 0, whole: Int128 = 0, leftOut: Int = 0) {
    self.part = part
    self.whole = whole
    self.leftOut = leftOut
  }

  package static func += (left: inout Share, right: Share) {
    left.part += right.part
    left.whole += right.whole
    left.leftOut += right.leftOut
  }

  /// `66.7`: the percentage to one decimal, a half rounded up; nil where the whole is zero.
  package var percent: String? {
    guard whole > 0 else { return nil }
    let tenths = (2000 * part + whole) / (2 * whole)
    return "\(tenths / 10).\(tenths % 10)"
  }
}
