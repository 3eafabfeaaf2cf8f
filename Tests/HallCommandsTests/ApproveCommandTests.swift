import HallCommands
import Testing

@Suite("Minutes are signed and approved, meetings postponed and cancelled")
struct ApproveCommandTests {
  private func hall() throws -> TestHall {
    try TestHall(OwnLinesTests.files, charter: OwnLinesTests.charter)
  }

  private func text(_ hall: TestHall) -> String { hall.text(OwnLinesTests.held) }

  @Test("several people may sign for a party, each of them once for the same thing")
  func signOff() throws {
    let hall = try hall()
    let answer = hall.atTerminal("sign-off", "8", "物业", "赵六", "--on", "2025-09-27")
    #expect(answer.output.hasPrefix("M-2025-008 物业 赵六 2025-09-27 周六 同意\n"))
    _ = hall.atTerminal(
      "sign-off", "8", "物业", "物业/赵六", "--of", "m-2025-008-d1", "--on", "2025-09-27", "--stance",
      "拒签")
    let stranger = hall.atTerminal("sign-off", "8", "物业", "张三", "--on", "2025-09-28", "-n")
    #expect(stranger.errors.contains("注意：名册里「张三」是「居民」的\n"))
    _ = hall.atTerminal("sign-off", "8", "居民", "张三", "--on", "2025-09-28")
    let changed = hall.atTerminal(
      "sign-off", "8", "物业", "赵六", "--on", "2025-09-28", "--stance", "保留意见", "--remark", "工期偏紧")
    #expect(changed.output.contains("（原来是「赵六 2025-09-27 同意」）"))
    #expect(
      text(hall).hasSuffix(
        "\n\n## 各方签字\n\n- 物业: 赵六 2025-09-28 保留意见: 工期偏紧\n- 物业: D1 赵六 2025-09-27 拒绝签字\n"
          + "- 居民: 张三 2025-09-28 同意\n"))
  }

  @Test("a unit of no roster may stand beside its party")
  func unit() throws {
    let hall = try hall()
    let answer = hall.atTerminal("sign-off", "8", "物业/维修队", "孙强", "--on", "2025-09-27")
    #expect(answer.output.hasPrefix("M-2025-008 物业 孙强 2025-09-27 周六 同意\n"), "\(answer)")
    #expect(text(hall).contains("- 物业: 孙强 2025-09-27 同意\n"))
  }

  @Test(
    "an invalid sign-off is refused",
    arguments: [
      (["居明", "张三"], "是不是想写「居民」"), (["居民", "物业/赵六"], "不是「居民」的人"),
      (["居民", "张三", "--of", "D7"], "没有「D7」这个决议或任务，可以用：D1、T1"),
      (["居民", "张三", "--stance", "反对"], "没有「反对」这个签字态度"),
      (["居民", "张三 2025-01-01 拒绝签字"], "读不成原来的意思"), (["居民", ""], "没有写是谁签的字"),
    ])
  func signOffRefused(_ words: [String], _ reason: String) throws {
    let hall = try hall()
    let before = text(hall)
    let answer = CommandTable.answer(
      ["sign-off", "M-2025-008"] + words, in: hall.context(environment: ["HALL_AUTHOR": "王五"]))
    #expect(answer.status == 2)
    #expect(answer.errors.contains(reason))
    #expect(text(hall) == before)
  }

  @Test("an approval says what it seals, and how to go on")
  func approve() throws {
    let hall = try hall()
    let answer = hall.write("approve", "M-2025-008")
    #expect(
      answer.output.hasPrefix(
        """
        M-2025-008 已确认：协商会
          封存了正文：议题 2 项、表决 1 项、决议 1 项、任务 1 项
          以后照样能记：任务的进展、延期和完成，公示、异议，各方签字
          要改别的：hall 修正 M-2025-008 -m 理由 改 M-2025-008 事项 内容
          没有议完的议题（没有表决、决议或结论）：2. 车棚

        """))
    #expect(text(hall).contains("状态: 已确认\n"))
    let again = hall.atTerminal("approve", "8")
    #expect(again.status == 0)
    #expect(again.output == "M-2025-008 已经确认过了\n")
    #expect(hall.atTerminal("outcome", "8#2", "撤回").errors.contains("已经确认，不能直接改"))
    #expect(hall.atTerminal("sign-off", "8", "居民", "张三").status == 0)
  }

  @Test("at a terminal, approve asks before it seals minutes with open items")
  func approveOpen() throws {
    let hall = try hall()
    let before = text(hall)
    for answers in [[], [""], ["n"]] {
      let no = hall.atTerminal("approve", "8", answers: answers)
      #expect(no.status == 0 && no.output == "没有确认，什么也没有改\n")
      #expect(text(hall) == before)
    }
    let console = ScriptedConsole(["是"])
    let yes = CommandTable.answer(
      ["approve", "8"],
      in: hall.context(isTerminal: true, environment: ["HALL_AUTHOR": "王五"], console: console))
    #expect(console.shown.hasPrefix("没有议完的议题（没有表决、决议或结论）：2. 车棚\n正文封存以后"))
    #expect(!yes.output.contains("没有议完"))
    #expect(yes.output.contains("  hall 签字 M-2025-008 居民 张三\n"))
    #expect(text(hall).contains("状态: 已确认\n"))
  }

  @Test("minutes with an error in them are not approved, and the errors are shown")
  func approveErrors() throws {
    let hall = try hall()
    try hall.edit(OwnLinesTests.held, "- 结果: 通过", "- 结果: 未通过")
    let before = text(hall)
    let answer = hall.atTerminal("approve", "8")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("「M-2025-008」还有 1 个错误，不能确认"))
    #expect(answer.errors.contains("写的是「未通过」"))
    #expect(text(hall) == before)
    let colourful = CommandTable.answer(
      ["approve", "M-2025-008"],
      in: hall.context(isTerminal: true, environment: ["HALL_AUTHOR": "王五"]))
    #expect(colourful.errors.contains("\u{1B}[31m错误"))
    #expect(!colourful.errors.contains("␛"))
  }

  @Test("an approval names the votes that have no result")
  func approveOpenVote() throws {
    let hall = try hall()
    _ = hall.atTerminal("vote", "8#2", "选址", "--rule", "赞成多于反对")
    let answer = hall.write("approve", "M-2025-008")
    #expect(answer.output.contains("  还没有结果的表决，再记要写理由：选址\n"))
  }

  @Test("no argument can forge structure", arguments: HostileText.all)
  func hostile(_ typed: String) throws {
    let hall = try hall()
    func shape() -> [Substring] {
      text(hall).split(separator: "\n").filter {
        ["#", "---", "```", "- [", "<!--", "|"].contains(where: $0.hasPrefix)
      }
    }
    let before = shape()
    let context = hall.context(environment: ["HALL_AUTHOR": "王五"])
    for words in [
      ["attend", "M-2025-008", typed], ["attend", "M-2025-008", "居民/x" + typed],
      ["attend", "M-2025-008", "--invited", "x" + typed, "--count", "居民 9" + typed],
      ["attend", "M-2025-008", "--proxy", "周九 → 钱七 x" + typed, "--late", "x" + typed + " 15:10"],
      ["outcome", "M-2025-008", "2", typed], ["sign-off", "M-2025-008", "居民", "x" + typed],
      ["sign-off", "M-2025-008", typed, "张三"], ["sign-off", typed, "居民", "张三"],
      ["sign-off", "M-2025-008", "居民", "张三", "--remark", typed],
      ["hold", "M-2025-009", "-m", typed], ["cancel", typed, "-m", typed],
    ] { _ = CommandTable.answer(words, in: context) }
    #expect(shape().filter { $0 != "## 各方签字" } == before)
    #expect(hall.write("verify").status == 0)
  }

  @Test("an unrecorded edit is recorded first, as its own revision")
  func approveUnrecorded() throws {
    let hall = try hall()
    _ = hall.write("record")
    try hall.edit(OwnLinesTests.held, "选址还没有想好。", "选址再看。")
    #expect(hall.write("approve", "M-2025-008").output.contains("还没记下的，先记成了一版"))
    let history = hall.text("history/M-2025-008.md")
    #expect(history.contains("\n## 3\n"))
    #expect(history.contains("* why: 确认会议记录\n"))
    #expect(hall.write("verify").status == 0)
  }

  @Test("a meeting that was not held cannot be approved")
  func approveNotHeld() throws {
    let hall = try hall()
    let answer = hall.atTerminal("approve", "9")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("「M-2025-009」还是「已通知」，没有开过，不能确认"))
  }

  @Test("postpone sets a new date and time, and the meeting needs a new notice")
  func postpone() throws {
    let hall = try hall()
    let answer = hall.atTerminal("postpone", "9", "--on", "12-20")
    #expect(answer.output.contains("改到 2025-12-20 周六 14:30，通知要重新发"))
    #expect(hall.text(OwnLinesTests.notified).contains("状态: 拟定\n时间: 2025-12-20 14:30\n"))
    _ = hall.atTerminal("改期", "9", "--on", "12-21", "--at", "9:00-11:00")
    #expect(hall.text(OwnLinesTests.notified).contains("状态: 拟定\n时间: 2025-12-21 09:00-11:00\n"))
    _ = hall.atTerminal("postpone", "9")
    #expect(hall.text(OwnLinesTests.notified).contains("状态: 改期\n"))
    #expect(hall.atTerminal("attend", "9", "张三").errors.contains("改期了，还没有定日子"))
    #expect(hall.atTerminal("postpone", "9", "--on", "2025-11-01").errors.contains("已经过去了"))
    #expect(hall.atTerminal("postpone", "8", "--on", "12-20").errors.contains("已经开过了"))
  }

  @Test("cancel needs a reason, and keeps the file of the meeting")
  func cancel() throws {
    let hall = try hall()
    #expect(hall.atTerminal("cancel", "9").errors.contains("取消会议要写原因"))
    let answer = hall.atTerminal("cancel", "9", "-m", "主讲人出差")
    #expect(answer.output.hasPrefix("M-2025-009 已取消：专题会（主讲人出差）\n"))
    #expect(hall.text(OwnLinesTests.notified).contains("状态: 取消\n"))
    #expect(hall.text("history/M-2025-009.md").contains("* why: 主讲人出差\n"))
    #expect(hall.atTerminal("cancel", "8", "-m", "不开了").status == 2)
  }

  @Test("hold marks a meeting as held without names, but not before its day")
  func hold() throws {
    let hall = try hall()
    #expect(hall.atTerminal("hold", "9", "--as-of", "2025-11-19").status == 2)
    let answer = hall.atTerminal("召开", "9")
    #expect(answer.output.hasPrefix("M-2025-009 记为「已召开」：专题会\n"))
    #expect(answer.errors.contains("没有写谁参会"))
    #expect(hall.atTerminal("hold", "9").output == "没有什么要改的\n")
  }
}
