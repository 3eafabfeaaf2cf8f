import HallModel
import HallSyntax
import HallWords

/// `hall task cancel`: a task does not count any more. It stays where it is.
enum TaskCancelCommand: Command {
  static let spec = CommandSpec(
    "task cancel", aliases: ["任务 取消"],
    summary: Phrase(zh: "任务不用做了", en: "cancel a task"),
    arguments: [TaskCommand.idArgument, ArgumentSpec(Phrase(zh: "原因", en: "REASON"))],
    options: [.asOf] + OptionSpec.writing,
    details: Phrase(
      zh: "任务还在原处，方框里是「-」。", en: "The task stays where it is, with a '-' in its box."),
    examples: ["hall task cancel M-2025-008-T2 改由市政施工"])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    var change = try Change(invocation, &answer)
    let (task, id) = try TaskCommand.openTask(invocation.arguments[0], in: change)
    let reason = invocation.arguments[1]
    let note = Phrase(zh: "取消：\(reason)", en: "cancelled: \(reason)")[change.written]
    let today = change.today
    try change.edit(
      task.document,
      why: Phrase(zh: "T\(task.number ?? 0) 取消", en: "T\(task.number ?? 0) cancelled")
    ) { editor throws(EditFault) in
      try editor.setBox(.cancelled, of: task.node)
      try editor.add(.progress, today.iso + " " + note, to: task.node)
    }
    try change.record(
      &answer,
      did: Phrase(zh: "\(id) 已取消：\(task.title)", en: "\(id) cancelled: \(task.title)"))
    return answer
  }
}
