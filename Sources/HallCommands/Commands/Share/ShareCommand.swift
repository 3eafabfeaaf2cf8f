import HallGit
import HallModel
import HallStore
import HallSyntax
import HallWords

/// `hall share`: exchanges changes between this hall's folder and the others'.
enum ShareCommand: Command {
  static let anyway = OptionSpec(
    "--anyway",
    summary: Phrase(zh: "有写错的地方也照样交", en: "share though there are errors"))

  static let spec = CommandSpec(
    "share", aliases: ["分享"],
    summary: Phrase(zh: "把记下的交给大家，取回别人记下的", en: "give others what is recorded, and take in theirs"),
    options: OptionSpec.writing + [anyway],
    details: Phrase(
      zh: "先把没记下的改动记进历史，再交给大家，并取回别人的。两边改了不同的事，自动合在一起；"
        + "同一件事两边记得不一样，就一条一条问您以谁为准，不在终端上就停下来列出来。\n"
        + "别人交的会丢掉已经记下的（退回、改写过历史），先告诉您，您不答应就不取回。\n"
        + "停下来时什么都不会丢：自己记下的还在这台电脑上，下次接着交。没有网络也能用。"
        + "只动议事厅自己的文件，从不覆盖别人的。",
      en:
        "Records what is not recorded yet, commits the hall's files, merges what others have shared"
        + " and pushes. Different facts are merged; if both sides have changed the same fact"
        + " differently, you are asked, or, without a terminal, it stops and lists the"
        + " contradictions.\n"
        + "Anything that would lose what is recorded (a revert, a history made anew) is reported"
        + " first, and not taken in without a yes.\n"
        + "If it stops, nothing is lost: what was recorded is committed here. It works offline,"
        + " touches only the hall's own files and never force-pushes."),
    examples: [
      Phrase(
        zh: "hall 分享",
        en: "hall share"),
      Phrase(
        zh: "hall 分享 -m 更正户数",
        en: "hall share -m \"the right number of flats\""),
      Phrase(
        zh: "hall 分享 --只看",
        en: "hall share --dry-run"),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    let sharing = try invocation.sharing(
      invocation.session(&answer), isAnyway: invocation.call.has(anyway))
    try invocation.call.has(.dryRun) ? sharing.preview(&answer) : sharing.share(&answer)
    return answer
  }
}
