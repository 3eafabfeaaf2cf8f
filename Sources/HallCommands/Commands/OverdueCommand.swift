import HallChecks
import HallModel
import HallStore
import HallSyntax

/// `hall overdue`: open tasks past due, the oldest first.
///
/// One forward pass over each file answers: neither another file nor the whole hall is needed.
enum OverdueCommand {
  static let within = OptionSpec(
    "--within", value: Phrase(zh: "时长", en: "LENGTH"),
    summary: Phrase(
      zh: "再列出这段时间内到期的，如 7天、5个工作日；不影响退出码",
      en: "add what falls due within this length, such as 7d; never changes the exit code"))

  static let spec = CommandSpec(
    "overdue", aliases: ["逾期"],
    summary: Phrase(zh: "列出过了期限还没完成的任务", en: "open tasks past their due day, oldest first"),
    options: [within, .asOf], formats: [.text, .json, .csv],
    details: Phrase(
      zh: "有逾期任务时退出码为 1，没有时为 0；有文件读不了、或未完成任务的期限读不懂时为 2。",
      en: "Exits 1 if a task is overdue, 0 if none is, and 2 if a file, or the due day of an open"
        + " task, cannot be read."),
    examples: [
      "hall overdue", "hall overdue --as-of 2025-12-01 --json", "hall overdue --within 7天",
    ],
    run: run)

  /// What one hall answers.
  private struct HallAnswer {
    let folder: HallFolder
    let charter: Charter
    let today: Day
    var overdue: [DueTask]
    var upcoming: [DueTask]
  }

  private static func run(_ invocation: Invocation) throws(CommandError) -> Answer {
    var answer = Answer()
    var halls: [HallAnswer] = []
    let format = try invocation.format()
    var language = Language.zh
    for folder in try invocation.folders() {
      let opened: (charter: Charter, failures: [StoreFailure])
      do throws(StoreFailure) { opened = try folder.charter() } catch { throw .store(error) }
      if halls.isEmpty { language = try invocation.language(opened.charter) }
      halls.append(try read(folder, opened, invocation, language, &answer))
    }
    if halls.contains(where: { !$0.overdue.isEmpty }) { answer.raise(to: 1) }
    switch format {
    case .text: answer.output = text(halls, language, invocation)
    case .json: answer.output = json(halls, invocation).text
    case .csv: answer.output = csv(halls)
    }
    return answer
  }

  private static func read(
    _ folder: HallFolder, _ opened: (charter: Charter, failures: [StoreFailure]),
    _ invocation: Invocation, _ language: Language, _ answer: inout Answer
  ) throws(CommandError) -> HallAnswer {
    let charter = opened.charter
    let today = try invocation.today(charter)
    let last = try invocation.call.value(within).map { word throws(CommandError) -> Day in
      guard let length = try? Length(reading: Slice(word)) else {
        throw .unreadableValue(
          word, option: "--within",
          expected: Phrase(zh: "时长，如 7天", en: "a length such as 7d"))
      }
      return charter.end(of: length, from: today)
    }
    let dueBy = last ?? (today + -1)
    let scanned: (answers: [OpenTasks], failures: [StoreFailure])
    do throws(StoreFailure) {
      scanned = try folder.scan { OpenTasks(in: $0, dueBy: dueBy) }
    } catch {
      throw .store(error)
    }
    let files = [charter.document] + scanned.answers.compactMap(\.document)
    let unread = files.filter { $0.fault != nil }
    let unreadable = scanned.answers.flatMap(\.unreadable)
    let problems =
      (opened.failures + scanned.failures).map(\.problem) + unread.compactMap(Utf8.problem)
      + unreadable.compactMap(Value.problem)
    if !problems.isEmpty {
      let renderer = ProblemRenderer(
        documents: unread + unreadable.map(\.task.document), language: language,
        context: invocation.context)
      for problem in problems { answer.errors += renderer.text(problem) }
      answer.raise(to: 2)
    }
    let due = scanned.answers.flatMap(\.due).enumerated().sorted { left, right in
      (left.element.due, left.offset) < (right.element.due, right.offset)
    }.map(\.element)
    return HallAnswer(
      folder: folder, charter: charter, today: today, overdue: due.filter { $0.due < today },
      upcoming: due.filter { $0.due >= today })
  }

  // MARK: - Writers

  private static func text(
    _ halls: [HallAnswer], _ language: Language, _ invocation: Invocation
  ) -> String {
    var text = ""
    let style = invocation.style
    for hall in halls {
      let prefix = halls.count > 1 ? VisibleText.line(hall.charter.name) + "  " : ""
      let day = DayText.withWeekday(hall.today, language)
      if hall.overdue.isEmpty {
        text +=
          prefix
          + Phrase(zh: "没有逾期的任务（截至 \(day)）", en: "Nothing is overdue on \(day).")[language]
          + "\n"
      } else {
        let count = hall.overdue.count
        let title = Phrase(
          zh: "逾期 \(count) 项（截至 \(day)）", en: "\(count) overdue on \(day)")[language]
        text += prefix + style.bold(title) + "\n"
      }
      for task in hall.overdue {
        text += entry(task, hall, prefix, language, style)
      }
      guard invocation.call.has(within) else { continue }
      let title = Phrase(
        zh: "即将到期 \(hall.upcoming.count) 项", en: "\(hall.upcoming.count) due soon")[language]
      text += prefix + style.bold(title) + "\n"
      for task in hall.upcoming { text += entry(task, hall, prefix, language, style) }
    }
    return text
  }

  /// Two lines: how late and what; then who, when, and what it belongs to.
  private static func entry(
    _ due: DueTask, _ hall: HallAnswer, _ prefix: String, _ language: Language, _ style: Style
  ) -> String {
    let late = due.daysLate(on: hall.today)
    let lateness =
      late > 0
      ? Phrase(zh: "逾期\(late)天", en: "\(late)d late")
      : Phrase(zh: late == 0 ? "今天到期" : "还有\(-late)天", en: late == 0 ? "today" : "in \(-late)d")
    let padded = DisplayWidth.padded(lateness[language], to: language == .zh ? 10 : 9)
    let name = due.identifier ?? due.path + ":\(due.line)"
    var details: [String] = []
    if let lead = due.lead { details.append(hall.charter.person(lead).text) }
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
    let separator = language == .zh ? " · " : " · "
    let first =
      (late > 0 ? style.red(padded) : style.yellow(padded)) + style.bold(name) + "  "
      + VisibleText.line(due.title)
    let second =
      String(repeating: " ", count: language == .zh ? 10 : 9)
      + style.dim(VisibleText.line(details.joined(separator: separator)))
    return "\(prefix)\(first)\n\(prefix)\(second)\n"
  }

  private static func json(_ halls: [HallAnswer], _ invocation: Invocation) -> JSONValue {
    func list(_ tasks: (HallAnswer) -> [DueTask]) -> JSONValue {
      .array(halls.flatMap { hall in tasks(hall).map { member($0, hall) } })
    }
    var answer: JSONValue = [
      "as_of": JSONValue(halls.first?.today), "halls": .integer(halls.count),
      "overdue": list(\.overdue),
    ]
    if invocation.call.has(within) { answer = answer.merging(["upcoming": list(\.upcoming)]) }
    return answer
  }

  private static func member(_ due: DueTask, _ hall: HallAnswer) -> JSONValue {
    let isMeeting = due.kind == .meeting
    let decision = due.decision.flatMap { number in
      due.document.map { PartID(document: $0, kind: .decision, number: number).text }
    }
    return [
      "hall": .string(hall.charter.name), "hall_dir": .string(hall.folder.shownPath),
      "task": JSONValue(due.identifier), "title": .string(due.title),
      "lead": due.lead.map { hall.charter.person($0).json } ?? .null, "due": JSONValue(due.due),
      "days_late": .integer(due.daysLate(on: hall.today)),
      "first_due": JSONValue(due.firstDue), "extensions": .integer(due.extensions),
      "decision": JSONValue(decision), "meeting": JSONValue(isMeeting ? due.document?.text : nil),
      "item": JSONValue(due.item), "matter": JSONValue(due.matter?.text),
      "file": .string(due.path), "line": .integer(due.line),
    ]
  }

  private static func csv(_ halls: [HallAnswer]) -> String {
    var csv = CSV([
      "hall", "task", "title", "party", "person", "due", "days_late", "first_due", "extensions",
      "decision", "meeting", "item", "matter", "file", "line",
    ])
    for hall in halls {
      for due in hall.overdue + hall.upcoming {
        let lead = due.lead.map { hall.charter.person($0) }
        let isMeeting = due.kind == .meeting
        csv.add([
          hall.charter.name, due.identifier ?? "", due.title, lead?.party ?? "",
          lead?.name ?? "", due.due.iso, String(due.daysLate(on: hall.today)),
          due.firstDue?.iso ?? "", String(due.extensions),
          due.decision.map { "D\($0)" } ?? "", isMeeting ? due.document?.text ?? "" : "",
          due.item.map(String.init) ?? "", due.matter?.text ?? "", due.path,
          String(due.line),
        ])
      }
    }
    return csv.text
  }
}

extension Person {
  /// `{"party": …, "person": …}`
  var json: JSONValue { ["party": JSONValue(party), "person": JSONValue(name)] }
}
