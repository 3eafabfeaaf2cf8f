import HallModel
import HallSyntax
import HallWords

/// `hall matter note`: a line in a matter's log: a step, or a remark.
enum MatterNoteCommand: Command {
  static let step = OptionSpec(
    "--step", value: Phrase(zh: "哪一步", en: "STEP"),
    summary: Phrase(
      zh: "方案、受理、报到、会商、落实、催办、反馈、公示、上报、转办、销号、回访；不写就是备注",
      en: "proposed, accepted, answered, met, implementing, urged, answered back, posted,"
        + " escalated, referred, struck off, revisited; a remark, without"))

  static let spec = CommandSpec(
    "matter note", aliases: ["问题 进展"],
    summary: Phrase(zh: "给问题记一笔进展", en: "note a step, or a remark, of a matter"),
    arguments: [
      MatterCommand.idArgument, ArgumentSpec(Phrase(zh: "内容", en: "TEXT"), isOptional: true),
    ],
    options: [step, MatterCommand.on, .asOf] + OptionSpec.writing,
    details: Phrase(
      zh: "上报的内容以新的层级开头，如「街道，请街道协调」。吹哨、结案、重开各有自己的命令。",
      en: "The text of an escalation begins with the new level, as in 'subdistrict: …'. Summoning,"
        + " closing and reopening have commands of their own."),
    examples: [
      "hall matter note Q-2025-018 局部修补与整体重做两案 --step 方案",
      "hall matter note Q-2025-018 '街道，请街道协调' --step 上报 --on 昨天",
      "hall matter note Q-2025-018 住户来电问进度",
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    var change = try Change(invocation, &answer)
    let matter = try change.findMatter(invocation.arguments[0])
    let day = try MatterCommand.day(in: change)
    let keyword = try invocation.call.value(step).flatMap { word throws(Refusal) in
      try read(step: word, of: matter)
    }
    let text = invocation.arguments.count > 1 ? TypedText.words(invocation.arguments[1]) : nil
    var block = LineBlock(change.written)
    let word: Phrase
    switch (keyword, text) {
    case (.escalated?, let text):
      guard let text, LogLine.level(of: Slice(text)) != nil else {
        throw .refused(
          Phrase(
            zh: "上报要先写报到哪一级：楼栋、网格、社区、街道、区",
            en: "an escalation begins with its level: building, grid, community, subdistrict,"
              + " district"),
          hint: Phrase(
            zh: "写成「街道，\(text ?? "请街道协调")」这样",
            en: "write it as 'subdistrict: \(text ?? "please coordinate")'"))
      }
      block.log(day, .escalated, text)
      word = Phrase(zh: Keyword.escalated.word(.zh), en: Keyword.escalated.word(.en))
    case (let keyword?, let text):
      block.log(day, keyword, text ?? "")
      word = Phrase(zh: keyword.word(.zh), en: keyword.word(.en))
    case (nil, let text?):
      word = Phrase(zh: "备注", en: "remark")
      block.log(day, remark: word[change.written], text)
    case (nil, nil):
      throw .missingArgument(invocation.call.spec.arguments[1].name, of: invocation.call.spec)
    }
    let line = block
    try change.edit(
      matter.document,
      why: text.map { Phrase(zh: "\(word.zh)：\($0)", en: "\(word.en): \($0)") } ?? word
    ) { editor throws(EditFault) in
      try editor.appendToList(of: .log, line)
    }
    let id = MatterCommand.name(matter)
    try change.record(
      &answer,
      did: Phrase(
        zh: "\(id) \(DayText.withWeekday(day, .zh)) \(word.zh)" + (text.map { "：" + $0 } ?? ""),
        en: "\(id) \(DayText.withWeekday(day, .en)) \(word.en)" + (text.map { ": " + $0 } ?? "")),
      next: MatterCommand.next(matter.document.path, in: change))
    return answer
  }

  /// The step a word names; nil for a remark. Steps that do more have commands of their own.
  private static func read(step word: String, of matter: Matter) throws(Refusal) -> Keyword? {
    if ["备注", "remark"].contains(FullWidth.name(Slice(word)).lowercased()) { return nil }
    let id = MatterCommand.name(matter)
    guard let keyword = Vocabulary.keyword(Slice(word), in: .log) else {
      let isChinese = word.unicodeScalars.contains { $0.value >= 0x2E80 }
      let choices = Vocabulary.keywords(in: .log).map { $0.word(isChinese ? .zh : .en) }
      throw .unknownChoice(
        word, of: Phrase(zh: "步骤", en: "step"), choices: choices,
        suggestion: Suggestion.nearest(to: word, among: choices))
    }
    func own(_ call: Phrase) -> Refusal {
      .refused(
        Phrase(
          zh: "「\(keyword.word(.zh))」有自己的命令", en: "'\(keyword.word(.en))' has a command of its own"),
        hint: Phrase(zh: "用「hall matter \(call.zh)」", en: "use 'hall matter \(call.en)'"))
    }
    switch keyword {
    case .summoned:
      throw own(
        Phrase(zh: "summon \(id) 单位 --respond-by 日期", en: "summon \(id) UNIT --respond-by DATE"))
    case .closed: throw own(Phrase(zh: "close \(id) 怎么解决的", en: "close \(id) TEXT"))
    case .reopened: throw own(Phrase(zh: "reopen \(id) 原因", en: "reopen \(id) REASON"))
    default: return keyword
    }
  }
}
