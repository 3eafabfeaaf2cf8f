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
    examples: ["hall task cancel M-2025-008-T2 改由市政施工"])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    try invocation.perform(
      CancelTask(invocation.arguments[0], because: invocation.arguments[1]))
  }
}
