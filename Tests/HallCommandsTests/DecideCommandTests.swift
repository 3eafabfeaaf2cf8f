import HallCommands
import TestSupport
import Testing

@Suite("Decisions are noted")
struct DecideCommandTests {
  private func hall(_ item: String, charter: String = OwnLinesTests.charter) throws -> TestHall {
    try TestHall(
      [
        OwnLinesTests.held: meeting(item: item),
        "agendas/M-2025-003.md": meeting(3, item: "#### 决议 D2: 旧的\n\n- 依据: 协商一致"),
      ], charter: charter)
  }

  private func text(_ hall: TestHall) -> String { hall.text(OwnLinesTests.held) }

  private func vote(_ title: String, _ counts: (Int, Int)) -> String {
    "#### 表决: \(title)\n\n- 规则: 赞成多于反对\n- 同意: \(counts.0)\n- 反对: \(counts.1)\n"
  }

  @Test("a decision is written after its vote, with its fields in order")
  func decided() throws {
    let hall = try hall(vote("换", (2, 1)))
    let answer = hall.atTerminal(
      "decide", "8", "1", "整体更换", "--funds", "86000元 维修资金", "--kind", "业主共同决定", "--posted",
      "2025-09-26", "--supersedes", "3-D2", "--number", "兴物〔2025〕3号", "--text", "由物业牵头。\n\n# 开工")
    #expect(answer.output.hasPrefix("已记决议 M-2025-008-D1：整体更换，公示 2025-09-26 至 2025-10-11 周六\n"))
    #expect(
      text(hall).contains(
        vote("换", (2, 1))
          + "\n#### 决议 D1: 整体更换\n\n- 性质: 业主共同决定\n- 文号: 兴物〔2025〕3号\n- 取代: M-2025-003-D2\n"
          + "- 经费: 86000元 维修资金\n- 公示: 2025-09-26 至 2025-10-11\n\n由物业牵头。\n\n\\# 开工\n"))
  }

  @Test("the text may come from standard input")
  func standardInput() throws {
    let hall = try hall(vote("换", (2, 1)))
    let answer = hall.atTerminal(
      "decide", "8#1", "整体更换", "--text", "-", answers: ["由物业牵头。", "", "- [x] T9 假的"])
    #expect(answer.status == 0)
    #expect(text(hall).contains("#### 决议 D1: 整体更换\n\n由物业牵头。\n\n\\- [x] T9 假的\n"))
  }

  @Test("no argument can forge structure", arguments: HostileText.all)
  func hostile(_ typed: String) throws {
    let hall = try hall(vote("换", (2, 1)))
    let answer = CommandTable.answer(
      [
        "decide", "M-2025-008", "1", "x" + typed, "--funds", typed, "--number", typed, "--basis",
        typed, "--text", "y" + typed,
      ], in: hall.context(environment: ["HALL_AUTHOR": "王五"]))
    let lines = text(hall).split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("#### ") } == (answer.status == 0 ? 2 : 1))
    #expect(lines.count { $0.hasPrefix("## ") } == 1)
    #expect(lines.count { $0.hasPrefix("---") } == 2)
    #expect(!lines.contains { $0.hasPrefix("```") || $0.hasPrefix("- [") || $0.hasPrefix("<!--") })
  }

  @Test("an outcome must be a known word, and a change shows the previous one")
  func outcome() throws {
    let hall = try hall("说了半天。")
    let answer = hall.atTerminal("outcome", "8", "1", "暂缓")
    #expect(answer.output.hasPrefix("M-2025-008#1 一件事：下次再议\n"))
    #expect(text(hall).contains("### 1. 一件事\n\n- 结论: 下次再议\n\n说了半天。\n"))
    let again = hall.atTerminal("outcome", "8#1", "达成一致")
    #expect(again.output.contains("达成一致（原来是「下次再议」）"))
    #expect(hall.atTerminal("outcome", "8#1", "达成一致").output == "没有什么要改的\n")
    #expect(hall.atTerminal("outcome", "8#1", "达成一至").errors.contains("是不是想写「达成一致」"))
    #expect(hall.atTerminal("outcome", "8", "7", "达成一致").errors.contains("没有议题「7」"))
    #expect(hall.atTerminal("outcome", "8").status == 2)
  }
}
