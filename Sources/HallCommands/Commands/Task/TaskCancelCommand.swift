import HallModel
import HallSyntax
import HallWork
import HallWords

/// `hall task cancel`: cancels a task. It stays in its place.
enum TaskCancelCommand: Command {
  static let spec = CommandSpec(
    "task cancel", aliases: ["任务 取消"],
    summary: Phrase(zh: "任务不用做了", en: "cancel a task"),
    arguments: [TaskCommand.idArgument, ArgumentSpec(Phrase(zh: "原因", en: "REASON"))],
    options: [.asOf] + OptionSpec.writing,
    details: Phrase(
      zh: "任务还在原处，方框里是「-」。", en: "The task stays where it is, with a '-' in its box."),
    examples: [
      Phrase(
        zh: "hall 任务 取消 M-2025-008-T5 改由市里统一演练",
        en: "hall task cancel M-2025-004-T2 \"the school plants trees\"")
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    try invocation.perform(
      CancelTask(invocation.arguments[0], because: invocation.arguments[1]))
  }
}
