import HallModel
import HallSyntax
import HallWork
import HallWords

/// `hall outcome`: records the outcome of an item that was not decided by vote.
enum OutcomeCommand: Command {
  static let spec = CommandSpec(
    "outcome", aliases: ["结论"],
    summary: Phrase(zh: "记一项议题的结论", en: "note how an item ended"),
    arguments: [
      ArgumentSpec(Phrase(zh: "会议", en: "ID"), takes: .thing([.meeting, .item], isOpen: true)),
      ArgumentSpec(Phrase(zh: "议题", en: "ITEM"), takes: .part(.item), isOptional: true),
      ArgumentSpec(Phrase(zh: "结论", en: "OUTCOME"), takes: .keyword(.outcome), isOptional: true),
    ],
    options: [.asOf] + OptionSpec.writing,
    details: Phrase(
      zh: "结论是不靠表决定下的：" + words(.zh) + "。",
      en: "The outcome of an item that is not decided by vote: " + words(.en) + "."),
    examples: [
      Phrase(
        zh: "hall 结论 M-2025-008 2 下次再议",
        en: "hall outcome M-2025-004 4 deferred"),
      Phrase(
        zh: "hall 结论 M-2025-008#1 达成一致",
        en: "hall outcome M-2025-004#3 agreed"),
    ])

  private static func words(_ language: Language) -> String {
    Vocabulary.keywords(in: .outcome).map { $0.word(language) }
      .joined(in: language)
  }

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    try invocation.perform(NoteOutcome(invocation.arguments))
  }
}
