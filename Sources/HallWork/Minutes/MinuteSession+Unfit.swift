import HallModel
import HallSyntax
import HallWords

extension MinuteSession {
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
          zh: "确实开了，先把状态改过来：hall 编辑 \(id)", en: "if it is held, change that: hall edit \(id)")
      )
    default: break
    }
    if let day = meeting.day, day > change.today, !meeting.isHeld {
      throw .refused(
        Phrase(
          zh: "「\(id)」定在 \(DayText.withWeekday(day, .zh))，还没有到",
          en: "'\(id)' is on \(DayText.withWeekday(day, .en)), which is still to come"),
        hint: Phrase(
          zh: "提前开了，先把时间改过来：hall 编辑 \(id)",
          en: "if it is held before that, change its time: hall edit \(id)")
      )
    }
  }
}
