import HallModel
import HallStore
import HallSyntax
import HallSheets
import HallWords

/// `hall init`: makes a hall, or updates the roster of one.
enum InitCommand: Command {
  static let spec = CommandSpec(
    "init", aliases: ["开张", "新建议事厅"],
    summary: Phrase(zh: "新建一个议事厅，或者更新名册", en: "make a hall, or bring its roster up to date"),
    arguments: [ArgumentSpec(Phrase(zh: "文件夹", en: "DIR"), takes: .folder, isOptional: true)],
    options: [
      InitOptions.name, InitOptions.community, InitOptions.calendar, InitOptions.roster,
      Workbook.sheet,
      InitOptions.isPrivate, InitOptions.yes, RosterRemoval.count,
    ]
      + OptionSpec.writing,
    details: Phrase(
      zh: "表格是 CSV，Excel 和 WPS 都能另存；UTF-8、GB18030 和 UTF-16 都认得。装有 LibreOffice 或 Gnumeric"
        + "（soffice、libreoffice、ssconvert）时，.xlsx、.xls、.ods 也能直接读。表头认得「姓名」「方」「身份」「户」"
        + "「面积」「业主」和常用的别名（楼栋、单元、房号、建筑面积、产权人……）；电话、身份证号不写进名册。"
        + "合计、小计、制表人、备注这样的行不读，会说明是哪几行；合并过的楼栋、单元照上面一行补上。\n"
        + "已有的名册按姓名和户号一行一行对照：只动有变化的行，表里没有提到的方不动。"
        + "在终端上先给您看再问是否写入；不在终端上直接写，但要删去行时须加 --直接写。"
        + "要删去的超过名册十分之一时，在终端上要写出行数，不在终端上须写 --删去 行数。"
        + "private/ 里的名册改动以前，在 .hall/replaced/ 留一份。",
      en:
        "The spreadsheet is a CSV file in UTF-8, GB18030 or UTF-16; if LibreOffice or Gnumeric is"
        + " installed (soffice, libreoffice, ssconvert), an .xlsx, .xls or .ods is read as it is."
        + " Columns are recognised by their heads: name, party, role, unit, area, owner and their"
        + " usual synonyms (building, entrance, door, ...); phone and identity numbers stay out."
        + " Totals and remarks below the table are left out, and named; a building or an entrance"
        + " of merged cells is taken from the row above.\n"
        + "A roster that is there is compared row by row: only rows that differ change, and"
        + " parties that the sheet does not have stay. On a terminal everything is shown before it"
        + " is written; without one it is written at once, but rows go only with --yes. If more"
        + " than a tenth of the roster would go, their number is asked for on a terminal, and"
        + " --removes N is needed without one. Before a roster in private/ is changed, a copy of"
        + " it goes to .hall/replaced/."
    ),
    examples: [
      Phrase(
        zh: "hall 开张 议事厅 --名称 兴连心议事厅 --社区 兴安南路社区",
        en: "hall init riverside --name \"Riverside Hall\" --community Riverside"),
      Phrase(
        zh: "hall 开张 --名册 业主.csv --私密",
        en: "hall init --roster owners.csv --private"),
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

  /// Refuses a path that is not a folder name. The system ends a path at a NUL, so what is left
  /// would be a different folder, even the root of the disk.
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
}
