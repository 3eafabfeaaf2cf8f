import HallModel
import HallSyntax
import HallWords

/// Records that a meeting took place, without any names.
package struct HoldMeeting: Act {
  private let meeting: String

  package init(_ meeting: String) { self.meeting = meeting }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let place = try change.meeting(meeting)
    if let status = try change.statusForPresence(place) {
      try change.edit(place.document, why: Phrase(zh: "已召开", en: "held")) {
        editor throws(EditFault) in try editor.set(.status, status, of: place.meeting.node)
      }
    }
    return try change.finish(
      did: Phrase(
        zh: "\(place.id) 记为「已召开」：\(place.meeting.title)",
        en: "\(place.id) was held: \(place.meeting.title)"),
      next: ["hall attend \(place.id)", "hall minute \(place.id)"])
  }
}

/// Cancels a meeting. Its file stays. The reason comes from the session.
package struct CancelMeeting: Act {
  private let meeting: String

  package init(_ meeting: String) { self.meeting = meeting }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let place = try change.meeting(meeting)
    try change.requireNotHeld(place)
    guard let reason = change.session.reason, !reason.isEmpty else {
      throw .refused(
        Phrase(zh: "取消会议要写原因", en: "calling a meeting off needs a reason"),
        hint: Phrase(
          zh: "写成「hall 取消 \(place.id) -m 原因」", en: "write 'hall cancel \(place.id) -m WHY'"))
    }
    let status = Keyword.cancelled.word(change.written)
    if place.meeting.status != .cancelled {
      try change.edit(place.document, why: Phrase(zh: "取消", en: "cancelled")) {
        editor throws(EditFault) in try editor.set(.status, status, of: place.meeting.node)
      }
    }
    return try change.finish(
      did: Phrase(
        zh: "\(place.id) 已取消：\(place.meeting.title)（\(reason)）",
        en: "\(place.id) is cancelled: \(place.meeting.title) (\(reason))"),
      next: ["hall notice \(place.id)"])
  }
}
