import HallModel
import HallSyntax
import HallWords

/// `hall vote`: adds a vote to an item, or changes its counts, and says what it comes to.
enum VoteCommand: Command {
  static let spec = CommandSpec(
    "vote", aliases: ["表决"],
    summary: Phrase(zh: "记一次表决，当场算出结果", en: "note a vote, and what it comes to"),
    arguments: [
      ArgumentSpec(Phrase(zh: "会议", en: "ID")),
      ArgumentSpec(Phrase(zh: "议题", en: "ITEM"), isOptional: true),
      ArgumentSpec(Phrase(zh: "标题", en: "TITLE"), isOptional: true),
    ],
    options: VoteOptions.all + VoteBallots.options + [.asOf] + OptionSpec.writing,
    details: Phrase(
      zh: "写了标题就新加一次表决，要写规则（--rule）；不写标题就改这项议题最后一次表决。\n"
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
    var answer = Answer()
    var change = try Change(invocation, &answer)
    let place = try change.item(invocation.arguments)
    let title = place.rest.first
    guard place.rest.count < 2 else {
      throw .unexpectedArgument(place.rest[1], of: invocation.call.spec)
    }
    let fields = try VoteFields(in: change, of: place.meeting)
    guard title != nil || !fields.isEmpty || VoteBallots.isAsked(invocation.call) else {
      throw .refused(
        Phrase(zh: "没有写要记什么", en: "what to note is not said"),
        hint: Phrase(
          zh: "加一次表决就写标题，记票就写 --for、--against、--abstain",
          en: "give a title to add a vote, or --for, --against and --abstain"))
    }
    let vote =
      try title == nil ? change.vote(invocation.call.value(VoteOptions.vote), of: place) : nil
    if let title { try requireNew(title, place, invocation) }
    if title != nil, fields.rule == nil { throw RuleName.missing(change) }
    let name = vote?.title ?? title ?? ""
    let figures = KeptFigures(of: place.meeting, in: change.hall)
    let standing = vote.map { change.hall.figures(of: $0, in: place.meeting).standing } ?? []
    var node = vote?.node ?? place.item.node
    try change.edit(
      place.document, why: Phrase(zh: "表决 \(name)", en: "vote: \(name)")
    ) { editor throws(EditFault) in
      if let title {
        var block = LineBlock(editor.language)
        block.vote(title)
        block.blank()
        block.field(.rule, fields.rule ?? "")
        guard let added = try editor.append(block, to: place.item.node) else {
          throw EditFault.notRead(line: place.item.line)
        }
        node = added
      }
      try fields.write(to: node, into: &editor)
    }
    try VoteBallots.add(to: node, of: place, beside: fields, in: &change, &answer)
    try PrivateNames.keep(of: node, in: place, &change, &answer)
    try figures.write(
      to: place.meeting, completing: node, given: fields.givenFigures, withResult: false,
      in: &change)
    let settled = try VoteSettlement(node: node, of: place, in: change)
    let status = try settled.status(in: change, place)
    try change.edit(place.document, why: Phrase(zh: "", en: "")) { editor throws(EditFault) in
      if let result = settled.newResult { try editor.set(.voteResult, result, of: node) }
      if let status { try editor.set(.status, status, of: place.meeting.node) }
    }
    let added = title == nil ? ("", "") : ("已加表决", "added the vote ")
    let voting = status == nil ? ("", "") : ("；会议记为「投票中」", "; the meeting is 'voting'")
    try change.record(
      &answer,
      did: Phrase(
        zh: "\(place.itemID) \(added.0)「\(name)」\(settled.verdict.zh)\(voting.0)",
        en: "\(place.itemID): \(added.1)'\(name)'\(settled.verdict.en)\(voting.1)"),
      details: fields.shownPeriod(change.language)
        + fields.shownFigures(
          instead: standing, Vote(document: change.current(place.meeting).document, node: node),
          change.language)
        + settled.lines(change.language, invocation.style), next: settled.next(place))
    return answer
  }

  /// One item has no two votes of one title, so that a call made twice adds nothing twice.
  private static func requireNew(
    _ title: String, _ place: ItemPlace, _ invocation: Invocation
  ) throws(Refusal) {
    guard !invocation.call.has(VoteOptions.vote) else {
      throw .refused(
        Phrase(
          zh: "写了标题是新加表决，不能再写 --vote", en: "a title adds a vote; --vote names one that is there"),
        hint: nil)
    }
    guard !FullWidth.name(Slice(title)).isEmpty else {
      throw .refused(
        Phrase(zh: "表决的标题是空的", en: "the title of the vote is empty"), hint: nil)
    }
    let wanted = FullWidth.name(Slice(title))
    guard place.item.votes.contains(where: { FullWidth.name(Slice($0.title)) == wanted }) else {
      return
    }
    throw .refused(
      Phrase(zh: "这项议题已经有表决「\(title)」", en: "the item has a vote '\(title)' already"),
      hint: Phrase(
        zh: "记它的票数就不要写标题；再表决一次就换个标题，如「\(title)（第二次）」",
        en: "leave the title out to note its counts; a second vote needs another title"))
  }
}
