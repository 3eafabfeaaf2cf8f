import HallModel
import HallSyntax
import HallWords

/// The facts of the current decision or item, and of the meeting, by the words of the files.
extension MinuteTranslation {
  func field(_ keyword: Keyword, _ line: MinuteLine) throws(MinuteFault) -> MinuteDeed {
    switch keyword {
    case .preparedBy: return .noteField(keyword, try text(line), of: .meeting)
    case .posted where place.decision == nil:
      return .noteField(keyword, try text(line), of: .meeting)
    case .chair where line.rest.contains("决定票") && place.votes > 0:
      // 主持 决定票：赞成
      return castingVote(line.written + line.rest) ?? .note(said(line))
    case .chair, .raisedBy:
      let text = try place.item == nil ? text(line) : text(line, place.item)
      // 主持人：下面开始 is what the chair said.
      guard isPerson(text) else { return .note(said(line)) }
      let home: FactHome = place.item == nil ? .meeting : .item
      return .noteField(keyword, person(text), of: keyword == .chair ? chairHome : home)
    case .effective, .funds, .posted: return try decisionField(keyword, line)
    case .basis, .kind, .number, .supersedes:
      // 依据物业条例第三条 is speech where there is no decision.
      guard place.decision != nil else { return .note(said(line)) }
      return try decisionField(keyword, line)
    case .lead, .due: return taskField(keyword, line)
    default:
      return .noteField(keyword, FullWidth.name(Slice(try text(line, place.item))), of: .item)
    }
  }

  /// `异议 D2 钱七：太贵`, `答复 不成立 三天内给明细`: of the last decision, unless one is named.
  func objection(_ line: MinuteLine) throws(MinuteFault) -> MinuteDeed {
    var rest = try text(line)
    let head = String(rest.prefix { !$0.isWhitespace && !MinuteLine.isColon($0) })
    var decision = place.decision
    if head.first?.uppercased() == "D", head.count > 1,
      head.dropFirst().allSatisfy(MinuteLine.isDigit)
    {
      decision = place.meeting + "-D" + FullWidth.name(Slice(String(head.dropFirst())))
      rest = String(rest.dropFirst(head.count).trimmingColon)
    }
    guard let decision else {
      throw MinuteFault(
        zh: "这个议题还没有决议；要记成话，写「记 …」",
        en: "the item has no decision; to keep it as a text, write 'note …'")
    }
    guard line.word == .object else { return answer(decision, rest) }
    let who = rest.prefix { !$0.isWhitespace && !MinuteLine.isColon($0) }
    let text = String(rest.dropFirst(who.count).trimmingColon)
    let isKnown =
      isName(String(who)) || who.contains("/") || ["匿名", "anonymous"].contains(who)
    if !isKnown, !who.isEmpty, !text.isEmpty, let party = parties.first {
      throw MinuteFault(
        zh: "「\(who)」不在名册和参会人员里；写上是哪一方，如「异议 \(party)/\(who)：…」；要记成话，写「记 …」",
        en: "'\(who)' is on no list here; write the party, as in 'objection \(party)/\(who): …'; to"
          + " keep it as a text, 'note …'")
    }
    guard isKnown, !text.isEmpty else {
      throw MinuteFault(
        zh: "异议要写谁和内容，如「异议 钱七：太贵」；要记成话，写「记 …」",
        en: "an objection needs who and why: 'objection Ann: too dear'; to keep it as a text, write"
          + " 'note …'")
    }
    return .object(decision, by: String(who), text)
  }

  /// `冯丽 不成立 已比价`, `不成立：已比价`, `已比价，不成立`: the name and the verdict may stand before the
  /// answer; the verdict may also stand after it.
  private func answer(_ decision: String, _ text: String) -> MinuteDeed {
    var rest = text[...]
    var (to, verdict): (String?, Keyword?) = (nil, nil)
    func isEnd(_ character: Character) -> Bool {
      character.isWhitespace || MinuteLine.isColon(character) || "，,；;".contains(character)
    }
    while true {
      let word = String(rest.prefix { !isEnd($0) })
      let after = rest.dropFirst(word.count).drop(while: isEnd)
      guard !after.isEmpty else { break }
      if verdict == nil, let found = Vocabulary.keyword(Slice(word), in: .answer) {
        verdict = found
      } else if to == nil, isName(word) || word.contains("/") {
        to = word
      } else if to == nil, verdict == nil, (try? Day(reading: Slice(word))) != nil {
        // 2026-11-30 业委会/冯丽, as the program names an objection.
        let name = String(after.prefix { !isEnd($0) })
        to = word + " " + name
        rest = after.dropFirst(name.count).drop(while: isEnd)
        continue
      } else {
        break
      }
      rest = after
    }
    if verdict == nil, let mark = rest.lastIndex(where: isEnd),
      let found = Vocabulary.keyword(
        Slice(String(rest[rest.index(after: mark)...]).withoutEndMarks), in: .answer)
    {
      verdict = found
      rest = rest[..<mark]
    }
    return .answer(decision, to: to, verdict, String(rest).trimmedText)
  }

  private func decisionField(
    _ keyword: Keyword, _ line: MinuteLine
  ) throws(MinuteFault) -> MinuteDeed {
    let value = try text(line, place.item)
    guard let decision = place.decision else {
      throw MinuteFault(
        zh: "这个议题还没有决议，「\(line.written)」没处写；先写「决议 内容」",
        en: "the item has no decision yet to write '\(line.written)' to; first write one:"
          + " 'decision TITLE'")
    }
    var given = GivenDecision()
    given.set(keyword, value)
    return .changeDecision(decision, given)
  }

  /// What a new chair is of: the meeting, until it has one; then the current item.
  var chairHome: FactHome { place.item == nil || place.chair == nil ? .meeting : .item }

  /// `负责 赵六`, `期限 12-01`: who leads the last task, or when it is due. Without a task the line is
  /// speech, and so is one that names no known person and no day.
  private func taskField(_ keyword: Keyword, _ line: MinuteLine) -> MinuteDeed {
    let value = line.rest.withoutEndMarks
    guard let task = place.task else { return .note(said(line)) }
    if keyword == .due {
      guard isDay(value) || Vocabulary.keyword(Slice(value), in: .dueWord) != nil else {
        return .note(said(line))
      }
      return .assignTask(task, to: nil, by: SpokenDay(value, called: line.written))
    }
    guard isPerson(value) || parties.contains(value) else { return .note(said(line)) }
    return .assignTask(task, to: people(value).joined(in: Language(of: value)), by: nil)
  }

  /// The line as it was said.
  private func said(_ line: MinuteLine) -> String {
    line.written + (line.isLabelled ? "：" : " ") + line.rest
  }

  private func isPerson(_ text: String) -> Bool {
    people(text).count == 1 && (isName(text) || isName(person(text)) || text.contains("/"))
  }

  /// One person: `物业 赵六` is `物业/赵六`.
  private func person(_ text: String) -> String { people(text).first ?? text }

  /// Who is recused from all votes of the item.
  func recusal(_ text: String) -> MinuteDeed {
    .noteField(
      .recused, people(text).joined(separator: Language(of: text).listSeparator), of: .item)
  }
}
