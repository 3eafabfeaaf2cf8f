import HallModel
import HallSyntax
import HallWords

/// A call that is suggested to somebody, in the words of their language.
enum CallText {
  /// In Chinese, the Chinese names of the command and of its options: `hall task add --due` is `hall
  /// 任务 新增 --期限`. Everything else stays.
  static func said(_ call: String, _ language: Language, _ commands: [CommandSpec]) -> String {
    guard language == .zh, call.hasPrefix("hall ") else { return call }
    let words = call.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    for count in [2, 1] where words.count > count {
      let name = words[1...count].joined(separator: " ")
      guard let spec = commands.first(where: { $0.name == name }) else { continue }
      let rest = words[(count + 1)...].map { word -> String in
        guard word.hasPrefix("--") else { return word }
        let name = word.prefix { $0 != "=" }
        let option = spec.allOptions.first { $0.name == name }
        return (option?.chinese ?? String(name)) + word.dropFirst(name.count)
      }
      return ([spec.called(.zh)] + rest).joined(separator: " ")
    }
    return call
  }

  /// A call in lines of a width, each but the last ended as a shell wants it to go on: `\`. Words, also
  /// quoted ones, stay whole.
  static func broken(_ call: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in words(call) {
      if line.isEmpty {
        line = word
      } else if DisplayWidth.of(line) + 1 + DisplayWidth.of(word) + 2 <= width {
        line += " " + word
      } else {
        lines.append(line + " \\")
        line = "    " + word
      }
    }
    return lines + [line]
  }

  /// The words of a call as they are typed: a blank within quotation marks ends none.
  private static func words(_ call: String) -> [String] {
    var words: [String] = []
    var quote: Character?
    for part in call.split(separator: " ", omittingEmptySubsequences: false) {
      if quote == nil {
        words.append(String(part))
      } else {
        words[words.count - 1] += " " + part
      }
      for character in part {
        if let open = quote {
          if character == open { quote = nil }
        } else if character == "\"" || character == "'" {
          quote = character
        }
      }
    }
    return words
  }
}

extension Invocation {
  /// The usual next calls, for a person at a terminal.
  func following(_ calls: [String], _ language: Language) -> String {
    guard !calls.isEmpty else { return "" }
    return language.say("接下来可以：\n", "What usually follows:\n")
      + calls.map { "  " + VisibleText.line(CallText.said($0, language, commands)) + "\n" }.joined()
  }
}
