import HallModel
import HallSyntax
import HallWords

/// Business left over from earlier meetings: items deferred or unfinished, and open tasks.
struct CarriedItems: Speaking {
  private let hall: Hall
  let language: Language
  private let today: Day

  init(_ change: Change) {
    hall = change.hall
    language = change.written
    today = change.today
  }

  /// The title of the item that lists the open tasks.
  private var tasksTitle: String { say("任务落实情况", "How the tasks stand") }

  /// The items left over; the item that lists the tasks is made anew for each meeting.
  var waiting: [ItemReference] {
    hall.openItems.filter { $0.item.title != tasksTitle || !$0.item.matters.isEmpty }
  }

  /// Adds them to the items of a new meeting, each once.
  func add(to items: inout [NewItem]) {
    for open in waiting {
      let note = origin(of: open)
      if let place = items.firstIndex(where: { $0.isAbout(open.item) }) {
        items[place].notes.append(note)
      } else {
        items.append(taken(open.item, note))
      }
    }
    items += tasksItems
  }

  /// Adds what one meeting has left open, each once.
  func add(from meeting: Meeting, to items: inout [NewItem]) {
    for item in meeting.items
    where item.outcome == .deferred || hall.isUnfinished(item, in: meeting) {
      let open = ItemReference(meeting: meeting, item: item)
      guard !items.contains(where: { $0.isAbout(item) }) else { continue }
      items.append(taken(item, origin(of: open)))
    }
  }

  /// The item of a new meeting for one that an earlier meeting left open.
  private func taken(_ item: AgendaItem, _ origin: String) -> NewItem {
    NewItem(
      title: item.title, matters: item.matters, raisedBy: item.text(.raisedBy),
      duration: item.duration, notes: [origin])
  }

  private func origin(of open: ItemReference) -> String {
    let name = Reference.item(open.meeting, open.item).identifier
    let day = open.meeting.day.map { $0.iso + say("，", ", ") } ?? ""
    let state = hall.leftover(of: open)?.word(language) ?? say("没有结论", "no outcome")
    return say("接 \(name)（\(day)\(state)）。", "Taken up from \(name) (\(day)\(state)).")
  }

  /// One item with a list of the overdue tasks and one of the others; empty without tasks.
  private var tasksItems: [NewItem] {
    let open = openTasks
    let late = open.filter { $0.due.map { $0 < today } ?? false }
    let ahead = open.filter { $0.due.map { $0 >= today } ?? true }
    var item = NewItem(title: tasksTitle, isSubject: false)
    item.notes = [
      say(
        "逐项念一遍：办完的念一句；没办完的说清卡在哪里、什么时候办完。",
        "One by one: the finished ones in a word; for the others, what delays them and when they"
          + " will be done."
      )
    ]
    item.points = late.map { line($0, say("已过期限", "past due")) } + ahead.map { line($0, nil) }
    return item.points.isEmpty ? [] : [item]
  }

  private struct OpenTask {
    let task: Task
    let owner: String
    let due: Day?
  }

  /// Open tasks by their due day, those without one last; standing commitments are left out.
  private var openTasks: [OpenTask] {
    let all =
      hall.meetings.flatMap { meeting in
        meeting.tasks.map { (meeting.name, $0) }
      }
      + hall.matters.flatMap { matter in
        matter.tasks.map { (matter.name, $0) }
      }
    return all.filter { $0.1.state == .open && $0.1.due != .ongoing }
      .map { OpenTask(task: $0.1, owner: $0.0, due: $0.1.due.day) }
      .enumerated().sorted { left, right in
        (left.element.due ?? .last, left.offset) < (right.element.due ?? .last, right.offset)
      }.map(\.element)
  }

  private func line(_ open: OpenTask, _ state: String?) -> String {
    let task = open.task
    let name = open.owner + (task.number.map { "-T\($0)" } ?? "")
    let people = hall.charter.people(leading: task.leads).map(\.text)
    let lead = people.isEmpty ? nil : people.joined(in: language)
    let due = open.due?.iso ?? task.value(.due)?.string ?? Keyword.tbd.word(language)
    let facts = [lead, say("期限 ", "due ") + due, state].compactMap { $0 }
    return name + " " + task.title + say("（", " (")
      + facts.joined(separator: say("，", ", ")) + say("）", ")")
  }
}
