import HallCommands
import TestSupport
import Testing
import HallWords

@Suite("Votes are noted and settled")
struct VoteCommandTests {
  private static let attendance = """
    ## 参会人员

    - 居民: 张三、钱七
    - 物业: 赵六
    - 委托: 周九 → 钱七

    ## 议程
    """

  private func hall(_ item: String = "说了半天。", attendance: String = Self.attendance) throws
    -> TestHall
  {
    let text = meeting(item: item).replacing("## 议程", with: attendance)
    return try TestHall([OwnLinesTests.held: text], charter: OwnLinesTests.charter)
  }

  private func text(_ hall: TestHall) -> String { hall.text(OwnLinesTests.held) }

  private static let vote = "#### 表决: 换\n\n- 规则: 赞成多于反对\n- 同意: 2\n- 反对: 1\n- 结果: 通过\n"

  @Test("a new vote gets its rule, its counts and the result of the counts")
  func added() throws {
    let hall = try hall()
    let answer = hall.atTerminal(
      "vote", "8", "1", "换", "--rule", "简单多数", "--for", "2", "--against", "1")
    #expect(
      answer.output.hasPrefix(
        "M-2025-008#1 已加表决「换」：结果 通过\n  通过：人数 2/3 > 1/2 够\n接下来可以：\n"))
    #expect(text(hall).contains("说了半天。\n\n" + Self.vote))
    #expect(hall.text("history/M-2025-008.md").contains("* why: 表决 换\n"))
  }

  @Test("a result follows its counts, and the message says so")
  func followed() throws {
    let hall = try hall(Self.vote)
    let answer = hall.atTerminal("vote", "8#1", "--for", "1", "--against", "2")
    #expect(answer.output.hasPrefix("M-2025-008#1 「换」：结果由「通过」改为「未通过」\n"))
    #expect(text(hall).contains("- 结果: 未通过\n"))
  }

  @Test("as long as a side is missing, no result is written")
  func incomplete() throws {
    let hall = try hall("#### 表决: 换\n\n- 规则: 赞成多于反对\n")
    let answer = hall.atTerminal("vote", "8#1", "--for", "2")
    #expect(answer.output.contains("没有写「反对」，先不写结果；没有人反对就是「通过」，写上「--反对 0」定下来"))
    #expect(!text(hall).contains("结果"))
    // All three people present and 周九 by proxy: nobody is left to vote.
    let whole = hall.atTerminal("vote", "8#1", "--for", "4")
    #expect(whole.output.contains("结果 通过"))
  }

  @Test("an option named like a side is refused, and one named like a spoilt ballot is noted")
  func strayOptions() throws {
    let hall = try hall()
    let before = text(hall)
    let answer = hall.atTerminal(
      "vote", "8", "1", "选", "--rule", "得票最多", "--option", "甲: 2", "--option", "反对: 1")
    #expect(answer.status == 2 && answer.errors.contains("「反对」不是选项"), "\(answer)")
    #expect(text(hall) == before)
    let noted = hall.atTerminal(
      "vote", "8", "1", "选", "--rule", "得票最多", "--option", "甲: 2", "--option", "废票: 1")
    #expect(noted.errors.contains("「废票」不是选项，不会当选，按「无效」计"), "\(noted)")
    _ = hall.atTerminal("vote", "8#1", "--option", "废票: 2")
    #expect(text(hall).contains("- 选项 甲: 2\n- 选项 废票: 2\n"))
  }

  @Test("an attendance that makes several votes wrong is refused once, with their names")
  func severalWrong() throws {
    let vote = "#### 表决: 换\n\n- 规则: 赞成多于反对\n- 同意: 张三、钱七\n- 反对: 赵六\n- 结果: 通过\n"
    let hall = try hall(vote + "\n" + vote.replacing("换", with: "再换"))
    let before = text(hall)
    let answer = hall.atTerminal("attend", "8", "--remove", "钱七")
    #expect(answer.status == 2)
    #expect(
      answer.errors.contains("议题 1「换」、议题 1「再换」：「钱七」投了票，但没有参会，也没有委托到会的人；什么也没有写"),
      "\(answer.errors)")
    #expect(answer.errors.ranges(of: "「钱七」投了票").count == 1)
    #expect(text(hall) == before)
  }

  @Test("a result can be removed, and the message gives the result of the counts")
  func resultTakenOut() throws {
    let hall = try hall(Self.vote)
    let answer = hall.atTerminal("vote", "8#1", "--result", "")
    #expect(answer.output.hasPrefix("M-2025-008#1 「换」，没有写结果；按票数是「通过」\n"), "\(answer)")
    #expect(!text(hall).contains("结果"))
  }

  @Test("a count cannot be removed without its result")
  func takenOut() throws {
    let hall = try hall(Self.vote)
    let before = text(hall)
    let answer = hall.atTerminal("vote", "8#1", "--for", "")
    #expect(answer.status == 2 && answer.errors.contains("什么也没有写"), "\(answer)")
    #expect(text(hall) == before)
    // Both can be removed together, and no new result is written.
    let both = hall.atTerminal("vote", "8#1", "--for", "", "--result", "")
    #expect(both.status == 0, "\(both)")
    let left = Self.vote.replacing("- 同意: 2\n", with: "").replacing("- 结果: 通过\n", with: "")
    #expect(text(hall) == before.replacing(Self.vote, with: left), "\(text(hall))")
  }

  @Test("of several votes the last one is changed, unless another is named")
  func several() throws {
    let second = Self.vote.replacing("换", with: "再换")
    let hall = try hall(Self.vote + "\n" + second)
    _ = hall.atTerminal("vote", "8#1", "--teller", "赵六")
    #expect(text(hall).contains(second.replacing("- 结果", with: "- 计票: 赵六\n- 结果")))
    _ = hall.atTerminal("vote", "8", "1", "--vote", "1", "--teller", "张三")
    #expect(text(hall).contains(Self.vote.replacing("- 结果", with: "- 计票: 张三\n- 结果")))
    #expect(hall.atTerminal("vote", "8#1", "--vote", "3", "--teller", "张三").status == 2)
  }

  @Test("an election lists its options and says who is elected")
  func election() throws {
    let hall = try hall()
    let answer = hall.atTerminal(
      "vote", "8", "1", "选组长", "--rule", "得票最多", "--option", "甲: 2", "--option", "乙：1")
    #expect(answer.output.contains("结果 当选 甲"))
    #expect(
      text(hall).contains("- 规则: 得票最多\n- 选项 甲: 2\n- 选项 乙: 1\n- 结果: 当选 甲\n"))
    let before = text(hall)
    let unclear = hall.atTerminal("vote", "8#1", "--option", "丙 3")
    #expect(unclear.errors.contains("「丙 3」") && unclear.errors.contains("「丙: 3」"))
    #expect(text(hall) == before)
    _ = hall.atTerminal("vote", "8#1", "--option", "甲: 1", "--option", "乙: 3")
    #expect(text(hall).contains("- 选项 甲: 1\n- 选项 乙: 3\n- 结果: 当选 乙\n"))
  }

  @Test("paper ballots may come in before the meeting, and the result waits for the last day")
  func remote() throws {
    let hall = try hall()
    try hall.edit(OwnLinesTests.held, "已召开", "已通知")
    let answer = hall.atTerminal(
      "vote", "8", "1", "换", "--rule", "一般事项", "--method", "书面、线上", "--period",
      "12-1 至 12-20", "--entitled", "5 400", "--for", "4 320", "--against", "0")
    #expect(answer.output.contains("投票到 2025-12-20 周六，结果到时再写；会议记为「投票中」"))
    #expect(!answer.output.contains("hall decide"))
    #expect(text(hall).contains("- 方式: 书面、线上\n- 投票期: 2025-12-01 至 2025-12-20\n"))
    #expect(text(hall).contains("状态: 投票中\n"))
    let later = hall.atTerminal("vote", "8#1", "--abstain", "0", "--as-of", "2025-12-20")
    #expect(later.output.contains("结果 通过"))
  }

  /// An invalid vote: the reason in the message, the rule and the options.
  struct Refusal: Sendable, CustomTestStringConvertible {
    let reason: String
    let rule: String
    let words: [String]
    var testDescription: String { reason }
    init(_ reason: String, _ rule: String = "赞成多于反对", _ words: String...) {
      (self.reason, self.rule, self.words) = (reason, rule, words)
    }
  }

  @Test(
    "an invalid vote is refused with the reason, and nothing is written",
    arguments: [
      Refusal("共有 9 票，但参会的表决人只有 4 位", "赞成多于反对", "--for", "5", "--against", "4"),
      Refusal("投票人数共 12，多于收回人数 10", "业主一般事项", "--returned", "10", "--for", "12"),
      Refusal("投票人数共 12，多于实到人数 10", "居民会议", "--present", "10", "--for", "12"),
      Refusal("实到人数 12，多于应到人数 10", "居民会议", "--entitled", "10", "--present", "12"),
      Refusal("「张三」已经投过一次", "赞成多于反对", "--for", "张三、钱七", "--against", "张三"),
      Refusal("「李四」投了票，但没有参会", "赞成多于反对", "--method", "举手", "--for", "李四"),
      Refusal("无记名表决，却写了谁投了什么票", "赞成多于反对", "--method", "无记名", "--for", "张三"),
      Refusal("名册里有 2 位表决人叫「王芳」", "业主一般事项", "--method", "书面", "--for", "王芳"),
      Refusal("数字中间有逗号", "业主一般事项", "--for", "70户 5,610.30㎡"),
      Refusal("按票数结果是「未通过」，不能写「通过」", "赞成多于反对", "--for", "1", "--against", "2", "--result", "通过"),
      Refusal("没有「举頭」这个表决方式", "赞成多于反对", "--method", "举頭"),
      Refusal("没有「一般事相」这个规则", "一般事相"),
    ])
  func refused(_ refusal: Refusal) throws {
    let hall = try hall()
    let before = try hall.everything()
    let answer = CommandTable.answer(
      ["vote", "8", "1", "换", "--rule", refusal.rule] + refusal.words,
      in: hall.context(
        isTerminal: true, environment: ["HALL_AUTHOR": "王五"], console: ScriptedConsole()))
    #expect(answer.status == 2)
    #expect(answer.errors.contains(refusal.reason))
    #expect(answer.output.isEmpty)
    #expect(!answer.errors.contains("␛"))
    #expect(try hall.everything() == before)
  }

  @Test("a voter may be named if the holder of the proxy is present")
  func byProxy() throws {
    let hall = try hall()
    let answer = hall.atTerminal(
      "vote", "8", "1", "换", "--rule", "赞成多于反对", "--for", "周九、钱七、张三、赵六")
    #expect(answer.status == 0)
    #expect(answer.output.contains("人数 4/4"))
  }

  @Test("a new vote without a rule is refused with a list of the rules")
  func noRule() throws {
    let answer = try hall().atTerminal("vote", "8", "1", "换")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("可以用：业主一般事项、业主重大事项"))
    let near = try hall().atTerminal("vote", "8", "1", "换", "--rule", "一般事相")
    #expect(near.errors.contains("是不是想写「一般事项」"))
  }

  @Test("a second vote with the same title is refused")
  func sameTitle() throws {
    let answer = try hall(Self.vote).atTerminal("vote", "8", "1", "换", "--rule", "一般事项")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("已经有表决「换」"))
  }

  @Test("counts are refused for a meeting that has not begun")
  func notHeld() throws {
    let hall = try hall()
    try hall.edit(OwnLinesTests.held, "已召开", "已通知")
    let answer = hall.atTerminal("vote", "8", "1", "换", "--rule", "赞成多于反对", "--for", "1")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("先记谁到会：hall 到会 M-2025-008"))
    #expect(hall.atTerminal("vote", "8", "1", "换", "--rule", "赞成多于反对").status == 0)
  }

  @Test("no argument can forge structure", arguments: HostileText.all)
  func hostile(_ typed: String) throws {
    let hall = try hall("#### 表决: 换\n\n- 规则: 赞成多于反对\n")
    _ = hall.atTerminal("vote", "M-2025-008", "1", typed, "--rule", "居民会议", "--scope", typed)
    _ = hall.atTerminal("vote", "M-2025-008#1", "--vote", "1", "--scope", typed, "--teller", typed)
    _ = hall.atTerminal("vote", "M-2025-008#1", "--vote", "1", "--option", typed)
    let lines = text(hall).split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("#### ") } <= 2)
    #expect(lines.count { $0.hasPrefix("## ") } == 2)
    #expect(lines.count { $0.hasPrefix("---") } == 2)
    #expect(!lines.contains { $0.hasPrefix("```") || $0.hasPrefix("- [") || $0.hasPrefix("<!--") })
  }

  @Test("an English hall has English words, and units are added to bare numbers")
  func english() throws {
    let charter = """
      ---
      hall: Test
      language: en
      ---

      # Test

      """
    let path = "agendas/M-2025-001.md"
    let hall = try TestHall(
      [
        path: "---\nmeeting: M-2025-001\nstatus: held\nwhen: 2025-09-01\n---\n\n# Talk\n\n"
          + "## Agenda\n\n### 1. Drain\n"
      ], charter: charter)
    let answer = hall.atTerminal(
      "vote", "1", "1", "replace it", "--rule", "ordinary", "--method", "written", "--entitled",
      "120 9860.50", "--for", "70 5610.30", "--against", "22 1792.5m2")
    #expect(answer.output.hasPrefix("M-2025-001#1: added the vote 'replace it': carried\n"))
    #expect(
      hall.text(path).hasSuffix(
        "#### Vote: replace it\n\n- rule: ordinary\n- method: written\n"
          + "- entitled: 120 households 9860.50㎡\n- for: 70 households 5610.30㎡\n"
          + "- against: 22 households 1792.5㎡\n- result: carried\n"))
    let decided = hall.atTerminal("decide", "1#1", "replace it", "--kind", "owners' decision")
    #expect(decided.output.hasPrefix("added decision M-2025-001-D1: replace it\n"))
    #expect(
      hall.text(path).hasSuffix("#### Decision D1: replace it\n\n- kind: owners' decision\n"))
  }
}
