import HallModel
import HallSyntax
import HallWords

/// `hall task done`: a task has been carried out.
enum TaskDoneCommand: Command {
  static let on = OptionSpec(
    "--on", value: Phrase(zh: "日期", en: "DATE"),
    summary: Phrase(zh: "哪天完成的；不写就是今天", en: "the day it was done; today, without"))
  static let result = OptionSpec(
    "--result", value: Phrase(zh: "结果", en: "TEXT"),
    summary: Phrase(
      zh: "结果如何；回访写 满意、基本满意 或 不满意", en: "how it went; of a revisit: satisfied, dissatisfied"))
  static let evidence = OptionSpec(
    "--evidence", value: Phrase(zh: "佐证", en: "TEXT"), repeats: true,
    summary: Phrase(zh: "照片、单据等佐证", en: "what shows it: a photo, a receipt"))
  static let acceptedBy = OptionSpec(
    "--accepted-by", value: Phrase(zh: "方/人", en: "PARTY/PERSON"),
    summary: Phrase(zh: "谁验收的", en: "who accepted it"))

  static let spec = CommandSpec(
    "task done", aliases: ["任务 完成"],
    summary: Phrase(zh: "任务做完了", en: "tick a task off"),
    arguments: [TaskCommand.idArgument],
    options: [on, result, evidence, acceptedBy, .asOf] + OptionSpec.writing,
    examples: [
      "hall task done M-2025-008-T1", "hall task done Q-2025-014-T2 --on 12-01 --result 满意",
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    var change = try Change(invocation, &answer)
    let (task, id) = try TaskCommand.openTask(invocation.arguments[0], in: change)
    let day =
      try invocation.call.value(on).map { text throws(Refusal) in
        try dayDone(text, task, in: change)
      } ?? change.today
    let call = invocation.call
    try change.edit(
      task.document,
      why: Phrase(zh: "T\(task.number ?? 0) 完成", en: "T\(task.number ?? 0) done")
    ) { editor throws(EditFault) in
      try editor.setBox(.done, of: task.node)
      for evidence in call.values(evidence) { try editor.add(.evidence, evidence, to: task.node) }
      try editor.set(.done, day.iso, of: task.node)
      if let result = call.value(result) { try editor.set(.taskResult, result, of: task.node) }
      if let person = call.value(acceptedBy) { try editor.set(.acceptedBy, person, of: task.node) }
    }
    try change.record(
      &answer,
      did: Phrase(
        zh: "\(id) 完成于 \(DayText.withWeekday(day, .zh))：\(task.title)",
        en: "\(id) done on \(DayText.withWeekday(day, .en)): \(task.title)"),
      next: next(task, in: change))
    return answer
  }

  /// The day it was done. One before the meeting is last year's day in most cases, and is taken
  /// where the year stands in it.
  private static func dayDone(
    _ text: String, _ task: Task, in change: Change
  ) throws(Refusal) -> Day {
    let day = try change.invocation.day(text, on.name, .done, in: change)
    let words = DateWords(today: change.today, sense: .done, charter: change.charter)
    guard task.document.kind == .meeting,
      let met = Meeting(task.document, charter: change.charter).day, day < met,
      !words.isWrittenOut(text)
    else { return day }
    throw .refused(
      Phrase(
        zh: "\(on.name) 的「\(text)」是 \(DayText.withWeekday(day, .zh))，早于会议的 "
          + "\(DayText.withWeekday(met, .zh))；什么也没有写",
        en: "'\(text)', for \(on.name), is \(DayText.withWeekday(day, .en)), before the meeting of "
          + "\(DayText.withWeekday(met, .en)); nothing was written"),
      hint: Phrase(zh: "确实是那天，就写上年份：\(day.iso)", en: "if so it was, write the year: \(day.iso)"))
  }

  /// What the matter it was for waits for, once nothing is left to do; else the next task.
  private static func next(_ task: Task, in change: Change) -> [String] {
    let outcome = change.outcome
    var ids = task.document.kind == .matter ? [DocumentID(of: task.document)] : []
    if let item = task.document.ancestor(of: task.node, .item) {
      ids += AgendaItem(document: task.document, node: item).matters
    }
    let calls = ids.compactMap { $0 }.compactMap(outcome.matter).flatMap { matter in
      MatterSteps(matter, in: outcome, today: change.today).calls(change.language)
    }
    return calls.isEmpty ? ["hall overdue"] : Array(calls.prefix(4))
  }
}
