import HallModel
import HallSyntax
import HallWords

/// The remaining work for past meetings, and tasks that are due soon.
extension NextActions {
  private static let mostMeetings = 2

  private func latest(_ isMeant: (Meeting) -> Bool) -> [Meeting] {
    let found = hall.meetings.filter(isMeant)
    let sorted = found.sorted { ($0.day ?? status.today) > ($1.day ?? status.today) }
    return Array(sorted.prefix(Self.mostMeetings))
  }

  /// Held meetings whose items are all settled and whose minutes are not approved yet.
  var approvals: [NextAction] {
    latest { meeting in
      meeting.status == .held && !meeting.items.isEmpty
        && !meeting.items.contains(where: \.isUnfinished)
        && !meeting.votes.contains { $0.value(.voteResult) == nil }
    }.map { meeting in
      let id = Reference.meeting(meeting).identifier
      return .call(
        Phrase(
          zh: "确认 \(id) 的记录：\(meeting.title)", en: "approve the minutes of \(id): \(meeting.title)"),
        NextCall("approve", [id]))
    }
  }

  /// Meetings whose day has passed but whose status is still that the notice is out.
  var pastMeetings: [NextAction] {
    latest { meeting in
      meeting.status == .notified && (meeting.day.map { $0 < status.today } ?? false)
    }.map { meeting in
      let id = Reference.meeting(meeting).identifier
      let day = meeting.day ?? status.today
      let minutes = NextAction.call(
        Phrase(zh: "开过了，做会议记录", en: "it was held: take the minutes"), NextCall("minute", [id]))
      return .choice(
        Phrase(
          zh: "\(DayText.withWeekday(day, .zh)) 的会开了没有（\(meeting.title)）",
          en: "was the meeting of \(DayText.withWeekday(day, .en)) held (\(meeting.title))"),
        [minutes] + notHeld(id))
    }
  }

  /// Ways to record that a meeting is not held on its day.
  func notHeld(_ id: String) -> [NextAction] {
    let why = NextCall.Question(
      text: Phrase(zh: "为什么不开了", en: "Why is it called off"), option: OptionSpec.message.name)
    return [
      .call(
        Phrase(zh: "改期", en: "put it off"), NextCall("postpone", [id], asking: [day(of: "--on")])),
      .call(Phrase(zh: "会不开了", en: "call it off"), NextCall("cancel", [id], asking: [why])),
    ]
  }

  /// Open tasks that are due within a week, soonest first.
  var dueSoon: [NextAction] {
    status.dueSoon.compactMap { due in due.identifier.map { followUp(due, $0) } }
  }
}
