import Foundation

/// A typed line, cut where the shell's own signs begin.
struct ShellLine {
  /// What stands before the first of them.
  let call: String
  /// From the first sign to the end: `| jq .title`, `> tasks.csv`. Empty where there is none.
  let rest: String

  private static let signs: Set<Character> = ["|", "&", ";", "<", ">", "$", "`", "(", ")"]

  init(_ line: String) {
    var quote: Character?
    let end =
      line.indices.first { index in
        let character = line[index]
        if let open = quote {
          if character == open { quote = nil }
          return false
        }
        if character == "'" || character == "\"" { quote = character }
        return ShellLine.signs.contains(character)
      } ?? line.endIndex
    call = line[..<end].trimmingCharacters(in: .whitespaces)
    rest = String(line[end...])
  }

  /// Whether the rest only takes what the call gives, by a pipe or to a file.
  var isPlain: Bool { rest.hasPrefix("| ") || rest.hasPrefix("> ") || rest.hasPrefix(">> ") }
}
