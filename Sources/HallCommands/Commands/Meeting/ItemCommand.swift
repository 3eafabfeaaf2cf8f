import HallModel
import HallWork
import HallWords

/// `hall item`: puts an item on an agenda, changes its facts, or moves it.
enum ItemCommand: Command {
  private static let number = Phrase(zh: "第几项", en: "ITEM")

  static let matter = OptionSpec(
    "--matter", value: Phrase(zh: "问题", en: "MATTER"), takes: .openMatter, repeats: true,
    summary: Phrase(zh: "议的是哪个问题，可以写几次", en: "the matter it is about, several times if need be"))
  static let raisedBy = OptionSpec(
    "--raised-by", value: Phrase(zh: "谁", en: "WHO"), fact: .raisedBy,
    summary: Phrase(zh: "谁提出的", en: "who raised it"))
  static let minutes = OptionSpec(
    "--minutes", value: Phrase(zh: "分钟", en: "MINUTES"), fact: .duration,
    summary: Phrase(zh: "要多长时间，如 20、1小时", en: "how long it may take, as in 20 or 1h"))
  static let chair = OptionSpec(
    "--chair", value: Phrase(zh: "方/人", en: "PARTY/PERSON"), takes: .person, fact: .chair,
    summary: Phrase(zh: "这一项由谁主持", en: "who has the chair for it"))
  static let attachment = OptionSpec(
    "--attachment", value: Phrase(zh: "材料", en: "PAPER"), repeats: true, fact: .attachment,
    summary: Phrase(zh: "附件，可以写几次", en: "a paper for it, several times if need be"))
  static let recused = OptionSpec(
    "--recused", value: Phrase(zh: "谁", en: "WHO"), fact: .recused,
    summary: Phrase(zh: "谁回避这一项的表决", en: "who takes no part in its votes"))
  static let approves = OptionSpec(
    "--approves", value: Phrase(zh: "会议", en: "MEETING"), fact: .approves,
    summary: Phrase(zh: "这一项确认哪次会议的记录", en: "the meeting whose minutes it approves"))
  static let after = OptionSpec(
    "--after", value: number, takes: .part(.item),
    summary: Phrase(
      zh: "排在第几项后面，0 是最前面；不写就排在最后",
      en: "the item that it goes after, 0 for the front; by default the last"))
  private static let facts = [raisedBy, minutes, chair, attachment, recused, approves]
  static let move = OptionSpec(
    "--move", value: number, takes: .part(.item), excludes: [matter.name] + facts.map(\.name),
    summary: Phrase(zh: "不加新的，把第几项移到别处", en: "add nothing: move this item"))

  static let spec = CommandSpec(
    "item", aliases: ["议题"],
    summary: Phrase(zh: "开会以前加一项议题，或改它、调整先后", en: "put an item on an agenda, change or move one"),
    arguments: [
      ArgumentSpec(Phrase(zh: "会议编号", en: "MEETING"), takes: .openMeeting),
      ArgumentSpec(Phrase(zh: "标题", en: "TITLE"), isOptional: true),
    ],
    options: [matter] + facts + [after, move, .asOf] + OptionSpec.writing,
    details: Phrase(
      zh: """
        不写标题、只写 --问题 的，用问题的标题。标题写成号码（如 2），就是改已有的那一项。
        通知发出以前、别人还没有这份议程时，各项按先后重新编号，提到它们的地方（M-2025-010#2）跟着改；\
        以后编号不变，只排先后。
        """,
      en: """
        Without a title, it has that of its matter. A number instead of a title (as 2) changes the
        item that is there.
        As long as the notice is not out and nobody else has the agenda, the items are numbered in \
        their order, and what names them (M-2025-010#2) follows. After that they keep their numbers.
        """),
    examples: [
      Phrase(
        zh: "hall 议题 M-2025-010 充电车棚选址 --时长 20 --接在 1",
        en: "hall item M-2025-005 \"The courtyard gate\" --minutes 20 --after 1"),
      Phrase(
        zh: "hall 议题 M-2025-010 --问题 Q-2025-015",
        en: "hall item M-2025-005 --matter Q-2025-004"),
      Phrase(
        zh: "hall 议题 M-2025-010 2 --主持 社区/李四",
        en: "hall item M-2025-005 2 --chair \"community/Kate Lin\""),
      Phrase(
        zh: "hall 议题 M-2025-010 --移动 3 --接在 0",
        en: "hall item M-2025-005 --move 3 --after 0"),
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
    let fields = invocation.fields(facts)
    // `2` and `#2` are items, and no titles.
    if words.count > 1, words[1].drop(while: { $0 == "#" }).allSatisfy(\.isNumber) {
      guard !call.has(after), !call.has(matter) else {
        throw .unexpectedArgument(
          words[1], of: spec, with: call.name(call.has(after) ? after : matter))
      }
      return try invocation.perform(ChangeAgendaItem(words[1], of: words[0], fields))
    }
    var act = AddAgendaItem(words[0], words.dropFirst().first)
    act.matters = call.values(matter)
    act.fields = fields
    act.after = call.value(after)
    return try invocation.perform(act)
  }
}
