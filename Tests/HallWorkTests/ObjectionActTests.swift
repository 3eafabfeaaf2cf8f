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
    #expect(step.did.zh.contains("异议已答复：成立 换了亮的"))
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
    #expect(try work.text(Self.path).contains("- 答复: 2025-12-01 2025-09-30 吴桂兰 看过了\n"))
  }

  @Test("of two by one person on one day, the hint and the answer quote words of the one")
  func alike() throws {
    let work = try work("- 异议: 2025-09-28 周九：太贵了，出不起\n- 异议: 2025-09-28 周九：太吵\n")
    let refused = try work.session().refusal(of: AnswerObjection("M-2025-008-D1", "看过了"))
    #expect(refused.hint?.zh.contains("「2025-09-28 周九 “太吵”」") == true)
    var answer = AnswerObjection("M-2025-008-D1", "换了静音的")
    answer.to = "周九「太吵」"
    try work.session().perform(answer)
    #expect(try work.text(Self.path).contains("- 答复: 2025-12-01 2025-09-28 周九 “太吵” 换了静音的\n"))
    #expect(try answered(work) == [false, true])
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
    #expect(refused.message.zh.contains("没有待答复的异议"))
  }

  private func answered(_ work: WorkHall) throws -> [Bool] {
    try #require(work.hall().meetings.first?.decisions.first).objections.all.map(\.isAnswered)
  }

  @Test("the only open one is named as well, where another was answered before")
  func besideAnAnsweredOne() throws {
    let work = try work(
      "- 异议: 2025-09-28 周九：暗\n- 异议: 2025-09-30 吴桂兰：贵\n- 答复: 2025-10-01 不成立，周九\n")
    var answer = AnswerObjection("M-2025-008-D1", "看过了")
    answer.verdict = .upheld
    try work.session().perform(answer)
    #expect(try work.text(Self.path).contains("- 答复: 2025-12-01 成立 2025-09-30 吴桂兰 看过了\n"))
    let all = try #require(work.hall().meetings.first?.decisions.first).objections.all
    #expect(all.map(\.isUpheld) == [false, true])
  }

  @Test("words that would answer another one as well are refused, and nothing is written")
  func others() throws {
    let work = try work("- 异议: 2025-09-28 周九：暗\n- 异议: 2025-09-28 吴桂兰：贵\n")
    let before = try work.text(Self.path)
    var answer = AnswerObjection("M-2025-008-D1", "说明了，吴桂兰也同意")
    answer.to = "周九"
    let refused = try work.session().refusal(of: answer)
    #expect(refused.message.zh.contains("也会算成答复了「2025-09-28 吴桂兰」的异议"), "\(refused)")
    #expect(try work.text(Self.path) == before)
    // On another day than 周九's, the same words answer 周九's alone.
    let apart = try self.work("- 异议: 2025-09-28 周九：暗\n- 异议: 2025-09-30 吴桂兰：贵\n")
    try apart.session().perform(answer)
    #expect(try answered(apart) == [true, false])
  }

  @Test(
    "who only occurs in the text of an objection, or has an answer, is none of those that are open",
    arguments: [
      ("李四", "没有「李四」的"), ("郑国强", "「郑国强」的异议已经答复过了"), ("2025-09-01", "没有「2025-09-01」的"),
    ])
  func notOpen(to: String, reason: String) throws {
    let work = try work(
      "- 异议: 2025-09-28 周九：李四家太吵\n- 异议: 2025-09-30 吴桂兰：贵\n- 异议: 2025-09-29 郑国强：远\n"
        + "- 答复: 2025-10-01 不成立，郑国强\n")
    var answer = AnswerObjection("M-2025-008-D1", "看过了")
    answer.to = to
    let refused = try work.session().refusal(of: answer)
    #expect(refused.message.zh.contains(reason), "\(refused)")
    #expect(refused.hint?.zh.contains("「2025-09-28 周九」、「2025-09-30 吴桂兰」") == true)
  }

  @Test("of one person's on two days the day is asked for; those of one day are answered together")
  func onePerson() throws {
    let apart = try work("- 异议: 2025-09-28 周九：暗\n- 异议: 2025-09-30 周九：贵\n")
    var answer = AnswerObjection("M-2025-008-D1", "看过了")
    answer.to = "周九"
    let refused = try apart.session().refusal(of: answer)
    #expect(refused.hint?.zh.contains("「2025-09-28 周九」、「2025-09-30 周九」") == true)
    answer.to = "2025-09-30 周九"
    try apart.session().perform(answer)
    #expect(try answered(apart) == [false, true])
    let together = try work("- 异议: 2025-09-28 周九：暗\n- 异议: 2025-09-28 周九：贵\n")
    answer.to = "周九"
    let step = try together.session().perform(answer)
    #expect(step.did.zh.contains("2 条异议已答复"))
    #expect(try answered(together) == [true, true])
  }

  @Test("an answer is not older than its objection")
  func early() throws {
    let work = try work("- 异议: 2025-11-28 周九：暗\n")
    var answer = AnswerObjection("M-2025-008-D1", "看过了")
    answer.on = SpokenDay("2025-11-27", called: "--on")
    let refused = try work.session().refusal(of: answer)
    #expect(refused.message.zh.contains("比它早"), "\(refused)")
  }
}
