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
    if change.charter.person(Slice(who)).party == nil, !["匿名", "anonymous"].contains(who) {
      change.notes.append(
        Phrase(
          zh: "注意：「\(who)」不在名册里，也没有写是哪一方",
          en: "note: '\(who)' is on no roster and of no party"))
    }
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
