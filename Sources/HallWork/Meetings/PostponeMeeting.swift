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
    let day = try on.map { on throws(Refusal) in try change.day(on, .due) }
    if let day, day < change.today {
      throw .refused(
        Phrase(
          zh: "\(DayText.withWeekday(day, .zh)) 已经过去了",
          en: "\(DayText.withWeekday(day, .en)) is past"),
        hint: Phrase(zh: "核对年份和日子", en: "check the year and the day"))
    }
    let when = try day.map { day throws(Refusal) in try time(of: day, meeting) }
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
    let shown = day.map { (DayText.withWeekday($0, .zh), DayText.withWeekday($0, .en)) }
    return try change.finish(
      did: Phrase(
        zh: "\(place.id) 改期：\(meeting.title)，"
          + (shown.map { "改到 \($0.0)，通知要重新发" } ?? "日子还没定"),
        en: "\(place.id) is postponed: \(meeting.title), "
          + (shown.map { "to \($0.1); it needs a new notice" } ?? "no day yet")),
      next: day == nil
        ? ["hall postpone \(place.id) --on \(change.written == .zh ? "日期" : "DATE")"]
        : ["hall notice \(place.id)"])
  }

  /// The new day with the given hours, else with the old ones.
  private func time(of day: Day, _ meeting: Meeting) throws(Refusal) -> String {
    if let text = at {
      let hours = HourWords.written(text) ?? text
      guard let moment = try? Moment(reading: Slice(day.iso + " " + hours)), moment.start != nil
      else {
        throw .unreadableValue(
          text, option: Phrase(zh: "--几点", en: "--at"),
          expected: Phrase(zh: "几点，如 下午3点 或 14:30-16:00", en: "an hour, as 3pm or 14:30-16:00"))
      }
      return day.iso + Self.hours(moment)
    }
    return day.iso + (meeting.moment.map(Self.hours) ?? "")
  }

  private static func hours(_ moment: Moment) -> String {
    moment.hours.map { " " + $0 } ?? ""
  }
}
