import HallModel
import HallSyntax
import HallWords

/// `hall task note`: how far a task has come.
enum TaskNoteCommand: Command {
  static let spec = CommandSpec(
    "task note", aliases: ["任务 进展"],
    summary: Phrase(zh: "记一笔任务的进展", en: "note how far a task has come"),
    arguments: [TaskCommand.idArgument, ArgumentSpec(Phrase(zh: "进展", en: "TEXT"))],
    options: [TaskDoneCommand.on, .asOf] + OptionSpec.writing,
    examples: ["hall task note M-2025-008-T1 已收两家报价"])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    var change = try Change(invocation, &answer)
    let (task, id) = try TaskCommand.task(invocation.arguments[0], in: change)
    let day =
      try invocation.call.value(TaskDoneCommand.on).map { text throws(Refusal) in
        try invocation.day(text, TaskDoneCommand.on.name, .done, in: change)
      } ?? change.today
    let text = invocation.arguments[1]
    try change.edit(
      task.document,
      why: Phrase(zh: "T\(task.number ?? 0) 进展", en: "T\(task.number ?? 0) progress")
    ) { editor throws(EditFault) in
      try editor.add(.progress, day.iso + " " + text, to: task.node)
    }
    try change.record(
      &answer,
      did: Phrase(
        zh: "\(id) 进展 \(day.iso)：\(text)", en: "\(id) progress \(day.iso): \(text)"))
    return answer
  }
}
