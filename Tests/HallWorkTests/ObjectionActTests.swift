import HallModel
import HallSyntax
import HallWords
import TestSupport
import Testing

@testable import HallWork

@Suite("Objections and their answers")
struct ObjectionActTests {
  private static let path = "agendas/M-2025-008.md"

  private func work(_ lines: String = "", status: String = "已召开") throws -> WorkHall {
    try WorkHall(files: [
      Self.path: meeting(
        status: status, item: "#### 决议 D1: 换\n\n- 依据: 协商一致\n" + lines)
    ])
  }

  @Test(
    "an objection and its answer are noted below the decision, also in approved minutes",
    arguments: ["已召开", "已确认"])
  func answered(status: String) throws {
    let work = try work(status: status)
    try work.session().perform(ObjectToDecision("M-2025-008-D1", by: "周九", "太暗"))
    var answer = AnswerObjection("M-2025-008-D1", "换了亮的")
    answer.verdict = .upheld
    let step = try work.session().perform(answer)
    #expect(step.did.zh.contains("已答复异议：成立 换了亮的"))
    let text = try work.text(Self.path)
    #expect(text.contains("- 异议: 2025-12-01 周九：太暗\n- 答复: 2025-12-01 成立 换了亮的\n"), "\(text)")
  }

  @Test("where several are open, the answer names its own")
  func several() throws {
    let work = try work("- 异议: 2025-09-28 周九：暗\n- 异议: 2025-09-30 吴桂兰：贵\n")
    let refused = try work.session().refusal(of: AnswerObjection("M-2025-008-D1", "看过了"))
    #expect(refused.message.zh.contains("2 条异议"))
    var answer = AnswerObjection("M-2025-008-D1", "看过了")
    answer.to = "吴桂兰"
    try work.session().perform(answer)
    #expect(try work.text(Self.path).contains("- 答复: 2025-12-01 吴桂兰 看过了\n"))
  }

  @Test("who objected is found with or without the party, and an upheld objection stops a decision")
  func parties() throws {
    let work = try work("- 异议: 2025-09-28 居民/周九：暗\n- 异议: 2025-09-30 物业/小孙：贵\n")
    var answer = AnswerObjection("M-2025-008-D1", "看过了")
    (answer.to, answer.verdict) = ("周九", .dismissed)
    try work.session().perform(answer)
    let change = try Change(work.session(), locks: false)
    let decision = try #require(change.hall.meetings.first?.decisions.first)
    #expect(decision.objections.all.map(\.isAnswered) == [true, false])
    #expect(decision.objections.all.map(\.isUpheld) == [false, false])
  }

  @Test("without an objection there is nothing to answer")
  func none() throws {
    let work = try work()
    let refused = try work.session().refusal(of: AnswerObjection("M-2025-008-D1", "看过了"))
    #expect(refused.message.zh.contains("没有还没答复的异议"))
  }
}
