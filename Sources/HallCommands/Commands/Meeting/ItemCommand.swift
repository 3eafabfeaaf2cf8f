import HallModel
import HallWork
import HallWords

/// `hall item`: puts an item on an agenda, or moves one.
enum ItemCommand: Command {
  private static let number = Phrase(zh: "第几项", en: "ITEM")

  static let matter = OptionSpec(
    "--matter", value: Phrase(zh: "问题", en: "MATTER"), repeats: true,
    summary: Phrase(zh: "议的是哪个问题，可以写几次", en: "the matter it is about, several times if need be"))
  static let raisedBy = OptionSpec(
    "--raised-by", value: Phrase(zh: "谁", en: "WHO"),
    summary: Phrase(zh: "谁提出的", en: "who raised it"))
  static let minutes = OptionSpec(
    "--minutes", value: Phrase(zh: "分钟", en: "MINUTES"), fact: .duration,
    summary: Phrase(zh: "要多长时间，如 20、1小时", en: "how long it may take, as in 20 or 1h"))
  static let after = OptionSpec(
    "--after", value: number,
    summary: Phrase(
      zh: "排在第几项后面，0 是最前面；不写就排在最后",
      en: "the item that it goes after, 0 for the front; by default the last"))
  static let move = OptionSpec(
    "--move", value: number, excludes: [matter.name, raisedBy.name, minutes.name],
    summary: Phrase(zh: "不加新的，把第几项移到别处", en: "add nothing: move this item"))

  static let spec = CommandSpec(
    "item", aliases: ["议题"],
    summary: Phrase(zh: "开会以前加一项议题，或调整先后", en: "put an item on an agenda, or move one"),
    arguments: [
      ArgumentSpec(Phrase(zh: "会议编号", en: "MEETING")),
      ArgumentSpec(Phrase(zh: "标题", en: "TITLE"), isOptional: true),
    ],
    options: [matter, raisedBy, minutes, after, move, .asOf] + OptionSpec.writing,
    details: Phrase(
      zh: """
        不写标题、只写 --问题 的，用问题的标题。
        通知发出以前、别人还没有这份议程时，各项按先后重新编号，提到它们的地方（M-2025-010#2）跟着改；\
        以后编号不变，只排先后。
        """,
      en: """
        Without a title, it has that of its matter.
        As long as the notice is not out and nobody else has the agenda, the items are numbered in \
        their order, and what names them (M-2025-010#2) follows. After that they keep their numbers.
        """),
    examples: [
      "hall item M-2025-010 充电车棚选址 --minutes 20 --after 1",
      "hall item M-2025-010 --matter Q-2025-014", "hall item M-2025-010 --move 3 --after 0",
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    let (call, words) = (invocation.call, invocation.arguments)
    if let item = call.value(move) {
      if words.count > 1 {
        throw .unexpectedArgument(words[1], of: spec, with: call.name(move))
      }
      var act = MoveAgendaItem(item, of: words[0])
      act.after = call.value(after)
      return try invocation.perform(act)
    }
    var act = AddAgendaItem(words[0], words.dropFirst().first)
    act.matters = call.values(matter)
    act.raisedBy = call.value(raisedBy)
    act.duration = call.value(minutes)
    act.after = call.value(after)
    return try invocation.perform(act)
  }
}
