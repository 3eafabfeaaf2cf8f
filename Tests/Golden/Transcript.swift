import Foundation
import HallCommands
@testable import HallGit

/// A transcript: lines of why, `$ hall …`, what it answers, and its exit status where that is not
/// nought.
///
///     # Somebody reads the overdue list on the first of December.
///     $ hall --hall samples/xingannanlu overdue --as-of 2025-12-01
///     逾期 3 项（截至 2025-12-01 周一）
///     [1]
///
/// What is said on standard error stands after `! `, and the bytes of a file after `| `.
/// `$ LANG=zh_CN.UTF-8 hall …` sets the environment, `$ TTY=1 hall …` answers as to a terminal,
/// `$ NOW=2025-03-02T09:12 hall …` is asked at another time, and `$ cat FILE` shows a
/// file. Lines that begin with `< ` after a call are typed when it asks, and the answer then shows
/// what stands on the screen.
///
/// A page for readers shows its calls without these marks: see ``ReplayedPage``.
struct Transcript {
  let text: String

  /// The transcript with its calls made again.
  ///
  /// - Parameter programs: what else the calls may start.
  func replayed(
    in folder: URL = Repository.root, programs: any Programs = NoPrograms()
  ) -> String {
    var lines: [String] = []
    var isAnswer = false
    let all = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for (place, line) in all.enumerated() {
      if line.hasPrefix("$ ") {
        let typed = all[(place + 1)...].prefix { $0.hasPrefix("< ") }
        lines += [line] + typed
        lines += Transcript.run(
          String(line.dropFirst(2)), typed.map { String($0.dropFirst(2)) }, in: folder, programs)
        isAnswer = true
      } else if line.hasPrefix("#") || line.isEmpty && !isAnswer {
        if isAnswer { lines.append("") }
        lines.append(line)
        isAnswer = false
      }
    }
    // Where the repository lies is this machine's business.
    return (lines.joined(separator: "\n") + "\n")
      .replacing(folder.path(percentEncoded: false), with: "/hall/")
  }

  private static func run(
    _ line: String, _ typed: [String], in folder: URL, _ programs: any Programs
  ) -> [String] {
    guard let call = TypedCall(line) else {
      guard line.hasPrefix("cat ") else { return ["(no call of hall)"] }
      let text = try? String(contentsOf: folder.appending(path: line.dropFirst(4)), encoding: .utf8)
      return text.map { TypedCall.lines($0).map { "| " + $0 } } ?? ["| (no file)"]
    }
    var context = Repository.context(
      in: folder, isTerminal: call.environment["TTY"] == "1", environment: call.environment)
    context.programs = programs
    if let now = call.environment["NOW"].flatMap(TypedCall.seconds) { context.now = now }
    let console = TypedConsole(typed)
    if context.isTerminal { context.console = console }
    let answer = CommandTable.answer(call.words, in: context)
    let raw = answer.bytes.map { String(decoding: $0, as: UTF8.self) }
    let lines =
      raw.map { TypedCall.lines($0).map { "| " + $0 } }
      ?? TypedCall.lines(console.shown + answer.output)
    return lines + TypedCall.lines(answer.errors).map { "! " + $0 }
      + (answer.status == 0 ? [] : ["[\(answer.status)]"])
  }
}
