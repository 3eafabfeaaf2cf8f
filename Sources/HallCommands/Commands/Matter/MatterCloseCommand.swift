import HallModel
import HallSyntax
import HallWords
import HallWork

/// `hall matter close`: closes a matter, with a follow-up visit to be made.
enum MatterCloseCommand: Command {
  static let anyway = OptionSpec(
    "--anyway",
    summary: Phrase(zh: "任务没完成也结案，要用 -m 写理由", en: "close in spite of open tasks; -m says why"))

  static let spec = CommandSpec(
    "matter close", aliases: ["问题 结案"],
    summary: Phrase(zh: "结案，并定下回访", en: "close a matter, and set the day to visit again"),
    arguments: [
      MatterCommand.idArgument, ArgumentSpec(Phrase(zh: "怎么解决的", en: "TEXT")),
    ],
    options: [anyway, MatterCommand.on, .asOf] + OptionSpec.writing,
    details: Phrase(
      zh: "除了长期承诺，还有任务没完成就不能结案，自己的和会上定的都算。结案的同时安排一次回访，按议事厅的回访期（没写就是15天）。",
      en: "A matter with open tasks, its own or from meetings about it, is not closed; standing"
        + " commitments may stay open. A visit is set for the end of the hall's revisit period, or"
        + " of 15 days."),
    examples: [
      Phrase(
        zh: "hall 问题 结案 Q-2025-011 桶换成带盖的，一天清两次",
        en: "hall matter close Q-2025-004 \"a second bin stands by the gate\""),
      Phrase(
        zh: "hall 问题 结案 Q-2025-016 器材装好 --照样 -m 验收手续后补",
        en:
          "hall matter close Q-2025-003 \"the racks are up\" --anyway -m \"the count is still to come\""
      ),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var act = CloseMatter(invocation.arguments[0], solved: invocation.arguments[1])
    act.on = invocation.day(MatterCommand.on)
    act.isAnyway = invocation.call.has(anyway)
    return try invocation.perform(act)
  }
}
