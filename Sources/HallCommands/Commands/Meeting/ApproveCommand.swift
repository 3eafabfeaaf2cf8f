import HallModel
import HallWork
import HallWords

/// `hall approve`: seals the minutes of a meeting.
enum ApproveCommand: Command {
  static let spec = CommandSpec(
    "approve", aliases: ["确认"],
    summary: Phrase(zh: "确认会议记录，封存正文", en: "approve the minutes, which seals them"),
    arguments: [ArgumentSpec(Phrase(zh: "会议", en: "ID"), takes: .openMeeting)],
    options: [.asOf] + OptionSpec.writing,
    details: Phrase(
      zh: "会议没有开，或记录里还有错误，就不能确认；还有没议完的，在终端上会先问。确认以后，任务进展、公示、异议和签字照样能记；\n"
        + "改别的要用「hall 修正」并写理由。已经确认的再确认一次，什么也不改。",
      en:
        "Minutes of a meeting that was not held, or with errors in them, are not approved; on a terminal"
        + " you are asked first if something was left open. What goes on afterwards can still be"
        + " noted: tasks, postings, objections, signatures.\n"
        + "Anything else takes 'hall amend' and a reason. Approving approved minutes changes"
        + " nothing."),
    examples: [
      Phrase(
        zh: "hall 确认 M-2025-008",
        en: "hall approve M-2025-004")
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    try invocation.perform(ApproveMinutes(of: invocation.arguments[0]))
  }
}
