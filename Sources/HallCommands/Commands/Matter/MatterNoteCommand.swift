import HallModel
import HallSyntax
import HallWork
import HallWords

/// `hall matter note`: adds a line to a matter's log: a step, or a remark.
enum MatterNoteCommand: Command {
  static let step = OptionSpec(
    "--step", value: Phrase(zh: "哪一步", en: "STEP"), takes: .keyword(.log),
    summary: Phrase(
      zh: "方案、受理、报到、会商、落实、催办、反馈、公示、上报、转办、销号、回访；不写就是备注",
      en: "proposed, accepted, answered, met, implementing, urged, answered back, posted,"
        + " escalated, referred, struck off, revisited; by default a remark"))

  static let spec = CommandSpec(
    "matter note", aliases: ["问题 进展"],
    summary: Phrase(zh: "给问题记一笔进展", en: "note a step, or a remark, of a matter"),
    arguments: [
      MatterCommand.idArgument, ArgumentSpec(Phrase(zh: "内容", en: "TEXT"), isOptional: true),
    ],
    options: [step, MatterCommand.on, .asOf] + OptionSpec.writing,
    details: Phrase(
      zh: "上报的内容以新的层级开头，如「街道，请街道协调」。吹哨、结案、重开各有自己的命令。",
      en: "The text of an escalation begins with the new level, as in 'subdistrict: …'. Summoning,"
        + " closing and reopening have commands of their own."),
    examples: [
      Phrase(
        zh: "hall 问题 进展 Q-2025-018 局部修补与整体重做两案 --步骤 方案",
        en:
          "hall matter note Q-2025-004 \"a second bin, or a collection on Sundays\" --step proposed"
      ),
      Phrase(
        zh: "hall 问题 进展 Q-2025-018 '街道，请街道协调' --步骤 上报 --日期 昨天",
        en:
          "hall matter note Q-2025-004 \"subdistrict, asked for a Sunday round\" --step escalated --on yesterday"
      ),
      Phrase(
        zh: "hall 问题 进展 Q-2025-018 住户来电问进度",
        en: "hall matter note Q-2025-004 \"a shopkeeper asked how it goes\""),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    let words = invocation.arguments
    var act = NoteMatter(words[0], words.count > 1 ? words[1] : nil)
    act.on = invocation.day(MatterCommand.on)
    act.step = invocation.call.value(step)
    return try invocation.perform(act)
  }
}
