import HallModel
import HallSyntax
import HallWords

/// Records who is at a meeting, and who is not.
package struct NoteAttendance: Act {
  private let meeting: String
  package var given: GivenAttendance

  package init(_ given: GivenAttendance = GivenAttendance(), at meeting: String) {
    (self.given, self.meeting) = (given, meeting)
  }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let place = try change.meeting(meeting)
    var entry = AttendanceEntry(
      place.meeting, then: place.meeting.isApproved ? change.hall.judged(place.meeting) : nil,
      change.written, naming: change.name)
    try entry.read(given)
    let status = try entry.bringsPeople ? change.statusForPresence(place) : nil
    guard entry.hasWords else {
      throw .refused(
        Phrase(zh: "没有写谁到会", en: "nobody is named"),
        hint: Phrase(
          zh: "如「hall 到会 \(place.id) 张三」", en: "as in 'hall attend \(place.id) NAME'"))
    }
    let sheet = entry.sheet
    let figures = KeptFigures(of: place.meeting, in: change.hall)
    try change.edit(place.document, why: entry.why) { editor throws(EditFault) in
      try sheet.write(into: &editor)
      if let status { try editor.set(.status, status, of: place.meeting.node) }
    }
    if status != nil || place.meeting.isHeld {
      change.notes += entry.absentHolders.map { name in
        Phrase(
          zh: "注意：受托人「\(name)」没有到会，这份委托不算数",
          en: "note: '\(name)', who holds the proxy, is absent, so it does not count")
      }
    }
    // Who came late or left early changes no vote that is counted: it is not known whether they were
    // there for it.
    let turned = given.isOnlyTimes ? [] : try figures.write(to: place.meeting, in: &change)
    let held = status == nil ? ("", "") : ("；会议记为「已召开」", "; the meeting is held")
    let followed =
      AttendanceLoss(from: place.meeting, to: change.current(place.meeting)).lines
      + turned.map { vote in
        Phrase(
          zh: "表决「\(vote.title)」的结果由「\(vote.was)」变成「\(vote.now)」",
          en: "the vote '\(vote.title)' was '\(vote.was)' and is now '\(vote.now)'")
      }
    let gone =
      change.session.isLive
      ? Set(change.current(place.meeting).attendance?.leftNames ?? []).count : 0
    let here = max(0, sheet.heads - gone)
    return try change.finish(
      did: Phrase(
        zh: "\(place.id) \(entry.did.zh)（现在到会 \(here) 人）\(held.0)",
        en: "\(place.id): \(entry.did.en) (\(here) present now)\(held.1)"),
      details: followed.map { "  " + VisibleText.line($0[change.language]) },
      next: entry.bringsPeople ? ["hall minute \(place.id)", "hall show \(place.id)"] : [])
  }
}
