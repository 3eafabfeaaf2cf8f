import HallModel
import HallSyntax
import HallWork
import HallWords

/// `hall answer`: answers an objection to a decision.
enum AnswerCommand: Command {
  static let verdict = OptionSpec(
    "--verdict", value: Phrase(zh: "成立|不成立", en: "upheld|dismissed"), takes: .keyword(.answer),
    fact: .objectionAnswered,
    summary: Phrase(zh: "异议成立还是不成立", en: "whether the objection is upheld or dismissed"))
  static let to = OptionSpec(
    "--to", chinese: "--谁的", value: Phrase(zh: "谁", en: "WHO"), takes: .person,
    summary: Phrase(
      zh: "答复谁的异议，或哪天的；只有一条就不用写",
      en: "whose objection, or of which day; not needed for the only one"))

  static let spec = CommandSpec(
    "answer", aliases: ["答复"],
    summary: Phrase(zh: "答复一条异议", en: "answer an objection"),
    arguments: [
      ArgumentSpec(Phrase(zh: "决议", en: "DECISION"), takes: .thing([.decision], isOpen: false)),
      ArgumentSpec(Phrase(zh: "内容", en: "TEXT")),
    ],
    options: [verdict, to, ObjectCommand.on, .asOf] + OptionSpec.writing,
    examples: [
      Phrase(
        zh: "hall 答复 M-2025-008-D1 已请消防看过 --答复 不成立",
        en: "hall answer M-2025-004-D1 \"they go a metre further\" --verdict upheld")
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var act = AnswerObjection(invocation.arguments[0], invocation.arguments[1])
    act.verdict = try invocation.call.value(verdict).map { text throws(Refusal) in
      try Vocabulary.required(
        text, in: .answer, Phrase(zh: "答复", en: "answer"), invocation.plainLanguage)
    }
    act.to = invocation.call.value(to)
    act.on = invocation.day(ObjectCommand.on)
    return try invocation.perform(act)
  }
}
