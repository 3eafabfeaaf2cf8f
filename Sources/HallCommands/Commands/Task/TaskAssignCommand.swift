import HallModel
import HallSyntax
import HallWork
import HallWords

/// `hall task assign`: says who leads a task that is there.
enum TaskAssignCommand: Command {
  static let spec = CommandSpec(
    "task assign", aliases: ["任务 交给"],
    summary: Phrase(zh: "定下或改变任务由谁负责", en: "say who leads a task"),
    arguments: [
      TaskCommand.idArgument,
      ArgumentSpec(Phrase(zh: "谁", en: "WHO"), takes: .person, isOptional: true),
    ],
    options: [TaskAddCommand.due, .asOf] + OptionSpec.writing,
    details: Phrase(
      zh: "还没有期限的任务，可以用 --期限 补上；有了期限的用「hall 任务 延期」。",
      en: "--due gives a task without a due day one; a day that is there is changed by 'hall task"
        + " extend'."),
    examples: [
      Phrase(
        zh: "hall 任务 交给 M-2025-008-T1 物业/赵六",
        en: "hall task assign M-2025-004-T1 \"property/Henry Cole\""),
      Phrase(
        zh: "hall 任务 交给 M-2025-008-T4 赵六",
        en: "hall task assign M-2025-004-T2 \"Alice Ward\""),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    let words = invocation.arguments
    return try invocation.perform(
      AssignTask(
        words[0], to: words.dropFirst().first, by: invocation.day(TaskAddCommand.due)))
  }
}
