import HallModel
import HallSyntax
import HallWords
import HallWork

/// `hall matter summon`: the whistle: calls units to the spot, each with a day to come by.
enum MatterSummonCommand: Command {
  static let respondBy = OptionSpec(
    "--respond-by", value: Phrase(zh: "日期", en: "DATE"), takes: .day,
    summary: Phrase(zh: "最晚哪天到场，如 3个工作日", en: "by when they report, as in 3wd"))
  static let about = OptionSpec(
    "--about", value: Phrase(zh: "什么事", en: "TEXT"),
    summary: Phrase(zh: "到场会商什么；不写就是问题的标题", en: "what for; by default the matter's title"))

  static let spec = CommandSpec(
    "matter summon", aliases: ["问题 吹哨"],
    summary: Phrase(zh: "吹哨：请单位限期到场", en: "summon units to the spot, by a day"),
    arguments: [
      MatterCommand.idArgument,
      ArgumentSpec(Phrase(zh: "单位", en: "PARTY/UNIT"), takes: .person, repeats: true),
    ],
    options: [respondBy, about, MatterCommand.on, .asOf] + OptionSpec.writing,
    details: Phrase(
      zh: "记一行吹哨，再给每个单位一项到场的任务。单位写成「职能部门/市政排水」；名册里有的，只写「市政排水」也行。",
      en: "Writes one line in the log, and a task for each unit. A unit is written as"
        + " departments/drains; one that is on the roster needs no party."),
    examples: [
      Phrase(
        zh: "hall 问题 吹哨 Q-2025-017 职能部门/街道物业办 --到场期限 3个工作日",
        en: "hall matter summon Q-2025-004 \"departments/River Parks Office\" --respond-by 3wd")
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    try requireOrder(invocation.arguments)
    var act = SummonUnits(Array(invocation.arguments.dropFirst()), to: invocation.arguments[0])
    act.on = invocation.day(MatterCommand.on)
    act.by = invocation.day(respondBy)
    act.about = invocation.call.value(about)
    return try invocation.perform(act)
  }

  /// Refuses a call with the unit before the matter.
  private static func requireOrder(_ words: [String]) throws(Refusal) {
    guard IdentifierQuery(words[0]) == nil,
      let place = words.firstIndex(where: { IdentifierQuery($0) != nil })
    else { return }
    var order = words
    order.insert(order.remove(at: place), at: 0)
    let call = order.joined(separator: " ")
    throw .refused(
      Phrase(
        zh: "「\(words[0])」不是问题编号，「\(words[place])」才是，什么也没有写",
        en: "'\(words[place])' names a matter and '\(words[0])' does not; nothing was written"),
      hint: Phrase(
        zh: "先写问题编号，再写单位：\(spec.called(.zh)) \(call)",
        en: "the matter comes before the units: \(spec.called(.en)) \(call)"))
  }
}
