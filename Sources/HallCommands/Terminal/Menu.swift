import HallModel
import HallSharing
import HallSyntax
import HallWords

/// A question with numbered answers; Enter alone chooses the first, if there is a default.
struct Menu<Choice> {
  private let question: Phrase
  private let choices: [(choice: Choice, text: Phrase)]
  private let hasDefault: Bool

  init(_ question: Phrase, _ choices: [(Choice, Phrase)], hasDefault: Bool = true) {
    self.question = question
    self.hasDefault = hasDefault
    self.choices = choices
  }

  /// Asks until a valid number is given; nil at the end of the input.
  func ask(_ console: any Console, _ language: Language) -> Choice? {
    console.show(VisibleText.lines(question[language]) + "\n")
    for (index, entry) in choices.enumerated() {
      console.show("  \(index + 1)  " + VisibleText.line(entry.text[language]) + "\n")
    }
    let prompt =
      hasDefault
      ? Phrase(zh: "选 1–\(choices.count)（回车就是 1）：", en: "1-\(choices.count) (Enter is 1): ")
      : Phrase(zh: "选 1–\(choices.count)：", en: "1-\(choices.count): ")
    var asked = Prompt(prompt[language])
    asked.leaving = Phrase(zh: "再按一次 Ctrl-C 就离开", en: "Ctrl-C again leaves")[language]
    while let line = console.line(asked) {
      let word = FullWidth.name(Slice(line))
      if word.isEmpty, hasDefault { return choices.first?.choice }
      if let number = Int(word), choices.indices.contains(number - 1) {
        return choices[number - 1].choice
      }
      console.show(
        Phrase(zh: "请写 1 到 \(choices.count)。\n", en: "Write 1 to \(choices.count).\n")[language])
    }
    // The terminal is gone, or Ctrl-D was pressed: the next output starts on a new line.
    console.show("\n")
    return nil
  }
}
