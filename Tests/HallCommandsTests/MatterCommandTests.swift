import HallCommands
import HallModel
import HallWords
import Testing

@Suite("Matters go through their steps")
struct MatterCommandTests {
  private static let path = "matters/Q-2025-014.md"

  /// A hall with one matter and what is written of it; its clock stands at 2025-12-01.
  private func hall(
    _ log: String = "- 2025-03-02 收集\n", meetings: [String: String] = [:], charter: String = ""
  ) throws -> TestHall {
    let matter = "---\n问题: Q-2025-014\n日期: 2025-03-02\n---\n\n# 一楼反水\n\n## 进展\n\n" + log
    let roster = "\n## 名册\n\n| 姓名 | 方 |\n| --- | --- |\n| 王五 | 社区 |\n| 市政排水 | 职能部门 |\n"
    return try TestHall(
      meetings.merging([Self.path: matter], uniquingKeysWith: { first, _ in first }),
      charter: TestHall.charter + charter + roster)
  }

  // MARK: add

  @Test("a new matter has the next number of its year, its facts, and its first step")
  func add() throws {
    let hall = try hall()
    let answer = hall.atTerminal(
      "问题", "新增", "2号楼漏雨", "--source", "居民反映", "--raised-by", "匿名", "--on", "昨天",
      "--place", "2号楼", "--level", "street", "--ticket", "HH-1", "--text", "屋顶渗水。\n第二段。")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("没有「street」这个层级"))
    let again = hall.atTerminal(
      "问题", "新增", "2号楼漏雨", "--source", "居民反映", "--raised-by", "匿名", "--on", "昨天",
      "--place", "2号楼", "--level", "subdistrict", "--ticket", "HH-1", "--text", "屋顶渗水。\n第二段。")
    #expect(again.output.hasPrefix("已记下问题 Q-2025-015：2号楼漏雨，2025-11-30 周日\n"))
    #expect(
      hall.text("matters/Q-2025-015.md") == """
        ---
        问题: Q-2025-015
        来源: 居民反映
        提出: 匿名
        日期: 2025-11-30
        地点: 2号楼
        层级: 街道
        工单: HH-1
        ---

        # 2号楼漏雨

        屋顶渗水。

        第二段。

        ## 进展

        - 2025-11-30 收集

        """)
    #expect(hall.text("history/Q-2025-015.md").contains("* why: 新增问题：2号楼漏雨\n"))
    #expect(hall.run("check").status == 0)
    #expect(again.output.contains("  hall matter note Q-2025-015 '怎么办' --step 方案\n"))
  }

  @Test("an English hall has its matters in English")
  func english() throws {
    let hall = try TestHall([:], charter: "---\nhall: Test\nlanguage: en\n---\n\n# Test\n")
    _ = hall.write("matter", "add", "Lights out", "--level", "楼栋", "--on", "2025-11-30")
    #expect(
      hall.text("matters/Q-2025-001.md")
        == "---\nmatter: Q-2025-001\non: 2025-11-30\nlevel: building\n---\n\n# Lights out\n\n"
        + "## Log\n\n- 2025-11-30 collected\n")
    #expect(
      hall.write(
        "matter", "summon", "Q-2025-001", "departments/Power", "--respond-by", "2025-12-05"
      )
      .status == 0)
    _ = hall.write(
      "matter", "close", "Q-2025-001", "lamps in", "--anyway", "-m", "paper to follow")
    let text = hall.text("matters/Q-2025-001.md")
    #expect(
      text.contains("- 2025-12-01 summoned: departments/Power\n- [ ] T1 report: Lights out\n"))
    #expect(text.contains("- 2025-12-01 closed: lamps in (left open T1: paper to follow)\n"))
    #expect(text.contains("- [ ] T2 revisited\n  - lead: community\n  - due: 2025-12-16\n"))
  }

  @Test("a description is read from standard input")
  func standardInput() throws {
    let hall = try hall()
    let context = hall.context(
      environment: ["HALL_AUTHOR": "王五"],
      console: ScriptedConsole(["第一行", "- [x] T1 假的"], isInteractive: false))
    #expect(CommandTable.answer(["matter", "add", "漏雨", "--text", "-"], in: context).status == 0)
    #expect(
      hall.text("matters/Q-2025-015.md").contains("# 漏雨\n\n第一行\n\n\\- [x] T1 假的\n\n## 进展\n"))
    let refused = hall.atTerminal("matter", "add", "漏雨", "--text", "-", "--no-input")
    #expect(refused.status == 2)
  }

  @Test("nobody waits while a text comes through a pipe")
  func slowPipe() throws {
    let hall = try hall()
    let other = hall.context(environment: ["HALL_AUTHOR": "李四"])
    let console = SlowPipe("第一行") {
      _ = CommandTable.answer(["matter", "note", "Q-2025-014", "来过电话"], in: other)
    }
    let answer = CommandTable.answer(
      ["matter", "add", "漏雨", "--text", "-"],
      in: hall.context(environment: ["HALL_AUTHOR": "王五"], console: console))
    #expect(answer.status == 0)
    #expect(hall.text(Self.path).contains("来过电话"))
    #expect(hall.text("matters/Q-2025-015.md").contains("第一行"))
  }

  @Test("an open matter much like it is mentioned")
  func similar() throws {
    let hall = try hall()
    let answer = hall.write("matter", "add", "2号楼一楼反水")
    #expect(answer.status == 0)
    #expect(answer.errors == "注意：和还没结案的 Q-2025-014 一楼反水 很像，看看是不是一件事\n")
    // Somebody at a terminal is asked before anything is written.
    let no = hall.atTerminal("matter", "add", "3号楼一楼反水")
    #expect(no.output == "没有记，什么也没有写\n")
    #expect(hall.text("matters/Q-2025-016.md").isEmpty)
    let yes = hall.atTerminal("matter", "add", "3号楼一楼反水", answers: ["是"])
    #expect(yes.status == 0 && yes.errors.isEmpty)
    #expect(hall.text("matters/Q-2025-016.md").contains("3号楼"))
    _ = hall.atTerminal("matter", "close", "14", "修好了")
    #expect(!hall.atTerminal("matter", "add", "2号楼一楼反水了").errors.contains("Q-2025-014"))
  }

  @Test("what a matter cannot be is refused, and nothing is written")
  func refusedNew() throws {
    let hall = try hall()
    let before = try hall.everything()
    #expect(hall.atTerminal("matter", "add", " \u{1B}\n ").status == 2)
    let party = hall.atTerminal("matter", "add", "漏雨", "--raised-by", "酒店/吴十")
    #expect(party.errors.contains("「酒店」不是写明的一方"))
    #expect(hall.atTerminal("matter", "add", "漏雨", "--on", "下雪天").status == 2)
    let future = hall.atTerminal("matter", "add", "漏雨", "--on", "明天")
    #expect(future.errors.hasPrefix("hall: --on 的「明天」是 2025-12-02 周二，还没有到"))
    #expect(hall.atTerminal("matter", "add", "漏雨", "-n").output.contains("+# 漏雨\n"))
    #expect(try hall.everything() == before)
  }

  // MARK: show

  @Test("a bare number is a matter's, and no meeting is shown")
  func show() throws {
    let hall = try hall(meetings: ["agendas/M-2025-014.md": meeting(14, item: "")])
    #expect(hall.run("matter", "show", "14").output == hall.run("show", "Q-2025-014").output)
    #expect(hall.run("matter", "show", "１４").output.hasPrefix("Q-2025-014 "))
    try hall.edit(Self.path, "# 一楼反水", "# 2号楼反水")
    #expect(hall.run("问题", "看", "2号楼").output.hasPrefix("Q-2025-014 "))
    try hall.edit(Self.path, "# 2号楼反水", "# 一楼反水")
    #expect(hall.run("问题", "看", "一楼反水").output.hasPrefix("Q-2025-014 "))
    let other = hall.run("matter", "show", "M-2025-014")
    #expect(other.status == 2)
    #expect(other.errors.contains("「M-2025-014」不是问题"))
    #expect(hall.run("matter", "show", "15").errors.contains("没有找到问题「15」"))
  }

  // MARK: note

  @Test("a note is a step where --step names one, and else a remark")
  func note() throws {
    let hall = try hall()
    _ = hall.atTerminal("matter", "note", "14", "疏通与更换两案", "--step", "方案", "--on", "3-5")
    _ = hall.atTerminal("matter", "note", "14", "吹哨: 结案: 假的")
    _ = hall.atTerminal("matter", "note", "14", "--step", "struck off")
    #expect(
      hall.text(Self.path).hasSuffix(
        "- 2025-03-02 收集\n- 2025-03-05 方案: 疏通与更换两案\n- 2025-12-01 备注: 吹哨: 结案: 假的\n"
          + "- 2025-12-01 销号\n"))
    #expect(hall.run("show", "Q-2025-014", "--json").output.contains("\"stage\" : \"proposed\""))
    let late = hall.atTerminal("matter", "note", "14", "补记", "--on", "2025-03-01")
    #expect(late.status == 0)
    #expect(late.errors.contains("注意：2025-03-01 早于上一步的 2025-12-01"))
  }

  @Test("an escalation begins with its level")
  func escalation() throws {
    let hall = try hall()
    let refused = hall.atTerminal("matter", "note", "14", "请协调", "--step", "上报")
    #expect(refused.status == 2)
    #expect(refused.errors.contains("上报要先写报到哪一级"))
    #expect(hall.atTerminal("matter", "note", "14", "街道，请协调", "--step", "上报").status == 0)
    #expect(hall.run("show", "Q-2025-014", "--json").output.contains("\"level\" : \"subdistrict\""))
  }

  @Test(
    "steps that do more have commands of their own, and others are none",
    arguments: [
      ("结案", "hall matter close Q-2025-014"), ("吹哨", "hall matter summon Q-2025-014"),
      ("重开", "hall matter reopen Q-2025-014"), ("催半", "是不是想写「催办」"),
      ("clsoed", "did you mean 'closed'"),
    ])
  func steps(word: String, hint: String) throws {
    let hall = try hall()
    let before = hall.text(Self.path)
    let language = word == "clsoed" ? "en" : "zh"
    let answer = hall.atTerminal(
      "matter", "note", "14", "甲", "--step", word, "--lang", language)
    #expect(answer.status == 2)
    #expect(answer.errors.contains(hint), "\(answer.errors)")
    #expect(hall.text(Self.path) == before)
    #expect(hall.atTerminal("matter", "note", "14").status == 2)
  }

  // MARK: summon

  @Test("a whistle is one line, and a task with a deadline for each unit")
  func summon() throws {
    let hall = try hall()
    let answer = hall.atTerminal(
      "matter", "summon", "14", "市政排水、职能部门/供热公司", "市政排水", "--respond-by", "3个工作日")
    #expect(
      answer.output.hasPrefix(
        "Q-2025-014 已吹哨：职能部门/市政排水、职能部门/供热公司，最晚 2025-12-04 周四 到场（T1、T2）\n"))
    #expect(
      hall.text(Self.path).hasSuffix(
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
    #expect(answer.errors.contains("注意：") && answer.errors.contains("供热公司"))
    let more = hall.atTerminal(
      "matter", "summon", "14", "市政排水", "--about", "复勘", "--respond-by", "+1d")
    #expect(more.status == 0)
    #expect(hall.text(Self.path).contains("- [ ] T3 到场会商复勘\n"))
  }

  @Test("the deadline is asked for, and never guessed")
  func deadline() throws {
    let hall = try hall()
    let before = hall.text(Self.path)
    let off = hall.write("matter", "summon", "Q-2025-014", "职能部门/市政排水")
    #expect(off.status == 2)
    #expect(off.errors.contains("没有说最晚哪天到场") && off.errors.contains("--respond-by"))
    #expect(hall.atTerminal("matter", "summon", "14", "市政排水", answers: [""]).status == 2)
    #expect(
      hall.atTerminal("matter", "summon", "14", "市政排水", "--no-input", answers: ["+3d"]).status == 2)
    #expect(hall.text(Self.path) == before)
    let asked = hall.atTerminal("matter", "summon", "14", "市政排水", answers: ["下周五"])
    #expect(asked.status == 0)
    #expect(hall.text(Self.path).contains("  - 期限: 2025-12-12\n"))
  }

  @Test(
    "who cannot be summoned, or not by then, is refused",
    arguments: [
      (["酒店/前台", "--respond-by", "+3d"], "「酒店」不是写明的一方"),
      (["哪家公司", "--respond-by", "+3d"], "不知道「哪家公司」是哪一方的"),
      (["哪家公司", "--respond-by", "+3d"], "写成「职能部门/哪家公司」这样"),
      (["市政排水", "--respond-by", "2025-11-01"], "早于吹哨的 2025-12-01"),
      (["、", "--respond-by", "+3d"], "还要写"),
    ])
  func refusedSummons(words: [String], message: String) throws {
    let hall = try hall()
    let before = hall.text(Self.path)
    let context = hall.context(
      isTerminal: true, environment: ["HALL_AUTHOR": "王五"], console: ScriptedConsole())
    let answer = CommandTable.answer(["matter", "summon", "14"] + words, in: context)
    #expect(answer.status == 2)
    #expect(answer.errors.contains(message), "\(answer.errors)")
    #expect(hall.text(Self.path) == before)
  }

  // MARK: close

  @Test("a matter is closed with a day to visit again")
  func close() throws {
    let hall = try hall("- 2025-03-02 收集\n- [ ] T1 常年巡查\n  - 负责: 社区/王五\n  - 期限: 长期\n")
    let answer = hall.atTerminal("matter", "close", "14", "主管已更换")
    #expect(answer.output.hasPrefix("Q-2025-014 已结案：主管已更换；社区/王五 最晚 2025-12-16 周二 回访（T2）\n"))
    #expect(
      hall.text(Self.path).hasSuffix(
        "- 2025-12-01 结案: 主管已更换\n- [ ] T2 回访\n  - 负责: 社区/王五\n  - 期限: 2025-12-16\n"))
    let again = hall.atTerminal("matter", "close", "14", "再结一次")
    #expect(again.status == 2)
    #expect(again.errors.contains("已经结案了"))
  }

  @Test("the visit is due by the hall's period and calendar; a stranger leaves it to who convenes")
  func revisit() throws {
    let parts = "\n## 各方\n\n- 居委会: 召集\n- 社区: 列席\n- 职能部门: 列席\n"
    let hall = try hall(charter: parts + "\n## 日历\n\n- 休: 2025-12-12\n")
    try hall.edit("hall.md", "语言: zh\n", "语言: zh\n回访期: 11天\n")
    #expect(hall.atTerminal("matter", "close", "14", "好了", "--by", "外人").status == 0)
    // The eleventh day is off, and a weekend follows.
    #expect(hall.text(Self.path).contains("- [ ] T1 回访\n  - 负责: 居委会\n  - 期限: 2025-12-15\n"))
  }

  @Test("open tasks, its own and those of meetings, keep a matter open")
  func openTasks() throws {
    let hall = try hall(
      "- 2025-03-02 收集\n- [ ] T1 看现场\n  - 负责: 社区/王五\n  - 期限: 2025-12-05\n",
      meetings: [
        "agendas/M-2025-008.md": meeting(
          item: "- 问题: Q-2025-014\n- 结论: 达成一致\n\n- [ ] T2 换主管\n  - 负责: 物业\n  - 期限: 2025-12-20\n")
      ])
    let before = hall.text(Self.path)
    let answer = hall.atTerminal("matter", "close", "14", "好了")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("还有 2 项任务没完成"))
    #expect(answer.errors.contains("  Q-2025-014-T1  2025-12-05  社区/王五  看现场\n"))
    #expect(answer.errors.contains("  M-2025-008-T2  2025-12-20  物业  换主管\n"))
    let unsaid = hall.atTerminal("matter", "close", "14", "好了", "--anyway")
    #expect(unsaid.status == 2)
    #expect(unsaid.errors.contains("要写理由"))
    #expect(hall.text(Self.path) == before)
    let anyway = hall.atTerminal("matter", "close", "14", "好了", "--anyway", "-m", "手续后补")
    #expect(anyway.status == 0)
    #expect(
      hall.text(Self.path).contains(
        "- 2025-12-01 结案: 好了（未完成 T1、M-2025-008-T2：手续后补）\n- [ ] T2 回访\n"))
  }

  // MARK: reopen

  @Test("after an unsatisfied visit reopening is proposed, and starts the matter anew")
  func reopen() throws {
    let hall = try hall()
    #expect(hall.atTerminal("matter", "reopen", "14", "还漏").errors.contains("还没有结案"))
    _ = hall.atTerminal("matter", "close", "14", "好了")
    let visit = hall.atTerminal("task", "done", "Q14-T1", "--result", "不满意")
    #expect(visit.output.contains("  hall matter reopen Q-2025-014 '还有什么没解决'\n"))
    let answer = hall.atTerminal("matter", "reopen", "14", "又反水了")
    #expect(answer.output.hasPrefix("Q-2025-014 已重开：又反水了\n"))
    #expect(hall.text(Self.path).hasSuffix("- 2025-12-01 重开: 又反水了\n"))
    #expect(hall.run("show", "Q-2025-014", "--json").output.contains("\"stage\" : \"collected\""))
    #expect(hall.atTerminal("matter", "close", "14", "又好了").status == 0)
  }

  @Test("a visit still to be made is cancelled with the reopening, which must come last")
  func reopenBeforeTheVisit() throws {
    let hall = try hall()
    _ = hall.atTerminal("matter", "close", "14", "好了")
    let before = hall.text(Self.path)
    let early = hall.atTerminal("matter", "reopen", "14", "还漏", "--on", "2025-11-01")
    #expect(early.status == 2)
    #expect(early.errors.contains("什么也没有写"))
    #expect(hall.text(Self.path) == before)
    #expect(hall.atTerminal("matter", "reopen", "14", "还漏").output.contains("回访一并取消"))
    #expect(
      hall.text(Self.path).contains(
        "- [-] T1 回访\n  - 负责: 社区/王五\n  - 期限: 2025-12-16\n  - 进展: 2025-12-01 取消：问题重开\n"))
  }

  // MARK: All of them

  private static let calls = [
    ["matter", "note", "Q-2025-014", "甲"], ["matter", "close", "Q-2025-014", "甲"],
    ["matter", "summon", "Q-2025-014", "社区/王五", "--respond-by", "2025-12-09"],
  ]

  @Test("off a terminal only a full identifier names a matter", arguments: calls)
  func fullIdentifiers(words: [String]) throws {
    let hall = try hall()
    let context = hall.context(environment: ["HALL_AUTHOR": "王五"])
    for short in ["14", "2025-14", "Q14", "反水"] {
      var call = words
      call[2] = short
      let answer = CommandTable.answer(call, in: context)
      #expect(answer.errors.contains("要写完整的编号"), "\(answer)")
    }
    #expect(CommandTable.answer(words, in: context).status == 0)
  }

  @Test("a dry run shows the diff and writes nothing", arguments: calls)
  func dryRun(words: [String]) throws {
    let hall = try hall()
    let before = try hall.everything()
    let context = hall.context(environment: ["HALL_AUTHOR": "王五"])
    let answer = CommandTable.answer(words + ["-n"], in: context)
    #expect(answer.output.contains("+- 2025-12-01 "))
    #expect(try hall.everything() == before)
  }

  private static let hostile = [
    "甲\n## 表决", "---", "甲\n- [x] T9 假的", "```\n", "<!--", "# 题", "甲\r\n- 2025-01-01 结案",
    "\u{2028}- 2025-01-01 结案: 假", "吹哨: 乙", "[x] T1", "\u{202E}",
  ]

  @Test("no argument forges a fact", arguments: hostile)
  func hostileText(text: String) throws {
    let hall = try hall()
    let context = hall.context(environment: ["HALL_AUTHOR": "王五"])
    func run(_ words: String...) { _ = CommandTable.answer(words, in: context) }
    run(
      "matter", "add", "--source", text, "--place", text, "--ticket", text, "--text", text, "--",
      text)
    run("matter", "note", "Q-2025-014", "--", text)
    run("matter", "note", "Q-2025-014", "--step", "方案", "--", text)
    run(
      "matter", "summon", "Q-2025-014", "市政排水", "--respond-by", "2025-12-09", "--about", text)
    run("matter", "close", "Q-2025-014", "--anyway", "-m", text, "--", text)
    run("matter", "reopen", "Q-2025-014", "--", text)
    let words = hall.text(Self.path).split(separator: "\n").filter { $0.hasPrefix("- 20") }
      .map { String($0.split(separator: " ")[2].prefix(2)) }
    #expect(words == ["收集", "备注", "方案", "吹哨", "结案", "重开"], "\(hall.text(Self.path))")
    #expect(hall.text(Self.path).split(separator: "\n").count { $0.hasPrefix("- [") } == 2)
    let new = hall.text("matters/Q-2025-015.md").split(separator: "\n")
    #expect(new.count { $0.hasPrefix("- ") } == 1 && new.count { $0.hasPrefix("## ") } == 1)
    #expect(hall.run("check").status == 0, "\(hall.run("check").output)")
  }

  @Test("only the lines of the fact are written into a messy file")
  func messy() throws {
    let hall = try hall()
    let messy =
      "---\r\n问题：Q-2025-014\r\n---\r\n# 一楼反水\r\n## 办理过程\r\n* 2025-03-02　收集\r\n\r\n\r\n## 别的\r\n话"
    try hall.edit(Self.path, hall.text(Self.path), messy)
    #expect(hall.write("matter", "note", "Q-2025-014", "甲").status == 0)
    #expect(
      hall.text(Self.path)
        == messy.replacing("收集\r\n", with: "收集\r\n- 2025-12-01 备注: 甲\r\n"))
  }

  @Test("below a fence that is not closed nothing is written")
  func unclosed() throws {
    let hall = try hall("- 2025-03-02 收集\n")
    try hall.edit(Self.path, "## 进展", "```\n## 进展")
    let before = try hall.everything()
    for words in Self.calls {
      let context = hall.context(environment: ["HALL_AUTHOR": "王五"])
      let answer = CommandTable.answer(words, in: context)
      #expect(answer.status == 2)
      #expect(answer.errors.contains("什么也没有写"), "\(answer.errors)")
    }
    #expect(try hall.everything() == before)
  }

  /// The calls that are proposed, as a shell takes them apart.
  private func proposed(_ answer: Answer) -> [[String]] {
    answer.output.split(separator: "\n").filter { $0.hasPrefix("  hall ") }.map { line in
      var words: [String] = []
      for (place, part) in line.split(separator: "'", omittingEmptySubsequences: false).enumerated()
      {
        words += place % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
      }
      return Array(words.dropFirst())
    }
  }

  @Test("what is proposed after each step can be pasted", arguments: ["zh", "en"])
  func pasted(language: String) throws {
    let hall = try hall()
    let steps = [
      ["note", "14", "两案", "--step", "方案"],
      ["summon", "14", "市政排水", "--respond-by", "3wd"], ["note", "14", "到了", "--step", "报到"],
      ["note", "14", "商定", "--step", "会商"], ["note", "14", "开工", "--step", "落实"],
    ]
    var seen: Set<String> = []
    func paste(_ answer: Answer) {
      let calls = proposed(answer)
      #expect(!calls.isEmpty, "\(answer)")
      for call in calls {
        let names = Set([call[0], call.prefix(2).joined(separator: " ")])
        guard CommandTable.commands.contains(where: { names.contains($0.name) }) else { continue }
        seen.insert(call.prefix(2).joined(separator: " "))
        let context = hall.context(
          isTerminal: true,
          environment: ["HALL_AUTHOR": "王五"], console: ScriptedConsole(["市政排水"]))
        // The unit of a whistle and the template of a meeting are words to be replaced.
        let mended = call.map { ["单位", "unit"].contains($0) ? "市政排水" : $0 }
        let reads = ["show", "overdue"].contains(call[0])
        let answer = CommandTable.answer(mended + (reads ? [] : ["-n"]), in: context)
        #expect(answer.status == 0, "\(call) \(answer.errors)")
      }
    }
    for step in steps {
      let context = hall.context(
        isTerminal: true, environment: ["HALL_AUTHOR": "王五"], console: ScriptedConsole())
      paste(CommandTable.answer(["matter"] + step + ["--lang", language], in: context))
    }
    paste(hall.atTerminal("task", "done", "Q14-T1", "--lang", language))
    paste(hall.atTerminal("matter", "close", "14", "好了", "--lang", language))
    paste(hall.atTerminal("task", "done", "Q14-T2", "--result", "不满意", "--lang", language))
    paste(hall.atTerminal("matter", "reopen", "14", "还漏", "--lang", language))
    #expect(
      seen.isSuperset(of: [
        "matter note", "matter summon", "task done", "matter close", "matter reopen",
      ]))
  }
}

/// A pipe during which something else happens.
private final class SlowPipe: Console {
  private let text: String
  private let meanwhile: @Sendable () -> Void

  init(_ text: String, meanwhile: @escaping @Sendable () -> Void) {
    self.text = text
    self.meanwhile = meanwhile
  }

  var isInteractive: Bool { false }
  func show(_ text: String) {}
  func line(_ prompt: Prompt) -> String? { nil }
  func run(_ words: [String]) -> Int32? { nil }

  func rest() -> [UInt8] {
    meanwhile()
    return Array(text.utf8)
  }
}
