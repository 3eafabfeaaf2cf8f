import HallCommands
import TestSupport
import Testing

@Suite struct ArgumentTests {
  private func hall() throws -> TestHall {
    try TestHall(["agendas/M-2025-008.md": meeting(item: "")])
  }

  @Test(
    "a call that cannot be understood says why and exits 2",
    arguments: [
      (["overdu"], "没有「overdu」这个命令", "overdue"),
      (["overdue", "--as-off", "2025-12-01"], "没有 --as-off 这个选项", "--as-of"),
      (["overdue", "--as-of"], "--as-of 后面要写上内容", "hall 帮助"),
      (["overdue", "--as-of", "下雪天"], "--as-of 的「下雪天」看不懂是哪一天", "可以写 2025-12-01"),
      (["overdue", "--json=yes"], "--json 后面不用写内容", "hall 帮助"),
      (["overdue", "多余"], "用不上「多余」", "hall 帮助"),
      (["overdue", "--format", "xml"], "没有「xml」这个格式", "hall 帮助"),
      (["check", "--format", "csv"], "没有 csv 格式", "hall 帮助"),
      (["list"], "还要写", "hall 帮助"),
      (["list", "meeetings"], "没有「meeetings」", "meetings"),
      (["list", "tasks", "--status", "拖着"], "没有「拖着」这个状态", "hall 帮助"),
      (["verify", "--expect", "abc"], "--expect 写的「abc」读不懂", "hall 帮助"),
      (["list", "tasks", "--stage", "吹哨"], "没有 --stage 这个选项", "--status"),
      (["list", "tasks", "--period", "春天"], "--period 写的「春天」读不懂", "hall 帮助"),
      (["show", "M-2025-099"], "没有找到「M-2025-099」", "hall 列出"),
      (["--lang", "fr", "overdue"], "没有「fr」这个语言", "hall 帮助"),
    ])
  func refusals(words: [String], message: String, hint: String) throws {
    let hall = try hall()
    let answer = CommandTable.answer(words, in: hall.context())
    #expect(answer.status == 2)
    #expect(answer.output.isEmpty)
    #expect(answer.errors.contains(message), "\(answer.errors)")
    #expect(answer.errors.contains(hint), "\(answer.errors)")
  }

  @Test(
    "a misspelt Chinese option or a long dash is refused with the right spelling",
    arguments: [
      (["问题", "新增", "漏雨", "--提出人", "张三"], "是不是想写「--提出」"),
      (["表决", "8", "1", "--赞成", "3"], "「赞成」写成 --同意"),
      (["拟会", "例会", "--雪花", "3"], "用「hall 帮助 拟会」看有哪些选项"),
      (["拟会", "例会", "—on", "周五"], "写成半角减号：--on\n"),
      (["拟会", "例会", "——on=周五"], "写成半角减号：--on\n"),
    ])
  func optionWords(words: [String], hint: String) throws {
    let hall = try hall()
    let answer = CommandTable.answer(words, in: hall.context())
    #expect(answer.status == 2)
    #expect(answer.errors.contains(hint), "\(answer.errors)")
  }

  @Test func `a long dash in a text is not an option`() throws {
    let hall = try hall()
    let answer = hall.write("new", "—停车会", "--on", "12-05")
    #expect(answer.status == 0, "\(answer.errors)")
  }

  @Test(
    "messages name a command in their own language",
    arguments: [
      ("zh", "「hall 问题 结案」还要写", "「hall 帮助 问题 结案」"),
      ("en", "'hall matter close' needs", "'hall help matter close'"),
    ])
  func called(language: String, message: String, hint: String) throws {
    let errors = try hall().run("matter", "close", "--lang", language).errors
    #expect(errors.contains(message) && errors.contains(hint), "\(errors)")
  }

  @Test(
    "an extra word is refused, with the option it probably belongs to",
    arguments: [
      (["拟会", "停车会", "12月4日"], "写成 --日期 12月4日"),
      (["任务", "新增", "8", "清扫", "下周五"], "写成 --期限 下周五"),
      (["签字", "8", "居民", "赵建国", "保留意见"], "写成 --态度 保留意见"),
      (["任务", "完成", "Q2-T1", "满意"], "写成 --结果 满意"),
      (["签字", "8", "居民", "赵建国", "多余"], "用「hall 帮助」看用法"),
    ])
  func strayWords(words: [String], hint: String) throws {
    let hall = try hall()
    let answer = CommandTable.answer(words, in: hall.context())
    #expect(answer.status == 2)
    #expect(answer.errors.contains(hint), "\(answer.errors)")
  }

  @Test func `swapped arguments are refused, with the right order`() throws {
    let matter = "---\n问题: Q-2025-001\n---\n\n# 反水\n"
    let hall = try TestHall([
      "agendas/M-2025-008.md": meeting(item: ""), "matters/Q-2025-001.md": matter,
    ])
    let signed = hall.write("sign-off", "M-2025-008", "赵六", "物业")
    #expect(signed.errors.contains("hall 签字 M-2025-008 物业 赵六\n"), "\(signed.errors)")
    let called = hall.write("matter", "summon", "职能部门/排水所", "Q-2025-001")
    #expect(called.errors.contains("hall 问题 吹哨 Q-2025-001 职能部门/排水所\n"), "\(called.errors)")
    #expect(signed.status == 2 && called.status == 2)
    #expect(hall.text("matters/Q-2025-001.md") == matter)
  }

  @Test func `the prompt of the pager names its keys`() {
    #expect(Pager.settings(.en).contains("-Ps-- space = next page, b = back, q = quit --$"))
    // `less` would garble anything but ASCII.
    #expect(Pager.settings(.zh).utf8.allSatisfy { $0 < 0x80 })
  }

  @Test(
    "--as-of takes a date in words, and without a year the nearest one",
    arguments: [
      ("12月28日", "2025-12-28"), ("10月23日", "2025-10-23"), ("昨天", "2025-11-30"),
      ("下周一", "2025-12-08"), ("2025-12-05", "2025-12-05"),
    ])
  func asOf(text: String, day: String) throws {
    let answer = try hall().run("status", "--json", "--as-of", text)
    #expect(answer.output.contains("\"as_of\" : \"\(day)\""), "\(answer.output)\(answer.errors)")
  }

  @Test func `options may come before or after the command`() throws {
    let hall = try hall()
    let before = hall.run("--as-of", "2025-12-01", "--json", "overdue")
    let after = hall.run("overdue", "--as-of=2025-12-01", "--format=json")
    #expect(before.output == after.output)
    #expect(before.status == 0)
  }

  @Test func `chinese command names run the same commands`() throws {
    let hall = try hall()
    #expect(hall.run("逾期", "--json").output == hall.run("overdue", "--json").output)
  }

  @Test func `without a hall the error names the folder and the remedy`() throws {
    let context = CommandContext(
      environment: ["LANG": "zh_CN.UTF-8"], workingDirectory: "/", now: 0, machineOffset: 0,
      isTerminal: false, columns: 80)
    let answer = CommandTable.answer(["overdue"], in: context)
    #expect(answer.status == 2)
    #expect(
      answer.errors
        == "hall: 「/」和它上面的文件夹里都没有 hall.md\n"
        + "提示：进到议事厅的文件夹里再试，或用 --议事厅 指明它；还没有议事厅，用「hall 开张」新建一个，"
        + "有备份的用「hall 恢复备份」\n")
  }

  @Test(
    "messages follow --lang, then the hall, then the environment",
    arguments: [
      (["--lang", "en"], "zh_CN.UTF-8", "Nothing is overdue"), ([], "en_US.UTF-8", "没有逾期的任务"),
    ])
  func language(words: [String], environment: String, expected: String) throws {
    let hall = try hall()
    let answer = CommandTable.answer(
      ["overdue"] + words, in: hall.context(environment: ["LANG": environment]))
    #expect(answer.output.hasPrefix(expected))
  }

  @Test func `version and help work without a hall`() throws {
    let context = CommandContext(
      environment: [:], workingDirectory: "/", now: 0, machineOffset: 0, isTerminal: false,
      columns: 80)
    #expect(CommandTable.answer(["--version"], in: context).output.hasPrefix("hall "))
    #expect(CommandTable.answer(["help"], in: context).status == 0)
  }

  @Test(
    "part of an identifier is enough if it is unique",
    arguments: [
      ("8", Int32(0)), ("M-8", 0), ("2025-8", 0), ("m-2025-008", 0), ("8-T3", 0), ("18-T3", 0),
      ("8#1", 0), ("T3", 2), ("协商", 2), ("清扫", 0), ("9", 2),
    ])
  func identifiers(text: String, status: Int32) throws {
    let hall = try TestHall([
      "agendas/M-2025-008.md": meeting(item: "- [ ] T3 清扫"),
      "agendas/M-2025-018.md": meeting(18, item: "- [ ] T3 修灯"),
    ])
    let answer = hall.run("show", text)
    #expect(answer.status == status, "\(answer.errors)")
  }

  @Test(
    "a number means a meeting if one fits, otherwise a matter",
    arguments: [
      ("8", "M-2025-008"), ("Q8", "Q-2025-008"), ("M8", "M-2025-008"), ("q-8", "Q-2025-008"),
      ("Ｑ８", "Q-2025-008"), ("M2025-8", "M-2025-008"), ("8-T1", "M-2025-008-T1"),
      ("Q8-T1", "Q-2025-008-T1"), ("8-T2", "Q-2025-008-T2"), ("9", "Q-2025-009"),
      ("7", nil), ("2024-7", "M-2024-007"), ("M7", nil), ("Q7", "Q-2025-007"), ("T1", nil),
      ("M", nil), ("Q8x", nil),
    ])
  func series(text: String, identifier: String?) throws {
    let log = "## 进展\n\n- 2025-03-10 收集: 三家\n- [ ] T1 疏通\n- [ ] T2 回话\n"
    func matter(_ id: String) -> String { "---\n问题: \(id)\n---\n\n# 反水\n\n\(log)" }
    let old = meeting(7, item: "去年的").replacing("M-2025", with: "M-2024")
    let hall = try TestHall([
      "agendas/M-2025-008.md": meeting(item: "- [ ] T1 清扫"),
      "agendas/M-2025-007.md": meeting(7, item: "今年的"), "agendas/M-2024-007.md": old,
      "matters/Q-2025-007.md": matter("Q-2025-007"),
      "matters/Q-2025-008.md": matter("Q-2025-008"), "matters/Q-2025-009.md": matter("Q-2025-009"),
    ])
    let answer = hall.run("show", text)
    guard let identifier else {
      #expect(answer.status == 2)
      return
    }
    #expect(answer.output.hasPrefix(identifier + " "), "\(answer.output)\(answer.errors)")
  }

  @Test func `an ambiguous number lists the matches and the identifier to write`() throws {
    let old = meeting(7, item: "去年的").replacing("M-2025", with: "M-2024")
    let hall = try TestHall([
      "agendas/M-2025-007.md": meeting(7, item: "今年的"), "agendas/M-2024-007.md": old,
    ])
    for command in ["show", "log", "diff"] {
      let errors = hall.run(command, "7").errors
      #expect(errors.contains("「7」对得上的有 2 个"))
      #expect(errors.contains("M-2024-007  协商会"))
      #expect(errors.contains("M-2025-007  协商会"))
      #expect(errors.contains("请写完整的编号，如「M-2024-007」"), "\(errors)")
    }
  }

  @Test func `log accepts words that match several parts of one document`() throws {
    let hall = try TestHall(["agendas/M-2025-008.md": meeting(item: "- [ ] T1 修泵\n- [ ] T2 再修泵")])
    #expect(hall.write("record").status == 0)
    #expect(hall.run("show", "修泵").status == 2)
    #expect(hall.run("log", "修泵").output.contains("初次记录"))
  }
}
