import HallModel
import HallWords
import TestSupport
import Testing

@testable import HallWork

@Suite("Items of a coming meeting")
struct AgendaItemActTests {
  private static let path = "agendas/M-2025-010.md"
  private static let matterPath = "matters/Q-2025-014.md"

  private static let items = """
    ### 1. 主管

    - 问题: Q-2025-014

    #### 表决: 换管

    - 规则: 赞成多于反对

    ### 2. 车棚

    先看 M-2025-010#1。

    ### 3. 其他

    """

  private func work(
    status: String = "拟定", front: String = "", items: String = Self.items,
    matter: String = "- 2025-11-30 会商: M-2025-010#2 一并议\n"
  ) throws -> WorkHall {
    try WorkHall(files: [
      Self.path: """
      ---
      会议: M-2025-010
      状态: \(status)
      时间: 2025-12-11 14:30
      \(front)---

      # 协商会

      ## 议程

      \(items)
      """,
      Self.matterPath: "---\n问题: Q-2025-014\n日期: 2025-03-02\n---\n\n# 反水\n\n## 进展\n\n" + matter,
    ])
  }

  private func headings(_ work: WorkHall) throws -> [String] {
    try work.text(Self.path).split(separator: "\n").filter { $0.hasPrefix("### ") }.map(String.init)
  }

  @Test("an item goes last, with its facts in the order of the format")
  func last() throws {
    let work = try work()
    var act = AddAgendaItem("M-2025-010", "停车")
    act.matters = ["Q-2025-014"]
    act.fields = [GivenField(.raisedBy, "张三"), GivenField(.duration, "20")]
    let step = try work.session().perform(act)
    #expect(step.did.zh == "M-2025-010 加了议题 4：停车（20分钟）")
    #expect(step.notes.map(\.zh) == ["注意：议题 1「主管」说的也是这件事"])
    #expect(
      try work.text(Self.path).hasSuffix(
        "### 3. 其他\n\n### 4. 停车\n\n- 问题: Q-2025-014\n- 提出: 居民/张三\n- 时长: 20分钟\n"))
    #expect(step.recorded.last?.why == "加议题 停车")
  }

  @Test("an item that is there takes facts, each read as the files write it")
  func changed() throws {
    let work = try work()
    let step = try work.session().perform(
      ChangeAgendaItem(
        "3", of: "M-2025-010",
        [
          GivenField(.chair, "李四"), GivenField(.duration, "半小时"), GivenField(.recused, "张三"),
          GivenField(.recused, "钱七"), GivenField(.attachment, "方案"), GivenField(.attachment, "报价"),
        ]))
    #expect(
      step.did.zh
        == "M-2025-010 议题 3「其他」 主持：李四；时长：30分钟；回避：张三；回避：钱七；附件：方案；附件：报价")
    let text = try work.text(Self.path)
    for line in ["主持: 李四", "时长: 30分钟", "回避: 张三、钱七", "附件: 方案", "附件: 报价"] {
      #expect(text.contains("- \(line)\n"), "\(line)")
    }
    let none = try work.session().refusal(of: ChangeAgendaItem("3", of: "M-2025-010", []))
    #expect(none.message.zh == "没有说改什么")
    let unknown = try work.session().refusal(
      of: ChangeAgendaItem("9", of: "M-2025-010", [GivenField(.chair, "李四")]))
    #expect(unknown.message.zh == "「M-2025-010」没有议题「9」")
    #expect(try work.text(Self.path) == text)
  }

  @Test("without a title it has that of its matter")
  func titleOfMatter() throws {
    let work = try work()
    var act = AddAgendaItem("M-2025-010", nil)
    #expect(throws: Refusal.self) { try work.session().perform(act) }
    act.matters = ["Q-2025-014"]
    try work.session().perform(act)
    #expect(try headings(work).last == "### 4. 反水")
  }

  @Test(
    "before the notice the items are numbered in their order, and what names them follows",
    arguments: [(0, ["停车", "主管", "车棚", "其他"]), (1, ["主管", "停车", "车棚", "其他"])])
  func between(after: Int, titles: [String]) throws {
    let work = try work()
    var act = AddAgendaItem("M-2025-010", "停车")
    act.after = String(after)
    let step = try work.session().perform(act)
    #expect(
      try headings(work) == titles.enumerated().map { "### \($0.offset + 1). \($0.element)" })
    #expect(try work.text(Self.matterPath).contains("会商: M-2025-010#3 一并议"))
    #expect(try work.text(Self.path).contains("先看 M-2025-010#\(after == 0 ? 2 : 1)。"))
    #expect(step.number == after + 1)
    #expect(step.recorded.filter { $0.why == "加议题 停车" }.count == 2)
    // One step takes back both documents.
    try work.session().perform(UndoStep())
    #expect(try work.text(Self.matterPath).contains("会商: M-2025-010#2 一并议"))
    #expect(try headings(work) == ["### 1. 主管", "### 2. 车棚", "### 3. 其他"])
  }

  @Test("an item moves with its vote, to the front, after another, or to the end")
  func moved() throws {
    let work = try work()
    var act = MoveAgendaItem("1", of: "M-2025-010")
    act.after = "2"
    let step = try work.session().perform(act)
    #expect(step.did.zh == "M-2025-010 议题 1「主管」移到议题 2 后面，现在是议题 2")
    #expect(step.details == ["其他议题的编号跟着变：2→1"])
    #expect(
      try work.text(Self.path).hasSuffix(
        """
        ### 1. 车棚

        先看 M-2025-010#2。

        ### 2. 主管

        - 问题: Q-2025-014

        #### 表决: 换管

        - 规则: 赞成多于反对

        ### 3. 其他

        """))
    try work.session().perform(MoveAgendaItem("1", of: "M-2025-010"))
    #expect(try headings(work) == ["### 1. 主管", "### 2. 其他", "### 3. 车棚"])
    var front = MoveAgendaItem("3", of: "M-2025-010")
    front.after = "0"
    try work.session().perform(front)
    #expect(try headings(work) == ["### 1. 车棚", "### 2. 主管", "### 3. 其他"])
  }

  @Test("once the notice is out the numbers stay, and the notice has to go out again")
  func notified() throws {
    let work = try work(status: "已通知", front: "通知: 2025-11-28\n")
    var act = AddAgendaItem("M-2025-010", "停车")
    act.after = "1"
    let step = try work.session().perform(act)
    #expect(
      step.notes.map(\.zh) == [
        "通知已经发出，各项的编号不变，只排先后",
        "注意：2025-11-28 发的通知里没有这一项，要补发；补发以后：hall 通知 M-2025-010 --已发",
      ])
    #expect(try headings(work) == ["### 1. 主管", "### 4. 停车", "### 2. 车棚", "### 3. 其他"])
    #expect(try work.text(Self.matterPath).contains("会商: M-2025-010#2 一并议"))
    var move = MoveAgendaItem("4", of: "M-2025-010")
    move.after = "0"
    let moved = try work.session().perform(move)
    #expect(moved.notes.map(\.zh).last == "注意：2025-11-28 发的通知里还是原来的先后")
    #expect(try headings(work) == ["### 4. 停车", "### 1. 主管", "### 2. 车棚", "### 3. 其他"])
  }

  @Test("approved minutes that name an item keep the numbers as they are")
  func namedByApproved() throws {
    let work = try work()
    try work.add(
      "agendas/M-2025-009.md", meeting(9, status: "已确认", item: "转 M-2025-010#2 再议。"))
    var act = AddAgendaItem("M-2025-010", "停车")
    act.after = "0"
    let step = try work.session().perform(act)
    #expect(step.notes.map(\.zh) == ["已确认的 M-2025-009 提到了这里的议题，各项的编号不变，只排先后"])
    #expect(try headings(work).first == "### 4. 停车")
  }

  @Test("a meeting that was held may have its order changed, and its votes stay what they are")
  func held() throws {
    let items = """
      ### 1. 主管

      #### 表决: 换管

      - 规则: 赞成多于反对
      - 同意: 3
      - 反对: 1
      - 结果: 通过

      #### 决议 D1: 换管

      - 依据: 表决 换管

      - [ ] T1 报价
        - 负责: 物业/赵六
        - 期限: 2025-12-30

      ### 2. 车棚

      """
    let work = try work(status: "已召开", items: items)
    let before = try work.hall().meetings[0]
    try work.session().perform(MoveAgendaItem("1", of: "M-2025-010"))
    let after = try work.hall().meetings[0]
    #expect(after.items.map(\.number) == [2, 1])
    #expect(after.decisions.map(\.number) == [1] && after.tasks.map(\.number) == [1])
    #expect(after.place(of: after.votes[0]).item == before.place(of: before.votes[0]).item)
    #expect(after.vote(above: after.decisions[0])?.title == "换管")
  }

  @Test("approved minutes and a cancelled meeting are refused", arguments: ["已确认", "取消"])
  func refused(status: String) throws {
    let work = try work(status: status)
    let before = try work.text(Self.path)
    let added = try work.session().refusal(of: AddAgendaItem("M-2025-010", "停车"))
    let moved = try work.session().refusal(of: MoveAgendaItem("1", of: "M-2025-010"))
    for refusal in [added, moved] {
      #expect(refusal.message.zh.contains("已经" + (status == "取消" ? "取消" : "确认")))
    }
    #expect(try work.text(Self.path) == before)
  }

  @Test(
    "what cannot be is said, and nothing is written",
    arguments: [
      ("9", "20", "没有议题「9」"), ("1", "很久", "「很久」读不懂"), ("1", "0", "「0」读不懂"),
    ])
  func wrong(after: String, duration: String, message: String) throws {
    let work = try work()
    var act = AddAgendaItem("M-2025-010", "停车")
    (act.after, act.fields) = (after, [GivenField(.duration, duration)])
    #expect(try work.session().refusal(of: act).message.zh.contains(message))
    var move = MoveAgendaItem("2", of: "M-2025-010")
    move.after = "2"
    #expect(try work.session().refusal(of: move).message.zh.contains("不能排在自己后面"))
    #expect(!work.has("history/M-2025-010.md"))
  }
}
