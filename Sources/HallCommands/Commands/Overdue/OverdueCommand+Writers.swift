import HallModel
import HallStore
import HallSyntax
import HallWords

extension OverdueCommand {
  static func text(
    _ halls: [HallAnswer], _ language: Language, _ invocation: Invocation
  ) -> String {
    var text = ""
    let style = invocation.style
    // Halls in distant time zones may have different days.
    let days = Set(halls.map(\.today))
    let day = days.count == 1 ? days.first.map { DayText.withWeekday($0, language) } : nil
    let overdue = merged(halls, \.overdue)
    if overdue.isEmpty {
      text +=
        Phrase(
          zh: "没有逾期的任务" + (day.map { "（截至 \($0)）" } ?? ""),
          en: "Nothing is overdue" + (day.map { " on \($0)." } ?? "."))[language] + "\n"
    } else {
      let title = Phrase(
        zh: "逾期 \(overdue.count) 项" + (day.map { "（截至 \($0)）" } ?? ""),
        en: "\(overdue.count) overdue" + (day.map { " on \($0)" } ?? ""))[language]
      text += style.bold(title) + "\n"
    }
    let labels = HallLabels(halls.map(\.charter.name))
    func entries(_ tasks: [(hall: HallAnswer, due: DueTask)]) -> String {
      Parallel.map(count: tasks.count) { index in
        let (hall, due) = tasks[index]
        let prefix = labels.prefix(hall.charter.name, in: hall.folder)
        return entry(due, hall, prefix, language, invocation)
      }.joined()
    }
    text += entries(overdue)
    if invocation.call.has(within) {
      let upcoming = merged(halls, \.upcoming)
      let title = Phrase(zh: "即将到期 \(upcoming.count) 项", en: "\(upcoming.count) due soon")[language]
      text += style.bold(title) + "\n" + entries(upcoming)
    }
    return text
  }

  /// Two lines: how late and what; then who, when, and what the task belongs to.
  private static func entry(
    _ due: DueTask, _ hall: HallAnswer, _ prefix: String, _ language: Language,
    _ invocation: Invocation
  ) -> String {
    let style = invocation.style
    let late = due.daysLate(on: hall.today)
    let indent = language.pick(10, 9)
    // Hundreds of days fill the column; a blank must follow all the same.
    let padded = DisplayWidth.padded(lateness(late, language) + " ", to: indent)
    let name = due.identifier ?? due.path + ":\(due.line)"
    let second = VisibleText.line(details(due, hall, language).joined(separator: " · "))
    let room = invocation.context.fittingWidth.map { $0 - indent - DisplayWidth.of(prefix) }
    let lines = room.map { DisplayWidth.wrapped(second, to: max(20, $0)) } ?? [second]
    let margin = prefix + String(repeating: " ", count: indent)
    var text = prefix
    text += late > 0 ? style.red(padded) : style.magenta(padded)
    text += style.bold(name)
    text += "  "
    text += VisibleText.line(due.what(language))
    text += "\n"
    for line in lines {
      text += margin
      text += style.dim(line)
      text += "\n"
    }
    return text
  }

  private static func lateness(_ late: Int, _ language: Language) -> String {
    switch language {
    case .zh: late > 0 ? "逾期\(late)天" : late == 0 ? "今天到期" : "还有\(-late)天"
    case .en: late > 0 ? "\(late)d late" : late == 0 ? "today" : "in \(-late)d"
    }
  }

  /// Who, when, and what the task belongs to.
  private static func details(
    _ due: DueTask, _ hall: HallAnswer, _ language: Language
  ) -> [String] {
    var details: [String] = []
    let people = hall.charter.people(leading: due.leads).map(\.text)
    if !people.isEmpty { details.append(people.joined(in: language)) }
    var day = Phrase(zh: "期限 ", en: "due ")[language] + due.due.iso
    if due.extensions > 0 {
      let times = due.extensions
      let first = due.firstDue?.iso ?? "?"
      day +=
        Phrase(zh: "（延期\(times)次，原定 \(first)）", en: " (extended \(times)×, first \(first))")[
          language]
    }
    details.append(day)
    if let decision = due.decision {
      details.append(Phrase(zh: "决议 ", en: "decision ")[language] + "D\(decision)")
    }
    if due.kind == .meeting, let matter = due.matter { details.append(matter.text) }
    return details
  }

  /// A warning for each overdue task, a notice for each that falls due soon.
  static func annotations(
    _ halls: [HallAnswer], _ language: Language, _ invocation: Invocation
  ) -> String {
    var text = ""
    for hall in halls where !hall.overdue.isEmpty || !hall.upcoming.isEmpty {
      let folder = invocation.annotated(hall.folder)
      for due in hall.overdue + hall.upcoming {
        let late = due.daysLate(on: hall.today)
        let facts = [lateness(late, language), due.what(language)] + details(due, hall, language)
        text +=
          Annotation(
            level: late > 0 ? .warning : .notice, file: folder + due.path, line: due.line,
            title: due.identifier ?? "overdue", message: facts.joined(separator: " · ")
          ).text
      }
    }
    return text
  }

  static func writeJSON(
    _ halls: [HallAnswer], _ invocation: Invocation, to answer: inout Answer
  ) {
    func list(_ tasks: (HallAnswer) -> [DueTask]) -> JSONList {
      let tasks = merged(halls, tasks)
      return JSONList(count: tasks.count) { member(tasks[$0].due, tasks[$0].hall) }
    }
    var lists = ["overdue": list(\.overdue)]
    if invocation.call.has(within) { lists["upcoming"] = list(\.upcoming) }
    let members: JSONMembers = [
      "as_of": JSONValue(halls.first?.today), "halls": .integer(halls.count),
    ]
    invocation.write(members, lists: lists, to: &answer)
  }

  private static func member(_ due: DueTask, _ hall: HallAnswer) -> JSONValue {
    let isMeeting = due.kind == .meeting
    return [
      "hall": .string(hall.charter.name), "hall_dir": .string(hall.folder.shownPath),
      "task": JSONValue(due.isReply ? nil : due.identifier), "title": .string(due.title),
      "reply": .bool(due.isReply),
      "lead": due.leads.first.map { hall.charter.person($0).json } ?? .null,
      "leads": .array(hall.charter.people(leading: due.leads).map(\.json)),
      "due": JSONValue(due.due),
      "days_late": .integer(due.daysLate(on: hall.today)),
      "first_due": JSONValue(due.firstDue), "extensions": .integer(due.extensions),
      "decision": JSONValue(due.decisionIdentifier),
      "meeting": JSONValue(isMeeting ? due.document?.text : nil),
      "item": JSONValue(due.item), "matter": JSONValue(due.matter?.text),
      "file": .string(due.path), "line": .integer(due.line),
    ]
  }

  static func csv(_ halls: [HallAnswer]) -> CSV {
    var csv = CSV([
      "hall", "task", "title", "party", "person", "due", "days_late", "first_due", "extensions",
      "decision", "meeting", "item", "matter", "file", "line", "hall_dir",
    ])
    for (hall, due) in merged(halls, \.overdue) + merged(halls, \.upcoming) {
      let lead = due.leads.first.map { hall.charter.person($0) }
      let isMeeting = due.kind == .meeting
      csv.add([
        hall.charter.name, due.isReply ? "" : due.identifier ?? "", due.title, lead?.party ?? "",
        lead?.name ?? "", due.due.iso, String(due.daysLate(on: hall.today)),
        due.firstDue?.iso ?? "", String(due.extensions),
        due.decisionIdentifier ?? "", isMeeting ? due.document?.text ?? "" : "",
        due.item.map(String.init) ?? "", due.matter?.text ?? "", due.path,
        String(due.line), hall.folder.shownPath,
      ])
    }
    return csv
  }
}
