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
}

extension Invocation {
  /// The usual next calls, for a person at a terminal.
  func following(_ calls: [String], _ language: Language) -> String {
    guard !calls.isEmpty else { return "" }
    return language.say("接下来可以：\n", "What usually follows:\n")
      + calls.map { "  " + VisibleText.line(CallText.said($0, language, commands)) + "\n" }.joined()
  }
}
