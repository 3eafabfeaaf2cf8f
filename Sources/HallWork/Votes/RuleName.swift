import HallModel
import HallSyntax
import HallWords

/// The name of a rule as a vote writes it.
enum RuleName {
  /// Every rule, by the name that is written.
  static func all(_ change: Change) -> [String] {
    let own = change.charter.rules.ownNames
    let builtIn = VotingRule.builtIn.compactMap(\.builtIn).map { $0.word(change.written) }
    return own + builtIn.filter { !own.contains($0) }
  }

  static func written(_ text: String, _ change: Change) throws(Refusal) -> String {
    let name = FullWidth.name(Slice(text))
    if change.charter.rules.ownNames.contains(name) { return name }
    if let keyword = Vocabulary.keyword(Slice(text), in: .ruleName) {
      return keyword.word(change.written)
    }
    let names = all(change)
    let forms = Vocabulary.keywords(in: .ruleName).compactMap(Vocabulary.entry)
      .flatMap { change.written == .zh ? $0.zh : $0.en }
    throw .unknownChoice(
      text, of: Phrase(zh: "规则", en: "rule"), choices: names,
      suggestion: Suggestion.nearest(to: name, among: names + forms))
  }

  static func missing(_ change: Change) -> Refusal {
    let names = all(change)
    return .refused(
      Phrase(
        zh: "新的表决要写按什么规则（\(change.name(.rule))）",
        en: "a new vote needs its rule (\(change.name(.rule)))"),
      hint: Phrase(
        zh: "可以用：" + names.joined(separator: "、"), en: "there are: " + names.joined(separator: ", ")
      ))
  }
}
