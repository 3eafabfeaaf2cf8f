import HallModel
import HallSyntax

/// The notice was given later than the hall's notice period requires.
///
/// Counting back is in calendar days, without moving to a working day; a period in working days
/// counts back by the hall's calendar. The day of the meeting is not counted.
package enum NoticeWindow: Check {
  package static let id = "notice-window"
  package static let about = Phrase(
    zh: "通知发得太晚：到开会那天，不足 hall.md 写的「通知期」。",
    en: "The notice went out later than the hall's notice period before the meeting.")

  package static func check(meeting: Meeting, _ context: CheckContext, _ report: inout Report) {
    guard meeting.status != .cancelled, meeting.status != .postponed,
      let period = context.charter.length(.noticePeriod), let day = meeting.day,
      let notice = meeting.day(.notice),
      let field = meeting.document.fieldNode(.notice, of: meeting.node)
    else { return }
    let latest = lastDay(period, before: day, context.charter.calendar ?? WorkCalendar())
    guard notice > latest else { return }
    report.warning(
      meeting.document, meeting.document.nodes[field].value,
      zh: "\(notice.iso) 才通知 \(day.iso) 的会议，通知期是\(period.text(.zh))，最晚应在 \(latest.iso)",
      en: "notice on \(notice.iso) for \(day.iso); the period is \(period.text(.en)),"
        + " so it was due by \(latest.iso)",
      hint: Phrase(
        zh: "核对这两个日期；会还没开的，改到通知期满以后",
        en: "check the two days; postpone a meeting still to come until the period is over"))
  }

  private static func lastDay(_ period: Length, before day: Day, _ calendar: WorkCalendar) -> Day {
    guard period.inWorkingDays else { return day + -period.days }
    var (latest, left) = (day, period.days)
    while left > 0, latest > Day.first {
      latest = latest + -1
      if calendar.isWorkingDay(latest) { left -= 1 }
    }
    return latest
  }
}
