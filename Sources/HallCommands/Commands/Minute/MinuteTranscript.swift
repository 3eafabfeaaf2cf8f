import HallModel
import HallStore
import HallSyntax
import HallWords
import HallWork

/// Lines from a script or a transcript: refused lines are reported, and the others are taken.
struct MinuteTranscript {
  private let invocation: Invocation
  /// The maximum number of lines recorded together.
  private static let most = 1000

  init(_ invocation: Invocation) { self.invocation = invocation }

  func take(_ session: inout MinuteSession, _ answer: inout Answer) {
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
    if invocation.context.isTerminal {
      answer.output += invocation.following(session.next, language)
    }
    guard !refused.isEmpty else { return }
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
  }
}
