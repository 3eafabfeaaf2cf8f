import HallModel
import HallSyntax
import HallWords

/// `hall decide`: what was decided, under the vote that carried it.
enum DecideCommand: Command {
  private static func text(
    _ name: String, _ value: (String, String), _ zh: String, _ en: String
  ) -> OptionSpec {
    OptionSpec(
      name, value: Phrase(zh: value.0, en: value.1), summary: Phrase(zh: zh, en: en))
  }

  static let kind = text(
    "--kind", ("性质", "KIND"), "业主共同决定、居民会议决定 或 协商意见",
    "owners' decision, residents' decision or consultation")
  static let basis = text(
    "--basis", ("依据", "BASIS"), "依据什么；不写就是上面的表决，也可以写 协商一致",
    "what it rests on: the vote above it, or consensus")
  static let funds = text("--funds", ("经费", "TEXT"), "多少钱、从哪里出", "the cost and its source")
  static let posted = text(
    "--posted", ("起 至 止", "FROM to TO"), "公示期；只写开始那天就公示 15 天",
    "its posting; a first day alone makes 15 days")
  static let supersedes = text(
    "--supersedes", ("决议编号", "DECISION"), "取代以前的哪一项决议", "the older decision it replaces")
  static let number = text("--number", ("文号", "NUMBER"), "文号", "a document number")
  static let prose = text(
    "--text", ("正文", "TEXT"), "决议的正文；写 - 就从标准输入读", "its text; '-' reads standard input")
  static let vote = text(
    "--vote", ("第几次", "N"), "依据这项议题的第几次表决，不写就是最后一次", "under which vote of the item; else its last")

  static let spec = CommandSpec(
    "decide", aliases: ["决议"],
    summary: Phrase(zh: "记一项决议，放在它的表决后面", en: "note a decision, behind its vote"),
    arguments: [
      ArgumentSpec(Phrase(zh: "会议", en: "ID")),
      ArgumentSpec(Phrase(zh: "议题", en: "ITEM"), isOptional: true),
      ArgumentSpec(Phrase(zh: "标题", en: "TITLE"), isOptional: true),
    ],
    options: [kind, basis, funds, posted, supersedes, number, prose, vote, .asOf]
      + OptionSpec.writing,
    details: Phrase(
      zh: "编号接着用过的往下排，用过的不再用。上面的表决没有通过，就不能记决议；是协商一致定下的，写 --basis 协商一致。",
      en:
        "Its number is one above the highest ever used. Under a vote that was not carried there is"
        + " no decision, unless it rests on something else: --basis consensus."),
    examples: [
      "hall decide M-2025-008 1 整体更换2号楼下水主管 --kind 业主共同决定 --posted 2025-09-26",
      "hall decide M-2025-008#2 先摸底再定 --kind 协商意见 --basis 协商一致",
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    let piped = try invocation.piped(prose)
    var change = try Change(invocation, &answer)
    let place = try change.item(invocation.arguments)
    guard let title = place.rest.first, !FullWidth.name(Slice(title)).isEmpty else {
      throw .missingArgument(Phrase(zh: "标题", en: "TITLE"), of: invocation.call.spec)
    }
    guard place.rest.count < 2 else {
      throw .unexpectedArgument(place.rest[1], of: invocation.call.spec)
    }
    try change.requireHeld(place.meeting, place.id, Phrase(zh: "决议", en: "a decision"))
    let fields = try DecisionFields(in: change, of: place.meeting, piped: piped)
    let vote = try invocation.call.value(Self.vote).map { number throws(Refusal) in
      try change.vote(number, of: place)
    }
    if !fields.standsAlone, let above = vote ?? place.item.votes.last {
      try refuseLost(above, place, change)
    }
    let number = try change.nextNumber(.decision, in: place.document)
    var block = LineBlock(change.written)
    block.decision(number, title)
    fields.write(to: &block)
    let isLast = vote == nil || vote?.node == place.item.votes.last?.node
    // Behind the vote's other decisions, in front of the next vote.
    let behind = vote.map { place.meeting.decisions(under: $0).last?.node ?? $0.node }
    let node = isLast ? place.item.node : behind ?? place.item.node
    let added = block
    try change.edit(
      place.document, why: Phrase(zh: "决议 D\(number) \(title)", en: "decision D\(number): \(title)")
    ) { editor throws(EditFault) in try editor.append(added, to: node) }
    let id = "\(place.id)-D\(number)"
    try change.record(
      &answer,
      did: Phrase(
        zh: "已记决议 \(id)：\(title)" + (fields.shownPosting.map { "，公示 " + $0.zh } ?? ""),
        en: "added decision \(id): \(title)"
          + (fields.shownPosting.map { ", posted " + $0.en } ?? "")),
      next: [
        change.written == .zh
          ? "hall task add \(id) 做什么 --lead 谁 --due 日期"
          : "hall task add \(id) TITLE --lead WHO --due DATE",
        "hall show \(id)",
      ])
    return answer
  }

  private static func refuseLost(
    _ vote: Vote, _ place: ItemPlace, _ change: Change
  ) throws(Refusal) {
    let tally = change.hall.tally(vote, in: place.meeting)
    guard let result = tally.outcome.result ?? vote.writtenResult?.result, result != .carried,
      result != .elected
    else { return }
    throw .refused(
      Phrase(
        zh: "表决「\(vote.title)」的结果是「\(result.word(.zh))」，不能据此作决议",
        en: "the vote '\(vote.title)' came to '\(result.word(.en))'; no decision rests on it"),
      hint: Phrase(
        zh: "如果是协商一致定下的，加上 --basis 协商一致", en: "if all agreed without it: --basis consensus"))
  }
}
