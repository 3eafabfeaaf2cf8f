import HallSyntax

/// How far a matter has come: the furthest stage that there is evidence for.
package enum Stage: String, Sendable, CaseIterable, Comparable {
  case collected, proposed, summoned, deliberated, implementing, closed, revisited

  package static func < (left: Stage, right: Stage) -> Bool { left.order < right.order }

  private var order: Int { Stage.allCases.firstIndex(of: self) ?? 0 }

  /// The log word that stands for the stage.
  package var keyword: Keyword {
    switch self {
    case .collected: .collected
    case .proposed: .proposed
    case .summoned: .summoned
    case .deliberated: .met
    case .implementing: .implementing
    case .closed: .closed
    case .revisited: .revisited
    }
  }
}

/// The state of a matter, computed from its log, its tasks and the meetings about it.
package struct MatterState: Sendable {
  package let stage: Stage
  /// The day of the last 结案 that counts.
  package let closedDay: Day?
  /// The day of the last 重开.
  package let reopenedDay: Day?
  /// Whether the last revisit found people dissatisfied.
  package let isDissatisfied: Bool

  /// - Parameters:
  ///   - references: the items about the matter, each with its meeting.
  ///   - inForce: whether a decision of a meeting is in force.
  init(
    _ matter: Matter, references: [ItemReference],
    inForce: (Decision, Meeting) -> Bool
  ) {
    let log = matter.log
    // The latest reopening by its day, in whichever order the log is written; of two on one day,
    // the lower.
    let reopening = log.indices.filter { log[$0].keyword == .reopened }
      .max { (log[$0].day ?? .first, $0) < (log[$1].day ?? .first, $1) }
    let reopened = reopening.flatMap { log[$0].day }
    var stage = Stage.collected
    func isNews(_ evidence: Stage, on day: Day?) -> Bool {
      // After 重开 only evidence from that day or later counts.
      if let reopened, day.map({ $0 < reopened }) ?? true { return false }
      return evidence > stage
    }
    func note(_ evidence: Stage, on day: Day?) {
      if isNews(evidence, on: day) { stage = evidence }
    }
    // The last revisit by its day; of two on one day, the lower. One without a day counts as the
    // oldest.
    var last: (day: Day, satisfied: Keyword?)?
    func noteRevisit(_ satisfied: Keyword?, on day: Day?) {
      let day = day ?? .first
      if day >= reopened ?? .first, day >= last?.day ?? .first { last = (day, satisfied) }
    }
    var closed: Day?
    for (index, line) in log.enumerated() {
      // Lines above the reopening count only if their day is later.
      if let reopening, index < reopening, (line.day ?? .first) <= (reopened ?? .last) { continue }
      for evidence in Stage.allCases where evidence.keyword == line.keyword {
        note(evidence, on: line.day)
      }
      if line.keyword == .revisited { noteRevisit(line.satisfaction, on: line.day) }
      if line.keyword == .closed, reopened == nil || line.day.map({ $0 >= reopened ?? $0 }) == true
      {
        closed = line.day
      }
    }
    for reference in references where reference.meeting.isHeld {
      let day = reference.meeting.day
      note(.deliberated, on: day)
      // Whether a decision is in force is the dearest question: it is asked until one is.
      if isNews(.implementing, on: day),
        reference.item.decisions.contains(where: { inForce($0, reference.meeting) })
      {
        note(.implementing, on: day)
      }
    }
    for task in matter.tasks where task.isRevisit && task.state == .done {
      // The revisit that led to the reopening is often on the same day.
      if let reopening, task.node < log[reopening].node,
        (task.doneDay ?? .first) <= (reopened ?? .last)
      {
        continue
      }
      note(.revisited, on: task.doneDay)
      noteRevisit(task.satisfaction, on: task.doneDay)
    }
    self.stage = stage
    closedDay = closed
    reopenedDay = reopened
    isDissatisfied = last?.satisfied == .dissatisfied
  }
}

/// An item of a meeting that is about a matter.
package struct ItemReference: Sendable {
  package let meeting: Meeting
  package let item: AgendaItem

  package init(meeting: Meeting, item: AgendaItem) { (self.meeting, self.item) = (meeting, item) }
}
