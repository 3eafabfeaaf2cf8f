import HallCommands
import TestSupport
import Testing

@Suite("Who owes something is written to")
struct UrgeCommandTests {
  private static let path = "agendas/M-2025-008.md"

  private static let tasks = """
    - [ ] T1 报价
      - 负责: 物业/赵六
      - 期限: 2025-10-15
    - [ ] T2 公示
      - 负责: 社区/王五
      - 期限: 2025-12-05
    - [ ] T3 没人管
      - 期限: 2025-11-01
    """

  private static let charter =
    TestHall.charter + "\n## 名册\n\n| 姓名 | 方 |\n| --- | --- |\n| 王五 | 社区 |\n| 赵六 | 物业 |\n"

  private func hall(_ tasks: String = Self.tasks) throws -> TestHall {
    try TestHall([Self.path: meeting(status: "已确认", item: tasks)], charter: Self.charter)
  }

  @Test("one letter for each party, nothing is written, and a task that nobody leads is named")
  func letters() throws {
    let hall = try hall()
    let before = try hall.everything()
    let answer = hall.run("urge", "--within", "7天")
    #expect(answer.status == 0)
    #expect(answer.output.split(separator: "催办函\n").count == 2)
    #expect(answer.errors == "注意：逾期的 M-2025-008-T3 没有写「负责」，不知道催谁\n")
    #expect(try hall.everything() == before)
    #expect(hall.run("urge", "物业").errors == "")
  }

  @Test("who calls takes the reply, or whoever is named")
  func reply() throws {
    let hall = try hall()
    let own = hall.atTerminal("催办", "物业", "--回复期限", "周五")
    #expect(own.output.contains("最迟于2025年12月5日（周五）把办理情况回复社区 王五。"), "\(own.output)\(own.errors)")
    #expect(own.output.hasSuffix("\n发出去以后：hall 催办 物业 --已发\n"))
    let other = hall.run("urge", "赵六", "--chat", "--reply-to", "李四")
    #expect(other.output.hasPrefix("【催办】物业 赵六：还有 1 项没办完，已经逾期\n"))
    #expect(other.output.contains("尽快把办理情况回复李四。"))
  }

  @Test("what was sent is noted once a day, in approved minutes too, and undo takes it back")
  func sent() throws {
    let hall = try hall()
    let before = hall.text(Self.path)
    #expect(
      hall.write("urge", "物业", "--sent", "--dry-run").output.contains("+  - 催办: 2025-12-01\n"))
    #expect(hall.text(Self.path) == before)
    let answer = hall.write("urge", "物业", "--sent")
    #expect(answer.output == "已记 2025-12-01 周一 催办 1 项：M-2025-008-T1\n", "\(answer.errors)")
    #expect(hall.text(Self.path).contains("  - 期限: 2025-10-15\n  - 催办: 2025-12-01\n- [ ] T2"))
    #expect(
      hall.write("urge", "物业", "--sent").output == "2025-12-01 周一 已经记过催办，没有什么要记的\n")
    #expect(hall.run("urge", "物业").output.contains("已催办 1 次，上次是 2025年12月1日"))
    #expect(hall.run("check").status == 0)
    #expect(hall.write("undo").status == 0)
    #expect(hall.text(Self.path) == before)
  }

  @Test(
    "calls that mean nothing are refused",
    arguments: [
      (["物业", "--on", "昨天"], "--日期 要和 --已发 一起用"), (["--sent", "--chat"], "互相矛盾"),
      (["--sent", "--json"], "互相矛盾"), (["物液"], "没有「物液」这个方或人"),
      (["--reply-by", "下下年"], "「下下年」看不懂"), (["--within", "很久"], "「很久」读不懂"),
    ])
  func refused(words: [String], message: String) throws {
    let hall = try hall()
    let answer = CommandTable.answer(
      ["urge"] + words, in: hall.context(environment: ["HALL_AUTHOR": "王五"]))
    #expect(answer.status == 2 && answer.output == "")
    #expect(answer.errors.contains(message), "\(answer.errors)")
  }

  @Test("a due day that cannot be read is named with its line, and the rest is answered")
  func unread() throws {
    let answer = try hall(Self.tasks.replacing("2025-12-05", with: "月底")).run("urge", "物业")
    #expect(answer.status == 2)
    #expect(answer.output.hasPrefix("催办函\n"))
    #expect(answer.errors.contains("agendas/M-2025-008.md:18:"), "\(answer.errors)")
  }

  @Test("where nothing is owed, that is said")
  func nothing() throws {
    let hall = try hall("没有任务。")
    #expect(hall.run("urge").output == "没有要催办的任务\n")
    #expect(hall.run("urge", "物业").output == "「物业」没有要催办的任务\n")
    #expect(hall.run("urge", "--json").output.contains("\"letters\" : [\n\n  ]"))
  }

  @Test("what stands in a file reaches no terminal raw")
  func visible() throws {
    let hall = try hall(Self.tasks.replacing("报价", with: "报\u{1B}[31m价"))
    for call in [["urge"], ["urge", "--chat"], ["urge", "--json"]] {
      #expect(!CommandTable.answer(call, in: hall.context()).output.contains("\u{1B}"))
    }
  }
}
