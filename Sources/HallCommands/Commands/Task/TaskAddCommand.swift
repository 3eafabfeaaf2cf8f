import HallModel
import HallStore
import HallSyntax
import HallWords
import HallWork

/// `hall task add`: adds a task, under a decision, an item or a matter.
enum TaskAddCommand: Command {
  static let lead = OptionSpec(
    "--lead", value: Phrase(zh: "方/人", en: "PARTY/PERSON"), takes: .person,
    summary: Phrase(zh: "谁负责，如 物业/赵六", en: "who leads, as in property/Li"))
  static let with = OptionSpec(
    "--with", value: Phrase(zh: "方/人", en: "PARTY/PERSON"), takes: .person, repeats: true,
    summary: Phrase(zh: "谁配合，可以写几次", en: "who cooperates; several times if need be"))
  static let due = OptionSpec(
    "--due", value: Phrase(zh: "日期", en: "DATE"), takes: .day,
    summary: Phrase(zh: "期限；也可以写 长期 或 待定", en: "by when; or 'ongoing', 'tbd'"))
  static let standard = OptionSpec(
    "--standard", value: Phrase(zh: "标准", en: "TEXT"),
    summary: Phrase(zh: "怎样算做完", en: "when it counts as done"))
  static let measures = OptionSpec(
    "--measures", value: Phrase(zh: "措施", en: "TEXT"),
    summary: Phrase(zh: "怎么做", en: "how it is to be done"))
  static let review = OptionSpec(
    "--review", value: Phrase(zh: "多久", en: "HOW OFTEN"),
    summary: Phrase(zh: "长期任务多久复查一次", en: "how often a standing commitment is reviewed"))

  static let spec = CommandSpec(
    "task add", aliases: ["任务 新增"],
    summary: Phrase(zh: "交办一项任务", en: "hand out a task"),
    arguments: [
      ArgumentSpec(
        Phrase(zh: "编号", en: "ID"),
        takes: .thing([.decision, .item, .meeting, .matter], isOpen: true)),
      ArgumentSpec(Phrase(zh: "做什么", en: "TITLE")),
    ],
    options: [lead, with, due, standard, measures, review, .asOf] + OptionSpec.writing,
    details: Phrase(
      zh: "编号可以是决议（M-2025-008-D1）、议题（M-2025-008#2）或问题（Q-2025-014）。",
      en: "ID is a decision (M-2025-008-D1), an item (M-2025-008#2) or a matter (Q-2025-014)."),
    examples: [
      Phrase(
        zh: "hall 任务 新增 M-2025-008-D1 取得三家报价 --负责 物业/赵六 --期限 12-15",
        en:
          "hall task add M-2025-004-D1 \"get three prices\" --lead \"property/Grace Tan\" --due 12-15"
      )
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    let call = invocation.call
    var given = GivenTask(invocation.arguments[1], under: invocation.arguments[0])
    given.lead = call.value(lead)
    given.with = call.values(with)
    given.due = invocation.day(due)
    given.standard = call.value(standard)
    given.measures = call.value(measures)
    given.review = call.value(review)
    return try invocation.perform(AddTask(given))
  }
}
