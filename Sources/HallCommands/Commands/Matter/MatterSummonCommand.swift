import HallModel
import HallSyntax
import HallWords

/// `hall matter summon`: the whistle. Units are called to the spot, each with a day to come by.
enum MatterSummonCommand: Command {
  static let respondBy = OptionSpec(
    "--respond-by", value: Phrase(zh: "日期", en: "DATE"),
    summary: Phrase(zh: "最晚哪天到场，如 3个工作日", en: "by when they report, as in 3wd"))
  static let about = OptionSpec(
    "--about", value: Phrase(zh: "什么事", en: "TEXT"),
    summary: Phrase(zh: "到场会商什么；不写就是问题的标题", en: "what for; the matter's title, without"))

  static let spec = CommandSpec(
    "matter summon", aliases: ["问题 吹哨"],
    summary: Phrase(zh: "吹哨：请单位限期到场", en: "summon units to the spot, by a day"),
    arguments: [
      MatterCommand.idArgument, ArgumentSpec(Phrase(zh: "单位", en: "PARTY/UNIT"), repeats: true),
    ],
    options: [respondBy, about, MatterCommand.on, .asOf] + OptionSpec.writing,
    details: Phrase(
      zh: "记一行吹哨，再给每个单位一项到场的任务。单位写成「职能部门/市政排水」；名册里有的，只写「市政排水」也行。",
      en: "Writes one line in the log, and a task for each unit. A unit is written as"
        + " departments/drains; one that is on the roster needs no party."),
    examples: ["hall matter summon Q-2025-014 职能部门/市政排水 --respond-by 3个工作日"])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    var change = try Change(invocation, &answer)
    try requireOrder(invocation.arguments)
    let matter = try change.findMatter(invocation.arguments[0])
    var units: [String] = []
    for text in invocation.arguments.dropFirst() {
      for name in NameList.split(Slice(text)) {
        let unit = try unit(name, change.charter)
        if !units.contains(unit) { units.append(unit) }
      }
    }
    guard !units.isEmpty else {
      throw .missingArgument(spec.arguments[1].name, of: invocation.call.spec)
    }
    let day = try MatterCommand.day(in: change)
    let due = try dueDay(change)
    guard due >= day else {
      throw .refused(
        Phrase(
          zh: "最晚到场的日子 \(DayText.withWeekday(due, .zh)) 早于吹哨的 \(day.iso)",
          en: "they would have to come by \(DayText.withWeekday(due, .en)), before \(day.iso)"),
        hint: nil)
    }
    let subject = TypedText.words(invocation.call.value(about)) ?? matter.title
    let first = try change.nextNumber(.task, in: matter.document)
    let title = Phrase(zh: "到场会商\(short(subject))", en: "report: \(short(subject))")
    var block = LineBlock(change.written)
    block.log(day, .summoned, units.joined(separator: change.separator))
    for (place, unit) in units.enumerated() {
      block.task(first + place, title[change.written])
      block.field(.lead, unit, indent: 2)
      block.field(.due, due.iso, indent: 2)
    }
    let added = block
    let names = units.joined(separator: "、")
    let namesEN = units.joined(separator: ", ")
    try change.edit(
      matter.document, why: Phrase(zh: "吹哨：\(names)", en: "summoned: \(namesEN)")
    ) { editor throws(EditFault) in
      try editor.appendToList(of: .log, added)
    }
    let id = MatterCommand.name(matter)
    let tasks = units.indices.map { "T\(first + $0)" }
    try change.record(
      &answer,
      did: Phrase(
        zh: "\(id) 已吹哨：\(names)，最晚 \(DayText.withWeekday(due, .zh)) 到场（"
          + tasks.joined(separator: "、") + "）",
        en: "\(id) summoned \(namesEN), by \(DayText.withWeekday(due, .en)) ("
          + tasks.joined(separator: ", ") + ")"),
      next: MatterCommand.next(matter.document.path, in: change))
    return answer
  }

  /// Refuses a unit in front of the matter.
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

  /// The unit with its party, which must be one of the hall's.
  private static func unit(_ name: Slice, _ charter: Charter) throws(Refusal) -> String {
    let person = charter.person(name)
    let parties = charter.parties.parties.map(\.name)
    guard let party = person.party else {
      let example = (parties.first { !charter.parties.votes($0) } ?? parties.first ?? "") + "/"
      throw .refused(
        Phrase(
          zh: "不知道「\(person.text)」是哪一方的，什么也没有写",
          en: "cannot tell which party '\(person.text)' is of; nothing was written"),
        hint: Phrase(
          zh: "写成「\(example)\(person.text)」这样", en: "write it as '\(example)\(person.text)'"))
    }
    guard charter.parties[party] != nil else {
      throw .refused(
        Phrase(
          zh: "「\(party)」不是写明的一方，什么也没有写", en: "'\(party)' is not a party; nothing was written"),
        hint: Phrase(
          zh: "各方有：\(parties.joined(separator: "、"))",
          en: "the parties are: \(parties.joined(separator: ", "))"))
    }
    return person.text
  }

  /// By when they report. It is never guessed: somebody says it.
  private static func dueDay(_ change: Change) throws(Refusal) -> Day {
    let invocation = change.invocation
    if let text = invocation.call.value(respondBy) {
      return try invocation.day(text, respondBy.name, .due, in: change)
    }
    let question = Phrase(
      zh: "最晚哪天到场？（如 3个工作日、下周五）：", en: "By when are they to come? (as 3wd, fri): ")
    guard invocation.canAsk,
      let text = TypedText.words(
        invocation.context.console.line(Prompt(question[change.language])))
    else {
      throw .refused(
        Phrase(
          zh: "没有说最晚哪天到场，什么也没有写", en: "nobody said by when they are to come; nothing was written"),
        hint: Phrase(zh: "加上 --respond-by 3个工作日 这样", en: "add --respond-by 3wd, or a day"))
    }
    return try invocation.day(text, respondBy.name, .due, in: change)
  }

  /// A title that fits into another.
  private static func short(_ title: String) -> String { DisplayWidth.clipped(title, to: 48) }
}
