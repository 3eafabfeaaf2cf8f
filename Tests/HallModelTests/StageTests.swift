import HallModel
import HallSyntax
import Testing

@Suite("Stages of matters")
struct StageTests {
  private func state(_ log: String, body: String = "", meeting: String? = nil) throws -> MatterState
  {
    var files = ["matters/Q-2025-001.md": matter(log, body: body)]
    files["agendas/M-2025-001.md"] = meeting
    let hall = makeHall(files)
    return hall.state(of: try #require(hall.matters.first), on: nil)
  }

  @Test(
    "the stage is the furthest one with evidence",
    arguments: [
      ("", Stage.collected), ("- 2025-03-02 收集: 甲", .collected), ("- 2025-03-02 方案", .proposed),
      ("- 2025-03-02 吹哨", .summoned), ("- 2025-03-02 会商", .deliberated),
      ("- 2025-03-02 落实", .implementing),
      ("- 2025-03-02 结案", .closed), ("- 2025-03-02 回访", .revisited),
      ("- 2025-03-02 Closed: x", .closed),
      // Words without a stage do not change it, nor does an earlier step further down in the file.
      ("- 2025-03-02 吹哨\n- 2025-03-03 报到\n- 2025-03-04 公示\n- 2025-03-05 销号", .summoned),
      ("- 2025-03-02 结案\n- 2025-03-03 方案", .closed), ("- 2025-03-02 收集\n- 随便 结案: 无日期", .collected),
      ("- 三月 结案", .collected), ("- 2025-02-30 结案", .closed),
    ])
  func log(_ log: String, stage: Stage) throws {
    #expect(try state(log).stage == stage)
  }

  @Test(
    "after 重开 only evidence from that day or later counts",
    arguments: [
      ("- 2025-03-02 结案\n- 2025-03-10 重开", Stage.collected, nil),
      ("- 2025-03-02 结案\n- 2025-03-10 重开\n- 2025-03-11 方案", .proposed, nil),
      ("- 2025-03-10 结案\n- 2025-03-10 重开", .collected, nil),
      ("- 2025-03-10 重开\n- 2025-03-10 结案", .closed, "2025-03-10"),
      ("- 2025-03-02 结案\n- 2025-03-10 重开\n- 2025-03-05 会商", .collected, nil),
      // A log written newest first.
      ("- 2025-03-12 吹哨\n- 2025-03-10 重开\n- 2025-03-02 结案", .summoned, nil),
      ("- 2025-03-20 结案\n- 2025-03-10 重开\n- 2025-03-02 结案", .closed, "2025-03-20"),
      // The last reopening is the latest by day, wherever it is.
      ("- 2025-03-20 重开\n- 2025-03-15 结案\n- 2025-03-10 重开", .collected, nil),
      ("- 2025-03-02 结案\n- 2025-03-10 重开\n- 2025-03-11 结案\n- 2025-03-12 重开", .collected, nil),
    ] as [(String, Stage, String?)])
  func reopened(_ log: String, stage: Stage, closed: String?) throws {
    let state = try state(log)
    #expect(state.stage == stage)
    #expect(state.closedDay?.iso == closed)
    #expect(state.reopenedDay != nil)
  }

  @Test(
    "what a meeting left open is taken up again, and what was not agreed to is not carried out",
    arguments: [
      ("- 结论: 下次再议", "", NextStep.meetAgain), ("", "", .meetAgain), ("- 结论: 达成一致", "", .implement),
      ("- 结论: 未达成一致", "", .propose), ("- 结论: 撤回", "", .propose),
      ("- 结论: 下次再议", "- 2025-10-01 会商: 谈成了", .implement),
      ("- 结论: 下次再议", "- 2025-09-01 会商: 先谈谈", .meetAgain),
    ] as [(String, String, NextStep)])
  func afterMeeting(item: String, log: String, step: NextStep) throws {
    var files = [
      "matters/Q-2025-001.md": matter(log),
      "agendas/M-2025-001.md": Self.meeting("已召开", item),
    ]
    func next() throws -> NextStep? {
      let hall = makeHall(files)
      let matter = try #require(hall.matters.first)
      return NextStep(
        after: matter, hall.state(of: matter, on: nil), in: hall,
        today: try Day(reading: Slice("2025-12-01")))
    }
    #expect(try next() == step)
    // It waits for a meeting that has it on its agenda.
    files["agendas/M-2025-002.md"] = Self.meeting("已通知", day: "2025-12-11")
      .replacing("M-2025-001", with: "M-2025-002")
    #expect(try next() == (step == .implement ? .implement : nil))
  }

  private static func meeting(_ status: String, day: String = "2025-09-25", _ item: String = "")
    -> String
  {
    "---\n会议: M-2025-001\n状态: \(status)\n时间: \(day)\n---\n## 议程\n### 1. 甲\n- 问题: Q-2025-001\n\(item)\n"
  }

  @Test(
    "a held meeting deliberates; a decision in force carries out",
    arguments: [
      ("已召开", "", Stage.deliberated), ("已确认", "", .deliberated), ("已通知", "", .collected),
      ("取消", "", .collected),
      ("已召开", "#### 决议 D1: 乙\n- 依据: 协商一致", .implementing), ("已召开", "#### 决议 D1: 乙", .implementing),
      ("已召开", "#### 协商意见 D1: 乙", .deliberated), ("已召开", "#### 决议 D1: 乙\n- 性质: 协商意见", .deliberated),
      ("已召开", "#### 表决\n- 规则: 赞成多于反对\n- 同意: 1\n- 反对: 2\n#### 决议 D1: 乙", .deliberated),
      ("已通知", "#### 决议 D1: 乙", .collected),
    ])
  func meetings(_ status: String, item: String, stage: Stage) throws {
    #expect(try state("- 2025-03-02 收集", meeting: Self.meeting(status, item)).stage == stage)
  }

  @Test(
    "a decision that waits, or that an objection stopped, does not carry out",
    arguments: [
      ("- 生效: 2026-01-01", "2025-12-01", Stage.deliberated),
      ("- 生效: 2026-01-01", "2026-01-01", .implementing),
      ("- 公示: 2025-09-26 至 2025-10-11", "2025-10-11", .deliberated),
      ("- 公示: 2025-09-26 至 2025-10-11", "2025-10-12", .implementing),
      (
        "- 公示: 2025-09-26 至 2025-10-11\n- 异议: 2025-10-01 周九：吵\n- 答复: 2025-10-03 成立", nil,
        .deliberated
      ),
    ] as [(String, String?, Stage)])
  func waiting(lines: String, day: String?, stage: Stage) throws {
    let item = "#### 表决\n- 规则: 章程\n- 同意: 3\n- 反对: 0\n#### 决议 D1: 乙\n" + lines
    let hall = makeHall([
      "hall.md": "## 表决规则\n### 章程\n- 通过: 人数 > 1/2\n- 生效: 公示后\n",
      "matters/Q-2025-001.md": matter("- 2025-03-02 收集"),
      "agendas/M-2025-001.md": Self.meeting("已召开", item),
    ])
    let today = try day.map { try Day(reading: Slice($0)) }
    #expect(hall.state(of: try #require(hall.matters.first), on: today).stage == stage)
  }

  @Test("a meeting before the reopening is not evidence")
  func meetingBeforeReopening() throws {
    let log = "- 2025-09-26 重开"
    #expect(try state(log, meeting: Self.meeting("已召开")).stage == .collected)
    #expect(
      try state(log, meeting: Self.meeting("已召开", day: "2025-09-26")).stage == .deliberated)
  }

  @Test(
    "a done task titled 回访 is a revisit, and its result may be dissatisfaction",
    arguments: [
      ("- [x] T1 回访\n  - 完成: 2025-12-01\n  - 结果: 满意", Stage.revisited, false),
      ("- [x] T1 回访\n  - 完成: 2025-12-01\n  - 结果: 不满意", .revisited, true),
      ("- [x] T1 回访\n  - 结果: 不满意", .revisited, true),
      ("- [ ] T1 回访\n  - 结果: 不满意", .collected, false), ("- [x] T1 电话回访", .collected, false),
      (
        "- [x] 回访\n  - 完成: 2025-12-01\n  - 结果: 不满意\n- [x] 回访\n  - 完成: 2025-12-02\n  - 结果: 满意",
        .revisited, false
      ),
      (
        "- [x] 回访\n  - 完成: 2025-12-01\n  - 结果: 满意\n- [x] 回访\n  - 完成: 2025-12-01\n  - 结果: 不满意",
        .revisited, true
      ),
      ("- [x] T1 Revisited\n  - done: 2025-12-01\n  - result: dissatisfied", .revisited, true),
    ])
  func revisits(_ tasks: String, stage: Stage, isDissatisfied: Bool) throws {
    let state = try state("- 2025-03-02 收集", body: tasks)
    #expect(state.stage == stage)
    #expect(state.isDissatisfied == isDissatisfied)
  }

  @Test("dissatisfaction before the reopening no longer counts")
  func dissatisfactionBeforeReopening() throws {
    let task = "- [x] T1 回访\n  - 完成: 2025-12-01\n  - 结果: 不满意"
    #expect(try !state("- 2025-12-02 重开", body: task).isDissatisfied)
    #expect(try !state("- 2025-12-01 重开", body: task).isDissatisfied)
    #expect(try state("- 2025-11-30 重开", body: task).isDissatisfied)
  }

  @Test(
    "the level is the reported one, or the one in the last escalation",
    arguments: [
      ("", Keyword.grid), ("- 2025-03-02 上报: 社区，请协调", .communityLevel),
      ("- 2025-03-02 上报: 社区\n- 2025-03-05 上报: 街道", .subdistrict),
      ("- 2025-03-02 上报: 区住建局", .district),
      ("- 2025-03-02 escalated: Subdistrict office", .subdistrict),
      ("- 2025-03-02 上报: 街道\n- 2025-03-05 上报: 再催一次", .subdistrict), ("- 2025-03-02 上报", .grid),
    ])
  func levels(_ log: String, level: Keyword) throws {
    let hall = makeHall(["matters/Q-2025-001.md": matter(log, front: "层级: 网格")])
    #expect(try #require(hall.matters.first).level == level)
  }

  @Test("a revisit that led to a reopening on the same day no longer counts")
  func visitOfTheSameDay() throws {
    let visit = "- [x] T1 回访\n  - 完成: 2025-03-10\n  - 结果: 不满意\n"
    let closed = "- 2025-03-02 结案\n" + visit
    #expect(try state(closed).stage == .revisited)
    let reopened = try state(closed + "- 2025-03-10 重开: 又反水")
    #expect(reopened.stage == .collected)
    #expect(!reopened.isDissatisfied)
    // One below the reopening, or on a later day, does.
    #expect(try state("- 2025-03-02 结案\n- 2025-03-10 重开\n" + visit).stage == .revisited)
    let later = closed.replacing("完成: 2025-03-10", with: "完成: 2025-03-11")
    #expect(try state(later + "- 2025-03-10 重开").stage == .revisited)
  }
}
