import Foundation
import HallCommands
import TestSupport
import Testing
import HallWords

@Suite struct SearchCommandTests {
  private let text = meeting(
    item: """
      现场看过电梯。

      #### 表决: 加装电梯

      - 规则: 业主重大事项

      #### 决议 D1: 加装电梯

      电梯由社区牵头。

      - [ ] T1 签订合同
        - 负责: 物业/赵六
        - 标准: 电梯合同三方看过
      - [ ] T2 材料归档
        - 负责: 社区/王五
      """)

  private func lines(_ answer: Answer) -> [String] {
    answer.output.split(separator: "\n").map(String.init)
  }

  @Test func `each match is listed under its smallest part, with its file and line`() throws {
    let hall = try TestHall(["agendas/M-2025-008.md": text])
    let answer = hall.run("search", "电梯")
    #expect(answer.status == 0)
    #expect(
      lines(answer) == [
        "找到 5 行",
        "M-2025-008#1  一件事",
        "  agendas/M-2025-008.md:13  现场看过电梯。",
        "  agendas/M-2025-008.md:15  #### 表决: 加装电梯",
        "M-2025-008-D1  加装电梯",
        "  agendas/M-2025-008.md:19  #### 决议 D1: 加装电梯",
        "  agendas/M-2025-008.md:21  电梯由社区牵头。",
        "M-2025-008-T1  签订合同",
        "  agendas/M-2025-008.md:25  - 标准: 电梯合同三方看过",
      ])
  }

  @Test func `several words are found in the smallest part that holds them all`() throws {
    let hall = try TestHall(["agendas/M-2025-008.md": text])
    #expect(
      lines(hall.run("search", "电梯", "合同")) == [
        "找到 2 行", "M-2025-008-T1  签订合同", "  agendas/M-2025-008.md:23  - [ ] T1 签订合同",
        "  agendas/M-2025-008.md:25  - 标准: 电梯合同三方看过",
      ])
    // 牵头 is in the decision and 归档 in one of its tasks, so the decision holds both.
    let wider = lines(hall.run("search", "牵头", "归档"))
    #expect(wider.contains { $0.hasPrefix("M-2025-008-D1") })
    #expect(wider.contains { $0.hasPrefix("M-2025-008-T2") })
    #expect(lines(hall.run("search", "电梯", "没有的")) == ["没有找到「电梯」「没有的」"])
  }

  @Test func `found or not, it exits 0`() throws {
    let hall = try TestHall(["agendas/M-2025-008.md": text])
    #expect(hall.run("search", "电梯").status == 0)
    let nothing = hall.run("查", "水泵")
    #expect(nothing.status == 0)
    #expect(nothing.output == "没有找到「水泵」\n")
  }

  @Test(
    "--in limits the search to one kind of part",
    arguments: [
      ("任务", 1), ("tasks", 1), ("decisions", 3), ("表决", 1), ("meetings", 5), ("问题", 1),
    ])
  func place(word: String, count: Int) throws {
    let matter = "---\n问题: Q-2025-001\n---\n\n# 电梯\n"
    let hall = try TestHall([
      "agendas/M-2025-008.md": text, "matters/Q-2025-001.md": matter,
    ])
    let answer = hall.run("search", "电梯", "--in", word, "--format", "csv")
    #expect(answer.output.components(separatedBy: "\r\n").count == count + 2)
  }

  @Test func `hall md is searched, but not the private roster, the history or templates`() throws {
    let hall = try TestHall([
      "private/roster.md": "电梯", "history/M-2025-008.md": "电梯", "agendas/templates/M-1.md": "电梯",
    ])
    #expect(hall.run("search", "电梯").output == "没有找到「电梯」\n")
    #expect(lines(hall.run("search", "# 试厅")).last == "  hall.md:6  # 试厅")
    #expect(lines(hall.run("search", "# 试厅")).dropFirst().first == "hall  试厅")
  }

  @Test func `matches are coloured on a terminal, and plain with NO_COLOR`() throws {
    let hall = try TestHall(["agendas/M-2025-008.md": text])
    func shown(_ environment: [String: String]) -> String {
      CommandTable.answer(
        ["search", "电梯合同"], in: hall.context(isTerminal: true, environment: environment)
      ).output
    }
    #expect(shown([:]).contains("标准: \u{1B}[1m\u{1B}[35m电梯合同\u{1B}[0m\u{1B}[0m三方"))
    #expect(!shown(["NO_COLOR": "1"]).contains("\u{1B}"))
  }

  @Test(
    "a long line is shortened to fit and still shows the match",
    arguments: [0, 5, 40, 200], [0, 3, 200])
  func excerpt(before: Int, after: Int) throws {
    let line = String(repeating: "长", count: before) + "水泵" + String(repeating: "尾", count: after)
    let hall = try TestHall(["agendas/M-2025-008.md": meeting(item: line)])
    let answer = CommandTable.answer(
      ["search", "水泵"],
      in: hall.context(isTerminal: true, columns: 80, environment: ["NO_COLOR": "1"]))
    let last = try #require(lines(answer).last)
    #expect(last.contains("水泵"))
    #expect(DisplayWidth.of(last) <= 80)
    #expect(last.hasSuffix("…") == (after == 200))
    // A shortened line uses the whole width.
    if last.contains("…") { #expect(DisplayWidth.of(last) >= 78) }
  }

  @Test func `control characters are shown, not obeyed, and search words may overlap`() throws {
    let hall = try TestHall(["agendas/M-2025-008.md": meeting(item: "水\u{1B}[31m泵房")])
    let answer = hall.run("search", "泵房", "泵")
    #expect(lines(answer).last?.hasSuffix("水␛[31m泵房") == true)
  }

  @Test func `columns count characters`() throws {
    let hall = try TestHall(["agendas/M-2025-008.md": meeting(item: "- 张三：水泵坏了，水泵要修")])
    let output = hall.run("search", "水泵", "--format", "csv").output
    #expect(output.contains("agendas/M-2025-008.md,13,6,"))
  }

  @Test func `a byte order mark and carriage returns are not part of a line`() throws {
    let hall = try TestHall([
      "matters/Q-2025-001.md": "\u{FEFF}---\r\n问题: Q-2025-001\r\n---\r\n\r\n# 水泵\r\n"
    ])
    #expect(lines(hall.run("search", "水泵")).last == "  matters/Q-2025-001.md:5  # 水泵")
    #expect(
      hall.run("search", "--format", "csv", "--", "---").output.contains(
        "Q-2025-001.md,1,1,---,.\r\n"))
  }

  @Test func `a file that is not text is named, and the others are still searched`() throws {
    let hall = try TestHall(["agendas/M-2025-008.md": text])
    try hall.write(Data([0x61, 0x0A, 0xFF, 0xFE]), to: "agendas/M-2025-009.md")
    let answer = hall.run("search", "电梯")
    #expect(answer.status == 2)
    #expect(answer.output.contains("M-2025-008-T1"))
    #expect(answer.errors.contains("agendas/M-2025-009.md:2:1: error: "))
  }

  @Test func `matches in a hall without a title are listed under hall`() throws {
    let hall = try TestHall([:], charter: "---\n议事厅: 水泵厅\n---\n")
    #expect(hall.run("search", "水泵").output == "找到 1 行\nhall\n  hall.md:2  议事厅: 水泵厅\n")
  }

  @Test func `lines in a code fence are numbered correctly, and votes by their place in the item`()
    throws
  {
    let hall = try TestHall([
      "agendas/M-2025-008.md": meeting(
        item: "```\n水泵一\n\n水泵二\n```\n\n#### 表决: 甲\n\n#### 表决: 水泵\n\n### 2. 乙\n\n#### 表决: 水泵")
    ])
    let places = hall.run("search", "水泵", "--format", "csv").output
      .components(separatedBy: "\r\n").dropFirst().dropLast()
      .map { $0.components(separatedBy: ",")[5] }
    #expect(places == ["14", "16", "21", "25"])
    let votes = hall.run("search", "水泵", "--in", "votes", "--json").output
      .components(separatedBy: "\n").filter { $0.contains("\"vote\" : ") }
      .map { $0.filter(\.isNumber) }
    #expect(votes == ["2", "1"])
  }

  @Test func `an empty search and an unknown kind of part are refused`() throws {
    let hall = try TestHall([:])
    #expect(hall.run("search", " ").status == 2)
    #expect(hall.run("search", "a", "--in", "任物").errors.contains("是不是想写「任务」"))
  }

  @Test func `several halls are searched, and each line names its hall`() throws {
    let first = try TestHall(["agendas/M-2025-008.md": text])
    let second = try TestHall([:], charter: TestHall.charter.replacing("试厅", with: "二厅"))
    let answer = first.run(
      "--hall", first.folder.path(percentEncoded: false), "--hall",
      second.folder.path(percentEncoded: false), "search", "电梯")
    #expect(lines(answer).count { $0.hasPrefix("试厅  ") } == 9)
    #expect(lines(answer).last == "二厅  没有找到「电梯」")
  }
}
