import HallModel
import HallSyntax
import HallWords

/// What the status of a meeting allows, and its transitions.
extension Change {
  /// The new status of a meeting when somebody is marked present; nil if it is unchanged.
  ///
  /// Throws if the meeting day is unknown or still to come, or if the meeting was cancelled.
  func statusForPresence(_ place: MeetingPlace) throws(Refusal) -> String? {
    switch place.meeting.status {
    case .held?, .approved?: return nil
    case .cancelled?: throw Change.cancelled(place.id)
    case .postponed?:
      throw .refused(
        Phrase(zh: "「\(place.id)」改期了，还没有定日子", en: "'\(place.id)' was postponed and has no day yet"),
        hint: Phrase(
          zh: "先定日子：hall 改期 \(place.id) --日期 日期",
          en: "set its day: hall postpone \(place.id) --on DATE"))
    default: break
    }
    if let day = place.meeting.day, day > today {
      throw .refused(
        Phrase(
          zh: "「\(place.id)」\(DayText.withWeekday(day, .zh)) 才开，还不能记到会",
          en: "'\(place.id)' is on \(DayText.withWeekday(day, .en)); attendance cannot be noted"
            + " yet"),
        hint: Phrase(
          zh: "日子改了就先用「hall 改期 \(place.id) --日期 日期」",
          en: "if the day has changed: 'hall postpone \(place.id) --on DATE'"))
    }
    return Keyword.held.word(written)
  }

  /// Throws unless a meeting has been held, or votes are coming in.
  func requireHeld(_ meeting: Meeting, _ id: String, _ what: Phrase) throws(Refusal) {
    switch meeting.status {
    case nil, .held?, .approved?, .voting?: return
    case .cancelled?: throw Change.cancelled(id)
    case let status?:
      throw .refused(
        Phrase(
          zh: "「\(id)」还是「\(status.word(.zh))」，不能记\(what.zh)",
          en: "'\(id)' is still '\(status.word(.en))'; \(what.en) cannot be noted yet"),
        hint: Phrase(
          zh: "会开了就先记谁到会：hall 到会 \(id) 姓名", en: "note first who came: hall attend \(id) NAME"))
    }
  }

  /// Throws if a meeting has been held: it can be neither postponed nor cancelled.
  func requireNotHeld(_ place: MeetingPlace) throws(Refusal) {
    guard place.meeting.isHeld else { return }
    throw .refused(
      Phrase(zh: "「\(place.id)」已经开过了", en: "'\(place.id)' was held already"), hint: nil)
  }

  package static func cancelled(_ id: String) -> Refusal {
    .refused(
      Phrase(zh: "「\(id)」已经取消了", en: "'\(id)' was cancelled"),
      hint: Phrase(
        zh: "如果还是要开，先定日子：hall 改期 \(id) --日期 日期",
        en: "if it takes place all the same, set its day: hall postpone \(id) --on DATE"))
  }
}
