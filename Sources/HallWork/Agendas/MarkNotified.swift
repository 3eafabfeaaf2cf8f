import HallModel
import HallSyntax
import HallWords

/// Records that the notice of a meeting went out.
package struct MarkNotified: Act {
  private let meeting: String
  package var on: SpokenDay?

  package init(_ meeting: String) { self.meeting = meeting }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let place = try change.meeting(self.meeting)
    let (meeting, id) = (place.meeting, place.id)
    if let status = meeting.status, !meeting.mayBeNotified {
      throw .refused(
        Phrase(
          zh: "\(id) 是「\(status.word(.zh))」，不能再记成已通知",
          en: "\(id) is '\(status.word(.en))' and cannot be marked as notified"),
        hint: nil)
    }
    guard meeting.hasFrontMatter else {
      throw .refused(
        Phrase(
          zh: "\(id) 开头没有「---」之间的信息，写不了「通知」", en: "\(id) has no front matter to write it into"),
        hint: Phrase(zh: "用「hall 检查」看怎么补", en: "'hall check' shows how to add it"))
    }
    let day = try change.day(on)
    let status = Keyword.notified.word(change.written)
    try change.edit(
      meeting.document, why: Phrase(zh: "发出通知", en: "notice sent")
    ) { editor throws(EditFault) in
      try editor.set(.status, status, of: meeting.node)
      try editor.set(.notice, day.iso, of: meeting.node)
    }
    return try change.finish(
      did: Phrase(
        zh: "\(id) 已通知：\(DayText.withWeekday(day, .zh))",
        en: "\(id) notified on \(DayText.withWeekday(day, .en))"),
      next: ["hall minute \(id)", "hall show \(id)"])
  }
}

extension Meeting {
  /// Whether a notice of it may still be sent.
  package var mayBeNotified: Bool {
    status.map { $0 == .draft || $0 == .notified } ?? true
  }
}
