import Foundation
import Synchronization
import TestSupport
import Testing
import HallWords

@testable import HallCommands
@testable import HallGit

/// The calls that a forged program received.
final class CallList: Sendable {
  private let calls = Mutex<[ProgramCall]>([])
  func add(_ call: ProgramCall) { calls.withLock { $0.append(call) } }
  var all: [ProgramCall] { calls.withLock { $0 } }
}

@Suite("A workbook is read with an installed spreadsheet program")
struct WorkbookTests {
  private static let sheet = "姓名,户,面积\n张三,1-1,80\n"
  /// The first bytes of every workbook, which is a ZIP file.
  private static let workbook = Data([0x50, 0x4B, 0x03, 0x04, 1, 2, 3])

  private func answer(
    _ programs: any Programs, _ words: [String] = [], answers: [String]? = nil
  ) throws -> (Answer, TestHall, ScriptedConsole) {
    let folder = try TestHall.empty()
    try folder.write(Self.workbook, to: "a.xlsx")
    let console = ScriptedConsole(answers ?? [], isInteractive: answers != nil)
    var context = folder.context(
      isTerminal: answers != nil, environment: ["HALL_AUTHOR": "王五", "NO_COLOR": "1"],
      console: console)
    context.programs = programs
    let call = ["init", "--name", "厅", "--roster", "a.xlsx", "--lang", "zh"] + words
    return (CommandTable.answer(call, in: context), folder, console)
  }

  @Test(
    "the installed program is used and named",
    arguments: [
      ("soffice", "sheet-名册.csv"), ("libreoffice", "sheet.csv"), ("ssconvert", "0-名册.csv"),
    ])
  func used(_ name: String, _ file: String) throws {
    let program = ForgedSpreadsheetProgram(names: [name], files: [(file, Self.sheet)])
    let (answer, folder, _) = try answer(program)
    #expect(answer.errors == "")
    #expect(answer.output.hasPrefix("用 \(name) 读了这份工作簿\n"))
    #expect(folder.roster().contains("| 张三 | 居民 |  | 1-1 | 80.00 |"))
    let call = try #require(program.calls.all.first)
    #expect(call.limit == 60)
    // It gets a copy with a fixed name, in a folder that is removed afterwards.
    let place = try #require(call.environment["HOME"] ?? nil)
    #expect(call.words.contains(place + "/sheet.xlsx"))
    #expect(!FileManager.default.fileExists(atPath: place))
  }

  @Test("without a spreadsheet program, the advice is to save the file as CSV")
  func none() throws {
    let (answer, folder, _) = try answer(NoPrograms())
    #expect(answer.status == 2)
    #expect(answer.errors.contains("这是 Excel 工作簿，这台电脑上没有能读它的程序"))
    #expect(answer.errors.contains("CSV UTF-8"))
    #expect(!folder.has("hall.md"))
  }

  @Test("a program that fails or takes too long is named, and nothing is written")
  func failures() throws {
    let (failed, folder, _) = try answer(
      ForgedSpreadsheetProgram(names: ["soffice"], status: 1))
    #expect(failed.errors.contains("soffice 读不出这份工作簿"))
    #expect(!folder.has("hall.md"))
    let (slow, _, _) = try answer(
      ForgedSpreadsheetProgram(
        names: ["soffice", "ssconvert"], files: [("sheet.csv", Self.sheet)], isOverdue: true))
    #expect(slow.errors.contains("soffice 读了 60 秒还没有读完，已经停下"))
    // If the first one fails, the next one is tried.
    let both = ForgedSpreadsheetProgram(names: ["soffice", "libreoffice", "ssconvert"], status: 1)
    _ = try answer(both)
    #expect(both.calls.all.map(\.words[0]) == ["soffice", "ssconvert"])
  }

  @Test("one of several sheets is chosen by --sheet or by a question")
  func several() throws {
    let files = [
      ("sheet-说明.csv", "说明\n"), ("sheet-名册.csv", Self.sheet), ("sheet-Sheet3.csv", "\n"),
    ]
    let program = ForgedSpreadsheetProgram(names: ["soffice"], files: files)
    let (refused, _, _) = try answer(program)
    #expect(refused.errors.contains("「a.xlsx」里有 2 张工作表：说明、名册，不知道读哪一张"))
    #expect(refused.errors.contains("--工作表"))
    let (named, folder, _) = try answer(program, ["--sheet", "名册"])
    #expect(named.output.hasPrefix("用 soffice 读了这份工作簿里的「名册」\n"))
    #expect(folder.roster().contains("张三"))
    let (wrong, _, _) = try answer(program, ["--sheet", "业主"])
    #expect(wrong.errors.contains("没有工作表「业主」"))
    let (asked, other, console) = try answer(program, answers: ["2", "是"])
    #expect(asked.errors == "")
    #expect(console.shown.contains("里有 2 张工作表，读哪一张？\n  1  说明\n  2  名册\n"))
    #expect(other.roster().contains("张三"))
  }

  @Test("the name of a sheet never reaches a terminal raw")
  func hostileNames() throws {
    let files = [("sheet-\u{1B}[31m红.csv", "说明\n"), ("sheet-名册\u{202E}.csv", Self.sheet)]
    let program = ForgedSpreadsheetProgram(names: ["soffice"], files: files)
    let (refused, _, _) = try answer(program, ["--sheet", "\u{1B}]0;x"])
    let (asked, _, console) = try answer(program, answers: ["2", "是"])
    for text in [refused.errors, asked.output, asked.errors, console.shown] {
      #expect(!text.contains("\u{1B}"))
      #expect(!text.contains("\u{202E}"))
    }
    #expect(console.shown.contains("张三"))
  }

  @Test("soffice reads a real workbook", .needs(.soffice))
  func realOffice() throws { try expectReading(by: "soffice") }

  @Test("ssconvert reads a real workbook", .needs(.ssconvert))
  func realGnumeric() throws { try expectReading(by: "ssconvert") }

  private func expectReading(by name: String) throws {
    let folder = try TestHall.empty()
    try folder.write(Data(RealWorkbook.bytes), to: "a.xlsx")
    var context = folder.context(environment: ["HALL_AUTHOR": "王五"])
    context.programs = OneProgram(name: name)
    let answer = CommandTable.answer(
      ["init", "--name", "厅", "--roster", "a.xlsx", "--lang", "zh"], in: context)
    #expect(answer.errors == "")
    #expect(answer.output.hasPrefix("用 \(name) 读了这份工作簿\n"))
    #expect(folder.roster() == "| 张三 | 居民 |  | 1-1-101 | 86.40 |  |")
  }

  /// The machine's own programs, of which only one is installed.
  private struct OneProgram: Programs {
    let name: String
    func run(_ call: ProgramCall) -> ProgramResult? {
      call.words.first == name ? SystemPrograms().run(call) : nil
    }
  }
}
