import HallModel
import HallSyntax
import HallWork
import HallWords
import HallWork

/// `hall decide`: adds a decision, under the vote that carried it.
enum DecideCommand: Command {
  private static func text(
    _ name: String, _ fact: Keyword?, _ value: (String, String), _ zh: String, _ en: String
  ) -> OptionSpec {
    OptionSpec(
      name, value: Phrase(zh: value.0, en: value.1), fact: fact, summary: Phrase(zh: zh, en: en))
  }

  static let kind = text(
    "--kind", .kind, ("性质", "KIND"), "业主共同决定、居民会议决定、协商意见 或 调解协议",
    "owners' decision, residents' decision, consultation or settlement")
  static let basis = text(
    "--basis", .basis, ("依据", "BASIS"), "依据什么；不写就是上面的表决，也可以写 协商一致",
    "what it rests on: the vote above it, or consensus")
  static let funds = text("--funds", .funds, ("经费", "TEXT"), "多少钱、从哪里出", "the cost and its source")
  static let posted = text(
    "--posted", .posted, ("起 至 止", "FROM to TO"), "公示期；只写开始那天，就按规则或 hall.md 的公示期算，都没有写就 15 天",
    "its posting; of a first day alone, as long as the rule or hall.md asks, else 15 days")
  static let effective = text(
    "--effective", .effective, ("日期", "DATE"), "哪天生效；不写就是当即",
    "the day it takes effect; else at once")
  static let setAside = text(
    "--set-aside", .setAside, ("日期 谁", "DATE WHO"), "哪天被谁撤销的（已经记下的决议）",
    "when it was set aside, and by whom (of a decision already written)")
  static let supersedes = text(
    "--supersedes", .supersedes, ("决议编号", "DECISION"), "取代以前的哪一项决议",
    "the older decision it replaces")
  static let number = text("--number", .number, ("文号", "NUMBER"), "文号", "a document number")
  static let prose = text(
    "--text", nil, ("正文", "TEXT"), "决议的正文；写 - 就从标准输入读", "its text; '-' reads standard input")
  static let vote = text(
    "--vote", nil, ("第几次", "N"), "依据这项议题的第几次表决，不写就是最后一次",
    "under which vote of the item; else its last")

  static let spec = CommandSpec(
    "decide", aliases: ["决议"],
    summary: Phrase(zh: "记一项决议，放在它的表决后面", en: "note a decision, after its vote"),
    arguments: [
      ArgumentSpec(Phrase(zh: "会议", en: "ID"), takes: .thing([.meeting, .item], isOpen: true)),
      ArgumentSpec(Phrase(zh: "议题", en: "ITEM"), takes: .part(.item), isOptional: true),
      ArgumentSpec(Phrase(zh: "标题", en: "TITLE"), isOptional: true),
    ],
    options: [
      kind, basis, funds, posted, effective, setAside, supersedes, number, prose, vote, .asOf,
    ]
      + OptionSpec.writing,
    details: Phrase(
      zh: "编号接着用过的往下排，用过的不再用。上面的表决没有通过，就不能记决议；是协商一致定下的，写 --依据 协商一致。"
        + "只写决议的编号，就给已经记下的决议补上生效、公示、撤销这些。",
      en:
        "Its number is one above the highest ever used. Under a vote that was not carried there is"
        + " no decision, unless it rests on something else: --basis consensus. With the identifier of a"
        + " decision alone, its fields are written to a decision that is there: when it takes"
        + " effect, its posting, who set it aside."),
    examples: [
      Phrase(
        zh: "hall 决议 M-2025-008 1 换下的旧管统一清运 --性质 业主共同决定 --公示 2025-09-26",
        en:
          "hall decide M-2025-004 3 \"the benches are oiled every spring\" --kind \"residents' decision\" --posted 2025-11-21"
      ),
      Phrase(
        zh: "hall 决议 M-2025-008#2 先摸底再定 --性质 协商意见 --依据 协商一致",
        en:
          "hall decide M-2025-004#4 \"longer bolts for all places\" --kind consultation --basis consensus"
      ),
      Phrase(
        zh: "hall 决议 M-2025-008-D1 --生效 2025-10-12",
        en: "hall decide M-2025-004-D1 --effective 2025-12-06"),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    let call = invocation.call
    var given = GivenDecision()
    given.kind = call.value(kind)
    given.basis = call.value(basis)
    given.funds = call.value(funds)
    given.posted = call.value(posted)
    given.effective = invocation.day(effective)
    given.setAside = call.value(setAside)
    given.supersedes = call.value(supersedes)
    given.number = call.value(number)
    given.text = try invocation.given(prose)
    if invocation.arguments.count == 1, isDecision(invocation.arguments[0]) {
      return try invocation.perform(ChangeDecision(invocation.arguments[0], given))
    }
    var act = AddDecision(invocation.arguments, given)
    act.vote = call.value(vote)
    return try invocation.perform(act)
  }

  /// Whether a word is the identifier of a decision, as `M-2025-008-D1` or `8-d1`.
  private static func isDecision(_ word: String) -> Bool {
    guard let last = FullWidth.name(Slice(word)).split(separator: "-").last, last.count > 1 else {
      return false
    }
    return last.first?.uppercased() == "D" && last.dropFirst().allSatisfy(\.isNumber)
  }
}
