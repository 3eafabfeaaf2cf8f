import HallModel
import HallSyntax
import HallWords

/// One command: what it is called and what it takes. Parsing, help, completions and the manual page
/// are all made from it.
package struct CommandSpec: Sendable {
  /// As in `overdue`.
  package let name: String
  /// The same in Chinese, as in `逾期`.
  package let aliases: [String]
  package let summary: Phrase
  package let arguments: [ArgumentSpec]
  package let options: [OptionSpec]
  /// The formats it answers in, the first unless another is asked for.
  package let formats: [OutputFormat]
  /// Whatever help should say beyond the summary and the options.
  package let details: Phrase?
  package let examples: [String]
  /// What to do with a word more than it takes; nil where the words of its options tell.
  let strayWord: (@Sendable (String) -> Phrase)?

  init(
    _ name: String, aliases: [String] = [], summary: Phrase, arguments: [ArgumentSpec] = [],
    options: [OptionSpec] = [], formats: [OutputFormat] = [], details: Phrase? = nil,
    examples: [String] = [], strayWord: (@Sendable (String) -> Phrase)? = nil
  ) {
    self.name = name
    self.aliases = aliases
    self.summary = summary
    self.arguments = arguments
    self.options = options
    self.formats = formats
    self.details = details
    self.examples = examples
    self.strayWord = strayWord
  }

  /// How it is called in a language: `hall 问题 结案`, `hall matter close`.
  package func called(_ language: Language) -> String {
    "hall " + (language == .zh ? aliases.first ?? name : name)
  }

  /// Whether its last argument is the call of another command.
  var takesCall: Bool { arguments.last?.isCall ?? false }

  /// Whether it may change the hall, or what stands around it.
  var writes: Bool {
    options.contains { $0.name == OptionSpec.by.name || $0.name == OptionSpec.dryRun.name }
  }

  /// Its own options and those every command takes.
  package var allOptions: [OptionSpec] {
    options + (formats.isEmpty ? [] : [.format(formats), .json]) + OptionSpec.common
  }
}

package enum OutputFormat: String, Sendable, CaseIterable {
  case text, json, csv
  /// Markdown, to paste into a merge request.
  case md
  /// Annotations for the log of a git host.
  case github
}

/// A word that stands in the call without a name.
package struct ArgumentSpec: Sendable {
  package let name: Phrase
  package let isOptional: Bool
  package let repeats: Bool
  /// Whether it is another command with all its own words, as behind `amend ID`.
  let isCall: Bool

  init(
    _ name: Phrase, isOptional: Bool = false, repeats: Bool = false, isCall: Bool = false
  ) {
    self.name = name
    self.isOptional = isOptional
    self.repeats = repeats
    self.isCall = isCall
  }

  /// `ID`, `[ID…]`
  package func usage(_ language: Language) -> String {
    let word = name[language] + (repeats ? "…" : "")
    return isOptional ? "[\(word)]" : word
  }
}

/// An option: `--as-of DATE`, `--json`.
package struct OptionSpec: Sendable {
  /// As in `--as-of`.
  package let name: String
  /// As in `-m`.
  package let short: String?
  /// What its value is called; nil where it takes none.
  package let value: Phrase?
  package let repeats: Bool
  package let summary: Phrase
  /// The options of which it says the opposite: a call has one of them at most.
  let excludes: [String]

  init(
    _ name: String, short: String? = nil, value: Phrase? = nil, repeats: Bool = false,
    excludes: [String] = [], summary: Phrase
  ) {
    self.name = name
    self.short = short
    self.value = value
    self.repeats = repeats
    self.excludes = excludes
    self.summary = summary
  }
}

extension OptionSpec {
  static let hall = OptionSpec(
    "--hall", value: Phrase(zh: "文件夹", en: "DIR"), repeats: true,
    summary: Phrase(
      zh: "议事厅所在的文件夹，可以写几次；不写就从当前文件夹往上找",
      en: "the hall's folder, several times if need be; without it, found upward from here"))
  static let language = OptionSpec(
    "--lang", value: Phrase(zh: "zh|en", en: "zh|en"),
    summary: Phrase(zh: "用中文还是英文说话", en: "the language of messages"))
  static let noInput = OptionSpec(
    "--no-input", summary: Phrase(zh: "任何时候都不提问", en: "never ask anything"))
  static let help = OptionSpec(
    "--help", short: "-h", summary: Phrase(zh: "显示用法", en: "show this help"))
  static let asOf = OptionSpec(
    "--as-of", value: Phrase(zh: "日期", en: "DATE"),
    summary: Phrase(zh: "把这一天当作今天", en: "take this day as today"))
  static let format = OptionSpec.format([.text, .json, .csv])
  static func format(_ formats: [OutputFormat]) -> OptionSpec {
    let names = formats.map(\.rawValue)
    return OptionSpec(
      "--format", value: Phrase(zh: "格式", en: "FORMAT"),
      summary: Phrase(
        zh: "输出格式：" + names.joined(separator: "、"),
        en: "how to answer: " + names.joined(separator: ", ")))
  }
  static let json = OptionSpec(
    "--json", summary: Phrase(zh: "等于 --format json", en: "the same as --format json"))

  static let common: [OptionSpec] = [.hall, .language, .noInput, .help]
}
