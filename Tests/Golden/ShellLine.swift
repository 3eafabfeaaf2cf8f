import Foundation

/// A typed line, cut where the shell's own signs begin.
struct ShellLine {
  /// The line up to the first of them.
  let call: String
  /// The rest of the line, as `| jq .title` or `> tasks.csv`; empty if the line has no sign.
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
