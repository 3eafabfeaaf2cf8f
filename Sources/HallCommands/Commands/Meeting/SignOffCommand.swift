import HallModel
import HallSyntax
import HallWork
import HallWords
import HallWork

/// `hall sign-off`: records that a person signed the minutes on paper.
enum SignOffCommand: Command {
  static let stance = OptionSpec(
    "--stance", value: Phrase(zh: "态度", en: "STANCE"), takes: .keyword(.stance),
    summary: Phrase(
      zh: "同意、保留意见、拒绝签字 或 见证；不写就是同意", en: "agrees (the default), reserves, refuses or witnesses"))
  static let on = OptionSpec(
    "--on", value: Phrase(zh: "日期", en: "DATE"), takes: .day,
    summary: Phrase(zh: "哪天签的；不写就是今天", en: "the day of it; by default today"))
  static let remark = OptionSpec(
    "--remark", value: Phrase(zh: "说明", en: "TEXT"),
    summary: Phrase(zh: "保留什么、为什么", en: "what is reserved, and why"))
  static let of = OptionSpec(
    "--of", value: Phrase(zh: "D1 或 T3", en: "D1 or T3"), takes: .part(.decision),
    summary: Phrase(zh: "只签这一项决议或任务", en: "limits it to a decision or a task"))

  static let spec = CommandSpec(
    "sign-off", aliases: ["签字"],
    summary: Phrase(zh: "记各方在纸上的签字", en: "note a signature on paper"),
    arguments: [
      ArgumentSpec(Phrase(zh: "会议", en: "ID"), takes: .openMeeting),
      ArgumentSpec(Phrase(zh: "方或单位", en: "PARTY"), takes: .party),
      ArgumentSpec(Phrase(zh: "姓名", en: "PERSON"), takes: .person),
    ],
    options: [stance, on, remark, of, .asOf] + OptionSpec.writing,
    details: Phrase(
      zh: "一方可以有几个人签。同一个人对同一项再签一次，就改他那一行。会议记录确认以后也能签。",
      en: "Several people may sign for a party. Who signs the same thing again changes their line."
        + " Approved minutes can still be signed."),
    examples: [
      Phrase(
        zh: "hall 签字 M-2025-008 居民 张三",
        en: "hall sign-off M-2025-004 residents \"Alice Ward\""),
      Phrase(
        zh: "hall 签字 M-2025-008 物业 赵六 --态度 保留意见 --备注 工期偏紧",
        en:
          "hall sign-off M-2025-004 property \"Grace Tan\" --stance reserves --remark \"the day is early\""
      ),
      Phrase(
        zh: "hall 签字 M-2025-008 物业 赵六 --部分 D1 --日期 2025-09-27",
        en: "hall sign-off M-2025-004 units \"Iris Bell\" --of D1 --on 2025-11-21"),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    let (call, words) = (invocation.call, invocation.arguments)
    var act = NoteSignature(words[0], for: words[1], by: words[2])
    act.stance = call.value(stance)
    act.on = invocation.day(on)
    act.remark = call.value(remark)
    act.part = call.value(of)
    return try invocation.perform(act)
  }
}
