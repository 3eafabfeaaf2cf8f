import HallSyntax
import HallWords

extension Suggestion {
  /// Every word, or pair of words, that names a command or begins one.
  static func names(of commands: [CommandSpec]) -> [String] {
    commands.flatMap { [$0.name] + $0.aliases + $0.groups }
  }

  /// The command of which a word may be a misspelling: never one that removes something. A misspelt
  /// Chinese word differs after its first character (逾其 for 逾期); with a different first character
  /// it is a different word.
  static func command(near word: String, among commands: [CommandSpec]) -> String? {
    let near = nearest(to: word, among: names(of: commands.filter { !$0.takesAway }))
    let isChinese = Language(of: word) == .zh
    return near.flatMap { isChinese && word.first != $0.first ? nil : $0 }
  }
}
