import HallModel
import HallSyntax
import HallWords

/// Records an objection to a decision. It is outside the seal: objections come in after the approval.
package struct ObjectToDecision: Act {
  private let decision: String
  private let who: String
  private let text: String
  package var on: SpokenDay?

  package init(_ decision: String, by who: String, _ text: String) {
    (self.decision, self.who, self.text) = (decision, who, text)
  }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let (_, decision, id) = try change.decision(self.decision)
    let day = try change.day(on)
    let person = change.charter.person(Slice(who)).text
    let colon = change.written.say("：", ": ")
    try change.edit(
      decision.document,
      why: Phrase(
        zh: "D\(decision.number ?? 0) 异议：\(person)",
        en: "D\(decision.number ?? 0) objection: \(person)")
    ) { editor throws(EditFault) in
      try editor.add(.objection, day.iso + " " + person + colon + text, to: decision.node)
    }
    return try change.finish(
      did: Phrase(
        zh: "\(id) 记下 \(person) \(DayText.withWeekday(day, .zh)) 的异议：\(text)",
        en: "\(id): objection of \(person), \(DayText.withWeekday(day, .en)): \(text)"),
      next: ["hall answer \(id) " + change.language.say("答复", "TEXT"), "hall show \(id)"])
  }
}

/// Records the answer to an objection.
package struct AnswerObjection: Act {
  private let decision: String
  private let text: String
  /// 成立 or 不成立; nil if the answer says neither.
  package var verdict: Keyword?
  /// Whom it answers, or the day of the objection; needed where several are open.
  package var to: String?
  package var on: SpokenDay?

  package init(_ decision: String, _ text: String) { (self.decision, self.text) = (decision, text) }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let (_, decision, id) = try change.decision(self.decision)
    let open = decision.objections.open
    guard !open.isEmpty else {
      throw .refused(
        Phrase(zh: "\(id) 没有还没答复的异议", en: "\(id) has no open objection"),
        hint: Phrase(
          zh: "先记异议：hall 异议 \(id) 谁 内容", en: "note it first: hall object \(id) WHO TEXT"))
    }
    let meant = to.map { name in open.filter { $0.text.string.contains(name) } } ?? open
    guard meant.count == 1 else {
      let list = open.map(\.text.string)
      throw .refused(
        Phrase(
          zh: "\(id) 有 \(open.count) 条异议还没答复，不知道答复哪一条：" + list.joined(separator: "；"),
          en: "\(id) has \(open.count) open objections: " + list.joined(separator: "; ")),
        hint: Phrase(zh: "加上 --谁的 提出的人，或异议的日期", en: "add --to WHO, or the day of the objection"))
    }
    let day = try change.day(on)
    // Where several are open, the answer itself names the one that it is for.
    let name = open.count > 1 ? (to ?? "") + " " : ""
    let word = verdict.map { $0.word(change.written) + " " } ?? ""
    let said = word + name + text
    try change.edit(
      decision.document,
      why: Phrase(
        zh: "D\(decision.number ?? 0) 答复异议", en: "D\(decision.number ?? 0) objection answered")
    ) { editor throws(EditFault) in
      try editor.add(.objectionAnswered, day.iso + " " + said, to: decision.node)
    }
    let left = open.count - 1
    return try change.finish(
      did: Phrase(
        zh: "\(id) \(DayText.withWeekday(day, .zh)) 已答复异议：\(said)"
          + (left > 0 ? "；还有 \(left) 条没有答复" : ""),
        en: "\(id): objection answered on \(DayText.withWeekday(day, .en)): \(said)"
          + (left > 0 ? "; \(left) still open" : "")),
      next: ["hall show \(id)"])
  }
}

extension Change {
  /// The decision a text names, and its name in messages.
  func decision(_ text: String) throws(Refusal) -> (
    meeting: Meeting, decision: Decision, id: String
  ) {
    let reference = try find(text)
    guard case .decision(let meeting, let decision) = reference else {
      throw .refused(
        Phrase(zh: "「\(text)」不是决议", en: "'\(text)' is not a decision"),
        hint: Phrase(zh: "决议的编号像 M-2025-008-D1", en: "a decision is named as in M-2025-008-D1"))
    }
    return (meeting, decision, reference.identifier)
  }
}
