import HallModel
import HallSyntax
import HallWords

/// A line of a vote, given in a call.
package struct VoteLine: Equatable, Sendable {
  package let keyword: Keyword
  /// Empty for a line to be removed.
  package let text: String
  /// Its name in messages, as in `--for`.
  package let name: String

  package init(_ keyword: Keyword, _ text: String, called name: String) {
    (self.keyword, self.text, self.name) = (keyword, text, name)
  }
}

/// A vote as somebody gives it, or what is said of it.
package struct GivenVote: Equatable, Sendable {
  /// The vote of the item, from 1; by default, the last.
  package var which: String?
  package var rule: String?
  package var lines: [VoteLine] = []
  /// Options of a choice with their votes, each as in `Ann: 40`.
  package var options: [String] = []
  package var result: String?

  package init(which: String? = nil, rule: String? = nil) {
    (self.which, self.rule) = (which, rule)
  }
}

/// The lines of a vote given in one call, all checked before any is written.
package struct VoteFields {
  package let rule: String?
  /// Empty text for a line to be removed.
  private var values: [VoteLine] = []
  private var options: [(label: String, text: String)] = []
  private let result: String?
  /// What an option is called in messages.
  private let optionName: String

  init(_ given: GivenVote, in change: Change, of meeting: Meeting) throws(Refusal) {
    let option = change.name(.option)
    optionName = option
    rule = try given.rule.map { text throws(Refusal) in
      try RuleName.written(text, change)
    }
    result = try given.result.map { text throws(Refusal) in
      try change.requireReadable(
        text, as: .voteResult, in: .vote, change.name(.voteResult), meeting)
      return VoteFields.result(text, change.written)
    }
    for line in given.lines {
      let value = try VoteFields.value(line.text, line.keyword, line.name, change, meeting)
      try change.requireReadable(value, as: line.keyword, in: .vote, line.name, meeting)
      values.append(VoteLine(line.keyword, value, called: line.name))
    }
    for text in given.options {
      let parts = OptionText.atColon(text)
      let value = parts.map { CountText.written($0.votes, change.written) } ?? ""
      if parts == nil, let number = text.split(whereSeparator: \.isWhitespace).dropFirst().last,
        number.first?.isNumber == true
      {
        // It may be the label of an option, or an option and its votes.
        let label = text.split(whereSeparator: \.isWhitespace).dropLast().joined(separator: " ")
        throw .refused(
          Phrase(
            zh: "\(option) 的「\(text)」分不清哪是选项、哪是票数，什么也没有写",
            en:
              "cannot separate the option from its votes in \(option) '\(text)'; nothing was written"
          ),
          hint: Phrase(
            zh: "有票数写成「\(label): \(number)」；只是选项的名称，后面加冒号",
            en: "write '\(label): \(number)', or put a colon after an option without votes"))
      }
      let label = parts?.label ?? Slice(text).trimmed.string
      guard !label.isEmpty else {
        throw .unreadableValue(
          text, option: option,
          expected: Phrase(zh: "选项和票数，如「甲: 40」", en: "an option and its votes, as in 'A: 40'"))
      }
      try change.requireReadable(value, as: .option, in: .vote, option, meeting)
      options.append((label, value))
    }
  }

  package var isEmpty: Bool { rule == nil && values.isEmpty && options.isEmpty && result == nil }

  /// The text that the call gives for the line of a count, with the option that gives it; empty if
  /// the line is to be removed. Nil if the call does not give it.
  package func given(_ keyword: Keyword) -> (option: String, text: String)? {
    values.first { $0.keyword == keyword }.map { ($0.name, $0.text) }
  }

  /// The same for the line of an option; nil for an option without votes.
  package func given(option label: String) -> (option: String, text: String)? {
    let name = FullWidth.name(Slice(label))
    return options.first { FullWidth.name(Slice($0.label)) == name && !$0.text.isEmpty }
      .map { ("\(optionName) \(label)", $0.text) }
  }

  /// The figures that stay as typed, though the program computes them, too.
  var givenFigures: Set<FigureKey> {
    func hasSum(_ text: String) -> Bool { NamedSum(Slice(text)).sum != nil }
    let lines = values.filter {
      !$0.text.isEmpty && (VoteFields.reckoned.contains($0.keyword) || hasSum($0.text))
    }
    return Set(
      lines.map { FigureKey($0.keyword) }
        + options.filter { hasSum($0.text) }
        .map { FigureKey(.option, option: FullWidth.name(Slice($0.label))) })
  }

  private static let reckoned: [Keyword] = [.entitled, .present]

  /// The changes of figures that the program computes and this call sets or removes: `实到由
  /// 10人（按到会算）改为 9（您写的）`.
  ///
  /// - Parameters:
  ///   - standing: the figures of the program that were in the vote before.
  ///   - now: the vote with the change applied.
  func shownFigures(
    instead standing: [WrittenFigure], _ now: Vote, _ language: Language
  ) -> [String] {
    values.filter { VoteFields.reckoned.contains($0.keyword) }.compactMap { line in
      let (keyword, text) = (line.keyword, line.text)
      let source =
        keyword == .entitled
        ? Phrase(zh: "按名册算", en: "computed from the roster")
        : Phrase(zh: "按到会算", en: "computed from the attendance")
      if text.isEmpty {
        return now.text(keyword).map { own in
          Phrase(
            zh: "\(keyword.word(.zh))不写就\(source.zh)：\(own)",
            en: "\(keyword.word(.en)) is \(source.en) if it is not given: \(own)")
        }
      }
      guard let was = standing.first(where: { $0.keyword == keyword })?.text, was != text else {
        return nil
      }
      return Phrase(
        zh: "\(keyword.word(.zh))由 \(was)（\(source.zh)）改为 \(text)（您写的）",
        en: "\(keyword.word(.en)): \(was), \(source.en), is now \(text), as you wrote it")
    }.map { "  " + VisibleText.line($0[language]) }
  }

  private static func value(
    _ text: String, _ keyword: Keyword, _ option: String, _ change: Change, _ meeting: Meeting
  ) throws(Refusal) -> String {
    guard !Slice(text).trimmed.isEmpty else { return "" }
    switch keyword {
    case .method:
      var words: [String] = []
      for part in NameList.split(Slice(text)) {
        let what = Phrase(zh: "表决方式", en: "method")
        words.append(try change.word(part.string, in: .method, what).word(change.written))
      }
      return words.joined(separator: change.separator)
    case .motion:
      let what = Phrase(zh: "动议性质", en: "kind of motion")
      return try change.word(text, in: .motion, what).word(change.written)
    case .votingPeriod:
      return change.text(try change.period(text, option, change.before(meeting)))
    default: return CountText.written(text, change.written)
    }
  }

  /// The voting period as understood, for the person to verify: `投票期：2025-11-20 至 2025-11-27 周四`.
  func shownPeriod(_ language: Language) -> [String] {
    values.filter { $0.keyword == .votingPeriod }.compactMap { line in
      guard let period = try? Period(reading: Slice(line.text)) else { return nil }
      return VoteFields.periodLead(language) + period.start.iso
        + language.say(" 至 ", " to ") + DayText.withWeekday(period.end, language)
    }
  }

  package static func periodLead(_ language: Language) -> String {
    Keyword.votingPeriod.word(language) + language.say("：", ": ")
  }

  private static func result(_ text: String, _ language: Language) -> String {
    guard let value = try? VoteResultValue(reading: Slice(text)) else { return text }
    // The names as spelt: an option may contain brackets and separators.
    return value.result.word(language) + (value.nameText.isEmpty ? "" : " " + value.nameText)
  }

  /// Writes the lines of a vote.
  package func write(to vote: Int, into editor: inout DocumentEditor) throws(EditFault) {
    if let rule { try set(.rule, rule, of: vote, in: &editor) }
    for line in values { try set(line.keyword, line.text, of: vote, in: &editor) }
    for (label, text) in options {
      let written = Vote(document: editor.document, node: vote)
      let options = OptionLines(written)
      let lines = options.all + options.strays.map { ($0.label, $0.node) }
      let there = lines.first {
        FullWidth.name(Slice($0.label)) == FullWidth.name(Slice(label))
      }
      if let there {
        try editor.replaceValue(of: there.node, with: text)
      } else {
        try editor.addOption(label, text, to: vote)
      }
    }
    if let result { try set(.voteResult, result, of: vote, in: &editor) }
  }

  private func set(
    _ keyword: Keyword, _ text: String, of vote: Int, in editor: inout DocumentEditor
  ) throws(EditFault) {
    let field = editor.document.fieldNode(keyword, of: vote)
    if !text.isEmpty {
      // A line that exists already keeps its spelling.
      guard field.map({ editor.document.slice(editor.document.nodes[$0].value).string }) != text
      else { return }
      try editor.set(keyword, text, of: vote)
    } else if let field {
      try editor.remove(field)
    }
  }
}
