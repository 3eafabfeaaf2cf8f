import HallModel
import HallWords

/// A question with several answers and no default.
struct Choice<Value> {
  private let question: Phrase
  private let choices: [(value: Value, text: Phrase)]

  init(_ question: Phrase, _ choices: [(Value, Phrase)]) {
    (self.question, self.choices) = (question, choices)
  }

  /// Asks the person; nil if they do not choose.
  func ask(_ sharing: Sharing) throws(Refusal) -> Value? {
    let asked = Question.choice(question, among: choices.map(\.text))
    guard case .choice(let place) = try sharing.reply(to: asked),
      choices.indices.contains(place)
    else { return nil }
    return choices[place].value
  }
}

extension Phrase {
  /// How to leave a question about a reason; without a reason nothing is done.
  static let leavingStops = Phrase(
    zh: "再按一次 Ctrl-C 就停下，什么都不会动", en: "Ctrl-C again stops; nothing is changed")
}
