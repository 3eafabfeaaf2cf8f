import HallChecks
import HallModel
import HallSyntax
import HallWords

/// Something without any progress between two states.
enum SilentThing: Sendable {
  /// An open task without progress: overdue by so many days, or without a due day.
  case task(TaskOwner, Task, late: Int?, lastWord: Day?)
  /// A decision in force that was not posted, or not for long enough.
  case posting(Meeting, Decision, Period?)

  enum Kind: Sendable {
    case overdue, standing, posting

    /// How many are shown: a review is not a complete list.
    var mostShown: Int { self == .standing ? 3 : 5 }
  }

  var kind: Kind {
    switch self {
    case .task(_, _, let late, _): late == nil ? .standing : .overdue
    case .posting: .posting
    }
  }

  /// The days that a task without a due day may go without progress.
  static let patience = 60

  /// - Parameter today: the day of the review.
  static func all(from old: Hall?, to new: Hall, on today: Day) -> [SilentThing] {
    tasks(from: old, to: new, on: today) + postings(of: new, on: today)
  }

  private static func tasks(from old: Hall?, to new: Hall, on today: Day) -> [SilentThing] {
    guard let old else { return [] }
    var before: [String: Task] = [:]
    for (owner, task) in old.ownedTasks {
      if let name = name(owner, task) { before[name] = task }
    }
    var late: [(days: Int, thing: SilentThing)] = []
    var quiet: [(days: Int, thing: SilentThing)] = []
    for (owner, task) in new.ownedTasks where task.state == .open {
      guard let name = name(owner, task), let was = before[name], was.state == .open,
        words(was) == words(task)
      else { continue }
      let last = lastWord(owner, task)
      if let due = task.due.day {
        guard due < today else { continue }
        late.append((today - due, .task(owner, task, late: today - due, lastWord: last)))
      } else if let last, today - last >= patience {
        quiet.append((today - last, .task(owner, task, late: nil, lastWord: last)))
      }
    }
    func sorted(_ things: [(days: Int, thing: SilentThing)]) -> [SilentThing] {
      things.enumerated().sorted { left, right in
        (-left.element.days, left.offset) < (-right.element.days, right.offset)
      }.map(\.element.thing)
    }
    return sorted(late) + sorted(quiet)
  }

  private static func name(_ owner: TaskOwner, _ task: Task) -> String? {
    guard let id = owner.id, let number = task.number else { return nil }
    return PartID(document: id, kind: .task, number: number).text
  }

  /// The remarks recorded for a task.
  private static func words(_ task: Task) -> [String] {
    let document = task.document
    return document.fields(of: task.node).filter { field in
      document.use(of: field)?.roles.isSuperset(of: [.repeats, .afterApproval]) ?? false
    }.map { document.slice(document.nodes[$0].value).string }
  }

  /// The day of the last progress, else that of the meeting or of the report.
  private static func lastWord(_ owner: TaskOwner, _ task: Task) -> Day? {
    let days = task.values(.progress).compactMap { value -> Day? in
      var cursor = Cursor(value)
      return try? cursor.takeDay()
    }
    return (days + [owner.day].compactMap { $0 }).max()
  }
  /// Binding decisions of meetings that were held. A posting of the meeting counts for each of its
  /// decisions.
  private static func postings(of hall: Hall, on today: Day) -> [SilentThing] {
    let held = hall.meetings.filter { $0.isHeld && $0.day.map { $0 <= today } ?? false }
    let latest = held.enumerated().sorted { left, right in
      (right.element.day ?? .first, left.offset) < (left.element.day ?? .first, right.offset)
    }
    return latest.map(\.element).flatMap { meeting in
      meeting.decisions.compactMap { decision in
        guard hall.standing(of: decision, in: meeting) == .inForce else { return nil }
        let isUnreadable = decision.value(.posted) != nil && decision.posted == nil
        let period = decision.posted ?? meeting.period(.posted)
        guard !isUnreadable, PostedWindow.isTooShort(period, of: decision, in: meeting) else {
          return nil
        }
        return .posting(meeting, decision, period)
      }
    }
  }
}
