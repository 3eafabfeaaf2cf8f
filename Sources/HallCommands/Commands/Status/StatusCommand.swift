import HallGit
import HallModel
import HallStore
import HallSyntax
import HallWords

/// `hall`: the state of the hall.
enum StatusCommand: Command {
  static let spec = CommandSpec(
    "status", aliases: ["概况"],
    summary: Phrase(
      zh: "现在到哪一步了：下次会议、逾期、未议完的、待办的问题", en: "where things stand; what plain 'hall' says"),
    options: [.asOf], formats: [.text, .json],
    details: Phrase(
      zh: "只写「hall」也一样。", en: "Plain 'hall' does the same."),
    examples: [
      Phrase(
        zh: "hall",
        en: "hall"),
      Phrase(
        zh: "hall --截至 2025-12-01",
        en: "hall --as-of 2025-12-01"),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    let format = try invocation.format()
    let halls = try invocation.load(&answer)
    let language = try invocation.language(halls.first?.hall.charter)
    var states: [HallStatus] = []
    for loaded in halls {
      let today = try invocation.today(loaded.hall.charter)
      var status = HallStatus(
        loaded, today: today,
        reader: TypedText.words(invocation.context.environment["HALL_AUTHOR"])
          ?? loaded.folder.ownName.text)
      if format == .text { status.look(around: invocation) }
      states.append(status)
    }
    switch format {
    case .json:
      answer.output =
        JSONValue.object([
          "as_of": JSONValue(states.first?.today), "halls": .array(states.map(\.json)),
        ]).text
    default:
      answer.output = states.map {
        StatusText(
          $0, language: language, style: invocation.style, width: invocation.context.columns
        )
        .text
      }.joined(separator: "\n")
      if let status = states.first, invocation.call.values(.hall).count <= 1 {
        try offer(status, language, invocation, &answer)
      }
    }
    return answer
  }

  /// Offers a person at a terminal what may be done next. The answer so far is shown first.
  private static func offer(
    _ status: HallStatus, _ language: Language, _ invocation: Invocation, _ answer: inout Answer
  ) throws(Refusal) {
    guard invocation.canAsk, invocation.context.isTerminal,
      !NextActions(status).all(invocation.commands).isEmpty
    else { return }
    invocation.context.console.show(answer.errors + answer.output)
    let before = answer.status
    var prompt = NextPrompt(invocation, language)
    answer = try prompt.run(status) { () throws(Refusal) in
      var again = Answer()
      guard let loaded = try invocation.load(&again, namesFiles: false).first else {
        throw .oneHallOnly
      }
      var status = HallStatus(loaded, today: status.today)
      status.look(around: invocation)
      return status
    }
    answer.raise(to: before)
  }
}
