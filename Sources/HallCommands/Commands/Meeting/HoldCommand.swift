import HallModel
import HallSyntax
import HallWords

/// `hall hold`: a meeting took place, where nobody's name is noted to say so.
enum HoldCommand: Command {
  static let spec = CommandSpec(
    "hold", aliases: ["召开"],
    summary: Phrase(zh: "会开过了，状态记为「已召开」", en: "a meeting took place"),
    arguments: [ArgumentSpec(Phrase(zh: "会议", en: "ID"))],
    options: [.asOf] + OptionSpec.writing,
    details: Phrase(
      zh: "用「hall attend」记到会的人，状态也会变成「已召开」；书面征求意见、没有人到会的，用这个命令。",
      en: "'hall attend' says so, too. This is for what was voted on paper, with nobody there."),
    examples: ["hall hold M-2025-008"])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    var change = try Change(invocation, &answer)
    let place = try change.meeting(invocation.arguments[0])
    if let status = try change.statusForPresence(place) {
      try change.edit(place.document, why: Phrase(zh: "已召开", en: "held")) {
        editor throws(EditFault) in try editor.set(.status, status, of: place.meeting.node)
      }
    }
    try change.record(
      &answer,
      did: Phrase(
        zh: "\(place.id) 记为「已召开」：\(place.meeting.title)",
        en: "\(place.id) was held: \(place.meeting.title)"),
      next: ["hall attend \(place.id)", "hall minute \(place.id)"])
    return answer
  }
}
