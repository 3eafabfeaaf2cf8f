import HallModel
import HallSyntax
import HallWords

/// The specification of one command: its names and its arguments. Parsing, help, completions and
/// the manual page are all made from it.
package struct CommandSpec: Sendable {
  /// For example `overdue`.
  package let name: String
  /// The Chinese names, for example `逾期`.
  package let aliases: [String]
  package let summary: Phrase
  package let arguments: [ArgumentSpec]
  package let options: [OptionSpec]
  /// The output formats that can be asked for; text is the default.
  package let formats: [OutputFormat]
  /// Further text for help, beyond the summary and the options.
  package var details: Phrase? { makeDetails() }
  /// Made when it is shown: most calls never show it.
  private let makeDetails: @Sendable () -> Phrase?
  /// Calls as they are typed, in both languages: a test makes each of them.
  package let examples: [Phrase]
  /// A hint for a surplus word; nil if the words of the options are enough.
  let strayWord: (@Sendable (String) -> Phrase)?

  init(
    _ name: String, aliases: [String] = [], summary: Phrase, arguments: [ArgumentSpec] = [],
    options: [OptionSpec] = [], formats: [OutputFormat] = [],
    details: @autoclosure @escaping @Sendable () -> Phrase? = nil,
    examples: [Phrase] = [], strayWord: (@Sendable (String) -> Phrase)? = nil
  ) {
    self.name = name
    self.aliases = aliases
    self.summary = summary
    self.arguments = arguments
    self.options = options
    self.formats = formats
    makeDetails = details
    self.examples = examples
    self.strayWord = strayWord
  }

  /// The full command in a language: `hall 问题 结案`, `hall matter close`.
  package func called(_ language: Language) -> String {
    "hall " + language.say(aliases.first ?? name, name)
  }

  /// The other names that help gives in Chinese.
  var otherNames: [String] { (aliases.dropFirst() + [name]).map { "hall " + $0 } }

  /// Whether its last argument is the call of another command.
  var takesCall: Bool { arguments.last?.isCall ?? false }

  /// Whether it may change the hall, or files around it.
  var writes: Bool {
    options.contains { $0.name == OptionSpec.by.name || $0.name == OptionSpec.dryRun.name }
  }

  /// Its own options and those common to all commands.
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

  var meaning: Phrase {
    switch self {
    case .text: Phrase(zh: "给人看", en: "for people")
    case .json: Phrase(zh: "给程序看", en: "for programs")
    case .csv: Phrase(zh: "表格，给程序看", en: "a table, for programs")
    case .md: Phrase(zh: "Markdown，贴进合并请求", en: "Markdown, for a merge request")
    case .github: Phrase(zh: "托管平台日志里的标注", en: "annotations in a git host's log")
    }
  }
}

/// A positional argument of the call.
package struct ArgumentSpec: Sendable {
  package let name: Phrase
  let takes: WordKind
  package let isOptional: Bool
  package let repeats: Bool
  /// Whether it is another command with all its own words, as after `amend ID`.
  let isCall: Bool

  init(
    _ name: Phrase, takes: WordKind = .text, isOptional: Bool = false, repeats: Bool = false,
    isCall: Bool = false
  ) {
    self.name = name
    self.takes = takes
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
  /// For example `--as-of`.
  package let name: String
  /// For example `--截至`; nil if it has none.
  package let chinese: String?
  /// For example `-m`.
  package let short: String?
  /// The placeholder for its value; nil if it takes none.
  package let value: Phrase?
  /// What its value may be.
  let takes: WordKind
  package let repeats: Bool
  package let summary: Phrase
  /// The options that contradict it: a call may have only one of them.
  let excludes: [String]
  /// The fact that it writes, if messages about the fact shall name this option.
  let fact: Keyword?

  init(
    _ name: String, chinese: String? = nil, short: String? = nil, value: Phrase? = nil,
    takes: WordKind? = nil, repeats: Bool = false,
    excludes: [String] = [], fact: Keyword? = nil, summary: Phrase
  ) {
    self.name = name
    self.chinese = chinese ?? OptionNames.chinese(name, fact: fact)
    self.short = short
    self.value = value
    self.takes = takes ?? fact.map(WordKind.init) ?? .text
    self.repeats = repeats
    self.excludes = excludes
    self.fact = fact
    self.summary = summary
  }
}

extension OptionSpec {
  /// Whether a word of a call names it: in either language, or by its letter.
  func isCalled(_ word: String) -> Bool {
    name == word || short == word || chinese.map { $0 == word } ?? false
  }

  /// What a message calls it.
  var phrase: Phrase { Phrase(zh: chinese ?? name, en: name) }

  /// Its names as help shows them: in Chinese, the Chinese one first.
  func names(_ language: Language) -> String {
    let names = language == .zh ? [short, chinese, name] : [short, name]
    return names.compactMap(\.self).joined(separator: ", ")
  }

  static let hall = OptionSpec(
    "--hall", value: Phrase(zh: "文件夹", en: "DIR"), takes: .folder, repeats: true,
    summary: Phrase(
      zh: "议事厅所在的文件夹，可以写几次；不写就从当前文件夹往上找",
      en: "the hall's folder, several times if need be; without it, found upward from here"))
  static let halls = OptionSpec(
    "--halls", value: Phrase(zh: "文件夹", en: "DIR"), takes: .folder,
    excludes: ["--hall", "--staged"],
    summary: Phrase(
      zh: "这个文件夹下面的每个议事厅，一次答完", en: "every hall below this folder, answered in one call"))
  static let language = OptionSpec(
    "--lang", value: Phrase(zh: "zh|en", en: "zh|en"),
    takes: .choices([ListedWord("zh", "中文", "Chinese"), ListedWord("en", "英文", "English")]),
    summary: Phrase(zh: "显示中文还是英文", en: "the language of messages"))
  static let noInput = OptionSpec(
    "--no-input", summary: Phrase(zh: "任何时候都不提问", en: "never ask anything"))
  static let help = OptionSpec(
    "--help", short: "-h", summary: Phrase(zh: "显示用法", en: "show this help"))
  static let asOf = OptionSpec(
    "--as-of", value: Phrase(zh: "日期", en: "DATE"), takes: .day,
    summary: Phrase(zh: "把这一天当作今天", en: "take this day as today"))
  static let format = OptionSpec.format([.text, .json, .csv])
  static func format(_ formats: [OutputFormat]) -> OptionSpec {
    let names = formats.map(\.rawValue)
    return OptionSpec(
      "--format", value: Phrase(zh: "格式", en: "FORMAT"),
      takes: .choices(formats.map { ListedWord(Phrase(both: $0.rawValue), $0.meaning) }),
      summary: Phrase(
        zh: "输出格式：" + names.joined(separator: "、"),
        en: "how to answer: " + names.joined(separator: ", ")))
  }
  static let json = OptionSpec(
    "--json", summary: Phrase(zh: "等于 --格式 json", en: "the same as --format json"))

  static let plain = OptionSpec(
    "--plain",
    summary: Phrase(
      zh: "只用文字，不画表格、符号和颜色，适合读屏软件",
      en: "words alone, for a screen reader: no columns, signs or colours"))

  static let common: [OptionSpec] = [.hall, .language, .plain, .noInput, .help]
}
