import HallModel
import HallSyntax
import HallWords

/// Offers next actions as a numbered list, and carries out the chosen one, until none is chosen.
struct NextPrompt: Speaking {
  private let invocation: Invocation
  let language: Language
  private var console: any Console { invocation.context.console }
  private var style: Style { invocation.style }

  init(_ invocation: Invocation, _ language: Language) {
    self.invocation = invocation
    self.language = language
  }

  /// - Parameter status: the state of the hall, read anew after each action.
  /// - Returns: the output to be shown, which ends the list.
  mutating func run(
    _ first: HallStatus, again status: () throws(Refusal) -> HallStatus
  ) throws(Refusal) -> Answer {
    var current = first
    // The numbered list replaces the usual next commands.
    var context = invocation.context
    context.saysWhatFollows = false
    while true {
      let actions = NextActions(current).all(invocation.commands)
      guard !actions.isEmpty else { return Answer() }
      console.show("\n" + style.bold(say("现在可以做：", "What to do next:")) + "\n")
      var typed: [String]?
      var call: NextCall?
      var action = choose(actions, Phrase(zh: "离开", en: "leaves"), orCall: &typed)
      if action == nil, typed == nil { return Answer() }
      while let chosen = action, call == nil {
        switch chosen.kind {
        case .call(let chosen): call = chosen
        case .choice(let ways):
          action = choose(ways, Phrase(zh: "返回", en: "goes back"), orCall: &typed)
        }
      }
      if let typed {
        let answer = invocation.answering(typed, context)
        console.show(answer.output + answer.errors)
        current = try status()
        continue
      }
      guard let call, let words = ask(call, current) else { continue }
      let answer = invocation.answering(words, context)
      if reads(call) { return answer }
      console.show(answer.output + answer.errors)
      current = try status()
    }
  }

  /// Whether a call only shows something: it may be long, so it is the last one.
  private func reads(_ call: NextCall) -> Bool {
    let spec = invocation.commands.first { $0.name == call.command }
    return spec.map { spec in !spec.allOptions.contains { $0.name == OptionSpec.dryRun.name } }
      ?? true
  }

  /// The chosen action; nil for none.
  ///
  /// - Parameters:
  ///   - otherwise: what Enter alone does.
  ///   - call: set to the words of a whole call, as `hall 催办 物业`, if one is typed instead.
  private func choose(
    _ actions: [NextAction], _ otherwise: Phrase, orCall call: inout [String]?
  ) -> NextAction? {
    for (place, action) in actions.enumerated() {
      let line = "  \(place + 1)  " + VisibleText.line(action.phrase[language])
      console.show(DisplayWidth.clipped(line, to: max(invocation.context.columns, 20)) + "\n")
    }
    while true {
      let prompt = say(
        "写数字去做，直接回车\(otherwise.zh)：", "Type a number to do it; Enter \(otherwise.en): ")
      guard let line = console.line(leavable(Prompt(prompt))) else { return nil }
      let typed = FullWidth.name(Slice(line))
      if typed.isEmpty { return nil }
      if let number = Int(typed), actions.indices.contains(number - 1) {
        return actions[number - 1]
      }
      let words = ShellWord.split(line)
      if words.count > 1, words[0] == "hall" {
        call = Array(words.dropFirst())
        return nil
      }
      console.show(say("请写 1 到 \(actions.count)。\n", "From 1 to \(actions.count), please.\n"))
    }
  }

  /// The words of a call, with the answers to its questions; nil if the person changes their mind.
  private mutating func ask(_ call: NextCall, _ status: HallStatus) -> [String]? {
    guard let spec = invocation.commands.first(where: { $0.name == call.command }) else {
      return nil
    }
    var answers: [String?] = []
    for question in call.questions {
      let answer = question.isDay ? day(question, call, status) : line(question)
      if answer == nil, !question.isOptional {
        console.show(say("没有写，什么也没有做。\n", "Left empty; nothing was done.\n"))
        return nil
      }
      answers.append(answer)
    }
    var common: [String] = []
    func takes(_ option: OptionSpec) -> Bool { spec.allOptions.contains { $0.name == option.name } }
    for option in [OptionSpec.hall, .language, .asOf] where takes(option) {
      common += invocation.call.values(option).map { option.name + "=" + $0 }
    }
    return call.words(answers, common: common)
  }

  /// One answer; nil if it is empty.
  private func line(_ question: NextCall.Question) -> String? {
    let words = question.words
    let prompt = Prompt(question.text[language] + say("：", ": ")) { typed in
      let last = typed.split(whereSeparator: { "、,，;； ".contains($0) }).last.map(String.init) ?? ""
      return words.filter { $0.hasPrefix(last) }
    }
    return TypedText.words(console.line(leavable(prompt)))
  }

  /// A prompt at which Ctrl-C says how to leave.
  private func leavable(_ prompt: Prompt) -> Prompt {
    var prompt = prompt
    prompt.leaving = say("再按一次 Ctrl-C 就离开", "Ctrl-C again leaves")
    return prompt
  }

  /// A future day, shown back with its weekday; asked again if the words do not mean a day.
  private func day(
    _ question: NextCall.Question, _ call: NextCall, _ status: HallStatus
  ) -> String? {
    let days = DateWords(
      today: status.today, sense: call.command == NewCommand.spec.name ? .meeting : .due,
      charter: status.loaded.hall.charter)
    while let text = line(question) {
      if Vocabulary.keyword(Slice(text), in: .dueWord) != nil { return text }
      do throws(DateWords.Fault) {
        // A meeting may be given its hours together with its day.
        let takesHours = [NewCommand.spec.name, PostponeCommand.spec.name].contains(call.command)
        let said = takesHours ? try days.moment(text) : DateWords.Moment(try days.day(text))
        let hours = said.hours.map { " " + $0 } ?? ""
        console.show("  → " + DayText.withWeekday(said.day, language) + hours + "\n")
        return said.day.iso + hours
      } catch {
        let fault = error.phrase(text, say("日期", "the day"))[language]
        console.show(VisibleText.line(fault) + "\n  " + error.hint[language] + "\n")
      }
    }
    return nil
  }
}
