import HallSyntax
import HallWords

extension Answer {
  /// The answer for listening: what stands side by side, parted by blanks or a dot, becomes a list with
  /// commas, and no line is set in. Everywhere in the program two blanks part things and nothing else.
  var forListening: Answer {
    var answer = self
    answer.output = Answer.spoken(output)
    answer.errors = Answer.spoken(errors)
    return answer
  }

  /// The answer for a terminal: a line that is too wide goes on below itself.
  func fitted(to width: Int) -> Answer {
    var answer = self
    answer.output = Answer.fitted(output, max(width, 20))
    return answer
  }

  private static func fitted(_ text: String, _ width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      let line = String(line)
      guard DisplayWidth.of(line) > width else { return line }
      let indent = line.prefix { $0 == " " }.count
      let margin = String(repeating: " ", count: min(indent + 2, width / 2))
      // The first line is as wide as the others, so that a word stays whole on either.
      let lines = DisplayWidth.wrapped(String(line.dropFirst(indent)), to: width - margin.count)
      return String(repeating: " ", count: indent) + lines.joined(separator: "\n" + margin)
    }.joined(separator: "\n")
  }

  static func spoken(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let comma = Language(of: String(line)) == .zh ? "，" : ", "
      var spoken = ""
      var blanks = 0
      for character in line.replacing(" · ", with: "  ") {
        if character == " " {
          blanks += 1
          continue
        }
        if blanks > 0, let last = spoken.last {
          let isParted = "，。：；、,.:;（(".contains(last)
          spoken += blanks == 1 ? " " : isParted ? (last.isASCII ? " " : "") : comma
        }
        blanks = 0
        spoken.append(character)
      }
      return spoken
    }.joined(separator: "\n")
  }
}
