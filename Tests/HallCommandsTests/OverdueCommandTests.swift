import Foundation
import HallCommands
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

  @Test func `an open task past its last extension is found, and the exit code says so`() throws {
    let hall = try TestHall(["agendas/M-2025-008.md": late])
    let answer = hall.run("overdue", "--as-of", "2025-12-01", "--format", "csv")
    #expect(answer.status == 1)
    let lines = answer.output.components(separatedBy: "\r\n")
    #expect(
      lines[1]
        == "试厅,M-2025-008-T1,报价,物业,赵六,2025-10-30,32,2025-10-15,1,M-2025-008-D1,M-2025-008,1,"
        + ",agendas/M-2025-008.md,15")
    #expect(lines.count == 3)
  }

  @Test(
    "a blank stands behind the days, however many",
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

  @Test func `what falls due soon is added and leaves the exit code`() throws {
    let hall = try TestHall(["agendas/M-2025-008.md": late])
    let answer = hall.run("overdue", "--as-of", "2025-10-25", "--within", "7天", "--json")
    #expect(answer.status == 0)
    #expect(answer.output.contains("\"upcoming\""))
    #expect(answer.output.contains("\"days_late\" : -5"))
  }

  @Test func `a file that is not text is named, and the others are answered`() throws {
    let hall = try TestHall(["agendas/M-2025-008.md": late])
    try hall.write(Data([0x61, 0x0A, 0xFF, 0xFE]), to: "agendas/M-2025-009.md")
    let answer = hall.run("overdue", "--as-of", "2025-12-01")
    #expect(answer.status == 2)
    #expect(answer.output.contains("M-2025-008-T1"))
    #expect(answer.errors.contains("agendas/M-2025-009.md:2:1: error: "))
  }

  @Test func `an open task whose due day cannot be read is named, and exits 2`() throws {
    let bad = meeting(9, item: "- [ ] T1 事\n  - 期限: 2025-02-30")
    let hall = try TestHall(["agendas/M-2025-008.md": late, "agendas/M-2025-009.md": bad])
    let answer = hall.run("overdue", "--as-of", "2025-12-01")
    #expect(answer.status == 2)
    #expect(answer.output.contains("M-2025-008-T1"))
    #expect(answer.errors.contains("agendas/M-2025-009.md:14:9: error: "))
  }

  @Test func `a bad value elsewhere breaks nothing`() throws {
    let hall = try TestHall([
      "agendas/M-2025-008.md": late.replacing("时间: 2025-09-25 14:30", with: "时间: 明天")
    ])
    #expect(hall.run("overdue", "--as-of", "2025-12-01").status == 1)
  }

  @Test func `a hall that is not there is named, and the others are answered`() throws {
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

  @Test func `a hall named twice is answered once`() throws {
    let hall = try TestHall(["agendas/M-2025-008.md": late])
    let path = hall.folder.path(percentEncoded: false)
    let answer = hall.run("--hall", path, "--hall", path + "/.", "overdue", "--as-of", "2025-12-01")
    #expect(answer.output.components(separatedBy: "M-2025-008-T1").count == 2)
  }

  @Test func `several halls are answered in one call, each line naming its hall`() throws {
    let first = try TestHall(["agendas/M-2025-008.md": late])
    let second = try TestHall(
      ["agendas/M-2025-008.md": late],
      charter: TestHall.charter.replacing("试厅", with: "二厅"))
    let answer = first.run(
      "--hall", first.folder.path(percentEncoded: false), "--hall",
      second.folder.path(percentEncoded: false), "overdue", "--as-of", "2025-12-01")
    let lines = answer.output.split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("试厅") }.count == 3)
    #expect(lines.filter { $0.hasPrefix("二厅") }.count == 3)
    #expect(lines.count == 6)
  }
}
