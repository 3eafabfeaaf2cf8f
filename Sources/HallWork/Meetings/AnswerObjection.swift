import HallModel
import HallSyntax
import HallWords

/// Records the answer to an objection. Whom a line means is for the model alone to say: the line is
/// written, read back with the model, and refused unless it answers exactly what was meant.
package struct AnswerObjection: Act {
  private let decision: String
  private let text: String
  /// 成立 or 不成立; nil if the answer says neither.
  package var verdict: Keyword?
  /// Whom it answers, or the day of the objection, or both; needed where several are open.
  package var to: String?
  package var on: SpokenDay?

  package init(_ decision: String, _ text: String) { (self.decision, self.text) = (decision, text) }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let (_, decision, id) = try change.decision(self.decision)
    let objections = decision.objections
    guard !objections.open.isEmpty else {
      throw .refused(
        Phrase(zh: "\(id) 没有待答复的异议", en: "\(id) has no open objection"),
        hint: Phrase(
          zh: "先记异议：hall 异议 \(id) 谁 内容", en: "note it first: hall object \(id) WHO TEXT"))
    }
    let day = try change.day(on)
    let meant = try self.meant(of: objections, id, change.written)
    let first = objections.all[meant[0]]
    if let raised = first.day, raised > day {
      throw .refused(
        Phrase(
          zh: "这条异议是 \(raised.iso) 提的，答复写的是 \(day.iso)，比它早",
          en: "the objection is of \(raised.iso), and the answer of \(day.iso) is before it"),
        hint: Phrase(zh: "核对答复的日期", en: "check the day of the answer"))
    }
    // Beside others, open or not, the answer itself names what it is for.
    let name =
      objections.all.count == 1
      ? "" : (meant.count > 1 ? first.name : objections.name(of: meant[0], change.written)) + " "
    let word = verdict.map { $0.word(change.written) + " " } ?? ""
    let said = word + name + text
    try change.edit(
      decision.document,
      why: Phrase(
        zh: "D\(decision.number ?? 0) 答复异议", en: "D\(decision.number ?? 0) objection answered")
    ) { editor throws(EditFault) in
      try editor.add(.objectionAnswered, day.iso + " " + said, to: decision.node)
    }
    let now = decision.same(among: change.outcome.meetings)?.objections
    try check(now ?? objections, against: objections, meant: meant, said)
    let left = objections.open.count - meant.count
    let several = meant.count > 1
    return try change.finish(
      did: Phrase(
        zh:
          "\(id) \(DayText.withWeekday(day, .zh)) \(several ? "\(meant.count) 条" : "")异议已答复：\(said)"
          + (left > 0 ? "；还有 \(left) 条没有答复" : ""),
        en: "\(id): \(several ? "\(meant.count) objections" : "objection") answered on"
          + " \(DayText.withWeekday(day, .en)): \(said)" + (left > 0 ? "; \(left) still open" : "")),
      next: ["hall show \(id)"])
  }

  /// The places of the open objections that are meant: one, or all that somebody raised on one day.
  private func meant(
    of objections: Objections, _ id: String, _ written: Language
  ) throws(Refusal) -> [Int] {
    let open = objections.all.indices.filter { !objections.all[$0].isAnswered }
    let named = to.map { objections.named(in: Slice($0)) ?? [] }
    let found = open.filter { named?.contains($0) ?? true }
    if found.count == 1 || to != nil && Set(found.map { objections.all[$0].name }).count == 1 {
      return found
    }
    let list = open.map { objections.all[$0] }
    let choices = open.map { objections.name(of: $0, written) }
    let hint = Phrase(
      zh: "写明答复的是哪一条（命令里加 --谁的）：" + choices.map { "「\($0)」" }.joined(separator: "、"),
      en: "say which one, with --to and one of: "
        + choices.map { "'\($0)'" }.joined(separator: ", "))
    if let to, found.isEmpty {
      let isAnswered = named?.isEmpty == false
      throw .refused(
        Phrase(
          zh: isAnswered ? "「\(to)」的异议已经答复过了" : "\(id) 还没答复的异议里，没有「\(to)」的",
          en: isAnswered
            ? "the objection of '\(to)' is answered already"
            : "no open objection to \(id) is of '\(to)'"),
        hint: hint)
    }
    throw .refused(
      Phrase(
        zh: "\(id) 有 \(open.count) 条异议还没答复，不知道答复哪一条："
          + list.map(\.text.string).joined(separator: "；"),
        en: "\(id) has \(open.count) open objections: "
          + list.map(\.text.string).joined(separator: "; ")),
      hint: hint)
  }

  /// Refuses a line that the model reads otherwise than it was meant.
  private func check(
    _ now: Objections, against before: Objections, meant: [Int], _ said: String
  ) throws(Refusal) {
    let changed = zip(before.all, now.all).enumerated().filter { _, pair in
      pair.0.answer?.text.string != pair.1.answer?.text.string || pair.0.isUpheld != pair.1.isUpheld
        || pair.0.isAnswered != pair.1.isAnswered
    }.map(\.offset)
    guard changed != meant else { return }
    let others = changed.filter { !meant.contains($0) }.map { before.all[$0].name }
    guard let other = others.first else {
      throw .refused(
        Phrase(
          zh: "「\(said)」看不出答复的是哪一条异议，没有写", en: "'\(said)' does not say which objection it answers"),
        hint: Phrase(
          zh: "用「hall 编辑」给这条异议补上谁提的、哪天提的", en: "write who raised it, and when, with 'hall edit'"))
    }
    throw .refused(
      Phrase(
        zh: "「\(said)」也会算成答复了「\(other)」的异议，没有写",
        en: "'\(said)' would answer the objection of '\(other)' as well: nothing is written"),
      hint: Phrase(
        zh: "答复的话里不要提别人的名字、别的异议的日期，也不要引别人的话；两条都要答复的，分两次写",
        en:
          "leave the other's name, day and words out of the text; to answer both, answer each by itself"
      )
    )
  }
}

extension Objection {
  /// How an answer names it: its day and who raised it, else its text.
  fileprivate var name: String {
    let parts = [day?.iso, who].compactMap(\.self)
    return parts.isEmpty ? text.string : parts.joined(separator: " ")
  }

  /// What it says, without the day and the person.
  fileprivate var words: String { ObjectionText(text).text.string }
}

extension Objections {
  /// How an answer names one of them: its day and who raised it, and words of it where somebody
  /// raised several on that day.
  fileprivate func name(of place: Int, _ language: Language) -> String {
    let own = all[place]
    let alike = all.indices.filter { $0 != place && all[$0].name == own.name }
    guard !alike.isEmpty else { return own.name }
    let words = own.words
    // The first words that none of the others has.
    let shortest = words.indices.dropFirst(4).map { words[..<$0] }.first { start in
      !alike.contains { all[$0].words.contains(start) }
    }
    return own.name + " "
      + language.say("“\(shortest ?? words[...])”", "\"\(shortest ?? words[...])\"")
  }
}

extension Decision {
  /// The same decision in a hall with a change applied.
  fileprivate func same(among meetings: [Meeting]) -> Decision? {
    meetings.first { $0.document.path == document.path }?.decisions.first { $0.number == number }
  }
}
