import HallModel
import HallSyntax

/// What `hall vote` takes, and the lines it stands for.
enum VoteOptions {
  private static func text(
    _ name: String, _ value: (String, String), _ zh: String, _ en: String, repeats: Bool = false
  ) -> OptionSpec {
    OptionSpec(
      name, value: Phrase(zh: value.0, en: value.1), repeats: repeats,
      summary: Phrase(zh: zh, en: en))
  }

  private static let count = ("票数", "COUNT")
  private static let names = ("姓名", "NAMES")

  static let vote = text(
    "--vote", ("第几次", "N"), "这项议题的第几次表决，不写就是最后一次", "which vote of the item; else its last")
  static let rule = text("--rule", ("规则", "RULE"), "按什么规则，如 业主一般事项", "the rule, as in ordinary")
  static let option = text(
    "--option", ("甲: 票数", "A: COUNT"), "选举或多选一：一个选项和它的票数，可以写几次",
    "of a choice: one option and its votes",
    repeats: true)
  static let result = text(
    "--result", ("结果", "RESULT"), "结果；不写就自己算，与票数不符不收", "the result; computed without it")

  /// The options that write one line each.
  static let lines: [(option: OptionSpec, keyword: Keyword)] = [
    (
      text(
        "--method", ("方式", "HOW"), "举手、记名、书面、线上、无记名",
        "show of hands, roll call, written, online or secret"), .method
    ),
    (text("--period", ("起 至 止", "FROM to TO"), "投票期", "when ballots are cast"), .votingPeriod),
    (text("--scope", ("范围", "WHOM"), "谁来投，如 2号楼业主", "who votes, as in block 2"), .scope),
    (text("--entitled", count, "应到", "all who may vote"), .entitled),
    (text("--present", count, "实到", "those present"), .present),
    (text("--delivered", count, "送达", "ballots delivered"), .delivered),
    (text("--returned", count, "收回", "ballots returned"), .returned),
    (text("--invalid", count, "无效", "invalid ballots"), .invalid),
    (text("--silent", count, "未表态", "silent ballots"), .silent),
    (text("--participating", count, "参与", "those who took part"), .participating),
    (text("--for", count, "同意：票数或姓名", "for: a count or names"), .votesFor),
    (text("--against", count, "反对", "against"), .against),
    (text("--abstain", count, "弃权", "abstentions"), .abstain),
    (text("--recused", names, "回避的人", "who is recused"), .recused),
    (text("--caller", names, "唱票人", "who calls the votes"), .caller),
    (text("--teller", names, "计票人", "who counts"), .teller),
    (text("--scrutineer", names, "监票人", "who watches over it"), .scrutineer),
    (text("--seats", ("几个", "N"), "选几个", "how many are elected"), .seats),
  ]

  static let all = [vote, rule] + lines.map(\.option) + [option, result]
}

/// The name of a rule as a vote writes it.
enum RuleName {
  /// Every rule there is, by the name it is written with.
  static func all(_ change: Change) -> [String] {
    let own = change.charter.rules.ownNames
    let builtIn = VotingRule.builtIn.compactMap(\.builtIn).map { $0.word(change.written) }
    return own + builtIn.filter { !own.contains($0) }
  }

  static func written(_ text: String, _ change: Change) throws(CommandError) -> String {
    let name = FullWidth.name(Slice(text))
    if change.charter.rules.ownNames.contains(name) { return name }
    if let keyword = Vocabulary.keyword(Slice(text), in: .ruleName) {
      return keyword.word(change.written)
    }
    let names = all(change)
    let forms = Vocabulary.keywords(in: .ruleName).compactMap(Vocabulary.entry)
      .flatMap { change.written == .zh ? $0.zh : $0.en }
    throw .unknownChoice(
      text, of: Phrase(zh: "规则", en: "rule"), choices: names,
      suggestion: Suggestion.nearest(to: name, among: names + forms))
  }

  static func missing(_ change: Change) -> CommandError {
    let names = all(change)
    return .refused(
      Phrase(zh: "新的表决要写按什么规则（--rule）", en: "a new vote needs its rule (--rule)"),
      hint: Phrase(
        zh: "可以用：" + names.joined(separator: "、"), en: "there are: " + names.joined(separator: ", ")
      ))
  }
}

/// The lines of a vote that one call gives, read before any of them is written.
struct VoteFields {
  let rule: String?
  /// Empty for a line that is taken out.
  private var values: [(keyword: Keyword, text: String)] = []
  private var options: [(label: String, text: String)] = []
  private let result: String?

  init(in change: Change, of meeting: Meeting) throws(CommandError) {
    let call = change.invocation.call
    rule = try call.value(VoteOptions.rule).map { text throws(CommandError) in
      try RuleName.written(text, change)
    }
    result = try call.value(VoteOptions.result).map { text throws(CommandError) in
      try change.requireReadable(text, as: .voteResult, in: .vote, "--result", meeting)
      return VoteFields.result(text, change.written)
    }
    for (option, keyword) in VoteOptions.lines {
      guard let text = call.value(option) else { continue }
      let value = try VoteFields.value(text, keyword, option.name, change)
      try change.requireReadable(value, as: keyword, in: .vote, option.name, meeting)
      values.append((keyword, value))
    }
    for text in call.values(VoteOptions.option) {
      let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) {
        $0 == ":" || $0 == "："
      }.map { Slice(String($0)).trimmed.string }
      let value = parts.count > 1 ? CountText.written(parts[1], change.written) : ""
      guard let label = parts.first, !label.isEmpty else {
        throw .unreadableValue(
          text, option: "--option",
          expected: Phrase(zh: "选项和票数，如「甲: 40」", en: "an option and its votes, as in 'A: 40'"))
      }
      try change.requireReadable(value, as: .option, in: .vote, "--option", meeting)
      options.append((label, value))
    }
  }

  var isEmpty: Bool { rule == nil && values.isEmpty && options.isEmpty && result == nil }

  private static func value(
    _ text: String, _ keyword: Keyword, _ option: String, _ change: Change
  ) throws(CommandError) -> String {
    guard !Slice(text).trimmed.isEmpty else { return "" }
    switch keyword {
    case .method:
      var words: [String] = []
      for part in NameList.split(Slice(text)) {
        let what = Phrase(zh: "表决方式", en: "method")
        words.append(try change.word(part.string, in: .method, what).word(change.written))
      }
      return words.joined(separator: change.separator)
    case .votingPeriod: return change.text(try change.period(text, option, .due))
    default: return CountText.written(text, change.written)
    }
  }

  private static func result(_ text: String, _ language: Language) -> String {
    guard let value = try? VoteResultValue(reading: Slice(text)) else { return text }
    let separator = language == .zh ? "、" : ", "
    let names = value.names.joined(separator: separator)
    return value.result.word(language) + (names.isEmpty ? "" : " " + names)
  }

  /// Writes the lines of a vote.
  func write(to vote: Int, into editor: inout DocumentEditor) throws(EditFault) {
    if let rule { try set(.rule, rule, of: vote, in: &editor) }
    for (keyword, text) in values { try set(keyword, text, of: vote, in: &editor) }
    for (label, text) in options {
      let there = Vote(document: editor.document, node: vote).options.first {
        $0.label == FullWidth.name(Slice(label))
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
      // What stands there already stays as it is written.
      guard field.map({ editor.document.slice(editor.document.nodes[$0].value).string }) != text
      else { return }
      try editor.set(keyword, text, of: vote)
    } else if let field {
      try editor.remove(field)
    }
  }
}
