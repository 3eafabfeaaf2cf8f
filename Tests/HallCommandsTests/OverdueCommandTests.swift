import Foundation
import HallCommands
import TestSupport
import Testing

@Suite struct OverdueCommandTests {
  private let late = meeting(
    item: """
      #### 决议 D1: 照办

      - [ ] T1 报价
        - 负责: 物业/赵六
        - 期限: 2025-10-15
        - 延期: 2025-10-30 材料未到
      - [ ] T2 常年清扫
        - 期限: 长期
      - [x] T3 已办
        - 期限: 2025-10-01
        - 完成: 2025-10-01
      - [-] T4 不办了
        - 期限: 2025-10-01
      """)

  @Test func `an open task past its last extension is listed, and the exit code is 1`() throws {
    let hall = try TestHall(["agendas/M-2025-008.md": late])
    let answer = hall.run("overdue", "--as-of", "2025-12-01", "--format", "csv")
    #expect(answer.status == 1)
    let lines = answer.output.components(separatedBy: "\r\n")
    #expect(
      lines[1]
        == "试厅,M-2025-008-T1,报价,物业,赵六,2025-10-30,32,2025-10-15,1,M-2025-008-D1,M-2025-008,1,"
        + ",agendas/M-2025-008.md,15,.")
    #expect(lines.count == 3)
  }

  @Test(
    "a blank follows the number of days, however large it is",
    arguments: [("zh", "逾期1000天 M"), ("en", "1000d late M")])
  func manyDays(language: String, shown: String) throws {
    let hall = try TestHall(["agendas/M-2025-008.md": late])
    let output = hall.run("overdue", "--as-of", "2028-07-26", "--lang", language).output
    #expect(output.contains(shown))
  }

  @Test(
    "the due day itself is not late",
    arguments: [("2025-10-30", Int32(0)), ("2025-10-31", 1), ("2025-01-01", 0)])
  func boundary(day: String, status: Int32) throws {
    let hall = try TestHall(["agendas/M-2025-008.md": late])
    #expect(hall.run("overdue", "--as-of", day).status == status)
  }

  @Test func `tasks due soon are added and do not change the exit code`() throws {
    let hall = try TestHall(["agendas/M-2025-008.md": late])
    let answer = hall.run("overdue", "--as-of", "2025-10-25", "--within", "7天", "--json")
    #expect(answer.status == 0)
    #expect(answer.output.contains("\"upcoming\""))
    #expect(answer.output.contains("\"days_late\" : -5"))
  }

  @Test func `a file that is not text is named, and the others are still listed`() throws {
    let hall = try TestHall(["agendas/M-2025-008.md": late])
    try hall.write(Data([0x61, 0x0A, 0xFF, 0xFE]), to: "agendas/M-2025-009.md")
    let answer = hall.run("overdue", "--as-of", "2025-12-01")
    #expect(answer.status == 2)
    #expect(answer.output.contains("M-2025-008-T1"))
    #expect(answer.errors.contains("agendas/M-2025-009.md:2:1: error: "))
  }

  @Test func `an open task with an unreadable due day is named, and the exit code is 2`() throws {
    let bad = meeting(9, item: "- [ ] T1 事\n  - 期限: 2025-02-30")
    let hall = try TestHall(["agendas/M-2025-008.md": late, "agendas/M-2025-009.md": bad])
    let answer = hall.run("overdue", "--as-of", "2025-12-01")
    #expect(answer.status == 2)
    #expect(answer.output.contains("M-2025-008-T1"))
    #expect(answer.errors.contains("agendas/M-2025-009.md:14:9: error: "))
  }

  @Test func `a bad value elsewhere does not matter`() throws {
    let hall = try TestHall([
      "agendas/M-2025-008.md": late.replacing("时间: 2025-09-25 14:30", with: "时间: 明天")
    ])
    #expect(hall.run("overdue", "--as-of", "2025-12-01").status == 1)
  }

  @Test func `a missing hall is named, and the others are still listed`() throws {
    let hall = try TestHall(["agendas/M-2025-008.md": late])
    let path = hall.folder.path(percentEncoded: false)
    for words in [["overdue", "--as-of", "2025-12-01"], ["list", "tasks"], ["check"]] {
      let answer = CommandTable.answer(
        ["--hall", path, "--hall", "nowhere"] + words, in: hall.context())
      #expect(answer.status == 2)
      #expect(answer.output.contains("M-2025-008-T1") || words == ["check"])
      #expect(answer.errors.contains("nowhere"))
    }
  }

  @Test func `a hall given twice is listed once`() throws {
    let hall = try TestHall(["agendas/M-2025-008.md": late])
    let path = hall.folder.path(percentEncoded: false)
    let answer = hall.run("--hall", path, "--hall", path + "/.", "overdue", "--as-of", "2025-12-01")
    #expect(answer.output.components(separatedBy: "M-2025-008-T1").count == 2)
  }

  @Test func `several halls are listed in one call, and each line names its hall`() throws {
    let first = try TestHall(["agendas/M-2025-008.md": late])
    let second = try TestHall(
      ["agendas/M-2025-008.md": late],
      charter: TestHall.charter.replacing("试厅", with: "二厅"))
    let answer = first.run(
      "--hall", first.folder.path(percentEncoded: false), "--hall",
      second.folder.path(percentEncoded: false), "overdue", "--as-of", "2025-12-01")
    let lines = answer.output.split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("试厅") }.count == 2)
    #expect(lines.filter { $0.hasPrefix("二厅") }.count == 2)
    #expect(lines.count == 5)
  }

  @Test(
    "the tasks of several halls are sorted together, the oldest first",
    arguments: ["text", "json", "csv"])
  func oldestOverAll(format: String) throws {
    func task(_ number: Int, _ due: String) -> String { "- [ ] T\(number) 事\n  - 期限: \(due)\n" }
    let first = try TestHall([
      "agendas/M-2025-001.md": meeting(1, item: task(1, "2025-10-01") + task(4, "2025-10-04"))
    ])
    let second = try TestHall([
      "agendas/M-2025-002.md": meeting(2, item: task(2, "2025-10-02") + task(3, "2025-10-03"))
    ])
    let output = first.run(
      "--hall", first.folder.path(percentEncoded: false), "--hall",
      second.folder.path(percentEncoded: false), "overdue", "--as-of", "2025-12-01", "--format",
      format
    ).output
    let places = (1...4).map { output.range(of: "-T\($0)")?.lowerBound ?? output.endIndex }
    #expect(places == places.sorted())
    #expect(places.last != output.endIndex)
  }

  @Test func `with several halls, a problem is reported with the folder of its hall`() throws {
    let first = try TestHall([
      "agendas/M-2025-009.md": meeting(9, item: "- [ ] T1 事\n  - 期限: 明天")
    ])
    try first.write(Data([0x61, 0xFF]), to: "agendas/M-2025-010.md")
    let second = try TestHall([:])
    let path = first.folder.path(percentEncoded: false)
    let halls = ["--hall", path, "--hall", second.folder.path(percentEncoded: false)]
    let shown = path.hasSuffix("/") ? String(path.dropLast()) : path
    for words in [["overdue"], ["list", "tasks"], ["status"], ["search", "事"]] {
      let answer = CommandTable.answer(halls + words, in: first.context())
      #expect(answer.status == 2)
      #expect(answer.errors.contains(shown + "/agendas/M-2025-010.md:1:2: "), "\(words)")
    }
    let errors = CommandTable.answer(halls + ["overdue"], in: first.context()).errors
    #expect(errors.contains(shown + "/agendas/M-2025-009.md:14:9: "))
  }

  @Test func `the hint shows how to write a due day and how to write an extension`() throws {
    let item = "- [ ] T1 事\n  - 期限: 2025-10-15 至 2025-12-31\n- [ ] T2 事\n  - 延期: 再说"
    let hall = try TestHall(["agendas/M-2025-008.md": meeting(item: item)])
    let answer = hall.run("overdue", "--as-of", "2025-12-01")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("写成「2025-09-18」这样"))
    #expect(answer.errors.contains("写成「2025-10-30 材料未到」这样"))
  }

  @Test func `a lone carriage return that hides tasks is reported, and the exit code is 2`() throws
  {
    let hall = try TestHall([
      "agendas/M-2025-008.md": late, "agendas/M-2025-009.md": late.replacing("\n", with: "\r"),
      "agendas/M-2025-010.md": meeting(10, item: "- [ ] T1 事\r- [ ] T2 事"),
    ])
    let answer = hall.run("overdue", "--as-of", "2025-12-01")
    #expect(answer.status == 2)
    #expect(answer.output.contains("M-2025-008-T1"))
    #expect(answer.errors.contains("agendas/M-2025-009.md:1:4: "))
    #expect(answer.errors.contains("agendas/M-2025-010.md:13:11: "))
  }

  @Test func `a very long value is not printed in full`() throws {
    let item = "- [ ] T1 事\n  - 期限: " + String(repeating: "月底", count: 100_000)
    let hall = try TestHall(["agendas/M-2025-008.md": meeting(item: item)])
    let answer = hall.run("overdue", "--as-of", "2025-12-01")
    #expect(answer.status == 2)
    #expect(answer.errors.utf8.count < 5000)
  }

  @Test func `with an unreadable charter, tasks are listed but nothing is written`()
    throws
  {
    let hall = try TestHall(["agendas/M-2025-008.md": late])
    let charter = hall.folder.appending(path: "hall.md")
    try FileManager.default.removeItem(at: charter)
    try FileManager.default.createDirectory(at: charter, withIntermediateDirectories: true)
    let answer = hall.run("overdue", "--as-of", "2025-12-01")
    #expect(answer.status == 2)
    #expect(answer.output.contains("M-2025-008-T1"))
    #expect(answer.errors.contains("hall.md: error: 是文件夹，不是文件"))
    let change = hall.atTerminal("task", "done", "M-2025-008-T1")
    #expect(change.status == 2)
    #expect(change.errors.contains("hall.md：是文件夹，不是文件"))
  }

  @Test func `an unreadable document is not reported as missing`() throws {
    let hall = try TestHall(["agendas/M-2025-008.md": late])
    try FileManager.default.createDirectory(
      at: hall.folder.appending(path: "agendas/M-2025-009.md"), withIntermediateDirectories: true)
    for words in [["show", "M-2025-009"], ["tally", "9#1"], ["log", "M-2025-009-T1"]] {
      let answer = CommandTable.answer(words, in: hall.context())
      #expect(answer.status == 2)
      #expect(answer.errors.contains("agendas/M-2025-009.md：是文件夹，不是文件"), "\(words)")
    }
    let title = hall.run("show", "没有这样的标题")
    #expect(title.errors.contains("没有找到「没有这样的标题」；有文件没有读出来，agendas/M-2025-009.md"))
    #expect(hall.run("show", "M-2025-011").errors.contains("没有找到「M-2025-011」"))
  }
}
