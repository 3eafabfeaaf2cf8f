import HallModel
import HallSyntax
import HallWork
import HallWords
import HallWork

/// `hall vote`: adds a vote to an item, or changes its counts, and shows the result.
enum VoteCommand: Command {
  static let spec = CommandSpec(
    "vote", aliases: ["表决"],
    summary: Phrase(zh: "记一次表决，当场算出结果", en: "note a vote, and what it comes to"),
    arguments: [
      ArgumentSpec(Phrase(zh: "会议", en: "ID")),
      ArgumentSpec(Phrase(zh: "议题", en: "ITEM"), isOptional: true),
      ArgumentSpec(Phrase(zh: "标题", en: "TITLE"), isOptional: true),
    ],
    options: VoteOptions.all + BallotOptions.all + [.asOf] + OptionSpec.writing,
    details: Phrase(
      zh: "写了标题就新加一次表决，要写规则（--规则）；不写标题就改这项议题最后一次表决。\n"
        + "票数写成 \"66户 5210.30㎡\"、\"66 5210.30\"、\"张三、钱七\" 或 \"居民 12、物业 1\"；写空的 \"\" 就去掉那一行。\n"
        + "同意和反对都写了，就算出结果并写上；票数再改，结果跟着改，并会说明。",
      en:
        "With a title a vote is added, and needs a rule (--rule); without, the item's last vote is"
        + " changed.\nCounts are written as \"66 households 5210.30㎡\", \"66 5210.30\", \"Ann, Ben\" or"
        + " \"residents 12, property 1\"; an empty \"\" takes the line out.\nOnce for and against are"
        + " both there, the result is computed and written; it follows when the counts change, and"
        + " that is said."),
    examples: [
      "hall vote M-2025-008 1 整体更换主管 --rule 业主一般事项 --method 书面",
      "hall vote M-2025-008#1 --for \"70户 5610.30㎡\" --against \"12户 960.20㎡\"",
      "hall vote M-2025-008#1 --ballots 纸票.csv",
      "hall vote M-2025-008 2 选组长 --rule 得票最多 --option \"甲: 12\" --option \"乙: 9\"",
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    let call = invocation.call
    var given = GivenVote()
    given.which = call.value(VoteOptions.vote)
    given.rule = call.value(VoteOptions.rule)
    given.lines = VoteOptions.lines.compactMap { option in
      guard let fact = option.fact, let text = call.value(option) else { return nil }
      return VoteLine(fact, text, called: call.name(option))
    }
    given.options = call.values(VoteOptions.option)
    given.result = call.value(VoteOptions.result)
    var act = RecordVote(invocation.arguments, given)
    try BallotOptions.add(to: &act, invocation)
    return try invocation.perform(act)
  }
}
