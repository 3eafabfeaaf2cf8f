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
    let moment = try change.loggedMoment(on)
    let day = moment.day
    let (due, hour) = try dueMoment(after: moment, change)
    guard due >= day else {
      throw .refused(
        Phrase(
          zh: "最晚到场的日子 \(DayText.withWeekday(due, .zh)) 早于吹哨的 \(day.iso)",
          en: "they would have to come by \(DayText.withWeekday(due, .en)), before \(day.iso)"),
        hint: nil)
    }
    if due == change.today, let hour, hour < change.clock.text, moment.day == due {
      throw .refused(
        Phrase(zh: "\(hour) 已经过了", en: "\(hour) has passed"),
        hint: Phrase(
          zh: "写还没到的钟点；以前吹的哨，加上 --日期", en: "write a later hour; for a call of before: --on"))
    }
    let subject = TypedText.words(about) ?? matter.title
    let first = try change.nextNumber(.task, in: matter.document)
    let title = Phrase(
      zh: "到场会商\(SummonUnits.short(subject))", en: "report: \(SummonUnits.short(subject))")
    let byHour = hour.map { " " + $0 } ?? ""
    var block = LineBlock(change.written)
    // An order by the hour says when it was given.
    let isByHour = by.map { SummonUnits.hours($0.text) != nil } ?? false
    block.log(
      day, at: moment.hours ?? (isByHour ? change.clock.text : nil), .summoned,
      units.joined(separator: change.separator))
    for (place, unit) in units.enumerated() {
      block.task(first + place, title[change.written])
      block.field(.lead, unit, indent: 2)
      block.field(.due, due.iso + byHour, indent: 2)
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
        zh: "\(id) 已吹哨：\(names)，最晚 \(DayText.withWeekday(due, .zh))\(byHour) 到场（"
          + tasks.joined(separator: "、") + "）",
        en: "\(id) summoned \(namesEN), by \(DayText.withWeekday(due, .en))\(byHour) ("
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
  ///
  /// - Parameter start: when the units are called.
  private func dueMoment(
    after start: DateWords.Moment, _ change: Change
  ) throws(Refusal) -> (day: Day, hour: String?) {
    if let by { return try SummonUnits.moment(by, after: start, change) }
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
    return try SummonUnits.moment(
      SpokenDay(text, called: change.language.say("--到场期限", "--respond-by")), after: start, change)
  }

  /// `2小时` after the call, `今天16:30`, `3个工作日`: the day, and the hour if one is meant.
  private static func moment(
    _ spoken: SpokenDay, after start: DateWords.Moment, _ change: Change
  ) throws(Refusal) -> (day: Day, hour: String?) {
    guard let hours = hours(spoken.text) else {
      let moment = try change.moment(spoken, .due)
      return (moment.day, moment.hours)
    }
    let called = (try? Moment(reading: Slice(start.day.iso + " " + (start.hours ?? ""))))?.start
    let minutes = (called ?? change.clock).minutes + hours * 60
    let day = start.day + minutes / (24 * 60)
    return (day, TimeOfDay(minutes: minutes % (24 * 60)).text)
  }

  /// `2小时`, `两个小时内`, `2h`: a number of hours.
  private static func hours(_ text: String) -> Int? {
    var cursor = Cursor(Slice(FullWidth.name(Slice(text))))
    guard let number = cursor.takeNumber()?.value ?? cursor.takeChineseNumber(), number < 1000
    else { return nil }
    cursor.skipSpaces()
    _ = cursor.take("个")
    guard cursor.take(anyOf: ["小时", "钟头", "hours", "hour", "h"]) else { return nil }
    _ = cursor.take(anyOf: ["之内", "以内", "内"])
    _ = cursor.take(anyOf: ["到场", "赶到", "到"])
    return cursor.atEnd ? number : nil
  }

  /// A title short enough to go into another one.
  private static func short(_ title: String) -> String { DisplayWidth.clipped(title, to: 48) }
}
