import HallModel
import HallSyntax
import HallWords

/// `hall matter close`: the case is closed, and somebody is to visit again.
enum MatterCloseCommand: Command {
  static let anyway = OptionSpec(
    "--anyway",
    summary: Phrase(zh: "任务没完成也结案，要用 -m 写理由", en: "close in spite of open tasks; -m says why"))

  static let spec = CommandSpec(
    "matter close", aliases: ["问题 结案"],
    summary: Phrase(zh: "结案，并定下回访", en: "close a matter, and set the day to visit again"),
    arguments: [
      MatterCommand.idArgument, ArgumentSpec(Phrase(zh: "怎么解决的", en: "TEXT")),
    ],
    options: [anyway, MatterCommand.on, .asOf] + OptionSpec.writing,
    details: Phrase(
      zh: "除了长期承诺，还有任务没完成就不能结案，自己的和会上定的都算。结案的同时安排一次回访，按议事厅的回访期（没写就是15天）。",
      en: "A matter with open tasks, its own or from meetings about it, is not closed; standing"
        + " commitments may stay open. A visit is set for the end of the hall's revisit period, or"
        + " of 15 days."),
    examples: [
      "hall matter close Q-2025-014 主管已更换，试水正常",
      "hall matter close Q-2025-014 主管已更换 --anyway -m 报价手续后补",
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    var change = try Change(invocation, &answer)
    let matter = try change.findMatter(invocation.arguments[0])
    let text = try TypedText.required(
      invocation.arguments[1], Phrase(zh: "怎么解决的", en: "the text"))
    let id = MatterCommand.name(matter)
    if let closed = change.hall.state(of: matter).closedDay {
      throw .refused(
        Phrase(zh: "\(id) 在 \(closed.iso) 已经结案了", en: "\(id) was closed on \(closed.iso)"),
        hint: Phrase(
          zh: "又出了问题，先用「hall matter reopen \(id) 原因」重开",
          en: "if it is back, 'hall matter reopen \(id) REASON' first"))
    }
    let day = try MatterCommand.day(in: change)
    let conclusion = try conclusion(text, MatterSteps.open(matter, in: change.hall), id, change)
    let period = change.charter.length(.revisitPeriod) ?? Length(days: 15)
    let due = change.charter.end(of: period, from: day)
    let lead = try revisitor(in: change)
    let number = try change.nextNumber(.task, in: matter.document)
    var block = LineBlock(change.written)
    block.log(day, .closed, conclusion)
    block.task(number, Keyword.revisited.word(change.written))
    block.field(.lead, lead, indent: 2)
    block.field(.due, due.iso, indent: 2)
    let added = block
    try change.edit(
      matter.document, why: Phrase(zh: "结案：\(text)", en: "closed: \(text)")
    ) { editor throws(EditFault) in
      try editor.appendToList(of: .log, added)
    }
    try change.record(
      &answer,
      did: Phrase(
        zh: "\(id) 已结案：\(text)；\(lead) 最晚 \(DayText.withWeekday(due, .zh)) 回访（T\(number)）",
        en: "\(id) closed: \(text); \(lead) visits again by \(DayText.withWeekday(due, .en))"
          + " (T\(number))"),
      next: MatterCommand.next(matter.document.path, in: change))
    return answer
  }

  /// What the log will say. With open tasks only the reason why it is closed all the same.
  private static func conclusion(
    _ text: String, _ open: [(id: String, task: Task)], _ id: String, _ change: Change
  ) throws(Refusal) -> String {
    guard !open.isEmpty else { return text }
    let call = change.invocation.call
    guard call.has(anyway) else {
      let list =
        open.prefix(10).map { entry in
          let lead = entry.task.lead.map { "  " + change.charter.person($0).text } ?? ""
          let due = entry.task.due.day.map { "  " + $0.iso } ?? ""
          return "  " + entry.id + due + lead + "  " + entry.task.title
        }.joined(separator: "\n") + (open.count > 10 ? "\n  …" : "")
      throw .refused(
        Phrase(
          zh: "\(id) 还有 \(open.count) 项任务没完成，没有结案：\n" + list,
          en: "\(id) has \(open.count) open task\(open.count == 1 ? "" : "s") and was not closed:\n"
            + list),
        hint: Phrase(
          zh: "做完的用「hall task done 编号」打勾；确实要结，加上 --anyway -m 理由",
          en: "tick off what is done with 'hall task done ID'; or add --anyway -m WHY"))
    }
    guard let reason = TypedText.words(call.value(.message)) else {
      throw .refused(
        Phrase(
          zh: "任务没完成就结案，要写理由", en: "closing in spite of open tasks needs a reason"),
        hint: Phrase(zh: "用 -m 写上理由", en: "give it with -m WHY"))
    }
    // A task of its own needs no more than its number there.
    let left = open.map {
      $0.id.hasPrefix(id + "-") ? String($0.id.dropFirst(id.count + 1)) : $0.id
    }
    .joined(separator: change.separator)
    return Phrase(
      zh: "\(text)（未完成 \(left)：\(reason)）", en: "\(text) (left open \(left): \(reason))")[
        change.written]
  }

  /// Who visits again: the author, where the roster knows them; else the party that convenes.
  private static func revisitor(in change: Change) throws(Refusal) -> String {
    let charter = change.charter
    let author = try change.invocation.author(charter).name
    let person = charter.person(Slice(author))
    if person.name != nil, let party = person.party, charter.parties[party] != nil {
      return person.text
    }
    let convening = charter.parties.parties.first { $0.part == .convenes }?.name
    let community = Keyword.communityParty.word(change.written)
    return convening ?? charter.parties[community]?.name ?? author
  }
}
