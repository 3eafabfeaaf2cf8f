import HallModel
import HallSyntax
import HallWork
import HallWords

/// `hall matter reopen`: reopens a closed matter.
enum MatterReopenCommand: Command {
  static let spec = CommandSpec(
    "matter reopen", aliases: ["问题 重开"],
    summary: Phrase(zh: "结了案的问题又出现，重开", en: "reopen a closed matter"),
    arguments: [MatterCommand.anyArgument, ArgumentSpec(Phrase(zh: "原因", en: "REASON"))],
    options: [MatterCommand.on, .asOf] + OptionSpec.writing,
    details: Phrase(
      zh: "重开以后从头走起，以前的步骤不再算。还没做的回访随之取消。",
      en: "A reopened matter begins anew; its earlier steps count no more. A visit not yet made is"
        + " cancelled with it."),
    examples: [
      Phrase(
        zh: "hall 问题 重开 Q-2025-009 又有两盏不亮",
        en: "hall matter reopen Q-2025-001 \"the lamp on the third floor is out again\"")
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var act = ReopenMatter(invocation.arguments[0], because: invocation.arguments[1])
    act.on = invocation.day(MatterCommand.on)
    return try invocation.perform(act)
  }
}
