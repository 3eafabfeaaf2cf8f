import HallCommands
import Testing

@Suite("Tasks are handed out and ticked off")
struct TaskCommandTests {
  private func hall(_ item: String) throws -> TestHall {
    try TestHall(["agendas/M-2025-008.md": meeting(item: item)])
  }

  private static let task = "- [ ] T1 取得报价\n  - 负责: 物业/赵六\n  - 期限: 2025-10-15\n"

  @Test("a task goes below its decision, with the next number")
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

  @Test("a number that was used once is never used again")
  func numbers() throws {
    let hall = try hall(Self.task)
    #expect(hall.atTerminal("task", "add", "8#1", "公示").status == 0)
    try hall.edit("agendas/M-2025-008.md", "- [ ] T2 公示\n", "")
    #expect(hall.write("record").status == 0)
    #expect(hall.atTerminal("task", "add", "8#1", "再公示").output.contains("M-2025-008-T3"))
  }

  @Test("done, extended, cancelled and noted change their own lines")
  func lines() throws {
    let hall = try hall(Self.task)
    _ = hall.atTerminal("task", "note", "8-T1", "已收两家", "--on", "2025-10-09")
    let earlier = hall.atTerminal("task", "extend", "8-T1", "2024-10-30", "材料未到")
    #expect(earlier.errors.contains("2024-10-30 不比它晚，不是延期"), "\(earlier.errors)")
    let unread = hall.atTerminal("task", "extend", "8-T1", "下下年", "材料未到")
    #expect(unread.errors.hasPrefix("hall: 新期限的「下下年」看不懂"), "\(unread.errors)")
    _ = hall.atTerminal("task", "extend", "8-T1", "2025-10-30", "材料未到")
    #expect(
      hall.text("agendas/M-2025-008.md").contains(
        Self.task + "  - 延期: 2025-10-30 材料未到\n  - 进展: 2025-10-09 已收两家\n"))
    #expect(hall.atTerminal("task", "done", "8-T1", "--on", "2025-10-29").status == 0)
    #expect(hall.text("agendas/M-2025-008.md").contains("- [x] T1 取得报价\n"))
    #expect(hall.text("agendas/M-2025-008.md").contains("  - 完成: 2025-10-29\n"))
    let again = hall.atTerminal("task", "cancel", "8-T1", "不用了")
    #expect(again.status == 2)
    #expect(again.errors.contains("已经完成了"))
  }

  @Test("what would make the record wrong is refused, and nothing is written")
  func refused() throws {
    let hall = try hall(Self.task)
    let before = hall.text("agendas/M-2025-008.md")
    let answer = hall.atTerminal("task", "add", "8#1", "公示", "--due", "2025-01-01")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("什么也没有写"))
    #expect(hall.text("agendas/M-2025-008.md") == before)
    #expect(hall.text("history/M-2025-008.md") == "")
  }

  @Test("approved minutes get no new task, and their tasks are ticked off all the same")
  func sealed() throws {
    let hall = try hall(Self.task)
    try hall.edit("agendas/M-2025-008.md", "已召开", "已确认")
    _ = hall.write("record")
    let answer = hall.atTerminal("task", "add", "8#1", "公示")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("「M-2025-008」已经确认"))
    #expect(hall.atTerminal("task", "done", "8-T1").status == 0)
  }

  @Test("off a terminal only a full identifier names a task")
  func fullIdentifiers() throws {
    let hall = try hall(Self.task)
    let context = hall.context(environment: ["HALL_AUTHOR": "王五"])
    #expect(CommandTable.answer(["task", "done", "8-T1"], in: context).status == 2)
    #expect(CommandTable.answer(["task", "done", "M-2025-008-T1"], in: context).status == 0)
  }

  @Test("a dry run shows the diff and writes nothing")
  func dryRun() throws {
    let hall = try hall(Self.task)
    let before = hall.text("agendas/M-2025-008.md")
    let answer = hall.atTerminal("任务", "完成", "8-T1", "-n")
    #expect(answer.output.contains("-- [ ] T1 取得报价\n+- [x] T1 取得报价\n"))
    #expect(hall.text("agendas/M-2025-008.md") == before)
  }

  @Test("a day before the meeting is taken only with its year")
  func doneBeforeMeeting() throws {
    let hall = try hall(Self.task)
    let before = hall.text("agendas/M-2025-008.md")
    for words in ["12-05", "9月24日", "5月1日"] {
      let answer = hall.write("task", "done", "M-2025-008-T1", "--on", words)
      #expect(answer.status == 2)
      #expect(answer.errors.contains("早于会议的 2025-09-25 周四；什么也没有写\n提示：确实是那天，就写上年份：20"))
      #expect(hall.text("agendas/M-2025-008.md") == before)
    }
    #expect(hall.write("task", "done", "M-2025-008-T1", "--on", "2025年9月24日").status == 0)
  }
}
