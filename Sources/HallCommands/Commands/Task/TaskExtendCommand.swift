import HallModel
import HallSyntax
import HallWork
import HallWords

/// `hall task extend`: extends a task to a later day. The first day is kept.
enum TaskExtendCommand: Command {
  static let spec = CommandSpec(
    "task extend", aliases: ["任务 延期"],
    summary: Phrase(zh: "给任务延期", en: "give a task more time"),
    arguments: [
      TaskCommand.idArgument, ArgumentSpec(Phrase(zh: "新期限", en: "DATE"), takes: .day),
      ArgumentSpec(Phrase(zh: "原因", en: "REASON"), isOptional: true),
    ],
    options: [.asOf] + OptionSpec.writing,
    details: Phrase(
      zh: "原来的期限留着，另记一行延期。", en: "The first due day stays; the new one is a line of its own."),
    examples: [
      Phrase(
        zh: "hall 任务 延期 M-2025-008-T1 12-30 材料未到",
        en: "hall task extend M-2025-004-T1 12-30 \"the wood is late\"")
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    let due = SpokenDay(
      invocation.arguments[1], called: spec.arguments[1].name[invocation.plainLanguage])
    let arguments = invocation.arguments
    return try invocation.perform(
      ExtendTask(arguments[0], to: due, because: arguments.count > 2 ? arguments[2] : nil))
  }
}
