import HallModel
import HallStore
import HallSyntax
import HallWords
import HallWork

/// `hall minute`: takes the minutes during a meeting.
enum MinuteCommand: Command {
  static let spec = CommandSpec(
    "minute", aliases: ["记录"],
    summary: Phrase(zh: "开会时一行一行地记", en: "take minutes live, a line a fact"),
    arguments: [ArgumentSpec(Phrase(zh: "会议", en: "ID"))],
    options: [.by, .asOf],
    details: Phrase(
      zh: "一行记一件事，回车就存好了：\n" + MinuteHelp.text(.zh)
        + "不认识的一行也不会丢：当作原话记在议题下面。\n"
        + "不在终端上时从标准输入读同样的写法，空行和 # 开头的行不算；没记下的行最后一起列出来，"
        + "退出码为 1，一行也没记下时为 2。",
      en: "One line, one fact; it is on the disk when the prompt is back:\n" + MinuteHelp.text(.en)
        + "A line that begins with none of these is kept as a text of the item.\n"
        + "Without a terminal the same is read from standard input; blank lines and lines that"
        + " begin with # are skipped, and lines that were not taken are listed at the end: then it"
        + " exits 1, or 2 if no line was taken."),
    examples: ["hall minute M-2025-008", "hall minute M-2025-008 < transcript.txt"])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    let change = try invocation.change(&answer, locks: false)
    let reference = try change.find(invocation.arguments[0])
    guard case .meeting(let meeting) = reference else {
      throw .refused(
        Phrase(
          zh: "「\(invocation.arguments[0])」不是会议",
          en: "'\(invocation.arguments[0])' is not a meeting"),
        hint: Phrase(zh: "会议的编号像 M-2025-008", en: "a meeting is named as in M-2025-008"))
    }
    try refuseUnfit(meeting, reference.identifier, change)
    // The author is determined once: without HALL_AUTHOR git has to be started.
    var invocation = invocation
    invocation.context.environment["HALL_AUTHOR"] = try invocation.author(change.charter).name
    var session = try MinuteSession(invocation, of: reference.identifier)
    if invocation.canAsk { return try MinuteTable(invocation).take(&session) }
    return try MinuteTranscript(invocation).take(&session)
  }

  /// Refuses a meeting that cannot be going on now.
  private static func refuseUnfit(
    _ meeting: Meeting, _ id: String, _ change: Change
  ) throws(Refusal) {
    switch meeting.status {
    case .approved: throw .sealed(id)
    case .cancelled, .postponed:
      let status = meeting.status ?? .cancelled
      throw .refused(
        Phrase(
          zh: "「\(id)」的状态是「\(status.word(.zh))」，没有会可记",
          en: "'\(id)' is '\(status.word(.en))': there is nothing to take minutes of"),
        hint: Phrase(
          zh: "确实开了，先把状态改过来：hall edit \(id)", en: "if it is held, change that: hall edit \(id)")
      )
    default: break
    }
    if let day = meeting.day, day > change.today, !meeting.isHeld {
      throw .refused(
        Phrase(
          zh: "「\(id)」定在 \(DayText.withWeekday(day, .zh))，还没有到",
          en: "'\(id)' is on \(DayText.withWeekday(day, .en)), which is still to come"),
        hint: Phrase(
          zh: "提前开了，先把时间改过来：hall edit \(id)",
          en: "if it is held before that, change its time: hall edit \(id)")
      )
    }
  }
}

/// Lines from a script or a transcript: refused lines are reported, and the others are taken.
struct MinuteTranscript {
  private let invocation: Invocation
  /// The maximum number of lines recorded together.
  private static let most = 1000

  init(_ invocation: Invocation) { self.invocation = invocation }

  func take(_ session: inout MinuteSession) throws(Refusal) -> Answer {
    var answer = Answer()
    let language = session.language
    let console = invocation.context.console
    var number = 0
    var refused: [(number: Int, line: String, why: String)] = []
    var waiting: [(number: Int, line: SpokenLine)] = []
    // Made once for all waiting lines: for a long document it takes time.
    var translation: MinuteTranslation?
    func tell(_ taken: MinuteSession.Taken, _ number: Int, _ line: String) {
      if let why = taken.refusal {
        refused.append((number, line, why))
      } else {
        console.show(taken.shown)
      }
    }
    func takeWaiting(_ session: inout MinuteSession) {
      let taken = session.take(waiting.map(\.line))
      for (entry, taken) in zip(waiting, taken) { tell(taken, entry.number, entry.line.line) }
      (waiting, translation) = ([], nil)
    }
    while var line = console.line(Prompt("")) {
      number += 1
      if number == 1, line.hasPrefix("\u{FEFF}") { line.unicodeScalars.removeFirst() }
      let text = line.trimmedText
      if text.isEmpty || text.hasPrefix("#") || text.hasPrefix("＃") { continue }
      guard !text.unicodeScalars.contains("\u{FFFD}") else {
        let why = Phrase(
          zh: "有读不出的字，文件要存成 UTF-8", en: "it is not UTF-8; save the file as UTF-8")
        refused.append((number, text, why[language]))
        continue
      }
      let current = translation ?? session.translation
      translation = current
      if let spoken = session.spoken(text, current) {
        waiting.append((number, spoken))
        // When no further line is there yet, the waiting lines are written to the disk.
        if waiting.count == MinuteTranscript.most || !console.hasLine { takeWaiting(&session) }
        continue
      }
      takeWaiting(&session)
      let taken = session.take(text)
      translation = nil
      tell(taken, number, text)
      if taken.isDone { break }
    }
    takeWaiting(&session)
    answer.output = session.summary()
    guard !refused.isEmpty else { return answer }
    answer.errors +=
      Phrase(
        zh: "这 \(refused.count) 行没有记下：\n", en: "Not taken, \(refused.count) of the lines:\n")[
        language]
    for entry in refused.sorted(by: { $0.number < $1.number }) {
      let place = Phrase(zh: "第\(entry.number)行：", en: "line \(entry.number): ")[language]
      answer.errors += place + VisibleText.line(entry.line) + "\n"
      for line in entry.why.split(separator: "\n") { answer.errors += "  " + line + "\n" }
    }
    // If some lines were taken, status 2 would mean that nothing was done.
    answer.raise(to: session.hasRecorded ? 1 : 2)
    return answer
  }
}

/// A person at the terminal.
struct MinuteTable {
  private let invocation: Invocation

  init(_ invocation: Invocation) { self.invocation = invocation }

  func take(_ session: inout MinuteSession) throws(Refusal) -> Answer {
    let console = invocation.context.console
    defer { console.letGo() }
    let kept = session.keptLine
    console.show(session.greeting)
    var history: [String] = []
    var initial = kept.text ?? ""
    if !initial.isEmpty {
      console.show(
        Phrase(
          zh: "上次没写完的一行还在，接着写就行。\n", en: "The line that was not finished last time is here.\n")[
            session.language])
    }
    while true {
      var prompt = session.prompt(history)
      prompt.initial = initial
      prompt.lost = { try? kept.keep($0) }
      guard let line = console.line(prompt) else { break }
      if !initial.isEmpty { try? kept.remove() }
      initial = ""
      let text = line.trimmedText
      if text.isEmpty { continue }
      if history.last != text { history.append(text) }
      let taken = session.take(text)
      history += session.unasked
      session.unasked = []
      if let why = taken.refusal {
        console.show(session.style.yellow(fitted(session.refusedWord + why + "\n")))
      } else {
        console.show(fitted(taken.shown))
      }
      if taken.isDone { break }
    }
    return Answer(output: session.summary())
  }

  /// The text in lines that fit the terminal.
  private func fitted(_ text: String) -> String {
    text.split(separator: "\n").flatMap {
      DisplayWidth.wrapped(String($0), to: max(20, invocation.context.columns - 1))
    }.map { $0 + "\n" }.joined()
  }
}
