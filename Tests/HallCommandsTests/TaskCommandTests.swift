import HallCommands
import TestSupport
import Testing

@Suite("Tasks are handed out and ticked off")
struct TaskCommandTests {
  private func hall(_ item: String) throws -> TestHall {
    try TestHall(["agendas/M-2025-008.md": meeting(item: item)])
  }

  private static let task = "- [ ] T1 取得报价\n  - 负责: 物业/赵六\n  - 期限: 2025-10-15\n"

  @Test("a task is added below its decision, with the next number")
  func add() throws {
    let hall = try hall("#### 决议 D1: 换\n\n- 依据: 协商一致\n\n" + Self.task)
    let answer = hall.atTerminal(
      "task", "add", "8-D1", "公示", "--lead", "物业/赵六", "--due", "2025-12-20")
    #expect(answer.output.hasPrefix("已交办 M-2025-008-T2：公示，期限 2025-12-20 周六\n"))
    let text = hall.text("agendas/M-2025-008.md")
    #expect(
      text.contains(
        Self.task + "- [ ] T2 公示\n  - 负责: 物业/赵六\n  - 期限: 2025-12-20\n"))
    #expect(hall.text("history/M-2025-008.md").contains("* by: 王五\n* why: 交办 T2 公示\n"))
  }

  @Test("at a terminal a number alone is the open task of that number")
  func openNumber() throws {
    let hall = try TestHall([
      "agendas/M-2025-008.md": meeting(item: Self.task),
      "agendas/M-2025-009.md": meeting(item: Self.task.replacing("[ ]", with: "[x]"))
        .replacing("M-2025-008", with: "M-2025-009"),
    ])
    let answer = hall.atTerminal("任务", "延期", "T1", "12月8日前")
    #expect(answer.output.hasPrefix("M-2025-008-T1 延期至 2025-12-08 周一\n"), "\(answer.errors)")
    try hall.edit("agendas/M-2025-009.md", "[x]", "[ ]")
    let several = hall.atTerminal("任务", "延期", "T1", "12-20")
    #expect(several.errors.contains("「T1」对得上的有 2 个"))
  }

  @Test("without a terminal, a task needs its full identifier")
  func fullIdentifiers() throws {
    let hall = try hall(Self.task)
    let context = hall.context(environment: ["HALL_AUTHOR": "王五"])
    #expect(CommandTable.answer(["task", "done", "8-T1"], in: context).status == 2)
    #expect(CommandTable.answer(["task", "done", "M-2025-008-T1"], in: context).status == 0)
  }

  @Test("a list of a party that nobody defines is refused, and no empty list")
  func unknownParty() throws {
    let hall = try hall(Self.task)
    let answer = hall.run("list", "tasks", "--party", "物页")
    #expect(answer.status == 2 && answer.output.isEmpty, "\(answer.output)")
    #expect(answer.errors.contains("没有「物页」这个方") && answer.errors.contains("物业"))
    #expect(hall.run("list", "tasks", "--party", "驻区单位").status == 0)
  }

  @Test("the hyphen of a part may be left out, and the hall is called 议事厅 as well")
  func shortForms() throws {
    let hall = try hall(Self.task)
    #expect(hall.run("show", "8T1").output == hall.run("show", "8-T1").output)
    #expect(hall.run("show", "8T1").output.contains("取得报价"))
    #expect(hall.run("show", "议事厅", "--raw").bytes == hall.run("show", "hall", "--raw").bytes)
    #expect(hall.run("show", "3D打印").status == 2)
  }

  @Test("a meeting with one decision is printed as its posting; of several the one is asked for")
  func posting() throws {
    let one = "#### 决议 D1: 换管\n\n- 依据: 协商一致\n\n"
    let printed = try hall(one).run("print", "8", "决议公示", "--text")
    #expect(printed.status == 0 && printed.output.contains("换管"), "\(printed.errors)")
    let several = try hall(one + one.replacing("D1", with: "D2")).run(
      "print", "8", "decision", "--text")
    #expect(several.status == 2 && several.errors.contains("M-2025-008-D1、M-2025-008-D2"))
  }

  @Test("an empty note is refused")
  func emptyNote() throws {
    let hall = try hall(Self.task)
    let answer = hall.atTerminal("task", "note", "8-T1", " ")
    #expect(answer.status == 2 && answer.errors.contains("「进展」是空的"), "\(answer.errors)")
  }

  @Test("the result of a revisit that counts neither way is remarked on")
  func revisit() throws {
    let revisit = "- [ ] T1 回访\n  - 负责: 社区/王五\n  - 期限: 2025-10-15\n"
    for (result, isCounted) in [("很满意", true), ("不太满意，还漏", true), ("还行", false)] {
      let answer = try hall(revisit).atTerminal("任务", "完成", "8-T1", "--结果", result)
      #expect(answer.status == 0, "\(answer.errors)")
      let said = answer.output + answer.errors
      #expect(said.contains("统计里没有它") != isCounted, "\(result): \(said)")
    }
  }

  @Test("a dry run shows the diff and writes nothing")
  func dryRun() throws {
    let hall = try hall(Self.task)
    let before = hall.text("agendas/M-2025-008.md")
    let answer = hall.atTerminal("任务", "完成", "8-T1", "-n")
    #expect(answer.output.contains("-- [ ] T1 取得报价\n+- [x] T1 取得报价\n"))
    #expect(hall.text("agendas/M-2025-008.md") == before)
  }
}
