import HallModel
import HallSheets
import HallWords

/// A workbook of a spreadsheet program (`.xlsx`, `.xls`, `.ods`): read through such a program, if
/// one is installed.
struct Workbook {
  static let sheet = OptionSpec(
    "--sheet", value: Phrase(zh: "工作表", en: "NAME"),
    summary: Phrase(
      zh: "Excel 工作簿里有几张表时，读哪一张", en: "which sheet of a workbook that has several"))

  private let bytes: [UInt8]
  private let path: String
  private let invocation: Invocation

  /// - Returns: nil for bytes that are not a workbook.
  init?(_ bytes: [UInt8], _ path: String, _ invocation: Invocation) {
    guard SheetEncoding.isWorkbook(bytes) else { return nil }
    (self.bytes, self.path, self.invocation) = (bytes, path, invocation)
  }

  /// The requested sheet, as text, and how it was read.
  func text() throws(Refusal) -> (bytes: [UInt8], note: Phrase) {
    var failed: (program: WorkbookProgram, failure: WorkbookProgram.Failure)?
    if invocation.canAsk {
      let language = invocation.plainLanguage
      // The first start of such a program takes a while.
      invocation.context.say(
        Phrase(zh: "正在读工作簿……\n", en: "Reading the workbook...\n")[language])
    }
    for program in WorkbookProgram.allCases {
      // The same program under two names would fail twice in the same way.
      if program.isOffice, failed?.program.isOffice == true { continue }
      let sheets: [WorkbookProgram.Sheet]
      do throws(WorkbookProgram.Failure) {
        sheets = try program.sheets(of: bytes, ending: ending, in: invocation.context)
      } catch .notHere {
        continue
      } catch {
        failed = (program, error)
        // Another program would take just as long.
        if error == .overdue || error == .interrupted { break }
        continue
      }
      guard !sheets.isEmpty else { throw empty(program) }
      let sheet = try chosen(sheets, program)
      return (sheet.bytes, note(sheet, of: sheets.count, program))
    }
    throw refusal(failed)
  }

  /// The kind of file, by its bytes and not by its name.
  private var ending: String {
    if bytes.starts(with: [0xD0, 0xCF]) { return "xls" }
    let head = String(decoding: bytes.prefix(120), as: UTF8.self)
    return head.contains("opendocument.spreadsheet") ? "ods" : "xlsx"
  }

  private func chosen(
    _ sheets: [WorkbookProgram.Sheet], _ program: WorkbookProgram
  ) throws(Refusal) -> WorkbookProgram.Sheet {
    let names = sheets.map(\.name)
    if let name = invocation.call.value(Workbook.sheet) {
      if let sheet = sheets.first(where: { $0.name == name }) { return sheet }
      // The name of the only sheet in a workbook may be unknown.
      throw .refused(
        Phrase(
          zh: "「\(path)」里没有工作表「\(name)」", en: "'\(path)' has no sheet '\(name)'"),
        hint: Phrase(
          zh: "有这些：" + names.joined(separator: "、"),
          en: "there are: " + names.joined(separator: ", ")))
    }
    if sheets.count == 1, let only = sheets.first { return only }
    guard invocation.canAsk else {
      throw .refused(
        Phrase(
          zh: "「\(path)」里有 \(sheets.count) 张工作表：" + names.joined(separator: "、")
            + "，不知道读哪一张",
          en: "'\(path)' has \(sheets.count) sheets: " + names.joined(separator: ", ")
            + "; the one to read is not given"),
        hint: Phrase(zh: "用 --工作表 写上工作表的名称", en: "name one with --sheet NAME"))
    }
    let language = invocation.plainLanguage
    let menu = Menu(
      Phrase(
        zh: "「\(path)」里有 \(sheets.count) 张工作表，读哪一张？",
        en: "'\(path)' has \(sheets.count) sheets. Which one?"),
      sheets.map { ($0, Phrase(zh: $0.name, en: $0.name)) }, hasDefault: false)
    guard let sheet = menu.ask(invocation.context.console, language) else {
      throw .refused(
        Phrase(zh: "没有选工作表，什么也没有写", en: "no sheet was chosen; nothing was written"), hint: nil)
    }
    return sheet
  }

  private func empty(_ program: WorkbookProgram) -> Refusal {
    .refused(
      Phrase(
        zh: "\(path)：\(program.name) 读了，里面什么也没有",
        en: "\(path): \(program.name) has read it, but it is empty"),
      hint: SheetEncoding.Fault.workbook.hint)
  }

  private func note(
    _ sheet: WorkbookProgram.Sheet, of count: Int, _ program: WorkbookProgram
  ) -> Phrase {
    Phrase(
      zh: "用 \(program.name) 读了这份工作簿" + (count > 1 ? "里的「\(sheet.name)」" : ""),
      en: (count > 1 ? "the sheet '\(sheet.name)' of the workbook" : "the workbook")
        + " was read with \(program.name)")
  }

  private func refusal(
    _ failed: (program: WorkbookProgram, failure: WorkbookProgram.Failure)?
  ) -> Refusal {
    let workbook = SheetEncoding.Fault.workbook
    let fact: Phrase
    switch failed {
    case nil: fact = workbook.phrase
    case (_, .interrupted)?:
      return .refused(Phrase(zh: "停下了，什么也没有写", en: "stopped; nothing was written"), hint: nil)
    case (let program, .overdue)?:
      fact = Phrase(
        zh: "\(program.name) 读了 \(WorkbookProgram.limit) 秒还没有读完，已经停下",
        en: "\(program.name) took more than \(WorkbookProgram.limit) seconds and was stopped")
    case (let program, _)?:
      fact = Phrase(
        zh: "\(program.name) 读不出这份工作簿（可能有密码，或者文件坏了）",
        en: "\(program.name) cannot read the workbook (it may have a password, or be damaged)")
    }
    return .refused(
      Phrase(zh: "\(path)：\(fact.zh)", en: "\(path): \(fact.en)"), hint: workbook.hint)
  }
}
