import HallModel
import HallSyntax
import HallWords
import HallWork

/// `hall notice`: a meeting's notice, as plain text to post or to paste into a chat.
enum NoticeCommand: Command {
  static let sent = OptionSpec(
    "--sent",
    summary: Phrase(zh: "通知发出去了，记下来", en: "the notice went out: mark the meeting as notified"))
  static let on = OptionSpec(
    "--on", value: Phrase(zh: "日期", en: "DATE"), takes: .day,
    summary: Phrase(
      zh: "和 --已发 一起用：哪天发的，不写就是今天", en: "with --sent, the day it went out; by default today"))

  static let spec = CommandSpec(
    "notice", aliases: ["通知"],
    summary: Phrase(zh: "写出会议通知，可以直接贴出去", en: "a meeting's notice, to post or to paste"),
    arguments: [ArgumentSpec(Phrase(zh: "会议编号", en: "MEETING"), takes: .openMeeting)],
    options: [sent, on, .asOf] + OptionSpec.writing,
    details: Phrase(
      zh: "只显示，不改文件；发出去以后加 --已发 再打一次，会议就成了「已通知」。",
      en: "It only shows the text. Once it went out, --sent makes the meeting 'notified'."),
    examples: [
      Phrase(
        zh: "hall 通知 M-2025-010",
        en: "hall notice M-2025-005"),
      Phrase(
        zh: "hall 通知 M-2025-010 > 通知.txt",
        en: "hall notice M-2025-005 > notice.txt"),
      Phrase(
        zh: "hall 通知 M-2025-010 --已发 --日期 昨天",
        en: "hall notice M-2025-005 --sent --on yesterday"),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    if invocation.call.has(sent) {
      var act = MarkNotified(invocation.arguments[0])
      act.on = invocation.day(on)
      return try invocation.perform(act)
    }
    guard !invocation.call.has(on) else { throw .onlyWithSent }
    var answer = Answer()
    let halls = try invocation.load(&answer)
    let text = invocation.arguments[0]
    let found = try halls.find(text)
    let meeting = try meeting(found.reference, text)
    let charter = found.loaded.hall.charter
    let language = try invocation.language(charter)
    let notice = NoticeText(
      meeting, language: language, today: try invocation.today(charter),
      was: ToldMoment.before(meeting, in: found.loaded),
      goesOnWith: meeting.adjournedFrom.flatMap(found.loaded.hall.meeting))
    answer.output = notice.text
    let id = meeting.id?.text ?? text
    func note(_ zh: String, _ en: String) {
      answer.errors += Phrase(zh: "注意：" + zh, en: "note: " + en)[language] + "\n"
    }
    if let status = meeting.status, !meeting.mayBeNotified {
      note("这次会议是「\(status.word(.zh))」", "this meeting is '\(status.word(.en))'")
    }
    let missing = notice.missing
    if !missing.isEmpty {
      note(
        "还没有写「\(missing.map { $0.word(.zh) }.joined(separator: "、"))」",
        "'\(missing.map { $0.word(.en) }.joined(separator: ", "))' is still to be filled in")
    }
    if invocation.context.isTerminal, meeting.status == .draft || meeting.status == nil {
      let hint = Phrase(
        zh: "发出去以后：hall 通知 \(id) --已发", en: "Once it went out: hall notice \(id) --sent")
      answer.output += "\n" + invocation.style.dim(VisibleText.line(hint[language])) + "\n"
    }
    return answer
  }

  private static func meeting(
    _ reference: Reference, _ text: String
  ) throws(Refusal) -> Meeting {
    guard case .meeting(let meeting) = reference else {
      throw .refused(
        Phrase(zh: "「\(text)」不是会议", en: "'\(text)' is not a meeting"),
        hint: Phrase(zh: "会议的编号像 M-2025-008", en: "a meeting is named as in M-2025-008"))
    }
    return meeting
  }
}

extension Refusal {
  /// A day without `--sent`, for the commands that note that a text went out.
  static var onlyWithSent: Refusal {
    .refused(
      Phrase(zh: "--日期 要和 --已发 一起用", en: "--on is only used with --sent"),
      hint: Phrase(zh: "加上 --已发", en: "add --sent"))
  }
}
