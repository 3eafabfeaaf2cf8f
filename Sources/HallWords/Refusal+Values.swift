import HallModel
import HallSyntax

/// A value that somebody gave and that cannot be used.
extension Refusal {
  package static func missingValue(option: String) -> Refusal {
    missingValue(option: Phrase(both: option))
  }

  package static func missingValue(option: Phrase) -> Refusal {
    usage(Phrase(zh: "\(option.zh) 后面要写上内容", en: "\(option.en) needs a value"))
  }

  /// - Parameter option: what the person calls it, as typed.
  package static func unreadableValue(
    _ value: String, option: String, expected: Phrase
  ) -> Refusal {
    unreadableValue(value, option: Phrase(both: option), expected: expected)
  }

  package static func unreadableValue(
    _ value: String, option: Phrase, expected: Phrase
  ) -> Refusal {
    let blank = option.zh.hasPrefix("-") ? " " : ""
    return usage(
      Phrase(
        zh: "\(option.zh)\(blank)写的「\(value)」读不懂，应是\(expected.zh)",
        en: "cannot read '\(value)' for \(option.en): expected \(expected.en)"))
  }

  package static func unknownChoice(
    _ word: String, of: Phrase, choices: [String], suggestion: String?
  ) -> Refusal {
    usage(
      Phrase(
        zh: "没有「\(word)」这个\(of.zh)，可以用：\(choices.joined(separator: "、"))",
        en: "there is no \(of.en) '\(word)'; there are: \(choices.joined(separator: ", "))"),
      hint: suggestion.map(meant))
  }

  /// A text that names no party.
  ///
  /// - Parameters:
  ///   - names: the parties that there are.
  ///   - spelled: the part of the text that is meant as one; by default all of it.
  package static func unknownParty(
    _ text: String, among names: [String], spelled: String? = nil
  ) -> Refusal {
    unknownChoice(
      text, of: Phrase(zh: "方", en: "party"), choices: names,
      suggestion: Suggestion.nearest(to: spelled ?? text, among: names))
  }

  package static var oneHallOnly: Refusal {
    usage(Phrase(zh: "一次只能写一个议事厅", en: "only one hall can be written to at a time"))
  }

  /// Words for a day that say none, or more than one.
  ///
  /// - Parameter name: the option or argument whose value it is.
  package static func date(_ text: String, name: String, _ fault: DateWords.Fault) -> Refusal {
    Refusal(fault.phrase(text, name), hint: fault.hint)
  }

  package static func usage(_ message: Phrase, hint: Phrase? = nil) -> Refusal {
    Refusal(
      message, hint: hint ?? Phrase(zh: "用「hall 帮助」看用法", en: "see 'hall help'"), kind: .usage)
  }

  package static func meant(_ suggestion: String) -> Phrase {
    Phrase(zh: "是不是想写「\(suggestion)」？", en: "did you mean '\(suggestion)'?")
  }

  /// A spreadsheet with problems, none of which may be passed over.
  package static func wrongSheet(_ problems: [Problem], in document: Document) -> Refusal {
    Refusal(
      Phrase(
        zh: "表里有 \(problems.count) 处要改，什么也没有写：",
        en: "\(problems.count) places of the sheet need mending; nothing was written:"),
      problems: ShownProblems(problems, in: [document], .below))
  }
}

extension Vocabulary {
  /// The keyword that a word names, or a refusal with all words of the scope.
  ///
  /// - Parameters:
  ///   - what: the kind of word, as in `步骤`.
  ///   - language: the language of the words offered; by default, that of the word.
  package static func required(
    _ word: String, in scope: Scope, _ what: Phrase, _ language: Language? = nil
  ) throws(Refusal) -> Keyword {
    if let keyword = keyword(Slice(word), in: scope) { return keyword }
    let choices = keywords(in: scope).map { $0.word(language ?? Language(of: word)) }
    throw .unknownChoice(
      word, of: what, choices: choices,
      suggestion: Suggestion.nearest(to: word, among: choices))
  }
}
