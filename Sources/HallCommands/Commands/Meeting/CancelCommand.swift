import HallModel
import HallSyntax
import HallWords

/// `hall cancel`: a meeting does not take place. Its file stays.
enum CancelCommand: Command {
  static let spec = CommandSpec(
    "cancel", aliases: ["取消"],
    summary: Phrase(zh: "会不开了，写明原因", en: "call a meeting off, with the reason"),
    arguments: [ArgumentSpec(Phrase(zh: "会议", en: "ID"))],
    options: [.asOf] + OptionSpec.writing,
    details: Phrase(
      zh: "原因用 -m 写，记在历史里。文件留着，编号不再用。开过的会不能取消。",
      en: "The reason (-m) is kept in the history. The file stays, and so does its number. What was"
        + " held cannot be called off."),
    examples: ["hall cancel M-2025-009 -m 主讲人临时出差"])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    var change = try Change(invocation, &answer)
    let place = try change.meeting(invocation.arguments[0])
    try change.requireNotHeld(place)
    guard let reason = invocation.call.value(.message), !reason.isEmpty else {
      throw .refused(
        Phrase(zh: "取消会议要写原因", en: "calling a meeting off needs a reason"),
        hint: Phrase(
          zh: "写成「hall cancel \(place.id) -m 原因」", en: "write 'hall cancel \(place.id) -m WHY'"))
    }
    let status = Keyword.cancelled.word(change.written)
    if place.meeting.status != .cancelled {
      try change.edit(place.document, why: Phrase(zh: "取消", en: "cancelled")) {
        editor throws(EditFault) in try editor.set(.status, status, of: place.meeting.node)
      }
    }
    try change.record(
      &answer,
      did: Phrase(
        zh: "\(place.id) 已取消：\(place.meeting.title)（\(reason)）",
        en: "\(place.id) is cancelled: \(place.meeting.title) (\(reason))"),
      next: ["hall notice \(place.id)"])
    return answer
  }
}
