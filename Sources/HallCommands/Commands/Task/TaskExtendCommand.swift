import HallModel
import HallSyntax
import HallWords

/// `hall task extend`: a task gets a later day. The first day stays.
enum TaskExtendCommand: Command {
  static let spec = CommandSpec(
    "task extend", aliases: ["任务 延期"],
    summary: Phrase(zh: "给任务延期", en: "give a task more time"),
    arguments: [
      TaskCommand.idArgument, ArgumentSpec(Phrase(zh: "新期限", en: "DATE")),
      ArgumentSpec(Phrase(zh: "原因", en: "REASON")),
    ],
    options: [.asOf] + OptionSpec.writing,
    details: Phrase(
      zh: "原来的期限留着，另记一行延期。", en: "The first due day stays; the new one is a line of its own."),
    examples: ["hall task extend M-2025-008-T1 10-30 材料未到"])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    var change = try Change(invocation, &answer)
    let (task, id) = try TaskCommand.openTask(invocation.arguments[0], in: change)
    let name = spec.arguments[1].name[change.language]
    let due = try TaskAddCommand.dueText(invocation.arguments[1], name, in: change)
    if let now = task.due.day, let new = try? Day(reading: Slice(due)), new <= now {
      throw .refused(
        Phrase(
          zh: "\(id) 的期限已经是 \(DayText.withWeekday(now, .zh))，\(due) 不比它晚，不是延期",
          en: "\(id) is due on \(DayText.withWeekday(now, .en)) already; \(due) is no extension"),
        hint: Phrase(
          zh: "核对年份和日子；期限本来写错了，用「hall edit」改",
          en: "check the year and the day; a due day that was wrong is corrected with 'hall edit'"))
    }
    let reason = invocation.arguments[2]
    try change.edit(
      task.document,
      why: Phrase(
        zh: "T\(task.number ?? 0) 延期至 \(due)", en: "T\(task.number ?? 0) extended to \(due)")
    ) { editor throws(EditFault) in
      try editor.add(.extended, due + " " + reason, to: task.node)
    }
    try change.record(
      &answer,
      did: Phrase(
        zh: "\(id) 延期至 \(DayText.shown(due, .zh))：\(reason)",
        en: "\(id) extended to \(DayText.shown(due, .en)): \(reason)"))
    return answer
  }
}
