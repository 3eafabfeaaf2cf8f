import Foundation
import HallCommands
import TestSupport
import Testing

/// Absurd halls get an answer, in time that is proportional to their size. With quadratic work
/// these tests would not finish.
@Suite("Hostile halls")
struct HostileHallTests {
  private func many(_ count: Int, _ line: (Int) -> String) -> String {
    (1...count).map(line).joined(separator: "\n")
  }

  @Test("two files with the same number, one with a byte order mark and no front matter")
  func byteOrderMark() throws {
    let hall = try TestHall([
      "agendas/M-2025-001-a.md": "# 甲\n", "agendas/M-2025-001-b.md": "\u{FEFF}# 乙\n",
    ])
    let answer = hall.run("check")
    #expect(answer.output.contains("agendas/M-2025-001-b.md:1:1: error"))
    #expect(answer.output.contains("1 | # 乙\n  | ^\n"))
    #expect(answer.status == 1)
  }

  @Test("thousands of names in one line, none of them on the roster")
  func strangers() throws {
    let names = (1...3000).map { "人\($0)" }.joined(separator: "、")
    let text = """
      ---
      会议: M-2025-008
      状态: 已召开
      ---

      # 协商会

      ## 参会人员

      - 居民: \(names)

      ## 议程

      ### 1. 甲

      #### 表决: 乙

      - 规则: 居民会议
      - 同意: \(names)
      """
    let roster = "\n## 名册\n\n| 姓名 | 方 |\n| --- | --- |\n| 张三 | 居民 |\n"
    let hall = try TestHall(
      ["agendas/M-2025-008.md": text], charter: TestHall.charter + roster)
    #expect(hall.run("tally").output.contains("3000"))
    #expect(hall.run("check").output.contains("6000 个提醒"))
  }

  @Test("thousands of votes, each with its decision, in one item")
  func votesAndDecisions() throws {
    let item = many(1500) {
      "#### 表决: 甲\n- 规则: 赞成多于反对\n- 同意: 2\n- 反对: 3\n#### 决议 D\($0): 甲\n"
    }
    let hall = try TestHall(["agendas/M-2025-008.md": meeting(item: item)])
    let check = hall.run("check", "--json").output
    #expect(check.split(separator: "\"decision-basis\"").count == 1501)
    #expect(hall.run("tally", "--json").output.contains("\"vote\" : 1500"))
    #expect(hall.run("list", "decisions").output.contains("M-2025-008-D1500"))
  }

  @Test("thousands of items with the same number")
  func items() throws {
    let item = many(4000) { _ in "### 1. 甲\n\n- [ ] T1 乙\n- [ ] 丙\n" }
    let hall = try TestHall(["agendas/M-2025-008.md": meeting(item: item)])
    #expect(hall.run().status == 0)
    #expect(hall.run("check").status == 1)
  }
}
