import HallModel
import HallWork
import HallWords

/// `hall cancel`: cancels a meeting. Its file stays.
enum CancelCommand: Command {
  static let spec = CommandSpec(
    "cancel", aliases: ["取消"],
    summary: Phrase(zh: "会不开了，写明原因", en: "call a meeting off, with the reason"),
    arguments: [ArgumentSpec(Phrase(zh: "会议", en: "ID"), takes: .openMeeting)],
    options: [.asOf] + OptionSpec.writing,
    details: Phrase(
      zh: "原因用 -m 写，记在历史里。文件留着，编号不再用。开过的会不能取消。",
      en: "The reason (-m) is kept in the history. The file stays, and so does its number. What was"
        + " held cannot be called off."),
    examples: [
      Phrase(
        zh: "hall 取消 M-2025-010 -m 主讲人临时出差",
        en: "hall cancel M-2025-005 -m \"the speaker is away\"")
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    try invocation.perform(CancelMeeting(invocation.arguments[0]))
  }
}
