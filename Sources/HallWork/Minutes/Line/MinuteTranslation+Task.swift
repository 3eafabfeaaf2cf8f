import HallModel
import HallSyntax
import HallWords

/// The text after a title: the fields of a decision; the person and the due day of a task.
extension MinuteTranslation {
  /// `整体更换；依据 协商一致；公示 09-26`
  func decision(_ text: String, kind: String?) throws(MinuteFault) -> MinuteDeed {
    let (title, fields) = try segments(
      text, .decision, [.kind, .basis, .funds, .posted, .effective, .supersedes, .number])
    var given = GivenDecision()
    given.kind = kind
    for (keyword, value) in fields { given.set(keyword, value) }
    let unread = MinuteTranslation.parts(of: title).dropFirst().map(\.text)
      .filter(MinuteTranslation.speaksOfDecision)
    guard let first = unread.first else { return .decide(title: title, given) }
    return .noted(
      .decide(title: title, given),
      Phrase(
        zh: "注意：「\(first)」没有看懂，留在标题里了；不对就「撤」",
        en: "note: '\(first)' was not understood and stands in the title; if that is wrong, 'undo'")
    )
  }

  /// `题目；标准 三家以上`: the title, and the fields after it.
  private func segments(
    _ text: String, _ scope: Scope, _ known: Set<Keyword>
  ) throws(MinuteFault) -> (title: String, fields: [(Keyword, String)]) {
    var title = ""
    var fields: [(Keyword, String)] = []
    var parts = MinuteTranslation.parts(of: labelled(text, scope, known))
    if scope == .decision, let first = parts.first {
      parts.replaceSubrange(0..<1, with: withoutFacts(first.text))
    }
    for (segment, mark) in parts {
      if scope == .decision, !title.isEmpty, let day = effectiveDay(segment) {
        fields.append((.effective, day))
        continue
      }
      if scope == .decision, !title.isEmpty,
        let (keyword, value) = MinuteTranslation.attached(segment),
        !fields.contains(where: { $0.0 == keyword })
      {
        fields.append((keyword, value))
        continue
      }
      if scope == .decision, !title.isEmpty,
        let (keyword, value) = MinuteTranslation.joined(segment),
        !fields.contains(where: { $0.0 == keyword })
      {
        fields.append((keyword, value))
        continue
      }
      let head = segment.prefix { !$0.isWhitespace && !MinuteLine.isColon($0) }
      let value = String(segment.dropFirst(head.count))
        .drop { $0.isWhitespace || MinuteLine.isColon($0) }
      if !title.isEmpty, !value.isEmpty,
        let keyword = Vocabulary.keyword(Slice(String(head)), in: scope), known.contains(keyword)
      {
        if keyword != .with, fields.contains(where: { $0.0 == keyword }) { throw twice(head) }
        fields.append((keyword, String(value)))
      } else if mark != "，", !title.isEmpty, !value.isEmpty,
        let keyword = Vocabulary.keyword(
          Slice(String(head)), in: scope), !MinuteTranslation.isTitleWord(keyword)
      {
        throw MinuteFault(
          zh: "「\(head)」不能写在这一行，另写一行",
          en: "'\(head)' cannot stand in this line; give it one of its own")
      } else if mark == "，", let last = fields.last, [.funds, .basis].contains(last.0),
        !MinuteTranslation.speaksOfDecision(segment)
      {
        // 经费 3.2万元，从维修资金出
        fields[fields.count - 1].1 += mark + segment
      } else {
        title += (title.isEmpty ? "" : mark) + segment
      }
    }
    return (title.isEmpty ? text : title, fields)
  }

  /// The text with a semicolon before each of its fields that has a colon: `重做 依据：协商一致 公示：明天`.
  private func labelled(_ text: String, _ scope: Scope, _ known: Set<Keyword>) -> String {
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    return words.enumerated().map { place, word in
      let head = word.prefix { !MinuteLine.isColon($0) }
      guard place > 0, head.count < word.count, !words[place - 1].isEmpty,
        let keyword = Vocabulary.keyword(Slice(String(head)), in: scope), known.contains(keyword)
      else { return word }
      return "；" + word
    }.joined(separator: " ")
  }

  /// The title of a decision, and the facts that stand at its end, parted by blanks: `换灯 公示7天 即日起生效`.
  /// What a title goes on after is a part of it.
  private func withoutFacts(_ text: String) -> [(text: String, mark: String)] {
    func isFact(_ text: String) -> Bool {
      MinuteTranslation.attached(text) != nil || MinuteTranslation.joined(text) != nil
        || effectiveDay(text) != nil
    }
    var words = text.split(separator: " ").map(String.init)
    var facts: [String] = []
    while let last = words.last, words.count > 1 {
      let key = words.count > 2 ? words[words.count - 2] : ""
      if isFact(last) {
        facts.append(last)
      } else if !isFact(key), isFact(key + " " + last) {
        facts.append(key + " " + last)
        words.removeLast()
      } else {
        break
      }
      words.removeLast()
    }
    guard !facts.isEmpty else { return [(text, "")] }
    return ([words.joined(separator: " ")] + facts.reversed()).map { ($0, "；") }
  }

  /// The parts of a text between semicolons and commas, each with the mark before it.
  private static func parts(of text: String) -> [(text: String, mark: String)] {
    var parts: [(text: String, mark: String)] = []
    let semicolon = Language(of: text).say("；", "; ")
    var (part, mark) = ("", "")
    for character in text {
      guard ";；，。".contains(character) else {
        part.append(character)
        continue
      }
      if !part.trimmedText.isEmpty { parts.append((part.trimmedText, mark)) }
      (part, mark) = ("", "，。".contains(character) ? String(character) : semicolon)
    }
    if !part.trimmedText.isEmpty { parts.append((part.trimmedText, mark)) }
    return parts
  }

  /// Whether a title may go on with the word: 完成, 结果, 进展 also begin a sentence.
  private static func isTitleWord(_ keyword: Keyword) -> Bool {
    [.done, .taskResult, .progress, .formerly, .extended, .objection].contains(keyword)
  }

  private func twice(_ word: some StringProtocol) -> MinuteFault {
    MinuteFault(zh: "「\(word)」写了两次，只能写一次", en: "'\(word)' is written twice; write it once")
  }

  /// `取得三家报价 @物业/赵六 10-15`
  func task(_ text: String) throws(MinuteFault) -> MinuteDeed {
    let (body, fields) = try segments(
      text, .task, [.standard, .measures, .with, .review, .due, .lead])
    var words: [String] = []
    for word in body.split(whereSeparator: \.isWhitespace) {
      // An `@` within a word, as in an address, does not name a person.
      let parts = word.split(omittingEmptySubsequences: false) { $0 == "@" || $0 == "＠" }
      if let first = parts.first, !first.isEmpty { words.append(String(first)) }
      for part in parts.dropFirst() {
        // @赵六，三天内
        let pieces = part.split { "，,".contains($0) }.map(String.init)
        words.append("@" + (pieces.first ?? ""))
        words += pieces.dropFirst()
      }
    }
    var title: [String] = []
    var people: [String] = []
    var due: [String] = []
    let said = words.contains { $0.hasPrefix("@") } ? nil : SpokenTask(body, self)
    if let said {
      words = []
      (title, people, due) = (
        [said.title], said.lead.map { [$0] } ?? [], said.due.map { [$0] } ?? []
      )
    }
    for word in words {
      if word.hasPrefix("@"), word.count > 1 {
        people.append(String(word.dropFirst()))
      } else if people.isEmpty {
        title.append(word)
      } else if due.isEmpty, let last = people.last, isName(last + " " + word) {
        people[people.count - 1] = last + " " + word
      } else if due.isEmpty, let last = people.last, parties.contains(last), isName(word) {
        // @街道 庞博
        people[people.count - 1] = last + "/" + word
      } else {
        due.append(word)
      }
    }
    // `@Jo Marlow by 29 June`
    if due.count > 1, due[0].lowercased() == "by" { due.removeFirst() }
    if !people.isEmpty, let day = SpokenTask.day(due.joined(separator: " "), self) {
      // 下周五之前完成
      due = [day]
    }
    if people.isEmpty, due.isEmpty, title.count > 1, let last = title.last, isDay(last) {
      due = [title.removeLast()]
    }
    // `@物业 取得报价 10-15`: the task may be after the person.
    if title.isEmpty, due.count > 1 {
      title = Array(due.dropLast())
      due = [due[due.count - 1]]
    }
    var notes: [String] = []
    for (index, person) in people.enumerated() {
      guard let body = completed(person) else { continue }
      people[index] = body
      notes.append(body)
    }
    for (keyword, _) in fields
    where keyword == .due && !due.isEmpty || keyword == .lead && !people.isEmpty {
      throw twice(keyword.word(Language(of: text)))
    }
    func dueDay(_ text: String) -> SpokenDay {
      SpokenDay(text, called: Keyword.due.word(Language(of: text)))
    }
    func task(_ title: [String], _ people: [String]) -> GivenTask {
      var given = GivenTask(
        title.joined(separator: " "), under: place.taskOwner ?? place.meeting)
      given.lead = people.first.map { FullWidth.name(Slice($0)) }
      given.with = people.dropFirst().map { FullWidth.name(Slice($0)) }
      given.due = due.isEmpty ? nil : dueDay(FullWidth.name(Slice(due.joined(separator: " "))))
      for (keyword, value) in fields {
        switch keyword {
        case .standard: given.standard = value
        case .measures: given.measures = value
        case .review: given.review = value
        case .with: given.with.append(value)
        case .due: given.due = dueDay(value)
        default: given.lead = value
        }
      }
      return given
    }
    if people.isEmpty, !due.isEmpty, let last = title.last, title.count > 1 {
      // 买沙箱 周强、吴涛 月底前: nobody says two names for the work.
      let names = NameList.split(Slice(last)).map(\.string)
      if names.count > 1, names.allSatisfy(isName) {
        return .addTask(task(title.dropLast(), names))
      }
      if isName(last) {
        return .taskPerhapsOf(last, yes: task(title.dropLast(), [last]), no: task(title, []))
      }
    }
    guard !notes.isEmpty else { return .addTask(task(title, people)) }
    let written = notes.joined(separator: "、")
    return .noted(
      .addTask(task(title, people)),
      Phrase(zh: "写成了「\(written)」；不对就「撤」", en: "written as '\(written)'; if that is wrong, 'undo'"))
  }

  /// `区排水所` for `排水所`: the only party or unit whose name contains this.
  private func completed(_ person: String) -> String? {
    let name = FullWidth.name(Slice(person))
    guard !name.contains("/"), name.count > 1, !parties.contains(name), !isName(name) else {
      return nil
    }
    let found = bodies(name)
    return found.count == 1 ? found[0] : nil
  }
}
