import HallModel
import HallWords

/// Something a person may want to do next, in plain words.
struct NextAction {
  let phrase: Phrase
  let kind: Kind

  indirect enum Kind {
    case call(NextCall)
    /// Alternatives, of which the person chooses one.
    case choice([NextAction])
  }

  static func call(_ phrase: Phrase, _ call: NextCall) -> NextAction {
    NextAction(phrase: phrase, kind: .call(call))
  }

  static func choice(_ phrase: Phrase, _ ways: [NextAction]) -> NextAction {
    NextAction(phrase: phrase, kind: .choice(ways))
  }

  /// The same with the available commands only; nil if none is left.
  func with(_ commands: [CommandSpec]) -> NextAction? {
    switch kind {
    case .call(let call): return commands.contains { $0.name == call.command } ? self : nil
    case .choice(let ways):
      let left = ways.compactMap { $0.with(commands) }
      guard let first = left.first else { return nil }
      guard left.count == 1 else { return .choice(phrase, left) }
      return NextAction(
        phrase: Phrase(
          zh: phrase.zh + "：" + first.phrase.zh, en: phrase.en + ": " + first.phrase.en),
        kind: first.kind)
    }
  }
}

/// The call that an action makes, apart from what has to be asked.
struct NextCall {
  /// For example `matter close`.
  let command: String
  var arguments: [String] = []
  var options: [String] = []
  var questions: [Question] = []

  struct Question {
    let text: Phrase
    /// The option for the answer; nil for an argument after the others.
    var option: String?
    /// Whether the call goes on without it if there is no answer.
    var isOptional = false
    /// Whether it asks for a future day.
    var isDay = false
    /// Words for completion.
    var words: [String] = []
  }

  init(
    _ command: String, _ arguments: [String] = [], options: [String] = [],
    asking questions: [Question] = []
  ) {
    self.command = command
    self.arguments = arguments
    self.options = options
    self.questions = questions
  }

  /// The words of the call. An answer is never read as an option, whatever it begins with.
  ///
  /// - Parameter answers: one for each question; nil for none.
  func words(_ answers: [String?], common: [String]) -> [String] {
    var words = command.split(separator: " ").map(String.init) + options + common
    var arguments = arguments
    for (question, answer) in zip(questions, answers) {
      guard let answer else { continue }
      if let option = question.option {
        words.append(option + "=" + answer)
      } else {
        arguments.append(answer)
      }
    }
    return words + ["--"] + arguments
  }
}
