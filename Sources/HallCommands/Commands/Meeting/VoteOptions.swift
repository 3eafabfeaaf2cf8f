import HallModel
import HallSyntax
import HallWords

/// The options of `hall vote`, and the lines they write.
enum VoteOptions {
  private static func text(
    _ name: String, _ fact: Keyword?, _ value: (String, String), _ zh: String, _ en: String,
    takes: WordKind? = nil, repeats: Bool = false
  ) -> OptionSpec {
    OptionSpec(
      name, value: Phrase(zh: value.0, en: value.1), takes: takes, repeats: repeats, fact: fact,
      summary: Phrase(zh: zh, en: en))
  }

  private static let count = ("票数", "COUNT")
  private static let names = ("姓名", "NAMES")

  static let vote = text(
    "--vote", nil, ("第几次", "N"), "这项议题的第几次表决，不写就是最后一次", "which vote of the item; else its last")
  static let rule = text(
    "--rule", .rule, ("规则", "RULE"), "按什么规则，如 业主一般事项", "the rule, as in ordinary",
    takes: .rule)
  static let option = text(
    "--option", .option, ("甲: 票数", "A: COUNT"), "选举或多选一：一个选项和它的票数，可以写几次",
    "of a choice: one option and its votes",
    repeats: true)
  static let result = text(
    "--result", .voteResult, ("结果", "RESULT"), "结果；不写就由程序算出，与票数不符的不接受",
    "the result; computed without it")

  /// The options that write one line each.
  static let lines: [OptionSpec] = [
    text(
      "--method", .method, ("方式", "HOW"), "举手、记名、书面、线上、无记名",
      "show of hands, roll call, written, online or secret"),
    text("--period", .votingPeriod, ("起 至 止", "FROM to TO"), "投票期", "when ballots are cast"),
    text("--scope", .scope, ("范围", "WHOM"), "谁来投，如 2号楼业主", "who votes, as in block 2"),
    text("--entitled", .entitled, count, "应到", "all who may vote"),
    text("--present", .present, count, "实到", "those present"),
    text("--delivered", .delivered, count, "送达", "ballots delivered"),
    text("--returned", .returned, count, "收回", "ballots returned"),
    text("--invalid", .invalid, count, "无效", "invalid ballots"),
    text("--silent", .silent, count, "未表态", "silent ballots"),
    text("--participating", .participating, count, "参与", "those who took part"),
    text("--for", .votesFor, count, "同意：票数或姓名", "for: a count or names"),
    text("--against", .against, count, "反对", "against"),
    text("--abstain", .abstain, count, "弃权", "abstentions"),
    text("--recused", .recused, names, "回避的人", "who is recused"),
    text("--caller", .caller, names, "唱票人", "who calls the votes"),
    text("--teller", .teller, names, "计票人", "who counts"),
    text("--scrutineer", .scrutineer, names, "监票人", "who watches over it"),
    text("--moved-by", .movedBy, names, "谁动议", "who moved it"),
    text("--seconded-by", .secondedBy, names, "谁附议", "who seconded it"),
    text(
      "--motion", .motion, ("动议性质", "KIND"), "主动议、修正案 或 程序；不写就是主动议",
      "main, amendment or procedural; by default main"),
    text(
      "--casting-vote", .castingVote, ("谁 哪边", "WHO SIDE"), "票数相同时主持人的决定票，如 \"李四 同意\"",
      "the chair's, at a tie, as in \"Ann Lee for\""),
    text("--alternates", .alternates, ("几个", "N"), "候补几个", "how many alternates are elected"),
    text("--seats", .seats, ("几个", "N"), "选几个", "how many are elected"),
  ]

  static let all = [vote, rule] + lines + [option, result]
}
