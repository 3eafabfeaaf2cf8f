import HallModel
import HallWords
import TestSupport
import Testing

@testable import HallWork

@Suite("Tasks are handed out and ticked off, on a session")
struct TaskActTests {
  private static let path = "agendas/M-2025-008.md"
  private static let task = "- [ ] T1 取得报价\n  - 负责: 物业/赵六\n  - 期限: 2025-10-15\n"

  private func work(_ item: String = Self.task, status: String = "已召开") throws -> WorkHall {
    try WorkHall(files: [Self.path: meeting(status: status, item: item)])
  }

  private func extended(to day: String) -> ExtendTask {
    ExtendTask("M-2025-008-T1", to: SpokenDay(day, called: "--until"), because: "材料未到")
  }

  @Test("a task goes below its decision, with the next number")
  func add() throws {
    let work = try work("#### 决议 D1: 换\n\n- 依据: 协商一致\n\n" + Self.task)
    var given = GivenTask("公示", under: "M-2025-008-D1")
    given.lead = "物业/赵六"
    given.due = SpokenDay("2025-12-20", called: "--due")
    let step = try work.session().perform(AddTask(given))
    #expect(step.did.zh == "已交办 M-2025-008-T2：公示，期限 2025-12-20 周六")
    #expect(
      try work.text(Self.path).contains(
        Self.task + "- [ ] T2 公示\n  - 负责: 物业/赵六\n  - 期限: 2025-12-20\n"))
    #expect(
      try work.text("history/M-2025-008.md").contains("* by: 王五\n* why: 交办 T2 公示\n"))
    #expect(step.recorded.last?.why == "交办 T2 公示")
  }

  @Test("a number that was used once is never used again")
  func numbers() throws {
    let work = try work()
    let first = try work.session().perform(AddTask(GivenTask("公示", under: "M-2025-008#1")))
    #expect(first.did.zh.hasPrefix("已交办 M-2025-008-T2："))
    try work.edit(Self.path, "- [ ] T2 公示\n", "")
    let second = try work.session().perform(AddTask(GivenTask("再公示", under: "M-2025-008#1")))
    #expect(second.did.zh.hasPrefix("已交办 M-2025-008-T3："))
  }

  @Test("done, extended and noted change their own lines, and a task that is done is no more open")
  func lines() throws {
    let work = try work()
    let session = try work.session()
    var note = NoteTask("M-2025-008-T1", "已收两家")
    note.on = SpokenDay("2025-10-09", called: "--on")
    try session.perform(note)
    #expect(
      try session.refusal(of: extended(to: "2024-10-30")).message.zh
        .contains("2024-10-30 不比它晚，不是延期"))
    #expect(
      try session.refusal(of: extended(to: "下下年")).message.zh.contains("「下下年」看不懂"))
    try session.perform(extended(to: "2025-10-30"))
    #expect(
      try work.text(Self.path).contains(
        Self.task + "  - 延期: 2025-10-30 材料未到\n  - 进展: 2025-10-09 已收两家\n"))
    var done = FinishTask("M-2025-008-T1")
    done.on = SpokenDay("2025-10-29", called: "--on")
    try session.perform(done)
    let text = try work.text(Self.path)
    #expect(text.contains("- [x] T1 取得报价\n") && text.contains("  - 完成: 2025-10-29\n"))
    let again = try session.refusal(of: CancelTask("M-2025-008-T1", because: "不用了"))
    #expect(again.message.zh.contains("已经完成了"))
    #expect(try work.text(Self.path) == text)
  }

  @Test("without a year, a task is due after its meeting, and extended after its due day")
  func yearless() throws {
    let work = try work()
    var given = GivenTask("公示", under: "M-2025-008#1")
    given.due = SpokenDay("10月20日前", called: "--due")
    #expect(
      try work.session().perform(AddTask(given)).did.zh
        == "已交办 M-2025-008-T2：公示，期限 2025-10-20 周一")
    let step = try work.session().perform(
      ExtendTask("M-2025-008-T1", to: SpokenDay("11-20", called: "新期限"), because: nil))
    #expect(step.did.zh == "M-2025-008-T1 延期至 2025-11-20 周四")
    #expect(try work.text(Self.path).contains("  - 延期: 2025-11-20\n"))
  }

  @Test("the hour of a due day is kept, and a later hour of the same day is an extension")
  func hour() throws {
    let work = try work()
    let step = try work.session().perform(extended(to: "下周四下午两点半"))
    #expect(step.did.zh == "M-2025-008-T1 延期至 2025-12-11 周四 14:30：材料未到")
    #expect(
      try work.session().refusal(of: extended(to: "2025-12-11")).message.zh.contains("不是延期"))
    try work.session().perform(extended(to: "2025-12-11 18:00"))
    #expect(
      try work.text(Self.path).contains(
        "  - 延期: 2025-12-11 14:30 材料未到\n  - 延期: 2025-12-11 18:00 材料未到\n"))
  }

  @Test("a task is given to somebody, and a day if it has none")
  func assigned() throws {
    let work = try work("- [ ] T1 取得报价\n")
    let due = SpokenDay("12-20", called: "--due")
    let step = try work.session().perform(AssignTask("M-2025-008-T1", to: "物业/赵六", by: due))
    #expect(step.did.zh == "M-2025-008-T1 由 物业/赵六 负责，期限 2025-12-20 周六")
    #expect(
      try work.text(Self.path).contains(
        "- [ ] T1 取得报价\n  - 负责: 物业/赵六\n  - 期限: 2025-12-20\n"))
    let again = try work.session().refusal(of: AssignTask("M-2025-008-T1", to: nil, by: due))
    #expect(again.message.zh == "M-2025-008-T1 的期限已经是 2025-12-20 周六")
    #expect(again.hint?.zh == "要延后：hall 任务 延期 M-2025-008-T1 新期限")
    try work.session().perform(AssignTask("M-2025-008-T1", to: "社区/王五", by: nil))
    #expect(try work.text(Self.path).contains("  - 负责: 社区/王五\n  - 期限: 2025-12-20\n"))
  }

  @Test("a task that is cancelled stays, with its box and the reason")
  func cancelled() throws {
    let work = try work()
    try work.session().perform(CancelTask("M-2025-008-T1", because: "不用了"))
    #expect(
      try work.text(Self.path).contains(
        Self.task.replacing("[ ]", with: "[-]") + "  - 进展: 2025-12-01 取消：不用了\n"))
  }

  @Test("what would make the record wrong is refused, and nothing is written")
  func refused() throws {
    let work = try work()
    let before = try work.text(Self.path)
    var given = GivenTask("公示", under: "M-2025-008#1")
    given.due = SpokenDay("2025-01-01", called: "--due")
    #expect(try work.session().refusal(of: AddTask(given)).message.zh.contains("什么也没有写"))
    #expect(try work.text(Self.path) == before)
    #expect(work.has("history/M-2025-008.md") == false)
  }

  @Test("approved minutes get no new task, and their tasks are ticked off all the same")
  func sealed() throws {
    let work = try work(status: "已确认")
    let before = try work.text(Self.path)
    let refused = try work.session().refusal(of: AddTask(GivenTask("公示", under: "M-2025-008#1")))
    #expect(refused.message.zh.contains("「M-2025-008」已经确认"))
    #expect(try work.text(Self.path) == before)
    try work.session().perform(FinishTask("M-2025-008-T1"))
    #expect(try work.text(Self.path).contains("- [x] T1 取得报价\n"))
  }

  @Test(
    "a day before the meeting is taken only with its year", arguments: ["12-05", "9月24日", "5月1日"])
  func doneBeforeMeeting(words: String) throws {
    let work = try work()
    let before = try work.text(Self.path)
    var done = FinishTask("M-2025-008-T1")
    done.on = SpokenDay(words, called: "--on")
    let refused = try work.session().refusal(of: done)
    #expect(refused.message.zh.hasSuffix("早于会议的 2025-09-25 周四；什么也没有写"))
    #expect(refused.hint?.zh.hasPrefix("确实是那天，就写上年份：20") == true)
    #expect(try work.text(Self.path) == before)
    done.on = SpokenDay("2025年9月24日", called: "--on")
    try work.session().perform(done)
    #expect(try work.text(Self.path).contains("  - 完成: 2025-09-24\n"))
  }
}
