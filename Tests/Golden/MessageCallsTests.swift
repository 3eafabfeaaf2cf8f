import Foundation
import Testing

@testable import HallCommands

/// Messages name calls in the words of their language: a Chinese one says `hall 检查` and `--期限`.
@Suite("Calls that messages name")
struct MessageCallsTests {
  private static let commands = CommandTable.commands

  /// The literals of the sources that are sentences in Chinese, each with its place. Examples in help
  /// are calls and no sentences: they are translated when they are shown.
  private static let sentences: [(place: String, text: String)] = {
    let sources = Repository.root.appending(path: "Sources")
    let paths = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String }
    let all = (paths ?? []).filter { $0.hasSuffix(".swift") }.sorted().flatMap { path in
      literals(
        in: (try? String(contentsOf: sources.appending(path: path), encoding: .utf8)) ?? "", path)
    }
    return all.filter { literal in
      !literal.place.contains("WorkflowFile")
        && literal.text.unicodeScalars.contains { (0x4e00...0x9fff).contains($0.value) }
        && !literal.text.hasPrefix("hall ")
    }
  }()

  private static func literals(
    in text: String, _ path: String
  ) -> [(place: String, text: String)] {
    var found: [(place: String, text: String)] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.drop(while: { $0 == " " }).hasPrefix("//") {
      found += literals(of: line).map { ("\(path):\(number + 1)", $0) }
    }
    return found
  }

  /// The string literals of a line, without the escapes; an interpolation is part of its literal.
  private static func literals(of line: Substring) -> [String] {
    var found: [String] = []
    var literal: String?
    var depth = 0
    var last: Character = " "
    for character in line {
      if literal == nil {
        if character == "\"" { literal = "" }
      } else if depth > 0 {
        if character == "(" { depth += 1 }
        if character == ")" { depth -= 1 }
      } else if last == "\\", character == "(" {
        depth = 1
      } else if character == "\"", last != "\\" {
        found.append(literal ?? "")
        literal = nil
      } else {
        literal?.append(character)
      }
      last = character
    }
    return found
  }

  @Test("a Chinese sentence names no command and no option by its English word")
  func chinese() {
    #expect(Self.sentences.count > 500)
    let firsts = Set(Self.commands.compactMap { $0.name.split(separator: " ").first })
    let options = Set(Self.commands.flatMap(\.allOptions).map(\.name))
    for (place, text) in Self.sentences {
      for part in text.split(separator: "hall ", omittingEmptySubsequences: false).dropFirst() {
        let word = part.prefix { $0.isASCII && ($0.isLetter || $0 == "-") }
        #expect(!firsts.contains(word), "\(place): hall \(word)")
      }
      // The options of git are its own.
      guard !text.contains("git ") else { continue }
      for word in text.split(whereSeparator: { " 「」，。；：（）\"".contains($0) })
      where options.contains(String(word)) {
        Issue.record("\(place): \(word)")
      }
    }
  }

  @Test("every Chinese call that a sentence names is one")
  func known() {
    let firsts = Set(
      Self.commands.flatMap(\.aliases).compactMap { $0.split(separator: " ").first })
    for (place, text) in Self.sentences {
      // Elsewhere the program is spoken of by its name.
      for start in ["「hall ", "：hall "] {
        for part in text.split(separator: start, omittingEmptySubsequences: false).dropFirst() {
          let word = part.prefix { character in
            character.unicodeScalars.allSatisfy { (0x4e00...0x9fff).contains($0.value) }
          }
          let isKnown = word.isEmpty || firsts.contains(word)
          #expect(isKnown, "\(place): hall \(word)")
        }
      }
    }
  }
}
