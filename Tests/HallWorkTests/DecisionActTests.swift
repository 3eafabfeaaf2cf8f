import HallModel
import HallWords
import TestSupport
import Testing

@testable import HallWork

@Suite("What was decided is noted, on a session")
struct DecisionActTests {
  private static let path = "agendas/M-2025-008.md"

  private func work(
    _ item: String, status: String = "已召开", charter: String = WorkHall.charter
  ) throws -> WorkHall {
    try WorkHall(
      charter,
      files: [
        Self.path: meeting(status: status, item: item),
        "agendas/M-2025-003.md": meeting(3, item: "#### 决议 D2: 旧的\n\n- 依据: 协商一致"),
      ])
  }

  private func vote(_ title: String, _ counts: (Int, Int)) -> String {
    "#### 表决: \(title)\n\n- 规则: 赞成多于反对\n- 同意: \(counts.0)\n- 反对: \(counts.1)\n"
  }

  private func decision(_ title: String) -> AddDecision { AddDecision(["M-2025-008#1", title]) }

  private func outcome(_ word: String, item: Int = 1) -> NoteOutcome {
    NoteOutcome(["M-2025-008", String(item), word])
  }

  @Test("a decision stands after its vote, with its lines in their order")
  func decided() throws {
    let work = try work(vote("换", (2, 1)))
    var act = decision("整体更换")
    act.given.funds = "86000元 维修资金"
    act.given.kind = "业主共同决定"
    act.given.posted = "2025-09-26"
    act.given.supersedes = "M-2025-003-D2"
    act.given.number = "兴物〔2025〕3号"
    act.given.text = .said("由物业牵头。\n\n# 开工")
    let step = try work.session().perform(act)
    #expect(step.did.zh == "已记决议 M-2025-008-D1：整体更换，公示 2025-09-26 至 2025-10-11 周六")
    #expect(
      try work.text(Self.path).contains(
        vote("换", (2, 1))
          + "\n#### 决议 D1: 整体更换\n\n- 性质: 业主共同决定\n- 文号: 兴物〔2025〕3号\n- 取代: M-2025-003-D2\n"
          + "- 经费: 86000元 维修资金\n- 公示: 2025-09-26 至 2025-10-11\n\n由物业牵头。\n\n\\# 开工\n"))
  }

  @Test("a posting that ends on a day off goes on to a working day")
  func posting() throws {
    let charter = WorkHall.charter + "\n## 日历\n\n- 休: 2025-10-01 至 2025-10-08\n"
    let work = try work(vote("换", (2, 1)), charter: charter)
    var act = decision("整体更换")
    act.given.posted = "2025-09-20"
    try work.session().perform(act)
    #expect(try work.text(Self.path).contains("- 公示: 2025-09-20 至 2025-10-09\n"))
  }

  @Test("a decision may name which of several votes it stands under")
  func underVote() throws {
    let work = try work(vote("换", (2, 1)) + "\n" + vote("补", (1, 2)))
    let session = try work.session()
    let lost = try session.refusal(of: decision("补"))
    #expect(lost.message.zh == "表决「补」的结果是「未通过」，不能据此作决议")
    for title in ["换了", "还换"] {
      var act = decision(title)
      act.vote = "1"
      try session.perform(act)
    }
    #expect(
      try work.text(Self.path).contains(
        vote("换", (2, 1)) + "\n#### 决议 D1: 换了\n\n#### 决议 D2: 还换\n\n" + vote("补", (1, 2))))
    var agreed = decision("补")
    agreed.given.basis = "协商一致"
    try session.perform(agreed)
    #expect(try work.text(Self.path).contains("#### 决议 D3: 补\n\n- 依据: 协商一致\n"))
  }

  @Test("a decision is judged by the vote that its basis names")
  func namedVote() throws {
    let work = try work(vote("换", (2, 1)) + "\n" + vote("补", (1, 2)))
    let session = try work.session()
    let lost = try session.refusal(of: decision("补"))
    #expect(lost.hint?.zh == "依据的是表决「换」，加上 依据 \"表决 换\"")
    var act = decision("换了")
    act.given.basis = "表决 换"
    try session.perform(act)
    #expect(try work.text(Self.path).contains("#### 决议 D1: 换了\n\n- 依据: 表决 换\n"))
    act.given.basis = "表决 补"
    #expect(try session.refusal(of: act).message.zh.contains("表决「补」的结果是「未通过」"))
    act.given.basis = "表决 换登"
    let missing = try session.refusal(of: act)
    #expect(missing.message.zh.contains("没有表决「换登」"))
    #expect(missing.hint?.zh == "照表决的标题写：换、补")
  }

  @Test("a procedural motion after the main one is not what a decision is judged by")
  func afterProcedural() throws {
    let work = try work(vote("换", (2, 1)) + "\n" + vote("休会", (1, 2)))
    try work.session().perform(decision("换了"))
    #expect(try work.text(Self.path).contains("#### 决议 D1: 换了\n"))
  }

  @Test("a decision is not set aside before it was made")
  func setAsideEarly() throws {
    let work = try work(vote("换", (2, 1)))
    var act = decision("换了")
    act.given.setAside = "2025-09-01 法院"
    let refused = try work.session().refusal(of: act)
    #expect(refused.message.zh.contains("早于"), "\(refused)")
  }

  @Test("a number that was used once is never used again")
  func numbers() throws {
    let work = try work(vote("换", (2, 1)))
    try work.session().perform(decision("甲"))
    try work.edit(Self.path, "#### 决议 D1: 甲\n", "")
    let step = try work.session().perform(decision("乙"))
    #expect(step.did.zh == "已记决议 M-2025-008-D2：乙")
  }

  /// Something that a decision cannot have, and what is said of it.
  struct Wrong: Sendable, CustomTestStringConvertible {
    let reason: String
    let change: @Sendable (inout AddDecision) -> Void
    var testDescription: String { reason }
  }

  @Test(
    "what cannot be is refused, and nothing is written",
    arguments: [
      Wrong(reason: "没有「业主决定」这个决议性质") { $0.given.kind = "业主决定" },
      Wrong(reason: "没有找到「M-2025-003-D9」") { $0.given.supersedes = "M-2025-003-D9" },
      Wrong(reason: "不是决议，不能取代") { $0.given.supersedes = "M-2025-003" },
      Wrong(reason: "结束早于开始") { $0.given.posted = "2025-10-11 至 2025-09-26" },
      Wrong(reason: "看不懂是哪一天") { $0.given.posted = "以后" },
      Wrong(reason: "没有第「2」次表决") { $0.vote = "2" },
    ])
  func refused(_ wrong: Wrong) throws {
    let work = try work(vote("换", (2, 1)))
    let before = try work.text(Self.path)
    var act = decision("整体更换")
    wrong.change(&act)
    let refused = try work.session().refusal(of: act)
    #expect(refused.message.zh.contains(wrong.reason), "\(refused)")
    #expect(try work.text(Self.path) == before)
    #expect(!work.has("history/M-2025-008.md"))
  }

  @Test("no decision is made in a meeting that was not held")
  func notHeld() throws {
    let work = try work("", status: "拟定")
    let refused = try work.session().refusal(of: decision("换"))
    #expect(refused.message.zh.contains("「M-2025-008」还是「拟定」，不能记决议"))
  }

  @Test("an outcome is one of its words, and says what it was before")
  func outcomes() throws {
    let work = try work("说了半天。")
    let session = try work.session()
    #expect(try session.perform(outcome("暂缓")).did.zh == "M-2025-008#1 一件事：下次再议")
    #expect(
      try work.text(Self.path).contains("### 1. 一件事\n\n- 结论: 下次再议\n\n说了半天。\n"))
    let again = try session.perform(outcome("达成一致"))
    #expect(again.did.zh.hasSuffix("达成一致（原来是「下次再议」）"))
    #expect(try session.perform(outcome("达成一致")).recorded.isEmpty)
    let near = try session.refusal(of: outcome("达成一至"))
    #expect(near.hint?.zh.contains("是不是想写「达成一致」") == true)
    #expect(try session.refusal(of: outcome("达成一致", item: 7)).message.zh.contains("没有议题「7」"))
  }

  @Test("before the meeting an item may only be put off or taken back")
  func earlyOutcome() throws {
    let work = try work("", status: "已通知")
    let refused = try work.session().refusal(of: outcome("达成一致"))
    #expect(refused.message.zh.contains("还是「已通知」"))
    try work.session().perform(outcome("撤回"))
    #expect(try work.text(Self.path).contains("- 结论: 撤回\n"))
  }
}
