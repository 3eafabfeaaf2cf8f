import HallModel
import HallWords

/// A call with wrong words.
extension Refusal {
  static func unknownCommand(_ word: String, suggestion: String?) -> Refusal {
    usage(
      Phrase(zh: "没有「\(word)」这个命令", en: "there is no command '\(word)'"),
      hint: CommonWords.advice(for: word) ?? suggestion.map(meant)
        ?? Phrase(zh: "直接打 hall，会列出现在可以做什么", en: "plain 'hall' shows what can be done now"))
  }

  /// Only the first word of a command that has two.
  static func halfCommand(_ first: String, seconds: [Phrase], suggestion: String?) -> Refusal {
    usage(
      Phrase(
        zh: wrapped("「hall \(first)」后面要写做什么：" + seconds.map(\.zh).joined(separator: "、")),
        en: wrapped(
          "'hall \(first)' needs one more word: " + seconds.map(\.en).joined(separator: ", "))),
      hint: suggestion.map(meant)
        ?? Phrase(zh: "用「hall 帮助 \(first)」看用法", en: "see 'hall help \(first)'"))
  }

  static func unknownOption(
    _ option: String, of spec: CommandSpec, suggestion: String?
  ) -> Refusal {
    usage(
      Phrase(
        zh: "「\(spec.called(.zh))」没有 \(option) 这个选项",
        en: "'\(spec.called(.en))' has no option \(option)"),
      hint: suggestion.map(meant) ?? OptionWords.hint(for: option, of: spec))
  }

  static func unexpectedValue(option: String) -> Refusal {
    usage(Phrase(zh: "\(option) 后面不用写内容", en: "\(option) takes no value"))
  }

  /// Two options that contradict each other.
  static func contradicting(_ first: String, _ second: String) -> Refusal {
    usage(
      Phrase(zh: "\(first) 和 \(second) 互相矛盾", en: "\(first) and \(second) contradict each other"),
      hint: Phrase(zh: "只留一个", en: "keep the one that is meant"))
  }

  static func missingArgument(_ name: Phrase, of spec: CommandSpec) -> Refusal {
    usage(
      Phrase(
        zh: "「\(spec.called(.zh))」还要写「\(name.zh)」", en: "'\(spec.called(.en))' needs \(name.en)"),
      hint: Phrase(
        zh: "用「hall 帮助 \(spec.called(.zh).dropFirst(5))」看用法", en: "see 'hall help \(spec.name)'"))
  }

  /// - Parameter option: the option that makes the word superfluous.
  static func unexpectedArgument(
    _ word: String, of spec: CommandSpec, with option: String? = nil
  ) -> Refusal {
    let given = option.map { " " + $0 } ?? ""
    return usage(
      Phrase(
        zh: "「\(spec.called(.zh))\(given)」用不上「\(word)」",
        en: "'\(spec.called(.en))\(given)' has no use for '\(word)'"),
      hint: StrayWord.hint(for: word, of: spec))
  }

  static func formatNotOffered(_ format: String, of spec: CommandSpec) -> Refusal {
    usage(
      Phrase(
        zh: "「\(spec.called(.zh))」没有 \(format) 格式",
        en: "'\(spec.called(.en))' has no format \(format)"))
  }

  /// Wraps a long list without breaking any word.
  private static func wrapped(_ text: String) -> String {
    DisplayWidth.wrapped(text, to: 72).joined(separator: "\n  ")
  }
}
