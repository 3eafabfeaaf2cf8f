import HallModel
import HallStore
import HallSyntax
import HallWords

/// `hall stats`: figures about the work, each with the basis of its count.
enum StatsCommand: Command {
  static let from = OptionSpec(
    "--from", value: Phrase(zh: "日期", en: "DATE"), takes: .day,
    summary: Phrase(zh: "只算这一天起的", en: "only from this day on"))
  static let to = OptionSpec(
    "--to", value: Phrase(zh: "日期", en: "DATE"), takes: .day,
    summary: Phrase(zh: "只算到这一天为止的", en: "only up to this day"))
  static let party = OptionSpec(
    "--party", value: Phrase(zh: "方", en: "PARTY"), takes: .party,
    summary: Phrase(
      zh: "只算这一方的：它提出的问题、负责的任务、到会",
      en: "only what this party raised, leads or came to"))
  static let person = OptionSpec(
    "--person", value: Phrase(zh: "姓名", en: "NAME"), takes: .person,
    summary: Phrase(
      zh: "只算这个人的：提出的问题、负责的任务、到会",
      en: "only what this person raised, leads or came to"))
  static let by = OptionSpec(
    "--by", chinese: "--按", value: Phrase(zh: "方|人|月", en: "party|person|month"),
    takes: .choices([
      ListedWord(Phrase(zh: "方", en: "party")), ListedWord(Phrase(zh: "人", en: "person")),
      ListedWord(Phrase(zh: "月", en: "month")),
    ]),
    summary: Phrase(zh: "按方、按人或按月分开列", en: "separately for each party, person or month"))

  static let spec = CommandSpec(
    "stats", aliases: ["统计"],
    summary: Phrase(
      zh: "统计：按期、响应、解决、满意、到会、参与，都写明怎么算的",
      en: "figures of the work, each with what was counted"),
    options: [from, to, party, person, by, .asOf, .halls], formats: [.text, .json, .csv],
    details: Phrase(
      zh: "每个数都写成「分子/分母」，下面一句话说明数的是什么；分母是 0 时写「—」。问题算在收集的日子，任务"
        + "算在期限的日子，会议、表决和决议算在开会的日子。问题和满意算提出人的，任务算负责人的。详见"
        + " docs/figures.md。",
      en: "Every figure is shown as part/whole, with a sentence that says what was counted; if"
        + " the whole is 0, it is '—'. A matter counts on the day it was collected, a task on its"
        + " due day, a vote or a decision on its meeting's. Matters and satisfaction belong to the"
        + " person who raised the matter, tasks to the lead. See docs/figures.md."),
    examples: [
      Phrase(
        zh: "hall 统计",
        en: "hall stats"),
      Phrase(
        zh: "hall 统计 --从 2025-07-01 --到 2025-09-30",
        en: "hall stats --from 2025-07-01 --to 2025-09-30"),
      Phrase(
        zh: "hall 统计 --按 方",
        en: "hall stats --by party"),
      Phrase(
        zh: "hall 统计 --姓名 赵六",
        en: "hall stats --person \"Grace Tan\""),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    let format = try invocation.format()
    let grouping = try grouping(invocation)
    let halls = try invocation.load(&answer)
    let charter = halls.first?.hall.charter
    let language = try invocation.language(charter)
    let from = try day(from, invocation, charter)
    let to = try day(to, invocation, charter, following: from)
    if let from, let to, to < from {
      throw .refused(
        Phrase(
          zh: "--到 的 \(to.iso) 早于 --从 的 \(from.iso)",
          en: "--to \(to.iso) is before --from \(from.iso)"),
        hint: Phrase(zh: "把两个日子换过来", en: "swap the two days"))
    }
    var sheet = StatsSheet(
      halls: halls, grouping: grouping, party: invocation.call.value(party).map(name),
      person: invocation.call.value(person).map(name), today: try invocation.today(charter),
      from: from, to: to)
    if let party = sheet.party { try halls.requireParty(party) }
    let isBounded = from != nil || to != nil
    let period = isBounded ? Period(start: from ?? .first, end: to ?? .last) : nil
    for loaded in halls {
      let today = try invocation.today(loaded.hall.charter)
      let all = HallStatistics(loaded.hall, today: today)
        .narrowed(party: sheet.party, person: sheet.person)
      sheet.rows += rows(of: all, grouping, period, today).map { row in
        var row = row
        row.loaded = loaded
        return row
      }
    }
    // People of the same name in two halls are different people, and figures by month do not say
    // whose they are: only totals of whole halls are added up.
    if grouping == nil, halls.count > 1 {
      var sum = StatsRow(shares: [:])
      for row in sheet.rows {
        for (statistic, share) in row.shares {
          sum.shares[statistic, default: Share()] += share
        }
      }
      sheet.rows.append(sum)
    }
    switch format {
    case .text, .md, .github: answer.output = StatsText(sheet, language: language, invocation).text
    case .json: answer.output = json(sheet).text
    case .csv: answer.output = csv(sheet, language).text(in: invocation.context)
    }
    return answer
  }

  private static func rows(
    of all: HallStatistics, _ grouping: StatsGrouping?, _ period: Period?, _ today: Day
  ) -> [StatsRow] {
    switch grouping {
    case nil: [StatsRow(shares: all.shares(in: period))]
    case .party:
      all.byParty().map { StatsRow(party: $0.party, shares: $0.statistics.shares(in: period)) }
    case .person:
      all.byPerson().map {
        StatsRow(
          party: $0.person.party, person: $0.person.name, shares: $0.statistics.shares(in: period))
      }
    case .month:
      all.months(in: period, until: today).map {
        StatsRow(month: String($0.start.iso.prefix(7)), shares: all.shares(in: $0))
      }
    }
  }

  private static func name(_ text: String) -> String { FullWidth.name(Slice(text)) }

  private static func grouping(_ invocation: Invocation) throws(Refusal) -> StatsGrouping? {
    guard let word = invocation.call.value(by) else { return nil }
    let all = StatsGrouping.allCases
    if let found = all.first(where: { $0.rawValue == word || $0.words.contains(word) }) {
      return found
    }
    let language = invocation.plainLanguage
    throw .unknownChoice(
      word, of: Phrase(zh: "分法", en: "grouping"),
      choices: all.map { language.say($0.words[0], $0.rawValue) },
      suggestion: Suggestion.nearest(to: word, among: all.flatMap { [$0.rawValue] + $0.words }))
  }

  private static func day(
    _ option: OptionSpec, _ invocation: Invocation, _ charter: Charter?, following start: Day? = nil
  ) throws(Refusal) -> Day? {
    guard let text = invocation.call.value(option), let charter else { return nil }
    let words = DateWords(today: try invocation.today(charter), sense: .done, charter: charter)
    do throws(DateWords.Fault) {
      let day = try words.day(text)
      // Without a year, the end of a period follows its start.
      guard let start, day < start, !words.isWrittenOut(text) else { return day }
      return try DateWords(today: start, sense: .bound, charter: charter).day(text)
    } catch {
      throw .date(text, name: option.name, error)
    }
  }

  private static func json(_ sheet: StatsSheet) -> JSONValue {
    let statistics = sheet.rows.flatMap { row in
      sheet.statistics.map { statistic -> JSONValue in
        let share = row.shares[statistic] ?? Share()
        return [
          "hall": JSONValue(row.loaded?.name), "hall_dir": JSONValue(row.loaded?.folder.shownPath),
          "party": JSONValue(row.party), "person": JSONValue(row.person),
          "month": JSONValue(row.month), "statistic": .string(statistic.rawValue),
          "numerator": .string(statistic.text(share.part)),
          "denominator": .string(statistic.text(share.whole)),
          "percent": JSONValue(share.percent), "unit": .string(statistic.unit),
          "left_out": .integer(share.leftOut), "basis": .string(statistic.basis.en),
        ]
      }
    }
    return [
      "as_of": JSONValue(sheet.today), "from": JSONValue(sheet.from), "to": JSONValue(sheet.to),
      "by": JSONValue(sheet.grouping?.rawValue), "party": JSONValue(sheet.party),
      "person": JSONValue(sheet.person), "halls": .integer(sheet.halls.count),
      "statistics": .array(statistics),
    ]
  }

  private static func csv(_ sheet: StatsSheet, _ language: Language) -> CSV {
    var csv = CSV([
      "hall", "party", "person", "month", "statistic", "numerator", "denominator", "percent",
      "unit", "left_out", "basis", "hall_dir",
    ])
    for row in sheet.rows {
      for statistic in sheet.statistics {
        let share = row.shares[statistic] ?? Share()
        csv.add([
          row.loaded?.name ?? "", row.party ?? "", row.person ?? "", row.month ?? "",
          statistic.rawValue, statistic.text(share.part), statistic.text(share.whole),
          share.percent ?? "", statistic.unit, String(share.leftOut),
          statistic.basis[language], row.loaded?.folder.shownPath ?? "",
        ])
      }
    }
    return csv
  }
}
