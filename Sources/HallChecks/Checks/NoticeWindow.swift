import HallModel
import HallSyntax

/// The notice was given later than is demanded: by a rule of its votes, by `hall.md`, or by the law
/// behind a built-in rule.
///
/// Counting back is in calendar days, without moving to a working day; a period in working days
/// counts back by the hall's calendar. The day of the meeting is not counted.
package enum NoticeWindow: Check {
  package static let id = "notice-window"
  package static let readsHall = true
  package static let about = Phrase(
    zh: "通知发得太晚：到开会那天，不足规则或 hall.md 写的「通知期」；都没有写的，业主共同决定提前 15 天，居民会议提前 10 天。",
    en:
      "The notice went out too late: less than the notice period of a rule or of hall.md before the"
      + " meeting; without one, 15 days before owners decide and 10 before an assembly.")

  package static func check(meeting: Meeting, _ context: CheckContext, _ report: inout Report) {
    guard meeting.status != .cancelled, meeting.status != .postponed,
      let demanded = meeting.demandedNotice, let day = meeting.day,
      let notice = meeting.day(.notice),
      let field = meeting.document.fieldNode(.notice, of: meeting.node)
    else { return }
    let (period, source) = (demanded.length, demanded.source.phrase)
    let latest = lastDay(period, before: day, context.charter.calendar ?? WorkCalendar())
    guard notice > latest else { return }
    report.warning(
      meeting.document, meeting.document.nodes[field].value,
      zh:
        "\(notice.iso) 才通知 \(day.iso) 的会议，通知期是\(period.text(.zh))（\(source.zh)），最晚应在 \(latest.iso)",
      en:
        "notice on \(notice.iso) for \(day.iso); the period is \(period.text(.en)) (\(source.en)),"
        + " so it was due by \(latest.iso)",
      hint: Phrase(
        zh: "核对这两个日期；会还没开的，改到通知期满以后",
        en: "check the two days; postpone a meeting still to come until the period is over"))
  }

  private static func lastDay(_ period: Length, before day: Day, _ calendar: WorkCalendar) -> Day {
    guard period.inWorkingDays else { return day + -period.days + (period.isClear ? -1 : 0) }
    var (latest, left) = (day, period.days)
    while left > 0, latest > Day.first {
      latest = latest + -1
      if calendar.isWorkingDay(latest) { left -= 1 }
    }
    return latest
  }
}
