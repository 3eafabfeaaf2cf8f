import HallCommands
import TestSupport
import Testing
import HallWords

@Suite("hall offers the next actions")
struct NextActionTests {
  private static let revisit =
    "- 2025-11-01 结案: 好了\n- [ ] T1 回访\n  - 负责: 社区/王五\n  - 期限: 2025-11-16\n"

  private func matter(_ number: Int, _ title: String, _ log: String) -> String {
    "---\n问题: Q-2025-00\(number)\n---\n\n# \(title)\n\n## 进展\n\n" + log
  }

  private func hall(_ files: [String: String]) throws -> TestHall {
    try TestHall(
      files, charter: TestHall.charter + "\n## 名册\n\n| 姓名 | 方 |\n| --- | --- |\n| 王五 | 社区 |\n")
  }

  /// Types the lines; returns everything shown and the last answer.
  private func session(
    _ hall: TestHall, _ words: [String] = [], author: String? = "王五", columns: Int = 80,
    typing lines: [String]
  ) -> (shown: String, answer: Answer) {
    let console = ScriptedConsole(lines)
    let environment = ["NO_COLOR": "1", "HALL_AUTHOR": author ?? ""]
    let context = hall.context(
      isTerminal: true, columns: columns, environment: environment, console: console)
    let answer = CommandTable.answer(words, in: context)
    return (console.shown, answer)
  }

  @Test("an empty hall offers the first step")
  func firstStep() throws {
    let hall = try hall([:])
    let (shown, _) = session(hall, [], "2", "路灯不亮", "", "", "")
    #expect(shown.contains("  2  把一个问题记进清单\n"), "\(shown)")
    #expect(hall.text("matters/Q-2025-001.md").contains("# 路灯不亮\n"))
  }

  @Test("a whole call is carried out where a number is asked for")
  func wholeCall() throws {
    let hall = try hall([:])
    let (shown, _) = session(hall, [], "hall 问题 新增 “路灯 不亮”", "", "", "")
    #expect(shown.contains("Q-2025-001"), "\(shown)")
    #expect(hall.text("matters/Q-2025-001.md").contains("# 路灯 不亮\n"))
  }

  /// Chooses to summon; with `new`, that is one of two choices.
  private var whistle: [String] {
    CommandTable.commands.contains { $0.name == "new" } ? ["1", "1"] : ["1"]
  }

  private func session(
    _ hall: TestHall, _ words: [String] = [], author: String? = "王五", columns: Int = 80,
    _ lines: String...
  ) -> (shown: String, answer: Answer) {
    session(hall, words, author: author, columns: columns, typing: lines)
  }

  @Test("numbered choices follow the status, and Enter leaves")
  func offer() throws {
    let hall = try hall(["matters/Q-2025-001.md": matter(1, "漏雨", "- 2025-03-02 收集\n")])
    let (shown, answer) = session(hall, [], "")
    #expect(shown.hasPrefix("试厅  2025-12-01 周一\n"))
    #expect(shown.contains("\n\n现在可以做：\n  1  Q-2025-001 漏雨：提方案\n"), "\(shown)")
    #expect(shown.hasSuffix("\n写数字去做，直接回车离开："))
    #expect(answer.output.isEmpty && answer.errors.isEmpty && answer.status == 0)
    // The end of the input leaves as well.
    #expect(session(hall).shown == shown)
  }

  @Test(
    "there are no choices without a terminal, with --no-input, --json or several halls")
  func never() throws {
    let hall = try hall(["matters/Q-2025-001.md": matter(1, "漏雨", "- 2025-03-02 收集\n")])
    let plain = hall.run().output
    #expect(plain.hasSuffix("  Q-2025-001  该提方案了  漏雨\n"))
    let (shown, answer) = session(hall, ["--no-input"], "1", "修")
    #expect(shown.isEmpty && answer.output == plain)
    #expect(session(hall, ["--json"], "1", "修").shown.isEmpty)
    let piped = ScriptedConsole(["1", "修"], isInteractive: false)
    let context = hall.context(isTerminal: true, environment: ["NO_COLOR": "1"], console: piped)
    #expect(CommandTable.answer([], in: context).output == plain)
    let file = ScriptedConsole(["1", "修"])
    #expect(CommandTable.answer([], in: hall.context(console: file)).output == plain)
    #expect(file.shown.isEmpty)
    // Commands that write take only one hall.
    let other = try self.hall([:])
    let path = other.folder.path(percentEncoded: false)
    #expect(session(hall, ["--hall", ".", "--hall", path], "1").shown.isEmpty)
    #expect(session(hall, ["--hall", ".", "--hall", "/nowhere"], "1").shown.isEmpty)
  }

  @Test("approving settled minutes and ticking off a task due within a week are offered")
  func settled() throws {
    let task = "- 结论: 达成一致\n\n- [ ] T1 换灯\n  - 负责: 社区/王五\n  - 期限: 2025-12-04"
    let hall = try hall(["agendas/M-2025-008.md": meeting(item: task)])
    let (shown, _) = session(hall, [], "2", "1", "1")
    #expect(shown.contains("  1  确认 M-2025-008 的记录：协商会\n"), "\(shown)")
    #expect(shown.contains("  2  跟进 M-2025-008-T1：社区/王五 换灯，还有3天到期\n"))
    let text = hall.text("agendas/M-2025-008.md")
    #expect(text.contains("[x] T1") && text.contains("状态: 已确认"))
    // Unsettled minutes are not offered, and neither is a task due in more than a week.
    let later = task.replacing("12-04", with: "12-09").replacing("- 结论: 达成一致", with: "")
    let open = try self.hall(["agendas/M-2025-008.md": meeting(item: later)])
    let other = session(open, [], "").shown
    #expect(!other.contains("确认 M") && !other.contains("跟进"), "\(other)")
  }

  @Test("for a past meeting that is still notified, hall asks what became of it")
  func pastMeeting() throws {
    let text = meeting(item: "").replacing("已召开", with: "已通知")
    let hall = try hall(["agendas/M-2025-008.md": text])
    let (shown, _) = session(hall, [], "1", "3", "下雨", "")
    #expect(shown.contains("  1  2025-09-25 周四 的会开了没有（协商会）\n"), "\(shown)")
    #expect(shown.contains("  1  开过了，做会议记录\n  2  改期\n  3  会不开了\n"))
    #expect(hall.text("agendas/M-2025-008.md").contains("状态: 取消"), "\(shown)")
  }

  @Test("a choice asks for what is missing, does it, and offers the next step")
  func steps() throws {
    let hall = try hall(["matters/Q-2025-001.md": matter(1, "漏雨", "- 2025-03-02 收集\n")])
    let (shown, answer) = session(
      hall, typing: ["１", "重做防水"] + whistle + ["王五，物业", "3个工作日", ""])
    #expect(shown.contains("打算怎么办：Q-2025-001 2025-12-01 周一 方案：重做防水\n"), "\(shown)")
    #expect(shown.contains("请哪些单位（用「、」隔开）："))
    #expect(shown.contains("  → 2025-12-04 周四\n"))
    #expect(!shown.contains("接下来可以"))
    #expect(answer.status == 0)
    #expect(
      hall.text("matters/Q-2025-001.md").contains(
        "- 2025-12-01 方案: 重做防水\n- 2025-12-01 吹哨: 社区/王五、物业\n- [ ] T1 到场会商漏雨\n"))
  }

  @Test("an empty answer or an invalid number does nothing")
  func leaving() throws {
    let hall = try hall(["matters/Q-2025-001.md": matter(1, "漏雨", "- 2025-03-02 收集\n")])
    let before = try hall.everything()
    let (shown, _) = session(hall, [], "99", "0", "-1", "甲", "1", " ", "")
    #expect(shown.components(separatedBy: "请写 1 到 ").count == 5)
    #expect(shown.contains("没有写，什么也没有做。\n"))
    #expect(try hall.everything() == before)
  }

  @Test("typed text never becomes an option or a fact")
  func typed() throws {
    let hall = try hall(["matters/Q-2025-001.md": matter(1, "漏雨", "- 2025-03-02 收集\n")])
    _ = session(hall, [], "1", "--step 结案\r- 2025-12-01 结案", "")
    #expect(
      hall.text("matters/Q-2025-001.md").hasSuffix(
        "- 2025-12-01 方案: --step 结案 - 2025-12-01 结案\n"))
  }

  @Test("a day that cannot be read is asked for again")
  func days() throws {
    let task = "- [ ] T1 取得报价\n  - 负责: 社区/王五\n  - 期限: 2025-10-15\n"
    let hall = try hall(["agendas/M-2025-008.md": meeting(item: "- 结论: 已通报\n\n" + task)])
    let (shown, _) = session(hall, [], "1", "3", "下雪天", "下周五", "材料未到", "")
    #expect(shown.contains("  1  跟进 M-2025-008-T1：社区/王五 取得报价，逾期47天\n"), "\(shown)")
    #expect(shown.contains("日期的「下雪天」看不懂是哪一天\n"))
    #expect(shown.contains("  → 2025-12-12 周五\n"))
    #expect(hall.text("agendas/M-2025-008.md").contains("  - 延期: 2025-12-12 材料未到\n"))
  }

  @Test("an overdue task can be noted or ticked off, and Enter goes back to the list")
  func overdue() throws {
    let task = "- [ ] T1 取得报价\n  - 负责: 社区/王五\n  - 期限: 2025-10-15\n"
    let hall = try hall(["agendas/M-2025-008.md": meeting(item: "- 结论: 已通报\n\n" + task)])
    let (shown, _) = session(hall, [], "1", "", "1", "2", "打了电话", "1", "1", "")
    #expect(shown.contains("直接回车返回：\n现在可以做：\n"))
    let text = hall.text("agendas/M-2025-008.md")
    #expect(text.contains("  - 进展: 2025-12-01 打了电话\n") && text.contains("- [x] T1"))
    // The task is not offered again.
    #expect(!(shown.components(separatedBy: "完成于").last ?? "跟进").contains("跟进"), "\(shown)")
  }

  @Test("a visit is noted with its result, and after a dissatisfied one reopening comes first")
  func revisit() throws {
    let hall = try hall([
      "matters/Q-2025-001.md": matter(1, "漏雨", "- 2025-03-02 收集\n"),
      "matters/Q-2025-002.md": matter(2, "反水", Self.revisit),
    ])
    let (shown, _) = session(hall, [], "1", "不满意", "1", "又反水了", "")
    #expect(shown.contains("  1  Q-2025-002 反水：记下回访结果\n  2  Q-2025-001 漏雨：提方案\n"), "\(shown)")
    #expect(shown.contains("  1  Q-2025-002 反水：回访不满意，重开\n"))
    // The visit is overdue as well, but is offered only once.
    #expect(!shown.contains("跟进 Q-2025-002-T1"))
    let text = hall.text("matters/Q-2025-002.md")
    #expect(text.contains("  - 结果: 不满意\n") && text.hasSuffix("- 2025-12-01 重开: 又反水了\n"))
  }

  @Test("edits can be recorded, with or without a reason")
  func edits() throws {
    let hall = try hall(["matters/Q-2025-001.md": matter(1, "漏雨", "- 2025-12-01 回访: 满意\n")])
    _ = hall.write("record")
    try hall.edit("matters/Q-2025-001.md", "漏雨", "漏雨了")
    let (shown, _) = session(hall, [], "1", "")
    #expect(shown.contains("  1  把改过的 matters/Q-2025-001.md 记下来\n"), "\(shown)")
    #expect(hall.text("history/Q-2025-001.md").contains("## 2\n"))
    try hall.edit("matters/Q-2025-001.md", "漏雨了", "漏雨")
    _ = session(hall, [], "1", "写错了")
    #expect(hall.text("history/Q-2025-001.md").contains("* why: 写错了\n"))
  }

  @Test("an unknown author is asked for only once")
  func author() throws {
    let hall = try hall(["matters/Q-2025-001.md": matter(1, "漏雨", "- 2025-03-02 收集\n")])
    let (shown, _) = session(
      hall, author: nil, typing: ["1", "修", "李四"] + whistle + ["王五", "+3d", ""])
    #expect(shown.components(separatedBy: "您的姓名（改动记在谁名下）：").count == 2, "\(shown)")
    #expect(hall.text("history/Q-2025-001.md").contains("* by: 李四\n"))
  }

  @Test("today's meeting comes first, and a choice that only shows something ends the session")
  func today() throws {
    let meeting = meeting(9, item: "甲").replacing("已召开", with: "已通知")
      .replacing("2025-09-25 14:30", with: "2025-12-01 15:30")
    let hall = try hall([
      "agendas/M-2025-009.md": meeting,
      "matters/Q-2025-001.md": matter(1, "漏雨", "- 2025-03-02 收集\n"),
    ])
    let shown = session(hall, [], "").shown
    #expect(shown.contains("准备今天的会（15:30 协商会）"), "\(shown)")
    let first = shown.components(separatedBy: "现在可以做：\n  1  ").last ?? ""
    #expect(first.hasPrefix("准备今天的会") || first.hasPrefix("做今天的会议记录"), "\(first)")
    let (later, answer) = session(hall, ["--as-of", "2025-11-20"], "2", "1", "1")
    #expect(later.contains("  2  准备 2025-12-01 周一 的会（15:30 协商会）"), "\(later)")
    #expect(answer.output.hasPrefix("M-2025-009  协商会\n"))
  }

  @Test("at most nine choices are offered, each on one line of the terminal")
  func many() throws {
    var files: [String: String] = [:]
    for number in 1...9 {
      files["matters/Q-2025-00\(number).md"] = matter(
        number, String(repeating: "很长的标题\u{1B}", count: 20), "- 2025-03-02 收集\n")
      files["agendas/M-2025-00\(number).md"] = TestMeeting.overdue(number)
    }
    let hall = try hall(files)
    let (shown, _) = session(hall, [], columns: 60, "")
    let list = shown.components(separatedBy: "现在可以做：\n").last ?? ""
    let lines = list.split(separator: "\n").map(String.init).dropLast()
    #expect(lines.count <= 9)
    #expect(lines.count { $0.contains("跟进") } == 3, "\(list)")
    #expect(lines.count { $0.contains("  Q-2025-") } == 4)
    for line in lines { #expect(DisplayWidth.of(line) <= 60 && !line.contains("\u{1B}")) }
  }

  @Test("an English hall gets the choices in English")
  func english() throws {
    let hall = try TestHall(
      ["matters/Q-2025-001.md": "---\nmatter: Q-2025-001\n---\n\n# Lights\n"],
      charter: "---\nhall: Test\nlanguage: en\n---\n\n# Test\n")
    let (shown, _) = session(hall, [], "1", "lamps", "")
    #expect(
      shown.contains("What to do next:\n  1  Q-2025-001 Lights: propose a plan\n"), "\(shown)")
    #expect(hall.text("matters/Q-2025-001.md").contains("- 2025-12-01 proposed: lamps\n"))
  }
}

private enum TestMeeting {
  static func overdue(_ number: Int) -> String {
    meeting(number, item: "- 结论: 已通报\n\n- [ ] T1 事\n  - 负责: 社区/王五\n  - 期限: 2025-10-15\n")
  }
}
