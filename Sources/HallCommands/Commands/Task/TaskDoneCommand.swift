import HallModel
import HallSyntax
import HallWords
import HallWork

/// `hall task done`: marks a task as done.
enum TaskDoneCommand: Command {
  static let on = OptionSpec(
    "--on", value: Phrase(zh: "日期", en: "DATE"), takes: .day,
    summary: Phrase(zh: "哪天完成的；不写就是今天", en: "the day it was done; by default today"))
  static let result = OptionSpec(
    "--result", value: Phrase(zh: "结果", en: "TEXT"), takes: .keyword(.satisfaction),
    summary: Phrase(
      zh: "结果如何；回访写 满意、基本满意 或 不满意", en: "how it went; of a revisit: satisfied, dissatisfied"))
  static let evidence = OptionSpec(
    "--evidence", value: Phrase(zh: "佐证", en: "TEXT"), repeats: true,
    summary: Phrase(zh: "照片、单据等佐证", en: "what shows it: a photo, a receipt"))
  static let acceptedBy = OptionSpec(
    "--accepted-by", value: Phrase(zh: "方/人", en: "PARTY/PERSON"), takes: .person,
    summary: Phrase(zh: "谁验收的", en: "who accepted it"))

  static let spec = CommandSpec(
    "task done", aliases: ["任务 完成"],
    summary: Phrase(zh: "任务做完了", en: "tick a task off"),
    arguments: [TaskCommand.idArgument],
    options: [on, result, evidence, acceptedBy, .asOf] + OptionSpec.writing,
    examples: [
      Phrase(
        zh: "hall 任务 完成 M-2025-008-T1",
        en: "hall task done M-2025-004-T1"),
      Phrase(
        zh: "hall 任务 完成 Q-2025-007-T1 --日期 11-28 --结果 满意",
        en: "hall task done M-2025-002-T1 --on 11-28 --result \"thirty places\""),
    ],
    strayWord: { word in
      Phrase(
        zh: "写成 --结果 \(ShellWord.quoted(word))",
        en: "write it as --result \(ShellWord.quoted(word))")
    })

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    let call = invocation.call
    var act = FinishTask(invocation.arguments[0])
    act.on = invocation.day(on)
    act.result = call.value(result)
    act.evidence = call.values(evidence)
    act.acceptedBy = call.value(acceptedBy)
    return try invocation.perform(act)
  }
}
