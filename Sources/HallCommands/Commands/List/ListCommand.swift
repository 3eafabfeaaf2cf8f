import HallModel
import HallSyntax
import HallWords

/// `hall list`: meetings, matters, decisions or tasks, filtered.
enum ListCommand: Command {
  static let spec = CommandSpec(
    "list", aliases: ["列出"],
    summary: Phrase(zh: "列出会议、问题、决议或任务", en: "list meetings, matters, decisions or tasks"),
    arguments: [
      ArgumentSpec(
        Phrase(zh: "会议|问题|决议|任务", en: "meetings|matters|decisions|tasks"),
        takes: .choices(ListKind.allCases.map { ListedWord(Phrase(zh: $0.word, en: $0.rawValue)) }))
    ],
    options: ListOptions.all + [.asOf, .halls],
    formats: [.text, .json, .csv],
    details: Phrase(
      zh: "会议、问题、决议、任务也可以写 meetings、matters、decisions、tasks。",
      en: "The Chinese words 会议, 问题, 决议 and 任务 do as well."),
    examples: [
      Phrase(
        zh: "hall 列出 任务 --方 物业 --状态 逾期",
        en: "hall list tasks --party property --status overdue"),
      Phrase(
        zh: "hall 列出 问题 --阶段 吹哨",
        en: "hall list matters --stage implementing"),
      Phrase(
        zh: "hall 列出 会议 --时期 2025-09 --机读",
        en: "hall list meetings --period 2025-09 --json"),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    let word = invocation.arguments[0]
    guard let kind = ListKind(named: word) else {
      let language = invocation.plainLanguage
      let names = ListKind.allCases.map { language.say($0.word, $0.rawValue) }
      throw .unknownChoice(
        word, of: Phrase(zh: "类别", en: "list"), choices: names,
        suggestion: Suggestion.nearest(
          to: word, among: ListKind.allCases.flatMap { [$0.rawValue, $0.word] }))
    }
    let format = try invocation.format()
    let filter = try ListFilter(invocation, kind: kind)
    var answer = Answer()
    let halls = try invocation.load(&answer)
    let language = try invocation.language(halls.first?.hall.charter)
    var rows: [ListRow] = []
    for loaded in halls {
      let today = try invocation.today(loaded.hall.charter)
      rows += ListRow.rows(of: kind, in: loaded, today: today).filter(filter.matches)
    }
    if rows.isEmpty { try filter.requireParty(in: halls) }
    switch format {
    case .json:
      let entries = JSONList(count: rows.count) { [rows] in rows[$0].json }
      invocation.write(lists: [kind.rawValue: entries], to: &answer)
    case .csv:
      var csv = CSV(
        ["hall", "id"] + ListRow.columns(of: kind, .en) + ["title", "file", "hall_dir"])
      for row in rows {
        csv.add(
          [row.loaded.name, row.identifier] + row.machineCells + [
            row.title, row.document.path, row.loaded.folder.shownPath,
          ])
      }
      answer.output = csv.text(in: invocation.context)
    default:
      answer.output = table(rows, kind, HallLabels(halls), language, invocation)
    }
    return answer
  }

  private static func table(
    _ rows: [ListRow], _ kind: ListKind, _ labels: HallLabels, _ language: Language,
    _ invocation: Invocation
  ) -> String {
    guard !rows.isEmpty else {
      return Phrase(zh: "没有符合的\(kind.word)\n", en: "No such \(kind.rawValue).\n")[language]
    }
    let several = rows.first.map { labels.label($0.loaded) != nil } ?? false
    let hall = several ? [Phrase(zh: "议事厅", en: "hall")[language]] : []
    let header =
      hall + [Phrase(zh: "编号", en: "id")[language]] + ListRow.columns(of: kind, language)
      + [Phrase(zh: "标题", en: "title")[language]]
    var table = TextTable(header, width: invocation.context.fittingWidth)
    for row in rows {
      let hall = labels.label(row.loaded).map { [$0] } ?? []
      table.add(hall + [row.identifier] + row.cells(language) + [row.title])
    }
    return table.text(invocation.style)
  }
}
