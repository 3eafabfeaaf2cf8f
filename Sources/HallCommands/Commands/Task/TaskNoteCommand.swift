import HallModel
import HallSyntax
import HallWork
import HallWords

/// `hall task note`: records the progress of a task.
enum TaskNoteCommand: Command {
  static let on = OptionSpec(
    "--on", value: Phrase(zh: "日期", en: "DATE"), takes: .day,
    summary: Phrase(zh: "哪天的进展；不写就是今天", en: "the day; by default today"))

  static let spec = CommandSpec(
    "task note", aliases: ["任务 进展"],
    summary: Phrase(zh: "记一笔任务的进展", en: "note how far a task has come"),
    arguments: [TaskCommand.idArgument, ArgumentSpec(Phrase(zh: "进展", en: "TEXT"))],
    options: [on, .asOf] + OptionSpec.writing,
    examples: [
      Phrase(
        zh: "hall 任务 进展 M-2025-008-T1 已收两家报价",
        en: "hall task note M-2025-004-T1 \"two prices are in\"")
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var act = NoteTask(invocation.arguments[0], invocation.arguments[1])
    act.on = invocation.day(on)
    return try invocation.perform(act)
  }
}
