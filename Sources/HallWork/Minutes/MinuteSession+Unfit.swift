import HallModel
import HallSyntax
import HallWords

extension MinuteSession {
  /// The meeting that is named; without a name, the only one of today that may be going on.
  static func place(_ name: String?, _ change: Change) throws(Refusal) -> MeetingPlace {
    if let name { return try change.meeting(name) }
    let numbers = change.hall.openMeetings(on: change.today).compactMap { $0.id?.text }
    if numbers.count == 1 { return try change.meeting(numbers[0]) }
    guard numbers.isEmpty else {
      throw .refused(
        Phrase(zh: "今天有 \(numbers.count) 次会", en: "there are \(numbers.count) meetings today"),
        hint: Phrase(
          zh: "写上是哪一次：\(numbers.joined(in: .zh))",
          en: "name one of them: \(numbers.joined(in: .en))"))
    }
    throw .refused(
      Phrase(zh: "今天没有会", en: "there is no meeting today"),
      hint: Phrase(zh: "写上会议的编号；有哪些会议，用「hall 列出 会议」看", en: "name the meeting; hall list meetings"))
  }

  /// Refuses a meeting that cannot be going on now.
  static func refuseUnfit(_ place: MeetingPlace, _ change: Change) throws(Refusal) {
    let (meeting, id) = (place.meeting, place.id)
    switch meeting.status {
    case .approved: throw .sealed(id)
    case .cancelled, .postponed:
      let status = meeting.status ?? .cancelled
      throw .refused(
        Phrase(
          zh: "「\(id)」的状态是「\(status.word(.zh))」，没有会可记",
          en: "'\(id)' is '\(status.word(.en))': there is nothing to take minutes of"),
        hint: Phrase(
          zh: "确实开了，先定日子：hall 改期 \(id) --日期 今天",
          en: "if it is held, set its day: hall postpone \(id) --on today")
      )
    default: break
    }
    if let day = meeting.day, day > change.today, !meeting.isHeld {
      throw .refused(
        Phrase(
          zh: "「\(id)」定在 \(DayText.withWeekday(day, .zh))，还没有到",
          en: "'\(id)' is on \(DayText.withWeekday(day, .en)), which is still to come"),
        hint: Phrase(
          zh: "提前开了，先把时间改过来：hall 改 \(id) 时间 今天",
          en: "if it is held before that, change its time: hall set \(id) when today")
      )
    }
  }
}
