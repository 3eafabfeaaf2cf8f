import HallModel
import HallStore
import HallSyntax
import HallSheets
import HallWords

/// `hall init`: makes a hall, or brings the roster of one up to date.
enum InitCommand: Command {
  static let name = OptionSpec(
    "--name", value: Phrase(zh: "名称", en: "NAME"),
    summary: Phrase(zh: "议事厅的名称", en: "what the hall is called"))
  static let community = OptionSpec(
    "--community", value: Phrase(zh: "社区", en: "NAME"),
    summary: Phrase(zh: "它是哪个社区的", en: "the community it belongs to"))
  static let roster = OptionSpec(
    "--roster", value: Phrase(zh: "表格", en: "FILE"),
    summary: Phrase(
      zh: "从表格读名册（CSV；装有 LibreOffice 或 Gnumeric 时也读 .xlsx、.xls、.ods）；写 - 就从标准输入读",
      en:
        "a spreadsheet with the roster: CSV, or .xlsx, .xls and .ods where LibreOffice or Gnumeric"
        + " is installed; '-' is standard input"))
  static let isPrivate = OptionSpec(
    "--private",
    summary: Phrase(
      zh: "名册写到 private/roster.md，不进 git，也没有历史",
      en: "keep the roster in private/roster.md, out of git and without a history"))
  static let yes = OptionSpec(
    "--yes", short: "-y",
    summary: Phrase(
      zh: "不问就写；要删去的超过名册十分之一时仍要 --removes",
      en: "do not ask; for more than a tenth of the roster to go, --removes is needed all the same")
  )

  static let spec = CommandSpec(
    "init", aliases: ["开张", "新建议事厅"],
    summary: Phrase(zh: "新建一个议事厅，或者更新名册", en: "make a hall, or bring its roster up to date"),
    arguments: [ArgumentSpec(Phrase(zh: "文件夹", en: "DIR"), isOptional: true)],
    options: [name, community, roster, Workbook.sheet, isPrivate, yes, RosterRemoval.count]
      + OptionSpec.writing,
    details: Phrase(
      zh: "表格是 CSV，Excel 和 WPS 都能另存；UTF-8、GB18030 和 UTF-16 都认得。装有 LibreOffice 或 Gnumeric"
        + "（soffice、libreoffice、ssconvert）时，.xlsx、.xls、.ods 也能直接读。表头认得「姓名」「方」「身份」「户」"
        + "「面积」「业主」和常用的别名（楼栋、单元、房号、建筑面积、产权人……）；电话、身份证号不写进名册。"
        + "合计、小计、制表人、备注这样的行不读，会说明是哪几行；合并过的楼栋、单元照上面一行补上。\n"
        + "已有的名册按姓名和户号一行一行对照：只动有变化的行，表里没有提到的方不动。"
        + "在终端上先给您看再问是否写入；不在终端上直接写，但要删去行时须加 --yes。"
        + "要删去的超过名册十分之一时，在终端上要写出行数，不在终端上须写 --removes 行数。"
        + "private/ 里的名册改动以前，在 .hall/replaced/ 留一份。",
      en:
        "The spreadsheet is a CSV file in UTF-8, GB18030 or UTF-16; where LibreOffice or Gnumeric is"
        + " installed (soffice, libreoffice, ssconvert), an .xlsx, .xls or .ods is read as it is."
        + " Columns are recognised by their heads: name, party, role, unit, area, owner and their usual"
        + " synonyms (building, entrance, door, ...); phone and identity numbers stay out. Totals and"
        + " remarks below the table are left out, and named; a building or an entrance of merged cells"
        + " is taken from the row above.\nA roster that is there is compared row by row: only rows that"
        + " differ change, and parties the sheet does not speak of stay. On a terminal everything is"
        + " shown before it is written; off one it is written at once, but rows go only with --yes."
        + " Where more than a tenth of the roster would go, their number is asked for on a terminal, and"
        + " --removes N is needed off one. Before a roster in private/ is changed, a copy of it goes to"
        + " .hall/replaced/."
    ),
    examples: [
      "hall init 议事厅 --name 兴连心议事厅 --community 兴安南路社区",
      "hall init --roster 业主.csv --private",
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    let base = invocation.context.workingDirectory
    let folder = invocation.arguments.first ?? invocation.call.value(.hall)
    if let folder { try requirePath(folder, from: base) }
    let isHere: Bool
    if let folder {
      isHere = NewHallFolder(folder, from: base).has("hall.md")
    } else {
      isHere = HallFolder.find(upwardFrom: base) != nil
    }
    return isHere
      ? try RosterUpdate.run(invocation, in: folder)
      : try HallFounding.run(invocation, in: folder ?? ".")
  }

  /// Refuses a path that names no folder. The system ends a path at a NUL, so that what is left of
  /// it would be another folder, even the root of all.
  private static func requirePath(_ folder: String, from base: String) throws(Refusal) {
    let isNamed = !Slice(folder).trimmed.isEmpty
    guard isNamed,
      !folder.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else {
      throw .refused(
        isNamed
          ? Phrase(
            zh: "「\(folder)」里有看不见的控制字符，不能做文件夹的名字",
            en: "'\(folder)' has control characters, and cannot name a folder")
          : Phrase(zh: "文件夹的名字是空的", en: "the folder's name is empty"),
        hint: Phrase(
          zh: "写上文件夹的名字；就建在当前文件夹里，写一个点「.」",
          en: "name the folder, or write '.' for the one you are in"))
    }
    guard let obstacle = NewHallFolder(folder, from: base).obstacle else { return }
    throw .refused(
      Phrase(zh: "「\(obstacle)」不是文件夹", en: "'\(obstacle)' is not a folder"),
      hint: Phrase(zh: "换一个文件夹的名字", en: "name another folder"))
  }

  /// The sheet of `--roster`, read without a fault.
  struct Sheet {
    let sheet: RosterSheet
    let file: SheetFile

    /// What somebody should see before it is written.
    func shown(
      _ plan: RosterPlan, isPrivate: Bool, _ language: Language, isWhole: Bool
    ) -> String {
      (file.note.map { VisibleText.line($0[language]) + "\n" } ?? "")
        + (file.encoding == .utf8 ? "" : sheet.preview(file.encoding, language))
        + sheet.summary(language) + plan.text(language, most: .max, mostAdded: isWhole ? .max : 20)
        + sheet.notes(plan, isPrivate: isPrivate, language)
    }
  }

  /// The sheet of `--roster`, whole; nil where there is none.
  static func sheet(
    _ invocation: Invocation, _ parties: PartyList
  ) throws(Refusal) -> Sheet? {
    guard let path = invocation.call.value(roster) else { return nil }
    let file = try SheetFile(path, invocation)
    var sheet = RosterSheet(file.bytes, path: path, parties: parties)
    if let head = sheet.doubtful, sheet.problems.count == 1, invocation.canAsk {
      let language = invocation.plainLanguage
      let isLeftOut = Menu(
        Phrase(
          zh: "「\(head.text)」这一列写的不是各方，怎么办？",
          en: "The column '\(head.text)' names no parties. What about it?"),
        [
          (true, Phrase(zh: "不读这一列", en: "leave the column out")),
          (false, Phrase(zh: "停下，先改表格", en: "stop, to mend the sheet first")),
        ], hasDefault: false
      ).ask(invocation.context.console, language)
      if isLeftOut == true {
        sheet = RosterSheet(file.bytes, path: path, parties: parties, organisation: .leftOut)
      }
    }
    try SheetFile.refuse(sheet.problems, in: sheet.document, invocation.context)
    return Sheet(sheet: sheet, file: file)
  }

  /// Whether what was shown shall be written.
  ///
  /// - Parameter isSaid: whether the call says so already.
  static func confirms(
    _ shown: String, _ invocation: Invocation, _ language: Language, _ answer: inout Answer,
    isSaid: Bool = false
  ) -> Bool {
    guard invocation.canAsk, !isSaid, !invocation.call.has(yes), !invocation.call.has(.dryRun)
    else {
      answer.output += shown
      return true
    }
    let console = invocation.context.console
    console.show(shown)
    let question = Phrase(zh: "要写入吗？（是/否）", en: "Write it? (yes/no) ")[language]
    if invocation.saysYes(question) { return true }
    answer.output += Phrase(zh: "没有写入\n", en: "Nothing was written.\n")[language]
    return false
  }
}
