import HallModel
import HallSyntax
import HallWords

/// `hall outcome`: how an item ended that no vote decided.
enum OutcomeCommand: Command {
  static let spec = CommandSpec(
    "outcome", aliases: ["结论"],
    summary: Phrase(zh: "记一项议题的结论", en: "note how an item ended"),
    arguments: [
      ArgumentSpec(Phrase(zh: "会议", en: "ID")),
      ArgumentSpec(Phrase(zh: "议题", en: "ITEM"), isOptional: true),
      ArgumentSpec(Phrase(zh: "结论", en: "OUTCOME"), isOptional: true),
    ],
    options: [.asOf] + OptionSpec.writing,
    details: Phrase(
      zh: "结论是不靠表决定下的：" + words(.zh) + "。",
      en: "An outcome is what no vote decides: " + words(.en) + "."),
    examples: ["hall outcome M-2025-008 2 下次再议", "hall outcome M-2025-008#1 达成一致"])

  private static func words(_ language: Language) -> String {
    Vocabulary.keywords(in: .outcome).map { $0.word(language) }
      .joined(in: language)
  }

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    var change = try Change(invocation, &answer)
    let place = try change.item(invocation.arguments)
    guard let text = place.rest.first else {
      throw .missingArgument(Phrase(zh: "结论", en: "OUTCOME"), of: invocation.call.spec)
    }
    guard place.rest.count < 2 else {
      throw .unexpectedArgument(place.rest[1], of: invocation.call.spec)
    }
    let outcome = try change.word(text, in: .outcome, Phrase(zh: "结论", en: "outcome"))
    // What is put off or taken back may be so before the meeting.
    if ![.deferred, .withdrawn].contains(outcome) {
      try change.requireHeld(place.meeting, place.id, Phrase(zh: "结论", en: "an outcome"))
    }
    let word = outcome.word(change.written)
    let was = place.item.text(.outcome)
    let number = place.item.number.map(String.init) ?? "?"
    if place.item.outcome != outcome {
      try change.edit(
        place.document,
        why: Phrase(zh: "议题\(number) 结论 \(word)", en: "item \(number): \(word)")
      ) { editor throws(EditFault) in try editor.set(.outcome, word, of: place.item.node) }
    }
    let from = was.map { Phrase(zh: "（原来是「\($0)」）", en: " (was '\($0)')") }
    try change.record(
      &answer,
      did: Phrase(
        zh: "\(place.itemID) \(place.item.title)：\(outcome.word(.zh))\(from?.zh ?? "")",
        en: "\(place.itemID) \(place.item.title): \(outcome.word(.en))\(from?.en ?? "")"),
      next: ["hall show \(place.id)"])
    return answer
  }
}
