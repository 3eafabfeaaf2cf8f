import HallModel
import HallSyntax
import HallWords
import TestSupport
import Testing

@testable import HallWork

@Suite("An urging is noted on each task that is overdue")
struct UrgeActTests {
  private static let path = "agendas/M-2025-008.md"
  private static let matterPath = "matters/Q-2025-014.md"

  private static let tasks = """
    - [ ] T1 报价
      - 负责: 物业/赵六
      - 期限: 2025-10-15
      - 延期: 2025-10-30 材料未到
      - 进展: 2025-11-02 收到两家
      - 佐证: 报价单
    - [ ] T2 公示
      - 负责: 物业/赵六、居民/张三
      - 期限: 2025-11-01
    - [ ] T3 清运
      - 负责: 社区/王五
      - 期限: 2025-12-05
    - [x] T4 测量
      - 负责: 物业/赵六
      - 期限: 2025-10-01
      - 完成: 2025-10-01
    """

  private func work(status: String = "已召开") throws -> WorkHall {
    try WorkHall(files: [
      Self.path: meeting(status: status, item: Self.tasks),
      Self.matterPath: """
      ---
      问题: Q-2025-014
      日期: 2025-03-02
      ---

      # 反水

      ## 进展

      - 2025-03-10 吹哨: 职能部门/市政排水
      - [ ] T1 到场
        - 负责: 职能部门/市政排水
        - 期限: 2025-03-13

      """,
    ])
  }

  private func urged(_ work: WorkHall) throws -> [String] {
    try [Self.matterPath, Self.path].flatMap { path in
      try work.text(path).split(separator: "\n").filter { $0.contains("催办") }.map(String.init)
    }
  }

  @Test("in approved minutes too, in its place among the fields, and once a day")
  func noted() throws {
    let work = try work(status: "已确认")
    let step = try work.session().perform(UrgeTasks("物业"))
    #expect(step.did.zh == "已记 2025-12-01 周一 催办 2 项：M-2025-008-T1、M-2025-008-T2")
    let text = try work.text(Self.path)
    #expect(text.contains("  - 进展: 2025-11-02 收到两家\n  - 催办: 2025-12-01\n  - 佐证: 报价单\n"))
    #expect(text.contains("  - 期限: 2025-11-01\n  - 催办: 2025-12-01\n- [ ] T3"))
    #expect(step.recorded.last?.why == "催办 T1、T2")
    #expect(step.recorded.last?.kind == .progress)
    let again = try work.session().perform(UrgeTasks("物业/赵六"))
    #expect(again.did.zh == "2025-12-01 周一 已经记过催办，没有什么要记的")
    #expect(try work.text(Self.path) == text)
  }

  @Test("without a party everybody's, and those noted before are left out")
  func everybody() throws {
    let work = try work()
    var act = UrgeTasks("张三")
    try work.session().perform(act)
    act = UrgeTasks(nil)
    act.within = try Length(reading: Slice("7天"))
    let step = try work.session().perform(act)
    #expect(
      step.did.zh
        == "已记 2025-12-01 周一 催办 3 项：Q-2025-014-T1、M-2025-008-T1、M-2025-008-T3；另有 1 项当天已经记过")
    #expect(try urged(work).count == 4)
    var next = UrgeTasks("市政排水")
    next.on = SpokenDay("2025-11-20", called: "--on")
    try work.session().perform(next)
    #expect(
      try work.text(Self.matterPath).contains("  - 催办: 2025-12-01\n  - 催办: 2025-11-20\n"))
    #expect(try work.hall().owed(dueBy: Day.last).map(\.urgings.count) == [2, 1, 1, 1])
  }

  @Test("nobody unknown is urged, and nothing is written where nothing is owed")
  func nothing() throws {
    let work = try work()
    let refused = try work.session().refusal(of: UrgeTasks("物液"))
    #expect(refused.message.zh.hasPrefix("没有「物液」这个方或人，可以用：居民、物业、"))
    #expect(try work.session().perform(UrgeTasks("驻区单位")).did.zh == "「驻区单位」没有要催办的任务")
    #expect(try urged(work).isEmpty)
  }

  @Test("who owes what: parties in their order, and each who leads together")
  func debtors() throws {
    let hall = try work().hall()
    let debtors = hall.debtors(of: hall.owed(dueBy: Day.last))
    #expect(debtors.map(\.person.text) == ["居民", "物业", "职能部门", "社区"])
    #expect(
      debtors.map { $0.tasks.map(\.identifier) } == [
        ["M-2025-008-T2"], ["M-2025-008-T1", "M-2025-008-T2"], ["Q-2025-014-T1"],
        ["M-2025-008-T3"],
      ])
  }
}
