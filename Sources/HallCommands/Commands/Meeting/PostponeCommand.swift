import HallModel
import HallWork
import HallWords

/// `hall postpone`: moves a meeting to another day, or to an unknown one.
enum PostponeCommand: Command {
  static let on = OptionSpec(
    "--on", value: Phrase(zh: "日期", en: "DATE"), takes: .day,
    summary: Phrase(zh: "改到哪天；还没定就不写", en: "the new day, if it is known"))
  static let at = OptionSpec(
    "--at", value: Phrase(zh: "几点", en: "TIME"),
    summary: Phrase(
      zh: "几点，如 14:30-16:00；不写就照原来的", en: "the hours, as in 14:30-16:00; else as before"))

  static let spec = CommandSpec(
    "postpone", aliases: ["改期"],
    summary: Phrase(zh: "会议改到另一天", en: "put a meeting off"),
    arguments: [ArgumentSpec(Phrase(zh: "会议", en: "ID"), takes: .openMeeting)],
    options: [on, at, .asOf] + OptionSpec.writing,
    details: Phrase(
      zh: "日子定了，时间改成新的，状态回到「拟定」，通知要重新发；日子没定，状态记为「改期」。",
      en: "With a new day the meeting is a draft again, and needs a new notice; without, its status"
        + " is 'postponed'."),
    examples: [
      Phrase(
        zh: "hall 改期 M-2025-010 --日期 下周五",
        en: "hall postpone M-2025-005 --on \"next fri\""),
      Phrase(
        zh: "hall 改期 M-2025-010 -m 会议室占用",
        en: "hall postpone M-2025-005 -m \"the library is closed\""),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var act = PostponeMeeting(invocation.arguments[0])
    act.on = invocation.day(on)
    act.at = invocation.call.value(at)
    return try invocation.perform(act)
  }
}
