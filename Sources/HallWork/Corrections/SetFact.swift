import HallModel
import HallSyntax
import HallWords

/// Corrects one fact of a part, or its title: what was written wrongly is written anew.
package struct SetFact: Act {
  /// The part, as `M-2025-008-T1`, or `hall`.
  private let part: String
  private let fact: String
  private let value: String

  /// - Parameter fact: the word of the files, or 标题.
  package init(_ part: String, _ fact: String, _ value: String) {
    (self.part, self.fact, self.value) = (part, fact, value)
  }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let part = try CorrectedPart(self.part, in: change)
    guard let value = TypedText.words(self.value) else {
      throw .refused(
        Phrase(zh: "没有写改成什么", en: "nothing to write is given"),
        hint: Phrase(
          zh: "要去掉这一项，用「hall 删 \(part.name) \(fact)」",
          en: "to take it out: hall strike \(part.name) \(fact)"))
    }
    // 名称 of the hall is its name, as in `hall init`: the title stays what it is.
    let isName = part.scope == .hallFront && ["名称", "name"].contains(self.fact.lowercased())
    let fact = isName ? Keyword.hall.word(change.written) : self.fact
    if CorrectedPart.isTitle(fact) { return try title(value, part, in: &change) }
    if part.scope == .hallFront,
      let day = Vocabulary.keyword(Slice(fact), in: .calendar)
    {
      return try holiday(day, value, part, in: &change)
    }
    guard let keyword = part.keyword(fact) else { throw part.unknown(fact, change.language) }
    try SetFact.refuseElsewhere(keyword, part)
    let ofDecision: Set<Keyword> = [
      .effective, .posted, .funds, .basis, .kind, .number, .supersedes,
    ]
    if part.scope == .decision, ofDecision.contains(keyword) {
      var given = GivenDecision()
      given.set(keyword, value)
      return try ChangeDecision(self.part, given).perform(in: &change)
    }
    let field = try written(keyword, value, part, in: change)
    let repeats = Vocabulary.use(of: keyword, in: part.scope)?.repeats == true
    let was = repeats ? nil : part.document.field(keyword, of: part.node)?.string
    let key = part.document.fieldNode(keyword, of: part.node).map {
      FullWidth.name(part.document.slice(part.document.nodes[$0].key))
    }
    let other = keyword == .adjourned && key != nil && key != fact ? fact : nil
    return try write(keyword, field, was: other == nil ? was : key, part, in: &change) {
      editor throws(EditFault) in
      if repeats {
        try editor.add(keyword, field, to: part.node)
      } else if let other, let line = editor.document.fieldNode(keyword, of: part.node) {
        // 改 … 休会 of a line that says 流会.
        try editor.remove(line)
        try editor.set(keyword, field, of: part.node, as: other)
      } else {
        try editor.set(keyword, field, of: part.node)
      }
    }
  }

  private func title(
    _ value: String, _ part: CorrectedPart, in change: inout Change
  ) throws(Refusal) -> Step {
    guard let heading = part.heading else {
      throw .refused(Phrase(zh: "\(part.name) 没有标题", en: "\(part.name) has no title"))
    }
    let was = part.document.slice(part.document.nodes[heading].value).string
    return try write(nil, value, was: was, part, in: &change) { editor throws(EditFault) in
      try editor.replaceValue(of: heading, with: value)
    }
  }

  /// `休: 2027-02-15 至 2027-02-21`: a day off, or a working day, of the hall's calendar.
  private func holiday(
    _ keyword: Keyword, _ value: String, _ part: CorrectedPart, in change: inout Change
  ) throws(Refusal) -> Step {
    let period = change.text(try change.period(value, change.name(keyword), .ahead))
    return try write(keyword, period, was: nil, part, in: &change) { editor throws(EditFault) in
      try editor.add(keyword, period, to: try editor.section(.calendar))
    }
  }

  private func written(
    _ keyword: Keyword, _ value: String, _ part: CorrectedPart, in change: Change
  ) throws(Refusal) -> String {
    if part.scope == .task, keyword == .due {
      return try change.dueText(SpokenDay(value, called: fact), .due)
    }
    if part.scope == .meetingFront, keyword == .when {
      let moment = try change.moment(SpokenDay(value, called: fact), .meeting)
      return moment.day.iso + (moment.hours.map { " " + $0 } ?? "")
    }
    return try WrittenField(
      GivenField(keyword, value), in: part.scope, of: part.meeting, change
    ).value
  }

  /// - Parameter keyword: nil for the title.
  private func write(
    _ keyword: Keyword?, _ value: String, was: String?, _ part: CorrectedPart,
    in change: inout Change,
    _ work: (inout DocumentEditor) throws(EditFault) -> Void
  ) throws(Refusal) -> Step {
    let name = keyword.map { Phrase($0) } ?? Phrase(zh: "标题", en: "title")
    guard was != value else {
      throw .refused(
        Phrase(
          zh: "\(part.name) 的\(name.zh)本来就是「\(value)」",
          en: "the \(name.en) of \(part.name) is '\(value)' already"))
    }
    let before = was.flatMap { $0.isEmpty ? nil : $0 }
    let said = Phrase(
      zh: "\(name.zh)" + (before.map { "由「\($0)」改为" } ?? "：")
        + (before == nil ? value : "「\(value)」"),
      en: "\(name.en)" + (before.map { " was '\($0)' and is now '\(value)'" } ?? ": \(value)"))
    try change.edit(
      part.document, why: Phrase(zh: "更正 \(said.zh)", en: "corrected: \(said.en)"), work)
    return try change.finish(
      did: Phrase(zh: "\(part.name) \(said.zh)", en: "\(part.name): \(said.en)"),
      next: part.name == "hall.md" ? [] : ["hall show \(part.name)"])
  }

  // MARK: What has a command of its own

  /// Facts that other commands write together with what follows from them.
  package static func isElsewhere(_ keyword: Keyword) -> Bool { elsewhere[keyword] != nil }

  private static let elsewhere: [Keyword: Phrase] = [
    .status: Phrase(
      zh: "hall 通知 --已发、hall 召开、hall 改期、hall 取消、hall 确认",
      en: "hall notice --sent, hold, postpone, cancel, approve"),
    .meeting: Phrase(zh: "编号不改", en: "an identifier stays"),
    .matter: Phrase(zh: "编号不改", en: "an identifier stays"),
    .done: Phrase(zh: "hall 任务 完成", en: "hall task done"),
    .extended: Phrase(zh: "hall 任务 延期", en: "hall task extend"),
    .objection: Phrase(zh: "hall 异议", en: "hall object"),
    .objectionAnswered: Phrase(zh: "hall 答复", en: "hall answer"),
    .language: Phrase(zh: "一个议事厅用一种语言", en: "a hall has one language"),
    .format: Phrase(zh: "格式由程序写", en: "the program writes the format"),
  ]

  private static func refuseElsewhere(_ keyword: Keyword, _ part: CorrectedPart) throws(Refusal) {
    // Of an item, 问题 is the matter it is about.
    guard let way = elsewhere[keyword], !(keyword == .matter && part.scope == .item) else { return }
    throw .refused(
      Phrase(
        zh: "「\(keyword.word(.zh))」不这样改", en: "'\(keyword.word(.en))' is not corrected this way"),
      hint: way)
  }
}
