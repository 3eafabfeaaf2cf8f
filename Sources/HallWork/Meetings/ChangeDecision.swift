import HallModel
import HallSyntax
import HallWords

/// Changes the fields of a decision that is written already: when it takes effect, its posting, a
/// court that set it aside.
package struct ChangeDecision: Act {
  /// `M-2025-008-D1`
  private let name: String
  private let given: GivenDecision

  package init(_ name: String, _ given: GivenDecision) { (self.name, self.given) = (name, given) }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let (meeting, decision, id) = try change.decision(name)
    let fields = try DecisionFields(given, in: change, of: meeting, standing: decision)
    guard fields.prose == nil else {
      throw .refused(
        Phrase(zh: "\(id) 已经有了，正文不能这样改", en: "\(id) is written: its text is not changed this way"),
        hint: Phrase(
          zh: "用「hall 改字 \(id) 原来的字 改成」", en: "use 'hall reword \(id) OLD NEW'"))
    }
    guard !fields.values.isEmpty else { throw .missing(Phrase(zh: "标题", en: "TITLE")) }
    let number = decision.number ?? 0
    let words = Phrase(
      zh: fields.values.map { $0.keyword.word(.zh) + " " + $0.text }.joined(separator: "，"),
      en: fields.values.map { $0.keyword.word(.en) + " " + $0.text }.joined(separator: ", "))
    let node = decision.node
    try change.edit(
      decision.document, why: Phrase(zh: "D\(number) \(words.zh)", en: "D\(number) \(words.en)")
    ) { editor throws(EditFault) in
      for (keyword, text) in fields.values { try editor.set(keyword, text, of: node) }
    }
    return try change.finish(
      did: Phrase(zh: "\(id)：\(words.zh)", en: "\(id): \(words.en)"), next: ["hall show \(id)"])
  }
}
