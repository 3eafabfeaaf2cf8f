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
/// What is said on standard error stands behind `! `, and the bytes of a file behind `| `.
/// `$ LANG=zh_CN.UTF-8 hall …` sets the environment, `$ TTY=1 hall …` answers as to a terminal,
/// `$ NOW=2025-03-02T09:12 hall …` is asked at another time, and `$ cat FILE` shows a
/// file.
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
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("$ ") {
        lines.append(line)
        lines += Transcript.run(line, in: folder, programs)
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

  private static func run(_ line: String, in folder: URL, _ programs: any Programs) -> [String] {
    var words = split(String(line.dropFirst(2)))
    if words.first == "cat", words.count == 2 {
      let text = try? String(contentsOf: folder.appending(path: words[1]), encoding: .utf8)
      return (text ?? "(no file)").split(separator: "\n", omittingEmptySubsequences: false)
        .dropLast().map { "| " + $0 }
    }
    var environment: [String: String] = [:]
    while let word = words.first, word != "hall", let equals = word.firstIndex(of: "=") {
      environment[String(word[..<equals])] = String(word[word.index(after: equals)...])
      words.removeFirst()
    }
    words.removeFirst()
    var context = Repository.context(
      in: folder, isTerminal: environment["TTY"] == "1", environment: environment)
    context.programs = programs
    if let now = environment["NOW"].flatMap(seconds) { context.now = now }
    let answer = CommandTable.answer(words, in: context)
    let raw = answer.bytes.map { String(decoding: $0, as: UTF8.self) }
    var lines = (raw ?? answer.output).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    if lines.last == "" { lines.removeLast() }
    if raw != nil { lines = lines.map { "| " + $0 } }
    var errors = answer.errors.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "! " + $0 }
    if errors.last == "! " { errors.removeLast() }
    return lines + errors + (answer.status == 0 ? [] : ["[\(answer.status)]"])
  }

  /// `2025-03-02T09:12`, in Beijing, as seconds since 1970 in Greenwich.
  private static func seconds(_ text: String) -> Int? {
    let formatter = ISO8601DateFormatter()
    return formatter.date(from: text + ":00+08:00").map { Int($0.timeIntervalSince1970) }
  }

  /// The words of a call; quotes keep blanks in a word.
  static func split(_ call: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in call {
      if let open = quote {
        if character == open { quote = nil } else { word?.append(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character == " " {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let done = word { words.append(done) }
    return words
  }
}
