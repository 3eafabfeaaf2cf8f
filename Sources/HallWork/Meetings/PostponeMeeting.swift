import HallModel
import HallSyntax
import HallWords

/// Moves a meeting to another day, or to an unknown one.
package struct PostponeMeeting: Act {
  private let meeting: String
  /// The new day, if it is known.
  package var on: SpokenDay?
  /// The hours, as in `14:30-16:00`; by default, unchanged.
  package var at: String?

  package init(_ meeting: String) { self.meeting = meeting }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let place = try change.meeting(self.meeting)
    let meeting = place.meeting
    try change.requireNotHeld(place)
    let said = try on.map { on throws(Refusal) in try change.moment(on, .bound) }
    let day = said?.day
    if let day, day < change.today {
      throw .refused(
        Phrase(
          zh: "\(DayText.withWeekday(day, .zh)) 已经过去了",
          en: "\(DayText.withWeekday(day, .en)) is past"),
        hint: Phrase(zh: "核对年份和日子", en: "check the year and the day"))
    }
    let when = try said.map { said throws(Refusal) in try time(said, meeting, in: change) }
    if day == nil, at != nil { throw .missingValue(option: Phrase(zh: "--日期", en: "--on")) }
    let status = (day == nil ? Keyword.postponed : .draft).word(change.written)
    try change.edit(
      place.document,
      why: Phrase(
        zh: "改期" + (when.map { "至 " + $0 } ?? ""),
        en: "postponed" + (when.map { " to " + $0 } ?? ""))
    ) { editor throws(EditFault) in
      // By custom the status is written before the time: a new line would move it.
      if let when { try editor.set(.when, when, of: meeting.node) }
      try editor.set(.status, status, of: meeting.node)
    }
    // What follows the day: a blank, and the hours.
    let hours = when.map { String($0.dropFirst(10)) } ?? ""
    let shown = day.map { (DayText.withWeekday($0, .zh), DayText.withWeekday($0, .en)) }
    return try change.finish(
      did: Phrase(
        zh: "\(place.id) 改期：\(meeting.title)，"
          + (shown.map { "改到 \($0.0)\(hours)，通知要重新发" } ?? "日子还没定"),
        en: "\(place.id) is postponed: \(meeting.title), "
          + (shown.map { "to \($0.1)\(hours); it needs a new notice" } ?? "no day yet")),
      next: day == nil
        ? ["hall postpone \(place.id) --on \(change.written == .zh ? "日期" : "DATE")"]
        : ["hall notice \(place.id)"])
  }

  /// The new day with the given hours, else with the old ones.
  private func time(
    _ said: DateWords.Moment, _ meeting: Meeting, in change: Change
  ) throws(Refusal) -> String {
    guard let hours = try MeetingHours.said(said, at: at, in: change) else {
      return said.day.iso + (meeting.moment?.hours.map { " " + $0 } ?? "")
    }
    do throws(ValueFault) {
      return try Moment(reading: Slice(said.day.iso + " " + hours)).text
    } catch {
      throw MeetingHours.refusal(hours, error)
    }
  }
}
