import HallModel
import HallStore
import HallSyntax
import HallWords
import HallWork

/// A person at the terminal.
struct MinuteTable {
  private let invocation: Invocation

  init(_ invocation: Invocation) { self.invocation = invocation }

  func take(_ session: inout MinuteSession, _ answer: inout Answer) {
    let console = invocation.context.console
    defer { console.letGo() }
    let kept = session.keptLine
    // What could not be read is said before the meeting, not after it.
    console.show(answer.errors)
    answer.errors = ""
    console.show(session.greeting)
    let place = session.keptPlace
    var written = place.text
    if let text = written, let said = session.goOn(at: text) { console.show(said) }
    var history: [String] = []
    var initial = kept.text ?? ""
    if !initial.isEmpty {
      console.show(
        Phrase(
          zh: "上次没写完的一行还在，接着写就行。\n", en: "The line that was not finished last time is here.\n")[
            session.language])
    }
    while true {
      var prompt = session.prompt(history, in: invocation.context)
      prompt.initial = initial
      prompt.lost = { try? kept.keep($0) }
      guard let line = console.line(prompt) else { break }
      if !initial.isEmpty { try? kept.remove() }
      initial = ""
      let text = line.trimmedText
      if text.isEmpty { continue }
      if history.last != text { history.append(text) }
      var taken = session.take(text)
      if let question = taken.question {
        taken = session.take(text, reply(to: question, in: session, &history))
      }
      if let why = taken.refusal {
        console.show(session.style.magenta(fitted(session.refusedWord + why + "\n")))
      } else {
        console.show(fitted(taken.shown))
      }
      if taken.isDone {
        try? place.remove()
        break
      }
      if let text = session.placeText, text != written {
        try? place.keep(text)
        written = text
      }
    }
    answer.output += session.summary()
    if invocation.context.isTerminal {
      answer.output += invocation.following(session.next, session.language)
    }
  }

  /// The text in lines that fit the terminal.
  private func fitted(_ text: String) -> String {
    text.split(separator: "\n").flatMap {
      DisplayWidth.wrapped(String($0), to: max(20, invocation.context.columns - 1))
    }.map { $0 + "\n" }.joined()
  }

  // MARK: Questions of a line

  private func reply(
    to question: MinuteQuestion, in session: MinuteSession, _ history: inout [String]
  ) -> MinuteReply {
    switch question {
    case .rule(let title, let rules):
      rule(VisibleText.line(title), among: rules, session, &history).map(MinuteReply.rule) ?? .none
    case .leads(let name): leads(name, session.language).map(MinuteReply.leads) ?? .none
    }
  }

  /// A rule chosen from a numbered list; nil without an answer. A line that says something else can
  /// be taken up again.
  private func rule(
    _ title: String, among rules: [String], _ session: MinuteSession, _ history: inout [String]
  ) -> String? {
    let (console, say) = (invocation.context.console, session.say)
    var text = say("「\(title)」按什么规则？\n", "By which rule is '\(title)' decided?\n")
    for (number, rule) in rules.enumerated() {
      text += "  \(number < 9 ? " " : "")\(number + 1)  \(VisibleText.line(rule))\n"
    }
    console.show(text)
    var asked: [String] = []
    while true {
      var prompt = Prompt(
        say("规则（写序号；空着就不加）> ", "rule (its number; nothing adds no vote)> "),
        history: asked, completions: { _ in rules })
      prompt.isHeldUntilNext = true
      guard let answer = console.line(prompt)?.trimmedText, !answer.isEmpty else { return nil }
      asked.append(answer)
      let folded = FullWidth.name(Slice(answer))
      if let number = Int(folded), rules.indices.contains(number - 1) { return rules[number - 1] }
      if session.loaded.hall.charter.rules[Slice(answer)] != nil { return folded }
      let said = VisibleText.line(answer)
      guard MinuteLine(answer) == nil else {
        history.append(answer)
        console.show(
          say(
            "先写「\(title)」按什么规则；「\(said)」还没有记，按 ↑ 找回\n",
            "By which rule is '\(title)' decided? '\(said)' is not taken yet; ↑ has it\n"))
        continue
      }
      console.show(say("没有「\(said)」这个规则\n", "there is no rule '\(said)'\n"))
    }
  }

  /// Whether a person named at the end of a task leads it; nil without an answer.
  private func leads(_ name: String, _ language: Language) -> Bool? {
    var prompt = Prompt(language.say("\(name) 是负责人吗？（是/否）", "Does \(name) lead it? (yes/no) "))
    prompt.isHeldUntilNext = true
    for _ in 0..<3 {
      guard let answer = invocation.context.console.line(prompt)?.trimmedText.lowercased(),
        !answer.isEmpty
      else { return nil }
      if ["是", "是的", "对", "y", "yes"].contains(answer) { return true }
      if ["否", "不是", "不", "n", "no"].contains(answer) { return false }
    }
    return nil
  }
}
