import HallModel
import HallWork
import HallWords

/// `hall hold`: records that a meeting took place, without any names.
enum HoldCommand: Command {
  static let spec = CommandSpec(
    "hold", aliases: ["召开"],
    summary: Phrase(zh: "会开过了，状态记为「已召开」", en: "a meeting took place"),
    arguments: [ArgumentSpec(Phrase(zh: "会议", en: "ID"), takes: .openMeeting)],
    options: [.asOf] + OptionSpec.writing,
    details: Phrase(
      zh: "用「hall 到会」记到会的人，状态也会变成「已召开」；书面征求意见、没有人到会的，用这个命令。",
      en: "'hall attend' says so, too. This is for a vote on paper, with nobody present."),
    examples: [
      Phrase(
        zh: "hall 召开 M-2025-010",
        en: "hall hold M-2025-005")
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    try invocation.perform(HoldMeeting(invocation.arguments[0]))
  }
}
