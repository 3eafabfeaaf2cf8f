import HallModel
import HallSyntax
import HallWork
import HallWords

/// `hall matter show`: shows one matter completely, as `hall show` does.
enum MatterShowCommand: Command {
  static let spec = CommandSpec(
    "matter show", aliases: ["问题 看"],
    summary: Phrase(zh: "看一个问题的来龙去脉", en: "all of one matter, with its steps and tasks"),
    arguments: [MatterCommand.anyArgument],
    options: [ShowCommand.raw, ShowCommand.revision, .asOf], formats: [.text, .json],
    details: Phrase(
      zh: "和「hall 看」一样，只是编号可以只写 14，就是第 14 个问题。",
      en: "The same as 'hall show', but 14 is matter 14 here."),
    examples: [
      Phrase(
        zh: "hall 问题 看 Q-2025-014",
        en: "hall matter show Q-2025-002"),
      Phrase(
        zh: "hall 问题 看 14",
        en: "hall matter show 2"),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    let name = MatterName.identifier(invocation.arguments[0])
    return try ShowCommand.show(invocation, named: name) { halls, text throws(Refusal) in
      try halls.findMatter(text)
    }
  }
}
