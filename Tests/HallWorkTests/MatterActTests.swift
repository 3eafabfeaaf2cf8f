import HallModel
import HallWords
import TestSupport
import Testing

@testable import HallWork

@Suite("Matters go through their steps, on a session")
struct MatterActTests {
  private static let path = "matters/Q-2025-014.md"
  private static let id = "Q-2025-014"

  /// A hall with one matter and what is written of it.
  private func work(
    _ log: String = "- 2025-03-02 收集\n", meetings: [String: String] = [:], charter: String = "",
    period: String = ""
  ) throws -> WorkHall {
    let matter = "---\n问题: Q-2025-014\n日期: 2025-03-02\n---\n\n# 一楼反水\n\n## 进展\n\n" + log
    return try WorkHall(
      "---\n议事厅: 试厅\n语言: zh\n\(period)---\n\n# 试厅\n" + charter
        + "\n## 名册\n\n| 姓名 | 方 |\n| --- | --- |\n| 王五 | 社区 |\n| 市政排水 | 职能部门 |\n",
      files: meetings.merging([Self.path: matter], uniquingKeysWith: { first, _ in first }))
  }

  private func note(_ text: String?, step: String? = nil, on day: String? = nil) -> NoteMatter {
    var act = NoteMatter(Self.id, text)
    act.step = step
    act.on = day.map { SpokenDay($0, called: "--on") }
    return act
  }

  private func summons(_ units: String..., by day: String, about: String? = nil) -> SummonUnits {
    var act = SummonUnits(units, to: Self.id)
    act.by = SpokenDay(day, called: "--respond-by")
    act.about = about
    return act
  }

  private func state(_ work: WorkHall) throws -> MatterState {
    let hall = try work.hall()
    return hall.state(of: try #require(hall.matters.first { $0.name == Self.id }), on: nil)
  }

  @Test("an English hall has its matters in English")
  func english() throws {
    let work = try WorkHall("---\nhall: Test\nlanguage: en\n---\n\n# Test\n")
    let path = "matters/Q-2025-001.md"
    var session = try work.session()
    var found = AddMatter("Lights out")
    found.level = "楼栋"
    found.on = SpokenDay("2025-11-30", called: "--on")
    try session.perform(found)
    #expect(
      try work.text(path)
        == "---\nmatter: Q-2025-001\non: 2025-11-30\nlevel: building\n---\n\n# Lights out\n\n"
        + "## Log\n\n- 2025-11-30 collected\n")
    var whistle = SummonUnits(["departments/Power"], to: "Q-2025-001")
    whistle.by = SpokenDay("2025-12-05", called: "--respond-by")
    try session.perform(whistle)
    var close = CloseMatter("Q-2025-001", solved: "lamps in")
    close.isAnyway = true
    session.reason = "paper to follow"
    try session.perform(close)
    let text = try work.text(path)
    #expect(
      text.contains("- 2025-12-01 summoned: departments/Power\n- [ ] T1 report: Lights out\n"))
    #expect(text.contains("- 2025-12-01 closed: lamps in (left open T1: paper to follow)\n"))
    #expect(text.contains("- [ ] T2 revisited\n  - lead: community\n  - due: 2025-12-16\n"))
  }

  @Test("who raised a new matter and where it is are asked, and may be left out")
  func asked() throws {
    let work = try work()
    let (step, asked) = try work.session(asks: true)
      .perform(AddMatter("路灯不亮"), saying: "居民/张三", "背街")
    #expect(asked.map { String($0.prefix { $0 != "（" }) } == ["谁提出的", "在哪里"])
    #expect(step.did.zh == "已记下问题 Q-2025-015：路灯不亮，2025-12-01 周一")
    #expect(
      try work.text("matters/Q-2025-015.md").contains("提出: 居民/张三\n日期: 2025-12-01\n地点: 背街\n"))
    let (_, again) = try work.session(asks: true).perform(AddMatter("垃圾没人收"))
    #expect(again.count == 2)
    #expect(try !work.text("matters/Q-2025-016.md").contains("提出"))
    // Off a terminal nothing is needed.
    #expect(try work.session().perform(AddMatter("井盖松动")).recorded.count == 1)
  }

  @Test("a hotline's ticket is to be answered by a day, which is asked")
  func replyDay() throws {
    let work = try work()
    var act = AddMatter("路灯不亮")
    act.source = "12345热线"
    let (step, asked) = try work.session(asks: true).perform(act, saying: "5个工作日")
    #expect(asked.first?.hasPrefix("最晚哪天答复") == true)
    #expect(step.did.zh.hasSuffix("，最晚 2025-12-08 周一 答复"))
    #expect(try work.text("matters/Q-2025-015.md").contains("答复期限: 2025-12-08\n"))
    act.replyBy = SpokenDay("2025-11-30", called: "--reply-by")
    #expect(
      try work.session().refusal(of: act).message.zh == "答复的期限 2025-11-30 周日 早于发现的那天 2025-12-01")
  }

  @Test("an open matter much like it is mentioned, and none that is closed")
  func similar() throws {
    let work = try work()
    let step = try work.session().perform(AddMatter("2号楼一楼反水"))
    #expect(step.notes.map(\.zh) == ["注意：和还没结案的 Q-2025-014 一楼反水 很像，看看是不是一件事"])
    try work.session().perform(CloseMatter(Self.id, solved: "修好了"))
    let later = try work.session().perform(AddMatter("2号楼一楼反水了"))
    #expect(!later.notes.contains { $0.zh.contains(Self.id) })
    #expect(later.notes.contains { $0.zh.contains("Q-2025-015") })
  }

  @Test("a note is a step where one is named, and else a remark")
  func notes() throws {
    let work = try work()
    let session = try work.session()
    try session.perform(note("疏通与更换两案", step: "方案", on: "3-5"))
    try session.perform(note("吹哨: 结案: 假的"))
    try session.perform(note(nil, step: "struck off"))
    #expect(
      try work.text(Self.path).hasSuffix(
        "- 2025-03-02 收集\n- 2025-03-05 方案: 疏通与更换两案\n- 2025-12-01 备注: 吹哨: 结案: 假的\n"
          + "- 2025-12-01 销号\n"))
    #expect(try state(work).stage == .proposed)
    let late = try session.perform(note("补记", on: "2025-03-01"))
    #expect(late.warnings.contains { $0.zh.contains("2025-03-01 早于上一步的 2025-12-01") })
  }

  @Test("an escalation begins with its level")
  func escalation() throws {
    let work = try work()
    let before = try work.text(Self.path)
    let refused = try work.session().refusal(of: note("请协调", step: "上报"))
    #expect(refused.message.zh.contains("上报要先写报到哪一级"))
    #expect(try work.text(Self.path) == before)
    try work.session().perform(note("街道，请协调", step: "上报"))
    let hall = try work.hall()
    #expect(hall.matters.first { $0.name == Self.id }?.level == .subdistrict)
  }

  @Test(
    "steps that do more have acts of their own, and others are none",
    arguments: [
      ("结案", "hall 问题 结案 Q-2025-014"), ("吹哨", "hall 问题 吹哨 Q-2025-014"),
      ("重开", "hall 问题 重开 Q-2025-014"), ("催半", "是不是想写「催办」"),
    ])
  func steps(word: String, hint: String) throws {
    let work = try work()
    let before = try work.text(Self.path)
    let refused = try work.session().refusal(of: note("甲", step: word))
    #expect(refused.hint?.zh.contains(hint) == true, "\(refused)")
    #expect(try work.session().refusal(of: note(nil)).kind != .disk)
    #expect(try work.text(Self.path) == before)
  }

  @Test("a whistle is one line, and a task with a deadline for each unit")
  func summon() throws {
    let work = try work()
    let step = try work.session().perform(
      summons("市政排水、职能部门/供热公司", "市政排水", by: "3个工作日"))
    #expect(
      step.did.zh
        == "Q-2025-014 已吹哨：职能部门/市政排水、职能部门/供热公司，最晚 2025-12-04 周四 到场（T1、T2）")
    #expect(
      try work.text(Self.path).hasSuffix(
        """
        - 2025-03-02 收集
        - 2025-12-01 吹哨: 职能部门/市政排水、职能部门/供热公司
        - [ ] T1 到场会商一楼反水
          - 负责: 职能部门/市政排水
          - 期限: 2025-12-04
        - [ ] T2 到场会商一楼反水
          - 负责: 职能部门/供热公司
          - 期限: 2025-12-04

        """))
    // 供热公司 is on no roster.
    #expect(step.warnings.contains { $0.zh.contains("供热公司") })
    try work.session().perform(summons("市政排水", by: "+1d", about: "复勘"))
    #expect(try work.text(Self.path).contains("- [ ] T3 到场会商复勘\n"))
  }

  @Test("who was called by the hour reports with the hour; who was called by the day, with the day")
  func reportedByTheHour() throws {
    for (due, line) in [("2小时", "- 2025-12-01 09:00 报到: 到了\n"), ("3个工作日", "- 2025-12-01 报到: 到了\n")]
    {
      let work = try work()
      try work.session().perform(summons("市政排水", by: due))
      var act = NoteMatter("Q-2025-014", "到了")
      act.step = "报到"
      try work.session().perform(act)
      let text = try work.text(Self.path)
      #expect(text.contains(line), "\(text)")
    }
  }

  @Test(
    "who cannot be summoned, or not by then, is refused",
    arguments: [
      ("酒店/前台", "+3d", "「酒店」不是写明的一方"), ("哪家公司", "+3d", "不知道「哪家公司」是哪一方的"),
      ("市政排水", "2025-11-01", "早于吹哨的 2025-12-01"),
    ])
  func refusedSummons(unit: String, day: String, message: String) throws {
    let work = try work()
    let before = try work.text(Self.path)
    let refused = try work.session().refusal(of: summons(unit, by: day))
    #expect(refused.message.zh.contains(message), "\(refused)")
    if unit == "哪家公司" {
      #expect(refused.hint?.zh.contains("写成「职能部门/哪家公司」这样") == true, "\(refused)")
    }
    #expect(try work.text(Self.path) == before)
  }

  @Test("a whistle for nobody is refused as one whose units are missing")
  func noUnits() throws {
    let work = try work()
    let refused = try work.session().refusal(of: summons("、", by: "+3d"))
    #expect(refused.kind == .missing(Phrase(zh: "单位", en: "PARTY/UNIT")))
  }

  @Test("a matter is closed with a day to visit again")
  func close() throws {
    let work = try work("- 2025-03-02 收集\n- [ ] T1 常年巡查\n  - 负责: 社区/王五\n  - 期限: 长期\n")
    let step = try work.session().perform(CloseMatter(Self.id, solved: "主管已更换"))
    #expect(
      step.did.zh == "Q-2025-014 已结案：主管已更换；社区/王五 最晚 2025-12-16 周二 回访（T2）")
    #expect(
      try work.text(Self.path).hasSuffix(
        "- 2025-12-01 结案: 主管已更换\n- [ ] T2 回访\n  - 负责: 社区/王五\n  - 期限: 2025-12-16\n"))
    let again = try work.session().refusal(of: CloseMatter(Self.id, solved: "再结一次"))
    #expect(again.message.zh.contains("已经结案了"))
  }

  @Test("the visit is due by the hall's period and calendar; a stranger leaves it to who convenes")
  func revisit() throws {
    let parts = "\n## 各方\n\n- 居委会: 召集\n- 社区: 列席\n- 职能部门: 列席\n"
    let work = try work(charter: parts + "\n## 日历\n\n- 休: 2025-12-12\n", period: "回访期: 11天\n")
    var session = try work.session()
    session.author = "外人"
    try session.perform(CloseMatter(Self.id, solved: "好了"))
    // The eleventh day is off, and a weekend follows.
    #expect(
      try work.text(Self.path).contains("- [ ] T1 回访\n  - 负责: 居委会\n  - 期限: 2025-12-15\n"))
  }

  @Test("open tasks, its own and those of meetings, keep a matter open")
  func openTasks() throws {
    let work = try work(
      "- 2025-03-02 收集\n- [ ] T1 看现场\n  - 负责: 社区/王五\n  - 期限: 2025-12-05\n",
      meetings: [
        "agendas/M-2025-008.md": meeting(
          item: "- 问题: Q-2025-014\n- 结论: 达成一致\n\n- [ ] T2 换主管\n  - 负责: 物业\n  - 期限: 2025-12-20\n")
      ])
    let before = try work.text(Self.path)
    var session = try work.session()
    var close = CloseMatter(Self.id, solved: "好了")
    let refused = try session.refusal(of: close).message.zh
    #expect(refused.contains("还有 2 项任务没完成"))
    #expect(refused.contains("  Q-2025-014-T1  2025-12-05  社区/王五  看现场\n"))
    #expect(refused.contains("  M-2025-008-T2  2025-12-20  物业  换主管"))
    close.isAnyway = true
    #expect(try session.refusal(of: close).message.zh.contains("要写理由"))
    #expect(try work.text(Self.path) == before)
    session.reason = "手续后补"
    try session.perform(close)
    #expect(
      try work.text(Self.path).contains(
        "- 2025-12-01 结案: 好了（未完成 T1、M-2025-008-T2：手续后补）\n- [ ] T2 回访\n"))
  }

  @Test("after an unsatisfied visit reopening is proposed, and starts the matter anew")
  func reopen() throws {
    let work = try work()
    let session = try work.session()
    let early = try session.refusal(of: ReopenMatter(Self.id, because: "还漏"))
    #expect(early.message.zh.contains("还没有结案"))
    try session.perform(CloseMatter(Self.id, solved: "好了"))
    var visit = FinishTask("Q-2025-014-T1")
    visit.result = "不满意"
    let visited = try session.perform(visit)
    #expect(visited.next.contains("hall matter reopen Q-2025-014 '还有什么没解决'"))
    let step = try session.perform(ReopenMatter(Self.id, because: "又反水了"))
    #expect(step.did.zh == "Q-2025-014 已重开：又反水了")
    #expect(try work.text(Self.path).hasSuffix("- 2025-12-01 重开: 又反水了\n"))
    #expect(try state(work).stage == .collected)
    try session.perform(CloseMatter(Self.id, solved: "又好了"))
    #expect(try state(work).stage == .closed)
  }

  @Test("a visit still to be made is cancelled with the reopening, which must come last")
  func reopenBeforeTheVisit() throws {
    let work = try work()
    let session = try work.session()
    try session.perform(CloseMatter(Self.id, solved: "好了"))
    let before = try work.text(Self.path)
    var early = ReopenMatter(Self.id, because: "还漏")
    early.on = SpokenDay("2025-11-01", called: "--on")
    #expect(try session.refusal(of: early).message.zh.contains("什么也没有写"))
    #expect(try work.text(Self.path) == before)
    let step = try session.perform(ReopenMatter(Self.id, because: "还漏"))
    #expect(step.did.zh.contains("回访一并取消"))
    #expect(
      try work.text(Self.path).contains(
        "- [-] T1 回访\n  - 负责: 社区/王五\n  - 期限: 2025-12-16\n  - 进展: 2025-12-01 取消：问题重开\n"))
  }

  @Test("only the lines of the fact are written into a messy file")
  func messy() throws {
    let messy =
      "---\r\n问题：Q-2025-014\r\n---\r\n# 一楼反水\r\n## 办理过程\r\n* 2025-03-02　收集\r\n\r\n\r\n## 别的\r\n话"
    let work = try work(meetings: [Self.path: messy])
    try work.session().perform(note("甲"))
    #expect(
      try work.text(Self.path)
        == messy.replacing("收集\r\n", with: "收集\r\n- 2025-12-01 备注: 甲\r\n"))
  }
}
