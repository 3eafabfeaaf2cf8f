import HallModel
import HallSyntax
import HallWork
import HallWords

/// `hall attend`: records who is at a meeting, and who is not.
enum AttendCommand: Command {
  private static func names(_ name: String, _ zh: String, _ en: String) -> OptionSpec {
    OptionSpec(
      name, value: Phrase(zh: "姓名", en: "NAMES"), takes: .person, repeats: true,
      summary: Phrase(zh: zh, en: en))
  }

  static let count = OptionSpec(
    "--count", value: Phrase(zh: "方 人数", en: "PARTY N"), repeats: true, fact: .present,
    summary: Phrase(zh: "只知道人数时，如 \"居民 12\"", en: "how many, as in \"residents 12\""))
  static let absent = names("--absent", "缺席的人", "who is absent")
  static let excused = names("--excused", "请假的人", "who is excused")
  static let observing = names("--observing", "列席的人", "who observes")
  static let invited = names("--invited", "邀请来的人", "who is invited")
  static let proxy = OptionSpec(
    "--proxy", value: Phrase(zh: "甲 → 乙", en: "A → B"), repeats: true, fact: .proxy,
    summary: Phrase(
      zh: "甲委托乙，如 \"周九 → 钱七 委托书 2025-09-20\"", en: "A's proxy goes to B; '->' is fine"))
  static let late = OptionSpec(
    "--late", value: Phrase(zh: "姓名 时间", en: "NAME TIME"), repeats: true, fact: .late,
    summary: Phrase(zh: "迟到，如 \"赵六 15:10\"；也算到会", en: "who came late, as in \"Li 15:10\""))
  static let left = OptionSpec(
    "--left", value: Phrase(zh: "姓名 时间", en: "NAME TIME"), repeats: true, fact: .left,
    summary: Phrase(zh: "早退，如 \"赵六 15:50\"", en: "who left early, as in \"Li 15:50\""))
  static let remove = names("--remove", "记错了，从名单上去掉", "taken off the list: a mistake")

  static let spec = CommandSpec(
    "attend", aliases: ["到会"],
    summary: Phrase(zh: "记谁到会、谁没来", en: "note who came to a meeting and who did not"),
    arguments: [
      ArgumentSpec(Phrase(zh: "会议", en: "ID"), takes: .openMeeting),
      ArgumentSpec(Phrase(zh: "姓名", en: "NAME"), takes: .person, isOptional: true, repeats: true),
    ],
    options: [count, absent, excused, observing, invited, proxy, late, left, remove, .asOf]
      + OptionSpec.writing,
    details: Phrase(
      zh: "名册里的人写姓名就行，会记到他那一方；别的人写成 物业/赵六。有同名的写户号。\n"
        + "记下第一个到会的人，会议就成为「已召开」；会议那天以前不能记到会，但可以记请假、委托和邀请。",
      en: "A name of the roster finds its party; write others as property/Li. Of people of one"
        + " name, write the unit.\nWith the first person present the meeting is held. Before its day"
        + " nobody can be present, but people may be excused, invited, or give a proxy."),
    examples: [
      Phrase(
        zh: "hall 到会 M-2025-008 张三、钱七 物业/赵六",
        en: "hall attend M-2025-004 \"Alice Ward, Ben Okafor\" \"property/Grace Tan\""),
      Phrase(
        zh: "hall 到会 M-2025-008 --请假 周九",
        en: "hall attend M-2025-004 --excused \"Farid Haddad\""),
      Phrase(
        zh: "hall 到会 M-2025-008 --委托 \"马国强 → 钱七 委托书 2025-09-20\" --实到 \"居民 12\"",
        en:
          "hall attend M-2025-004 --proxy \"Farid Haddad -> Alice Ward\" --count \"departments 1\""),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    let call = invocation.call
    var act = NoteAttendance(at: invocation.arguments[0])
    act.given.present = Array(invocation.arguments.dropFirst())
    act.given.counts = call.values(count)
    act.given.absent = call.values(absent)
    act.given.excused = call.values(excused)
    act.given.observing = call.values(observing)
    act.given.invited = call.values(invited)
    act.given.proxies = call.values(proxy)
    act.given.late = call.values(late)
    act.given.left = call.values(left)
    act.given.removed = call.values(remove)
    return try invocation.perform(act)
  }
}
