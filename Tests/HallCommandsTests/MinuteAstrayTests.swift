import HallCommands
import HallWords
import TestSupport
import Testing

/// A script whose vote was refused: what is said of that vote has no place, in whatever words.
@Suite("Lines of a vote that was not taken")
struct MinuteAstrayTests {
  private let path = MinuteHall.path

  private func minute(_ lines: [String], in hall: TestHall) -> Answer {
    CommandTable.answer(
      ["minute", "M-2025-011"],
      in: hall.context(
        environment: ["HALL_AUTHOR": "王五"], console: ScriptedConsole(lines, isInteractive: false)))
  }

  @Test(
    "a line about the refused vote never changes the vote before it",
    arguments: [
      "4票同意，1票反对", "张三、钱七同意，周九反对", "主持人决定票 同意", "修正案", "张三动议，钱七附议", "同意四票",
      "present 6", "motion procedural", "决定票 张三 同意",
    ])
  func spoken(line: String) throws {
    let hall = try MinuteHall.make()
    let lines = ["到 张三、钱七、周九", "议 2", "表决 装灯 居民会议", "同意 1 反对 2"]
    #expect(minute(lines, in: hall).status == 0)
    let before = hall.text(path)
    #expect(before.contains("- 结果: 未通过\n"), "\(before)")
    let answer = minute(["议 2", "表决 装大灯", line, "记 下一句"], in: hall)
    #expect(answer.status == 1)
    #expect(answer.errors.contains("第3行：\(line)\n  它上面的表决没有记下"), "\(answer.errors)")
    #expect(hall.text(path).replacing("下一句\n\n", with: "") == before)
  }

  @Test("what names its own place is taken all the same")
  func placed() throws {
    let hall = try MinuteHall.make()
    #expect(minute(["议 2", "任务 买灯 @物业/赵六 12-15"], in: hall).status == 0)
    let answer = minute(
      ["议 2", "表决 装大灯", "任务 完成 T1", "到 张三", "议 1", "记 甲"], in: hall)
    #expect(answer.errors.hasPrefix("这 1 行没有记下：\n第2行：表决 装大灯"), "\(answer.errors)")
    #expect(hall.text(path).contains("- [x] T1 买灯"))
  }

  @Test("who has left and votes is named; what follows a task is of that task")
  func left() throws {
    let hall = try MinuteHall.make()
    let console = ScriptedConsole(
      [
        "到 张三、钱七、周九", "早退 张三 20:30", "议 2", "表决 装灯 居民会议", "动议 钱七 附议 周九",
        "张三同意，周九不同意", "删 同意 张三", "钱七同意", "任务 买灯", "负责 赵六", "期限 12-15",
      ], isInteractive: false)
    let answer = CommandTable.answer(
      ["minute", "M-2025-011"],
      in: hall.context(environment: ["HALL_AUTHOR": "王五"], console: console))
    #expect(answer.errors.isEmpty, "\(answer.errors)")
    #expect(console.shown.contains("装灯：规则 居民会议，动议 钱七，附议 周九，还没有票数\n"), "\(console.shown)")
    let note = "注意：「张三」记了早退，这次还算了他的票；不在场就写「删 同意 张三」\n"
    #expect(console.shown.split(separator: note, omittingEmptySubsequences: false).count == 2)
    let text = hall.text(path)
    #expect(text.contains("- 动议: 钱七\n- 附议: 周九\n"))
    #expect(text.contains("- 反对: 周九、共 1人\n"), "\(text)")
    #expect(text.contains("- [ ] T1 买灯\n  - 负责: 赵六\n  - 期限: 2025-12-15\n"), "\(text)")
  }

  @Test("a casting vote is taken back when the counts are corrected")
  func castingVote() throws {
    let hall = try MinuteHall.make()
    let answer = minute(
      [
        "到 张三、钱七、周九", "议 2", "表决 装灯 居民会议", "应到 3", "同意 张三 反对 钱七", "决定票 钱七 同意", "决定票 无",
        "同意 张三、周九 反对 钱七",
      ], in: hall)
    #expect(answer.errors.isEmpty, "\(answer.errors)")
    let text = hall.text(path)
    #expect(!text.contains("决定票") && text.contains("- 结果: 通过\n"), "\(text)")
  }
}
