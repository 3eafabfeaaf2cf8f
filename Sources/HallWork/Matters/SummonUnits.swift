import HallModel
import HallSyntax
import HallWords

/// The whistle: units are called to the spot, each with a day to come by.
package struct SummonUnits: Act {
  private let matter: String
  private let units: [String]
  package var on: SpokenDay?
  /// The day by which they report.
  package var by: SpokenDay?
  /// The purpose; by default, the matter's title.
  package var about: String?

  package init(_ units: [String], to matter: String) { (self.units, self.matter) = (units, matter) }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let matter = try change.findMatter(self.matter)
    var units: [String] = []
    for text in self.units {
      for name in NameList.split(Slice(text)) {
        let unit = try SummonUnits.unit(name, change.charter)
        if !units.contains(unit) { units.append(unit) }
      }
    }
    guard !units.isEmpty else {
      throw .missing(Phrase(zh: "单位", en: "PARTY/UNIT"))
    }
    let day = try change.day(on)
    let due = try dueDay(change)
    guard due >= day else {
      throw .refused(
        Phrase(
          zh: "最晚到场的日子 \(DayText.withWeekday(due, .zh)) 早于吹哨的 \(day.iso)",
          en: "they would have to come by \(DayText.withWeekday(due, .en)), before \(day.iso)"),
        hint: nil)
    }
    let subject = TypedText.words(about) ?? matter.title
    let first = try change.nextNumber(.task, in: matter.document)
    let title = Phrase(
      zh: "到场会商\(SummonUnits.short(subject))", en: "report: \(SummonUnits.short(subject))")
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
    let id = matter.name
    let tasks = units.indices.map { "T\(first + $0)" }
    return try change.finish(
      did: Phrase(
        zh: "\(id) 已吹哨：\(names)，最晚 \(DayText.withWeekday(due, .zh)) 到场（"
          + tasks.joined(separator: "、") + "）",
        en: "\(id) summoned \(namesEN), by \(DayText.withWeekday(due, .en)) ("
          + tasks.joined(separator: ", ") + ")"),
      next: MatterSteps.calls(matter.document.path, in: change))
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
          en: "the party of '\(person.text)' is not known; nothing was written"),
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

  /// The day by which they report. It is never guessed: the person must give it.
  private func dueDay(_ change: Change) throws(Refusal) -> Day {
    if let by { return try change.day(by, .due) }
    let unsaid = Phrase(
      zh: "没有说最晚哪天到场，什么也没有写",
      en: "the day by which they are to come is missing; nothing was written")
    let question = Question.words(
      Phrase(zh: "最晚哪天到场？（如 3个工作日、下周五）：", en: "By when are they to come? (as 3wd, fri): "),
      orElse: unsaid)
    guard let text = try change.session.words(for: question) else {
      throw .refused(
        unsaid, hint: Phrase(zh: "加上 --到场期限 3个工作日 这样", en: "add --respond-by 3wd, or a day"))
    }
    return try change.day(text, change.language.say("--到场期限", "--respond-by"), .due)
  }

  /// A title short enough to go into another one.
  private static func short(_ title: String) -> String { DisplayWidth.clipped(title, to: 48) }
}
