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
      ArgumentSpec(Phrase(zh: "会议", en: "ID"), takes: .thing([.meeting, .item], isOpen: true)),
      ArgumentSpec(Phrase(zh: "议题", en: "ITEM"), takes: .part(.item), isOptional: true),
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
      Phrase(
        zh: "hall 表决 M-2025-008 2 棚子搭在5号楼东侧 --规则 简单多数 --方式 举手",
        en:
          "hall vote M-2025-004 4 \"Buy the longer bolts\" --rule simple --method \"show of hands\""
      ),
      Phrase(
        zh: "hall 表决 M-2025-008#2 --同意 张三、钱七、赵六 --反对 周九",
        en:
          "hall vote M-2025-004#4 --for \"Alice Ward, Ben Okafor, Grace Tan\" --against \"Clara Novak\""
      ),
      Phrase(
        zh: "hall 表决 M-2025-008#3 选组长 --规则 得票最多 --选项 \"张三: 5\" --选项 \"钱七: 3\"",
        en:
          "hall vote M-2025-004 1 \"Who writes to Farid\" --rule plurality --option \"Alice Ward: 5\" --option \"Ben Okafor: 3\""
      ),
      Phrase(
        zh: "hall 表决 M-2025-008 2 动用维修资金 --规则 业主一般事项 --方式 书面 --票册 纸票.csv",
        en:
          "hall vote M-2025-004 4 \"Use the common account\" --rule ordinary --method written --ballots ballots.csv"
      ),
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
