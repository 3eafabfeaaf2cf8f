import HallModel
import HallWords

/// Something a person may want to do next, in plain words.
struct NextAction {
  let phrase: Phrase
  let kind: Kind

  indirect enum Kind {
    case call(NextCall)
    /// Ways to go about it, of which one is chosen.
    case choice([NextAction])
  }

  static func call(_ phrase: Phrase, _ call: NextCall) -> NextAction {
    NextAction(phrase: phrase, kind: .call(call))
  }

  static func choice(_ phrase: Phrase, _ ways: [NextAction]) -> NextAction {
    NextAction(phrase: phrase, kind: .choice(ways))
  }

  /// The same with the commands there are; nil where none is left.
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

/// The call an action makes, but for what has to be asked.
struct NextCall {
  /// As in `matter close`.
  let command: String
  var arguments: [String] = []
  var options: [String] = []
  var questions: [Question] = []

  struct Question {
    let text: Phrase
    /// The option the answer goes to; nil for an argument behind the others.
    var option: String?
    /// Whether no answer means that the call goes without.
    var isOptional = false
    /// Whether it asks for a day to come.
    var isDay = false
    /// Words that may be meant.
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

  /// The words of the call. What was answered is never an option, whatever it begins with.
  ///
  /// - Parameter answers: one for each question; nil where there is none.
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
