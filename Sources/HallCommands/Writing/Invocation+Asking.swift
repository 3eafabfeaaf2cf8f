import HallModel
import HallSyntax
import HallWords

/// Questions at the terminal.
extension Invocation {
  /// Asks a question of an act.
  func ask(_ question: Question, _ language: Language) throws(Refusal) -> Reply {
    let console = context.console
    console.show(question.shown.map { VisibleText.line($0[language]) + "\n" }.joined())
    switch question.kind {
    case .consent:
      return saysYes(question.text, language) ? .consent : .declined
    case .words:
      let lines = question.text[language].split(separator: "\n").map(String.init)
      console.show(lines.dropLast().map { VisibleText.line($0) + "\n" }.joined())
      var prompt = Prompt(lines.last ?? "")
      prompt.leaving = (question.leaving ?? .leavingWritesNothing)[language]
      return console.line(prompt).map(Reply.words) ?? .declined
    case .choice(let choices):
      let menu = Menu(question.text, Array(choices.enumerated()), hasDefault: false)
      return menu.ask(console, language).map(Reply.choice) ?? .declined
    case .text:
      console.show(
        Phrase(
          zh: "\(question.text.zh)，写完另起一行按 Ctrl-D：\n",
          en: "\(question.text.en); end with Ctrl-D on a line of its own:\n")[language])
      return .words(try typedText())
    }
  }

  /// Asks a question that only a plain yes answers with yes.
  func saysYes(_ question: Phrase, _ language: Language) -> Bool {
    let asked = Phrase(
      zh: question.zh + "（是/否，回车算「否」）：", en: question.en + " (yes/no; Enter is no) ")
    let line = context.console.line(Prompt(asked[language]))
    let reply = line.map { line in
      Slice(line).trimmed.string.lowercased().filter { !"。.！!".contains($0) }
    }
    let yes: Set<String> = ["是", "是的", "对", "好", "好的", "可以", "行", "写入", "确认", "y", "yes"]
    return reply.map(yes.contains) ?? false
  }
}

extension Phrase {
  /// How to leave a question without an answer.
  static let leavingWritesNothing = Phrase(
    zh: "再按一次 Ctrl-C 就不做了，什么也不写", en: "Ctrl-C again leaves; nothing is written")
}
