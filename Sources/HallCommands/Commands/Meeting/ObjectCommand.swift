import HallModel
import HallWork
import HallWords

/// `hall object`: records an objection to a decision.
enum ObjectCommand: Command {
  static let on = OptionSpec(
    "--on", value: Phrase(zh: "日期", en: "DATE"),
    summary: Phrase(zh: "哪天；不写就是今天", en: "the day; by default today"))

  static let spec = CommandSpec(
    "object", aliases: ["异议"],
    summary: Phrase(zh: "记一条对决议的异议", en: "note an objection to a decision"),
    arguments: [
      ArgumentSpec(Phrase(zh: "决议", en: "DECISION")), ArgumentSpec(Phrase(zh: "谁", en: "WHO")),
      ArgumentSpec(Phrase(zh: "内容", en: "TEXT")),
    ],
    options: [on, .asOf] + OptionSpec.writing,
    details: Phrase(
      zh: "记录确认以后也能记。答复用「hall 答复」。",
      en: "Also after the minutes are approved. 'hall answer' answers it."),
    examples: ["hall object M-2025-008-D1 居民/周九 挡住消防通道"])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    let words = invocation.arguments
    var act = ObjectToDecision(words[0], by: words[1], words[2])
    act.on = invocation.day(on)
    return try invocation.perform(act)
  }
}
