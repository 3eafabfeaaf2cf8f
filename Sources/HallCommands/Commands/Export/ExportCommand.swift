import HallModel
import HallPages
import HallStore
import HallSyntax
import HallWords

/// `hall export`: the record for a calendar, a spreadsheet, a database or a report.
enum ExportCommand: Command {
  static let asWhat = OptionSpec(
    "--tasks-as", value: Phrase(zh: "任务|日程", en: "tasks|events"),
    takes: .choices([
      ListedWord(Phrase(zh: "任务", en: "tasks")), ListedWord(Phrase(zh: "日程", en: "events")),
    ]),
    summary: Phrase(
      zh: "日历里的任务写成任务还是日程；有的手机不显示任务",
      en: "tasks as tasks or as events, for phones that show no tasks"))
  static let alarm = OptionSpec(
    "--alarm", value: Phrase(zh: "几天", en: "DAYS"),
    summary: Phrase(zh: "日历里提前几天提醒；不写就不提醒", en: "remind so many days before; by default not"))
  static let to = OptionSpec(
    "--to", value: Phrase(zh: "文件", en: "FILE"), takes: .file,
    summary: Phrase(zh: "写到哪个文件；不写就显示", en: "the file to write; else it is shown"))

  static let spec = CommandSpec(
    "export", aliases: ["导出"],
    summary: Phrase(zh: "导出日历、表格、数据", en: "a calendar, tables, or data of the record"),
    arguments: [
      ArgumentSpec(
        Phrase(zh: "格式", en: "FORMAT"), takes: .choices(ExportFormat.allCases.map(\.choice))),
      ArgumentSpec(
        Phrase(zh: "什么", en: "WHAT"),
        takes: .choice { arguments in
          let kinds = arguments.first.flatMap(ExportFormat.init(named:))?.kinds ?? []
          return kinds.map { ListedWord($0.name) }
        }, isOptional: true),
    ],
    options: [to, asWhat, alarm, .asOf, .halls],
    details: Phrase(
      zh: """
        ics：会议和任务，给手机和电脑的日历。csv：给 Excel、WPS 的表格，要写是哪一张：问题清单、任务落实台账、决议、\
        表决、到会、名册。md：问题清单或任务落实台账，写成 Markdown 表格。ndjson：全部内容，一行一条，给程序和数据库。
        给程序看的 CSV 是「hall 列出 … --格式 csv」。几个议事厅一起（--各厅）只有 ndjson 可以。
        """,
      en: """
        ics: meetings and tasks, for a calendar. csv: a table for a spreadsheet, one of problems, tasks, \
        decisions, votes, attendance, roster. md: problems or tasks as a table of Markdown. ndjson: \
        everything, one entity a line, for programs and databases.
        The CSV for programs is 'hall list … --format csv'. Of several halls (--halls), ndjson alone.
        """),
    examples: [
      Phrase(
        zh: "hall 导出 日历 --到 议事厅.ics",
        en: "hall export ics --to hall.ics"),
      Phrase(
        zh: "hall 导出 表格 任务落实台账 --到 台账.csv",
        en: "hall export csv tasks --to tasks.csv"),
      Phrase(
        zh: "hall 导出 清单 问题清单",
        en: "hall export md problems"),
      Phrase(
        zh: "hall 导出 数据 > hall.ndjson",
        en: "hall export ndjson > hall.ndjson"),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    let words = invocation.arguments
    guard let format = ExportFormat(named: FullWidth.name(Slice(words[0]))) else {
      throw .unknownChoice(
        words[0], of: Phrase(zh: "格式", en: "format"),
        choices: ExportFormat.allCases.map(\.rawValue),
        suggestion: nil)
    }
    if words.count > 1, format == .ics || format == .ndjson { throw .stray(words[1]) }
    if format == .ndjson {
      return try ExportedLines(invocation, to: invocation.call.value(to)).answer()
    }
    var answer = Answer()
    let loaded = try invocation.onlyHall(of: try invocation.load(&answer), "导出")
    let charter = loaded.hall.charter
    let language = try invocation.language(charter)
    let text: String
    if format == .ics {
      text = try calendar(loaded, language, invocation)
    } else {
      let kind = try kind(words, among: format.kinds, invocation)
      let table = try PeopleTables(loaded.hall, today: invocation.today(charter), language)
        .table(kind)
      text = format == .csv ? table.csv : "# \(kind.name[language])\n\n" + table.markdown
    }
    guard let path = invocation.call.value(to) else {
      // A terminal has no use for the mark of a spreadsheet.
      answer.output =
        invocation.context.isTerminal
        ? VisibleText.lines(text.replacing("\u{FEFF}", with: "")) : text
      return answer
    }
    try ExportedFile(path, format, invocation).write(text)
    answer.output = ExportedFile.written(path)[language]
    if format == .ics {
      let events = text.ranges(of: "BEGIN:VEVENT").count
      let tasks = text.ranges(of: "BEGIN:VTODO").count
      answer.output +=
        Phrase(
          zh: "有 \(events) 个日程、\(tasks) 项任务；发到手机上打开，就加进日历"
            + (tasks > 0 ? "；手机不显示任务的，加 --任务作 日程\n" : "\n"),
          en: "\(events) events and \(tasks) tasks; open it on a phone to add them"
            + (tasks > 0 ? "; where a phone shows no tasks: --tasks-as events\n" : "\n"))[language]
    }
    return answer
  }

  private static func calendar(
    _ loaded: LoadedHall, _ language: Language, _ invocation: Invocation
  ) throws(Refusal) -> String {
    var calendar = CalendarFile(
      loaded.hall, today: try invocation.today(loaded.hall.charter), language)
    if let word = invocation.call.value(asWhat) {
      guard ["events", "日程", "tasks", "任务"].contains(word) else {
        throw .unknownChoice(
          word, of: asWhat.phrase,
          choices: [language.say("任务", "tasks"), language.say("日程", "events")],
          suggestion: nil)
      }
      calendar.tasksAreEvents = ["events", "日程"].contains(word)
    }
    if let text = invocation.call.value(alarm) {
      guard let length = DateWords.length(text) ?? Int(text).map({ Length(days: $0) }),
        !length.inWorkingDays, (0...365).contains(length.days)
      else {
        throw .unreadableValue(
          text, option: invocation.call.name(alarm),
          expected: Phrase(zh: "几天，如 3天", en: "so many days, as 3d"))
      }
      calendar.alarm = length.days
    }
    return calendar.text
  }

  private static func kind(
    _ words: [String], among kinds: [PeopleTables.Kind], _ invocation: Invocation
  ) throws(Refusal) -> PeopleTables.Kind {
    let names = kinds.map { $0.name[invocation.plainLanguage] }
    guard words.count > 1 else {
      throw .refused(
        Phrase(zh: "没有写导出哪一张表", en: "which table to export is missing"),
        hint: Phrase(zh: "写上：" + names.joined(in: .zh), en: "one of: " + names.joined(in: .en)))
    }
    guard let kind = PeopleTables.Kind(named: words[1]), kinds.contains(kind) else {
      throw .unknownChoice(
        words[1], of: Phrase(zh: "表", en: "table"), choices: names,
        suggestion: Suggestion.nearest(to: words[1], among: names))
    }
    return kind
  }
}
