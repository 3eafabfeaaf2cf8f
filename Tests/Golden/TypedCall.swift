import Foundation
import HallCommands
import HallSyntax
@testable import HallGit

/// A call of `hall` as somebody types it: the words of a line, and what is set before them.
struct TypedCall {
  /// The words after `hall`.
  let words: [String]
  /// `LANG=zh_CN.UTF-8 hall …`: variables of this one call.
  let environment: [String: String]

  /// - Parameter line: without its prompt; nil where it calls another program.
  init?(_ line: String) {
    var words = TypedCall.split(line)
    var environment: [String: String] = [:]
    while let word = words.first, word != "hall", let equals = word.firstIndex(of: "=") {
      environment[String(word[..<equals])] = String(word[word.index(after: equals)...])
      words.removeFirst()
    }
    guard words.first == "hall" else { return nil }
    self.words = Array(words.dropFirst())
    self.environment = environment
  }

  /// The lines of a text. A line end at the very end adds no empty line.
  static func lines(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// The words of a line; quotes keep blanks in a word.
  static func split(_ line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in line {
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

  /// `2025-03-02T09:12`, in Beijing, as seconds since 1970 in Greenwich.
  static func seconds(_ text: String) -> Int? {
    ISO8601DateFormatter().date(from: text + ":00+08:00").map { Int($0.timeIntervalSince1970) }
  }
}
