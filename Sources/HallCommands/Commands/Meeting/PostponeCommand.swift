import HallModel
import HallSyntax
import HallWords

/// `hall postpone`: a meeting is on another day, or on one that is not known yet.
enum PostponeCommand: Command {
  static let on = OptionSpec(
    "--on", value: Phrase(zh: "日期", en: "DATE"),
    summary: Phrase(zh: "改到哪天；还没定就不写", en: "the new day, where it is known"))
  static let at = OptionSpec(
    "--at", value: Phrase(zh: "几点", en: "TIME"),
    summary: Phrase(
      zh: "几点，如 14:30-16:00；不写就照原来的", en: "the hours, as in 14:30-16:00; else as before"))

  static let spec = CommandSpec(
    "postpone", aliases: ["改期"],
    summary: Phrase(zh: "会议改到另一天", en: "put a meeting off"),
    arguments: [ArgumentSpec(Phrase(zh: "会议", en: "ID"))],
    options: [on, at, .asOf] + OptionSpec.writing,
    details: Phrase(
      zh: "日子定了，时间改成新的，状态回到「拟定」，通知要重新发；日子没定，状态记为「改期」。",
      en: "With a new day the meeting is a draft again, and needs a new notice; without, its status"
        + " is 'postponed'."),
    examples: ["hall postpone M-2025-009 --on 下周五", "hall postpone M-2025-009 -m 会议室占用"])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    var change = try Change(invocation, &answer)
    let place = try change.meeting(invocation.arguments[0])
    let meeting = place.meeting
    try change.requireNotHeld(place)
    let day = try invocation.call.value(on).map { text throws(Refusal) in
      try invocation.day(text, on.name, .due, in: change)
    }
    if let day, day < change.today {
      throw .refused(
        Phrase(
          zh: "\(DayText.withWeekday(day, .zh)) 已经过去了",
          en: "\(DayText.withWeekday(day, .en)) is past"),
        hint: Phrase(zh: "核对年份和日子", en: "check the year and the day"))
    }
    let when = try day.map { day throws(Refusal) in try time(of: day, meeting, invocation) }
    if day == nil, invocation.call.has(at) { throw .missingValue(option: on.name) }
    let status = (day == nil ? Keyword.postponed : .draft).word(change.written)
    try change.edit(
      place.document,
      why: Phrase(
        zh: "改期" + (when.map { "至 " + $0 } ?? ""),
        en: "postponed" + (when.map { " to " + $0 } ?? ""))
    ) { editor throws(EditFault) in
      // The status stands in front of the time by custom: a new line would move it.
      if let when { try editor.set(.when, when, of: meeting.node) }
      try editor.set(.status, status, of: meeting.node)
    }
    let shown = day.map { (DayText.withWeekday($0, .zh), DayText.withWeekday($0, .en)) }
    try change.record(
      &answer,
      did: Phrase(
        zh: "\(place.id) 改期：\(meeting.title)，"
          + (shown.map { "改到 \($0.0)，通知要重新发" } ?? "日子还没定"),
        en: "\(place.id) is postponed: \(meeting.title), "
          + (shown.map { "to \($0.1); it needs a new notice" } ?? "no day yet")),
      next: day == nil
        ? ["hall postpone \(place.id) --on \(change.written == .zh ? "日期" : "DATE")"]
        : ["hall notice \(place.id)"])
    return answer
  }

  /// The new day with the hours that are given, else with those it had.
  private static func time(
    of day: Day, _ meeting: Meeting, _ invocation: Invocation
  ) throws(Refusal) -> String {
    if let text = invocation.call.value(at) {
      let hours = HourWords.written(text) ?? text
      guard let moment = try? Moment(reading: Slice(day.iso + " " + hours)), moment.start != nil
      else {
        throw .unreadableValue(
          text, option: at.name,
          expected: Phrase(zh: "几点，如 下午3点 或 14:30-16:00", en: "an hour, as 3pm or 14:30-16:00"))
      }
      return day.iso + Self.hours(moment)
    }
    return day.iso + (meeting.moment.map(hours) ?? "")
  }

  private static func hours(_ moment: Moment) -> String {
    moment.hours.map { " " + $0 } ?? ""
  }
}
