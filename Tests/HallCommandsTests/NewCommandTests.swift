import Foundation
import HallCommands
import HallSyntax
import TestSupport
import Testing

@Suite("Drafting the agenda of a meeting")
struct NewCommandTests {
  /// A held meeting that left a deferred item, an item without an outcome and two dated tasks.
  static let earlier = """
    ---
    会议: M-2025-008
    状态: 已召开
    时间: 2025-09-25 14:30
    ---

    # 协商会

    ## 参会人员

    - 居民: 张三

    ## 议程

    ### 1. 车棚选址

    - 问题: Q-2025-001
    - 时长: 30分钟
    - 结论: 下次再议

    ### 2. 垃圾投放点

    ### 3. 换主管

    - 结论: 达成一致

    - [ ] T1 取得报价
      - 负责: 物业/赵六
      - 期限: 2025-12-20
    - [ ] T2 [x] 公示
      - 负责: 社区/王五
      - 期限: 2025-10-15
    - [ ] T3 清运
      - 期限: 长期
    - [x] T4 看现场
      - 完成: 2025-09-26

    """

  private func hall() throws -> TestHall {
    try TestHall([
      "agendas/M-2025-008.md": Self.earlier, "matters/Q-2025-001.md": AgendaTemplateTests.matter,
    ])
  }

  @Test("options go to the front matter, and items to the agenda")
  func facts() throws {
    let hall = try hall()
    let answer = hall.atTerminal(
      "拟会", "车棚 协商会", "--on", "下周五", "--at", "14:30–16:00", "--place", "二楼", "--chair", "社区/李四",
      "--matter", "Q1", "--item", "通报")
    #expect(
      answer.output == """
        已拟 M-2025-009：车棚 协商会 2025-12-12 周五 14:30-16:00
        接下来可以：
          hall 议题 M-2025-009 标题
          hall 通知 M-2025-009
          hall 编辑 M-2025-009
          还有 1 项没议完的议题（M-2025-008#2）没有带上；拟会时加 --带上 就会带上

        """)
    #expect(answer.errors == "" && answer.status == 0)
    #expect(
      hall.text("agendas/M-2025-009.md") == """
        ---
        会议: M-2025-009
        状态: 拟定
        时间: 2025-12-12 14:30-16:00
        地点: 二楼
        主持: 社区/李四
        记录: 王五
        ---

        # 车棚 协商会

        ## 议程

        ### 1. 楼下反水

        - 问题: Q-2025-001

        ### 2. 通报

        """)
    #expect(hall.text("history/M-2025-009.md").contains("* by: 王五\n* why: 拟定议程\n"))
  }

  @Test("with only a title and a day, the fields to fill in are there but empty")
  func bare() throws {
    let hall = try hall()
    #expect(
      hall.write("new", "例会", "--on", "2026-01-09").output == "已拟 M-2026-001：例会 2026-01-09 周五\n")
    #expect(
      hall.text("agendas/M-2026-001.md") == """
        ---
        会议: M-2026-001
        状态: 拟定
        时间: 2026-01-09
        地点:
        主持:
        记录: 王五
        ---

        # 例会

        ## 议程

        """)
  }

  @Test("--carry takes over open items with their origin, and open tasks as prose")
  func carried() throws {
    let hall = try hall()
    let answer = hall.write("new", "例会", "--on", "2025-12-12", "--carry")
    #expect(answer.status == 0 && answer.errors == "")
    #expect(
      hall.text("agendas/M-2025-009.md").hasSuffix(
        """
        ## 议程

        ### 1. 车棚选址

        - 问题: Q-2025-001
        - 时长: 30分钟

        接 M-2025-008#1（2025-09-25，下次再议）。

        ### 2. 垃圾投放点

        接 M-2025-008#2（2025-09-25，没有结论）。

        ### 3. 任务落实情况

        逐项念一遍：办完的念一句；没办完的说清卡在哪里、什么时候办完。

        - M-2025-008-T2 [x] 公示（社区/王五，期限 2025-10-15，已过期限）
        - M-2025-008-T1 取得报价（物业/赵六，期限 2025-12-20）

        """))
    #expect(
      hall.run("list", "tasks", "--json").output.components(separatedBy: "M-2025-009").count == 1)
    // Items are taken over once: only the tasks are left for the next meeting.
    #expect(hall.write("new", "再会", "--on", "2025-12-19", "--carry").status == 0)
    let next = hall.text("agendas/M-2025-010.md")
    #expect(next.contains("### 1. 任务落实情况") && !next.contains("### 2."))
  }

  @Test("--carry takes over a matter only once, and never the item about tasks")
  func once() throws {
    let hall = try hall()
    _ = hall.write(
      "new", "例会", "--on", "2025-12-12", "--carry", "--matter", "Q-2025-001", "--template", "三方协商")
    let text = hall.text("agendas/M-2025-009.md")
    #expect(text.contains("### 1. 楼下反水\n\n- 问题: Q-2025-001\n- 时长: 60分钟\n"))
    #expect(text.contains("接 M-2025-008#1（2025-09-25，下次再议）。\n\n#### 表决"))
    #expect(!text.contains("车棚选址"))
    #expect(hall.run("check").status == 0)
    try hall.edit("agendas/M-2025-009.md", "拟定", "已召开")
    try hall.edit("agendas/M-2025-009.md", "## 议程", "## 参会人员\n\n- 居民: 张三\n\n## 议程")
    _ = hall.write("new", "再会", "--on", "2025-12-19", "--carry")
    #expect(hall.text("agendas/M-2025-010.md").components(separatedBy: "任务落实情况").count == 2)
    #expect(!hall.text("agendas/M-2025-010.md").contains("接 M-2025-009#3"))
  }

  @Test("open tasks get their own item and do not fill the template")
  func tasksOnly() throws {
    let hall = try TestHall([
      "agendas/M-2025-008.md": meeting(item: "- 结论: 达成一致\n\n- [ ] T1 做事\n  - 期限: 2025-12-20\n")
    ])
    _ = hall.write("new", "会", "--on", "2025-12-19", "--carry", "--template", "维修")
    let text = hall.text("agendas/M-2025-009.md")
    #expect(text.contains("### 1. 修什么、为什么要修\n"))
    #expect(text.contains("### 3. 任务落实情况\n\n逐项"))
    #expect(text.hasSuffix("\n- M-2025-008-T1 做事（期限 2025-12-20）\n"))
  }

  @Test(
    "typed text stays plain text",
    arguments: [
      "甲\n## 表决\n- 结果: 通过", "## 表决", "---", "- [x] T9 做完了", "```", "~~~", "<!-- 藏起来", "-->",
      "{{问题}}", "甲\r\n---\r\n乙", "| a | b |", "甲\u{2028}## 议程", "- 结论: 达成一致", "#", "1. ```",
    ])
  func hostile(_ text: String) throws {
    for template in ["普通", "三方协商", "吹哨", "own"] {
      let hall = try TestHall([
        "agendas/templates/own.md":
          "# {{标题}}\n\n{{地点}}\n\n- {{各处}}\n\n## 议程\n\n### 1. 一件事\n\n- 附件: {{议题}}\n\n"
          + "{{议题}}\n\n#### 表决: {{议题}}\n"
      ])
      let answer = hall.write(
        "new", "--on", "2025-12-19", "--place", text, "--chair", text, "--clerk", text, "--item",
        text, "--item", text,
        "--template", template, "--", text)
      #expect(answer.status == 0, "\(template): \(answer.errors)")
      #expect(answer.output.components(separatedBy: "\n").count == 2)
      #expect(hall.run("check").status == 0, "\(template): \(hall.run("check").output)")
      let file = hall.text("agendas/M-2025-001.md")
      let document = Document(
        path: "agendas/M-2025-001.md", kind: .meeting, bytes: Array(file.utf8))
      let forged: [Node.Kind] = [.task, .decision, .fence, .stray, .table]
      #expect(!document.nodes.contains { forged.contains($0.kind) }, "\(file)")
      let facts: [Keyword] = [.outcome, .voteResult]
      #expect(!document.nodes.contains { $0.keyword.map(facts.contains) ?? false }, "\(file)")
      let lines = file.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.filter { $0 == "---" }.count == 2, "\(file)")
      #expect(!lines.contains { $0.hasPrefix("## 表决") || $0.hasPrefix("- [x]") || $0 == "```" })
      #expect(lines.filter { $0.hasPrefix("## ") } == ["## 议程"], "\(file)")
    }
  }

  @Test("a value that would be read as a field or task is refused, and nothing is written")
  func forged() throws {
    let hall = try TestHall(["agendas/templates/own.md": "## 议程\n\n### 1. 甲\n\n- {{什么}}\n"])
    for text in ["结论: 达成一致", "[ ] T1 做事"] {
      let answer = hall.write(
        "new", "会", "--on", "2025-12-19", "--template", "own", "--fill", "什么=" + text)
      #expect(answer.status == 2, "\(hall.text("agendas/M-2025-001.md"))")
      #expect(answer.errors.contains("什么也没有写"), "\(answer.errors)")
    }
    #expect(hall.text("agendas/M-2025-001.md") == "")
  }

  @Test(
    "an agenda that is too long or a day in the past leads only to a note")
  func notes() throws {
    let hall = try hall()
    let long = hall.write(
      "new", "会", "--on", "2025-12-19", "--at", "14:30-15:00", "--template", "三方协商")
    #expect(long.status == 0)
    #expect(long.errors == "注意：各项议题一共 60分钟，会议只有 30分钟\n")
    #expect(
      hall.write("new", "会", "--on", "2025-11-19").errors == "注意：2025-11-19 周三 已经过去了\n")
  }

  @Test("missing or invalid arguments are refused, and nothing is written")
  func refused() throws {
    let hall = try hall()
    #expect(hall.write("new").errors.contains("还要写「标题」"))
    #expect(hall.write("new", "会").errors.contains("还没有写哪天开会"))
    #expect(hall.write("new", " ", "--on", "2025-12-19").errors.contains("标题是空的"))
    #expect(hall.write("new", "会", "--on", "2025-02-30").errors.contains("没有这一天"))
    #expect(hall.write("new", "会", "--on", "明天", "--at", "16:00-14:30").errors.contains("结束得比开始早"))
    #expect(hall.write("new", "会", "--on", "明天", "--at", "下午").errors.contains("「下午」读不懂"))
    #expect(hall.write("new", "会", "--on", "明天", "--matter", "Q1").status == 2)
    #expect(hall.write("new", "会", "--on", "明天", "--matter", "M-2025-008").errors.contains("不是问题"))
    #expect(hall.write("new", "会", "--on", "明天", "--chair", "酒店/甲").errors.contains("什么也没有写"))
    #expect(hall.text("agendas/M-2025-009.md") == "")
    #expect(hall.text("history/M-2025-009.md") == "")
  }

  @Test("a dry run shows the agenda and writes nothing")
  func dryRun() throws {
    let hall = try hall()
    let before = try hall.everything()
    let answer = hall.write("new", "会", "--on", "明天", "-n")
    #expect(answer.output.hasPrefix("--- /dev/null\n+++ b/agendas/M-2025-009.md\n"))
    #expect(answer.output.contains("\n+# 会\n"))
    #expect(try hall.everything() == before)
  }

  @Test("a day without a year is refused if it has just passed")
  func dayJustPast() throws {
    let hall = try TestHall([:])
    let refused = hall.write("new", "例会", "--on", "10月23日")
    #expect(refused.status == 2)
    #expect(refused.errors.contains("可以是 2025-10-23 周四，也可以是 2026-10-23 周五"))
    #expect(refused.errors.contains("写成 2025-10-23 这样"))
    #expect(hall.text("agendas/M-2025-001.md").isEmpty)
    #expect(hall.write("new", "例会", "--on", "8月20日").output.contains("2026-08-20"))
    #expect(hall.write("new", "例会", "--on", "2025-10-23").output.contains("2025-10-23"))
  }

  @Test("a note says if the clerk is left empty")
  func strangerAsClerk() throws {
    let hall = try TestHall(
      [:], charter: TestHall.charter + "\n## 名册\n\n| 姓名 | 方 |\n| --- | --- |\n| 王五 | 社区 |\n")
    let answer = hall.write("new", "例会", "--on", "2025-12-12", "--by", "路人")
    #expect(answer.errors.contains("注意：名册里没有「路人」，「记录」空着；用 --记录 方/人 写上\n"))
    #expect(hall.text("agendas/M-2025-001.md").contains("\n记录:\n"))
    let named = hall.write("new", "例会", "--on", "2025-12-12", "--by", "路人", "--clerk", "王五")
    #expect(!named.errors.contains("名册里没有"))
  }
}
