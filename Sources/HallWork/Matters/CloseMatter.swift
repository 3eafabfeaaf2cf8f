import HallModel
import HallSyntax
import HallWords

/// Closes a matter, with a follow-up visit to be made.
package struct CloseMatter: Act {
  private let matter: String
  private let text: String
  package var on: SpokenDay?
  /// Whether it is closed in spite of open tasks.
  package var isAnyway = false

  package init(_ matter: String, solved text: String) { (self.matter, self.text) = (matter, text) }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let matter = try change.findMatter(self.matter)
    let text = try TypedText.required(
      self.text, Phrase(zh: "怎么解决的", en: "the text"))
    let id = matter.name
    if let closed = change.hall.state(of: matter, on: change.today).closedDay {
      throw .refused(
        Phrase(zh: "\(id) 在 \(closed.iso) 已经结案了", en: "\(id) was closed on \(closed.iso)"),
        hint: Phrase(
          zh: "又出了问题，先用「hall 问题 重开 \(id) 原因」重开",
          en: "if it is back, 'hall matter reopen \(id) REASON' first"))
    }
    let day = try change.day(on)
    let conclusion = try conclusion(text, MatterSteps.open(matter, in: change.hall), id, change)
    let period = change.charter.length(.revisitPeriod) ?? Length(days: 15)
    let due = change.charter.end(of: period, from: day)
    let lead = try CloseMatter.revisitor(in: change)
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
    return try change.finish(
      did: Phrase(
        zh: "\(id) 已结案：\(text)；\(lead) 最晚 \(DayText.withWeekday(due, .zh)) 回访（T\(number)）",
        en: "\(id) closed: \(text); \(lead) visits again by \(DayText.withWeekday(due, .en))"
          + " (T\(number))"),
      next: MatterSteps.calls(matter.document.path, in: change))
  }

  /// The text for the log. With open tasks, only the reason for closing it anyway.
  private func conclusion(
    _ text: String, _ open: [(id: String, task: Task)], _ id: String, _ change: Change
  ) throws(Refusal) -> String {
    guard !open.isEmpty else { return text }
    guard isAnyway else {
      let list =
        open.prefix(10).map { entry in
          let lead = entry.task.lead.map { "  " + change.charter.person($0).text } ?? ""
          let due = entry.task.due.day.map { "  " + $0.iso } ?? ""
          return "  " + entry.id + due + lead + "  " + entry.task.title
        }.joined(separator: "\n") + (open.count > 10 ? "\n  …" : "")
      throw .refused(
        Phrase(
          zh: "\(id) 还有 \(open.count) 项任务没完成，没有结案：\n" + list,
          en: "\(id) has \(Language.counted(open.count, "open task")) and was not closed:\n"
            + list),
        hint: Phrase(
          zh: "做完的用「hall 任务 完成 编号」打勾；确实要结，加上 --照样 -m 理由",
          en: "tick off what is done with 'hall task done ID'; or add --anyway -m WHY"))
    }
    guard let reason = TypedText.words(change.session.reason) else {
      throw .refused(
        Phrase(
          zh: "任务没完成就结案，要写理由", en: "closing in spite of open tasks needs a reason"),
        hint: Phrase(zh: "用 -m 写上理由", en: "give it with -m WHY"))
    }
    // A task of the matter itself is named by its number alone.
    let left = open.map {
      $0.id.hasPrefix(id + "-") ? String($0.id.dropFirst(id.count + 1)) : $0.id
    }
    .joined(separator: change.separator)
    return Phrase(
      zh: "\(text)（未完成 \(left)：\(reason)）", en: "\(text) (left open \(left): \(reason))")[
        change.written]
  }

  /// Who makes the follow-up visit: the author, if they are on the roster; else the convening
  /// party.
  private static func revisitor(in change: Change) throws(Refusal) -> String {
    let charter = change.charter
    let author = try change.session.author(charter).name
    let person = charter.person(Slice(author))
    if person.name != nil, let party = person.party, charter.parties[party] != nil {
      return person.text
    }
    let convening = charter.parties.parties.first { $0.part == .convenes }?.name
    let community = Keyword.communityParty.word(change.written)
    return convening ?? charter.parties[community]?.name ?? author
  }
}
