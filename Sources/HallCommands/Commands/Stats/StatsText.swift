import HallModel
import HallSyntax
import HallWords

/// The figures for people: for one hall a list; for several, or grouped, one table for each figure,
/// so that values to be compared are together.
struct StatsText: Speaking {
  private let sheet: StatsSheet
  private let labels: HallLabels
  let language: Language
  private let style: Style
  private let width: Int?

  init(_ sheet: StatsSheet, language: Language, _ invocation: Invocation) {
    self.sheet = sheet
    labels = HallLabels(sheet.halls)
    self.language = language
    style = invocation.style
    width = invocation.context.fittingWidth
  }

  var text: String {
    guard !sheet.rows.allSatisfy(\.isEmpty) else { return heading + nothing }
    return heading + (isTable ? tables : list)
  }

  private var isTable: Bool { sheet.grouping != nil || sheet.halls.count > 1 }

  private var heading: String {
    let count = sheet.halls.count
    let names =
      count == 1
      ? VisibleText.line(sheet.halls[0].name)
      : say("\(count) 个议事厅", Language.counted(count, "hall"))
    let day = DayText.withWeekday(sheet.today, language)
    var scope = [say("截至 ", "on ") + day]
    switch (sheet.from, sheet.to) {
    case (nil, nil): scope.append(say("全部日期", "all days"))
    case (let from?, nil): scope.append(say("\(from.iso) 起", "from \(from.iso)"))
    case (nil, let to?): scope.append(say("到 \(to.iso)", "up to \(to.iso)"))
    case (let from?, let to?): scope.append(from.iso + say(" 至 ", " to ") + to.iso)
    }
    for name in [sheet.party, sheet.person] {
      if let name { scope.append(say("只算", "only ") + VisibleText.line(name)) }
    }
    return style.bold(names) + "  " + style.dim(scope.joined(separator: say("，", ", "))) + "\n"
  }

  private var nothing: String {
    let asked = [sheet.party, sheet.person].compactMap { $0 }.map(VisibleText.line)
    guard !asked.isEmpty else { return say("没有可以统计的\n", "There is nothing to count.\n") }
    let zh = asked.map { "「\($0)」" }.joined()
    let en = asked.map { "'\($0)'" }.joined(separator: " ")
    // A party that nobody defines is refused; a person may be written wrongly.
    let (doubt, question) = sheet.person == nil ? ("", ".") : ("，看看名字写对没有", "; is the name right?")
    return say("没有\(zh)的记录\(doubt)\n", "There is nothing about \(en)\(question)\n")
  }

  // MARK: One hall

  private var list: String {
    let shares = sheet.rows.first?.shares ?? [:]
    // Figures that a person has nothing to do with are left out.
    let isNarrowed = sheet.party != nil || sheet.person != nil
    let statistics = sheet.statistics.filter { statistic in
      let share = shares[statistic] ?? Share()
      return !isNarrowed || share.whole > 0 || share.leftOut > 0
    }
    let lines = lines(statistics.map { ($0.phrase[language], $0, shares[$0] ?? Share()) })
    let line = Dictionary(uniqueKeysWithValues: zip(statistics, lines))
    var text = ""
    for subject in Statistic.Subject.allCases {
      let mine = statistics.filter { $0.subject == subject }
      guard !mine.isEmpty else { continue }
      text += "\n" + style.bold(subject.phrase[language]) + "\n"
      for (place, statistic) in mine.enumerated() {
        text += line[statistic] ?? ""
        // One sentence for all figures with the same basis.
        if place + 1 == mine.count || mine[place + 1].basis != statistic.basis {
          text += note(statistic, shares[statistic] ?? Share())
        }
      }
    }
    return text
  }

  // MARK: Several lines a figure

  private var tables: String {
    var text = ""
    for statistic in sheet.statistics {
      if statistic == .stageCollected { text += stages }
      if statistic.rawValue.hasPrefix("stage_") { continue }
      // A person without a value has no row in the table; a hall always has one.
      let rows = sheet.rows.filter { row in
        let share = row.shares[statistic] ?? Share()
        return sheet.grouping == nil || share.whole > 0 || share.leftOut > 0
      }
      guard !rows.isEmpty else { continue }
      text += "\n" + style.bold(statistic.phrase[language]) + "\n"
      text += lines(rows.map { (name(of: $0), statistic, $0.shares[statistic] ?? Share()) })
        .joined()
      let leftOut = rows.filter { $0.loaded != nil }
        .reduce(0) { $0 + ($1.shares[statistic]?.leftOut ?? 0) }
      text += note(statistic, Share(leftOut: leftOut))
    }
    return text
  }

  /// The progress of the matters: a row for each line, a column for each stage.
  private var stages: String {
    let title = say("问题到了哪一步", "How far the matters have come")
    let stages = Stage.allCases
    let header = stages.map { $0.keyword.word(language) } + [say("共", "all")]
    // Columns of figures are as wide as their heads; on a terminal the names take the rest.
    let room = width.map { max(12, $0 - header.reduce(2) { $0 + 2 + DisplayWidth.of($1) }) }
    var table = TextTable([""] + header, width: width)
    for row in sheet.rows {
      let shares = stages.map { row.shares[Statistic($0)] ?? Share() }
      guard let whole = shares.first?.whole, whole > 0 || sheet.grouping == nil else { continue }
      let name = name(of: row)
      let shown = room.map { DisplayWidth.clipped(name, to: $0) } ?? name
      table.add(["  " + shown] + shares.map { String($0.part) } + [String(whole)])
    }
    guard !table.isEmpty else { return "" }
    return "\n" + style.bold(title) + "\n" + table.text(style) + note(.stageCollected, Share())
  }

  private func name(of row: StatsRow) -> String {
    guard let loaded = row.loaded else { return say("合计", "all halls") }
    var words = labels.label(loaded).map { [$0] } ?? []
    let who = [row.party, row.person].compactMap { $0 }
    if sheet.grouping == .party || sheet.grouping == .person {
      words.append(who.isEmpty ? say("未写哪一方", "no party") : who.joined(separator: "/"))
    }
    if let month = row.month { words.append(month) }
    return VisibleText.line(words.joined(separator: "  "))
  }

  // MARK: A figure

  /// A line for each figure: its name, then part/whole and percent, aligned on the right.
  private func lines(_ figures: [(name: String, Statistic, Share)]) -> [String] {
    let ratios = figures.map { $1.text($2.part) + "/" + $1.text($2.whole) }
    let room = ratios.map { DisplayWidth.of($0) }.max() ?? 0
    let rows = zip(figures, ratios).map { figure, ratio in
      let percent = figure.2.percent.map { $0 + "%" } ?? "—"
      return [
        "  " + figure.name, DisplayWidth.alignedRight(ratio, to: room),
        DisplayWidth.alignedRight(percent, to: 6),
      ]
    }
    return TextTable.aligned(rows, style).map { $0 + "\n" }
  }

  private func note(_ statistic: Statistic, _ share: Share) -> String {
    var note = statistic.basis[language]
    if share.leftOut > 0 {
      note += say("另有 \(share.leftOut) 件没写清，没有算。", " \(share.leftOut) left out: not recorded.")
    }
    let lines = DisplayWidth.wrapped(note, to: (width ?? 80) - 4)
    return lines.map { "    " + style.dim($0) + "\n" }.joined()
  }
}
