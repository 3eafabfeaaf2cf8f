import Foundation
import HallCommands
import HallWords
import Testing

/// Approved results stay, whatever happens to the roster, the parties and the rules.
@Suite("Past votes stay as they were")
struct PastVotesTests {
  /// A hall with a public roster.
  private static let charter = """
    ---
    议事厅: 试厅
    语言: zh
    格式: 2
    ---

    # 试厅

    ## 各方

    - 居民: 表决
    - 物业: 表决

    ## 名册

    | 姓名 | 方 |
    | --- | --- |
    | 张三 | 居民 |
    | 钱七 | 居民 |
    | 周九 | 居民 |
    | 吴十 | 居民 |
    | 赵六 | 物业 |

    """

  private static let minutes = "agendas/M-2025-001.md"

  /// A hall with a roll-call vote that was carried but is not yet approved.
  private func voted(_ rule: String = "居民会议") throws -> TestHall {
    let hall = try TestHall([:], charter: Self.charter)
    write(hall, "record")
    write(hall, "new", "会", "--on", "2025-03-10", "--as-of", "2025-03-01", "--item", "甲")
    write(hall, "attend", "M-2025-001", "张三", "钱七", "周九", "赵六")
    write(
      hall, "vote", "M-2025-001", "1", "换管", "--rule", rule, "--method", "举手", "--for", "张三、钱七、赵六",
      "--against", "周九")
    return hall
  }

  /// Runs a command that writes, as 王五 without a terminal.
  @discardableResult
  private func write(
    _ hall: TestHall, _ words: String..., expecting status: Int32 = 0, minutesLater: Int = 0
  ) -> Answer {
    var context = hall.context(environment: ["HALL_AUTHOR": "王五", "NO_COLOR": "1"])
    context.now += 60 * minutesLater
    let answer = CommandTable.answer(words, in: context)
    #expect(answer.status == status, "\(words): \(answer.output)\(answer.errors)")
    return answer
  }

  private func text(_ hall: TestHall) throws -> String {
    try String(contentsOf: hall.folder.appending(path: Self.minutes), encoding: .utf8)
  }

  private func replace(
    _ hall: TestHall, _ old: String, _ new: String, in path: String = minutes
  ) throws {
    let file = hall.folder.appending(path: path)
    let text = try String(contentsOf: file, encoding: .utf8)
    try #require(text.contains(old), "\(path): \(text)")
    try hall.write(Data(text.replacing(old, with: new).utf8), to: path)
  }

  @Test("vote writes the figures it has computed, with a sum at the end of each list")
  func figures() throws {
    let hall = try voted()
    let text = try self.text(hall)
    for line in ["- 应到: 5人\n", "- 实到: 4人\n", "、赵六、共 3人\n", "- 反对: 周九、共 1人\n", "- 结果: 通过\n"] {
      #expect(text.contains(line), "\(line)")
    }
  }

  @Test("under a rule for each party, figures are written by party")
  func byParty() throws {
    let hall = try voted("各方过半")
    let text = try self.text(hall)
    #expect(text.contains("- 实到: 居民 3、物业 1\n"))
    #expect(text.contains("、共 居民 2、物业 1\n"))
  }

  @Test("computed figures follow the attendance, but figures written by hand stay")
  func followed() throws {
    let hall = try voted()
    write(hall, "attend", "M-2025-001", "吴十")
    #expect(try text(hall).contains("- 实到: 5人\n"))
    // A figure that somebody has changed stays.
    try replace(hall, "- 实到: 5人", "- 实到: 6人")
    write(hall, "record", "-m", "点过人数")
    write(hall, "attend", "M-2025-001", "--remove", "吴十")
    #expect(try text(hall).contains("- 实到: 6人\n"))
  }

  @Test("a figure given in the call replaces the computed one and stays")
  func given() throws {
    let hall = try voted()
    let present = write(hall, "vote", "M-2025-001#1", "--present", "5")
    #expect(try text(hall).contains("- 实到: 5\n"))
    #expect(
      present.output.contains("实到由 4人（按到会算）改为 5（您写的）"), "\(present.output)")
    let entitled = write(hall, "vote", "M-2025-001#1", "--entitled", "6人", "--abstain", "0")
    #expect(try text(hall).contains("- 应到: 6人\n"))
    #expect(entitled.output.contains("应到由 5人（按名册算）改为 6人（您写的）"), "\(entitled.output)")
    write(hall, "attend", "M-2025-001", "吴十")
    #expect(try text(hall).contains("- 应到: 6人\n- 实到: 5\n"))
    // Once it is removed, the computed figure is back, and the message says so.
    let out = write(hall, "vote", "M-2025-001#1", "--entitled", "")
    #expect(try text(hall).contains("- 应到: 5人\n"))
    #expect(out.output.contains("应到不写就按名册算：5人"), "\(out.output)")
    write(hall, "approve", "M-2025-001")
    write(
      hall, "amend", "M-2025-001", "-m", "名册漏了一位", "vote", "M-2025-001#1", "--entitled", "6")
    #expect(try text(hall).contains("- 应到: 6\n"))
  }

  @Test("approve does not report a missing result that was just filled in")
  func askedOnce() throws {
    let hall = try voted()
    try replace(hall, "- 结果: 通过\n", "")
    write(hall, "record", "-m", "没写结果")
    let answer = hall.atTerminal("approve", "M-2025-001", answers: ["是"])
    #expect(answer.output.contains("已确认"), "\(answer.output)\(answer.errors)")
    #expect(!answer.output.contains("还没有结果"), "\(answer.output)")
  }

  @Test("a new roster names the unapproved meetings whose votes it changes")
  func rosterBeforeApproval() throws {
    let hall = try voted()
    let people = "张三,居民\n钱七,居民\n周九,居民\n吴十,居民\n赵六,物业\n"
    try hall.write(
      Data(
        "姓名,方,身份\n\(people.replacing("居民\n", with: "居民,楼长\n").replacing("物业", with: "物业,"))".utf8),
      to: "a.csv")
    #expect(!write(hall, "init", "--roster", "a.csv").errors.contains("没有确认"))
    try hall.write(Data("姓名,方\n\(people)新一,居民\n".utf8), to: "b.csv")
    let answer = write(hall, "init", "--roster", "b.csv", "-n")
    #expect(
      answer.errors.contains("还有 1 次会没有确认（M-2025-001）：会上的票会按新名册数，已写的应到不跟着变"),
      "\(answer.errors)")
    let console = ScriptedConsole(["否"])
    let asked = CommandTable.answer(
      ["init", "--roster", "b.csv"],
      in: hall.context(
        isTerminal: true, environment: ["HALL_AUTHOR": "王五", "NO_COLOR": "1"], console: console))
    #expect(asked.output == "没有写入\n")
    #expect(console.shown.contains("先「hall 确认 M-2025-001」再换"), "\(console.shown)")
    write(hall, "approve", "M-2025-001")
    #expect(!write(hall, "init", "--roster", "b.csv").errors.contains("没有确认"))
  }

  @Test("an amendment uses the roster and the rules of the time of approval")
  func amended() throws {
    let hall = try voted()
    write(hall, "approve", "M-2025-001")
    try replace(hall, "| 吴十 | 居民 |\n", "", in: "hall.md")
    write(hall, "record", "hall", "-m", "搬走了", minutesLater: 1)
    write(
      hall, "amend", "M-2025-001", "-m", "漏记", "attend", "M-2025-001", "吴十", minutesLater: 2)
    #expect(try text(hall).contains("吴十"))
    #expect(try text(hall).contains("- 实到: 5人\n"))
    let tally = hall.run("tally", "M-2025-001").output
    #expect(tally.contains("按 2025-12-01 确认时的名册"), "\(tally)")
    write(
      hall, "amend", "M-2025-001", "-m", "唱票复核", "vote", "M-2025-001#1", "--for", "张三",
      "--against", "钱七、周九、赵六", minutesLater: 3)
    #expect(try text(hall).contains("- 结果: 未通过\n"))
  }

  @Test("a changed private roster does not affect approved minutes")
  func privateRoster() throws {
    let roster = Self.charter.split(separator: "## 名册")[1]
    let hall = try TestHall(
      ["private/roster.md": String(roster)],
      charter: String(Self.charter.split(separator: "## 名册")[0]))
    write(hall, "record")
    write(hall, "new", "会", "--on", "2025-03-10", "--as-of", "2025-03-01", "--item", "甲")
    write(hall, "attend", "M-2025-001", "张三", "钱七", "周九", "赵六")
    write(
      hall, "vote", "M-2025-001", "1", "换管", "--rule", "居民会议", "--method", "举手", "--for",
      "张三、钱七、赵六", "--against", "周九")
    write(hall, "approve", "M-2025-001")
    let before = hall.run("check").output
    try replace(hall, "| 钱七 | 居民 |\n| 周九 | 居民 |\n", "", in: "private/roster.md")
    #expect(hall.run("check").output == before)
  }

  @Test("removing somebody notes an unchanged head count and a proxy that no longer counts")
  func removed() throws {
    let hall = try voted()
    try replace(hall, "- 居民: 张三、钱七、周九", "- 居民: 张三、钱七、周九等4人")
    try replace(hall, "- 物业: 赵六\n", "- 物业: 赵六\n- 委托: 吴十 → 张三\n")
    write(hall, "record", "-m", "补")
    let answer = write(hall, "vote", "M-2025-001#1", "--for", "钱七、赵六", "--against", "周九")
    #expect(answer.status == 0)
    let removed = write(hall, "attend", "M-2025-001", "--remove", "张三")
    #expect(
      removed.output.contains("「居民」仍写 4 人，去掉的人还算在没写姓名的里面；人数也要减，就写 --实到 \"居民 3\""),
      "\(removed.output)")
    #expect(removed.output.contains("「张三」不在场了，「吴十」的委托不算数"), "\(removed.output)")
  }

  @Test(
    "no change of hall.md changes an approved result",
    arguments: [
      ("| 吴十 | 居民 |", "| 吴十 | 居民 |\n| 新一 | 居民 |\n| 新二 | 居民 |\n| 新三 | 居民 |\n| 新四 | 居民 |"),
      ("| 张三 | 居民 |\n", ""), ("| 钱七 | 居民 |", "| 钱七 | 居民 |\n| 钱七 | 物业 |"),
      ("- 居民: 表决", "- 居民: 列席"),
      ("## 名册", "## 表决规则\n\n### 居民会议\n\n- 通过: 人数 > 9/10\n- 基数: 应到\n\n## 名册"),
      ("## 名册", "## 表决规则\n\n### 居民会议\n\n- 通过: 人数 多\n\n## 名册"),
    ])
  func stays(_ old: String, _ new: String) throws {
    let hall = try voted()
    write(hall, "decide", "M-2025-001", "1", "换管")
    write(hall, "approve", "M-2025-001")
    for hasHistory in [true, false] {
      if hasHistory {
        try replace(hall, old, new, in: "hall.md")
      } else {
        try FileManager.default.removeItem(at: hall.folder.appending(path: "history/hall.md"))
      }
      let check = hall.run("check", "--json").output
      let errors = check.split(separator: "{").filter {
        $0.contains("\"error\"") && !$0.contains("\"value\"") && !$0.contains("\"missing\"")
      }
      #expect(errors.isEmpty, "\(errors)")
      #expect(hall.run("list", "decisions", "--json").output.contains("\"in_force\""))
      #expect(
        hall.run("tally", "M-2025-001", "--json").output.contains("\"result\" : \"carried\""))
    }
  }

  @Test("minutes without figures cannot be approved")
  func refused() throws {
    let hall = try voted()
    try replace(hall, "- 应到: 5人\n", "")
    let answer = write(hall, "approve", "M-2025-001", expecting: 2)
    #expect(answer.errors.contains("hall 计票 M-2025-001 --写入"))
    write(hall, "tally", "M-2025-001", "--write")
    write(hall, "approve", "M-2025-001")
  }

  @Test("a decision on an undetermined vote is not approved, and not called lost")
  func undetermined() throws {
    let hall = try voted()
    try replace(hall, "- 同意: 张三、钱七、赵六、共 3人\n", "- 同意:\n")
    try replace(hall, "- 结果: 通过\n", "")
    write(hall, "record", "-m", "票数没数完")
    write(hall, "decide", "M-2025-001", "1", "换管")
    #expect(hall.run("list", "decisions").output.contains("结果未定"))
    let answer = write(hall, "approve", "M-2025-001", expecting: 2)
    #expect(answer.errors.contains("结果未定"))
  }

  @Test("minutes approved by hand without a result are undetermined once the history is gone")
  func unknownPast() throws {
    let hall = try voted()
    try replace(hall, "- 应到: 5人\n", "")
    try replace(hall, "- 结果: 通过\n", "")
    try replace(hall, "已召开", "已确认")
    write(hall, "record", "-m", "确认")
    #expect(hall.run("tally", "M-2025-001", "--json").output.contains("\"carried\""))
    try FileManager.default.removeItem(at: hall.folder.appending(path: "history/hall.md"))
    let tally = hall.run("tally", "M-2025-001")
    #expect(tally.output.contains("结果 无法确定：没有写结果，确认时"), "\(tally.output)")
    #expect(
      hall.run("tally", "M-2025-001", "--json").output.contains("\"past_unknown\""))
  }

  @Test("without the history of hall.md, a past meeting gets only one warning")
  func saidOnce() throws {
    let hall = try voted()
    write(hall, "approve", "M-2025-001")
    try replace(hall, "- 居民: 表决", "- 居民: 列席", in: "hall.md")
    try FileManager.default.removeItem(at: hall.folder.appending(path: "history/hall.md"))
    let check = hall.run("check").output
    #expect(check.ranges(of: "[vote-entitled]").count == 1, "\(check)")
    #expect(check.contains("（这样的共 3 处）"), "\(check)")
  }

  @Test("an empty 实到 is unknown, and no command fills it in")
  func emptyPresent() throws {
    let hall = try voted()
    try replace(hall, "- 实到: 4人\n", "- 实到:\n")
    try replace(hall, "- 结果: 通过\n", "")
    write(hall, "record", "-m", "还没有点人数")
    #expect(hall.run("tally", "M-2025-001").output.contains("还空着"))
    let answer = write(hall, "tally", "M-2025-001", "--write", expecting: 1)
    #expect(answer.errors.contains("「换管」的「实到」空着：写上数字，或删去这一行"), "\(answer.errors)")
    #expect(try text(hall).contains("- 实到:\n"))
    try replace(hall, "- 实到:\n", "")
    write(hall, "record", "-m", "由程序数")
    write(hall, "tally", "M-2025-001", "--write")
    #expect(try text(hall).contains("- 实到: 4人\n"))
    #expect(try text(hall).contains("- 结果: 通过\n"))
  }

  @Test("figures that cannot be computed are refused, with the amend call to use")
  func amendingCall() throws {
    let hall = try voted()
    try replace(hall, "- 应到: 5人\n", "")
    try replace(hall, "已召开", "已确认")
    write(hall, "record", "-m", "确认")
    try FileManager.default.removeItem(at: hall.folder.appending(path: "history/hall.md"))
    let answer = write(hall, "tally", "M-2025-001", "--write", expecting: 2)
    #expect(answer.errors.contains("hall 修正 M-2025-001 -m 理由"), "\(answer.errors)")
  }

  @Test("a rule defined after an approval is known but not used for the past vote")
  func laterRule() throws {
    for hasResult in [true, false] {
      let hall = try voted()
      write(hall, "decide", "M-2025-001", "1", "换管")
      try replace(hall, "- 规则: 居民会议\n", "- 规则: 三方规则\n")
      if !hasResult { try replace(hall, "- 结果: 通过\n", "") }
      try replace(hall, "已召开", "已确认")
      write(hall, "record", "-m", "确认")
      let before = hall.run("check").output
      #expect(before.contains("[unknown-rule]") && before.contains("结果仍以记录写的为准"), "\(before)")
      try replace(
        hall, "## 名册", "## 表决规则\n\n### 三方规则\n\n- 通过: 人数 > 1/2\n\n## 名册", in: "hall.md")
      // A minute after the approval, as in real life.
      var context = hall.context(environment: ["HALL_AUTHOR": "王五", "NO_COLOR": "1"])
      context.now += 60
      let later = CommandTable.answer(["record", "-m", "补规则"], in: context)
      #expect(later.status == 0, "\(later.errors)")
      let check = hall.run("check")
      #expect(check.status == 0 && !check.output.contains("[unknown-rule]"), "\(check.output)")
      #expect(check.output.contains("结果未定") == !hasResult, "\(check.output)")
      #expect(hall.run("tally", "M-2025-001").output.contains("确认时没有定义"))
      let standing = hasResult ? "\"in_force\"" : "\"undetermined\""
      #expect(hall.run("list", "decisions", "--json").output.contains(standing))
    }
  }

  @Test("people who joined or left the roster after an approval are known in the minutes")
  func laterPeople() throws {
    let hall = try voted()
    try replace(hall, "- 方式: 举手\n", "- 方式: 举手\n- 监票: 外人\n")
    write(hall, "record", "-m", "监票人")
    write(hall, "approve", "M-2025-001")
    #expect(hall.run("check").output.contains("「外人」不在名册里"))
    try replace(hall, "| 吴十 | 居民 |", "| 外人 | 居民 |", in: "hall.md")
    write(hall, "record", "-m", "补录")
    let check = hall.run("check").output
    #expect(!check.contains("外人") && !check.contains("unknown"), "\(check)")
  }

  @Test("figures may be added to approved minutes, and that is not an amendment")
  func added() throws {
    let hall = try voted()
    write(hall, "approve", "M-2025-001")
    // As an earlier version of the program left them.
    var old = try text(hall)
    for line in ["- 应到: 5人\n", "- 实到: 4人\n", "、共 3人", "、共 1人"] {
      old = old.replacing(line, with: "")
    }
    let before = try TestHall([:], charter: Self.charter)
    write(before, "record")
    try before.write(Data(old.replacing("已确认", with: "已召开").utf8), to: Self.minutes)
    write(before, "record")
    try before.write(Data(old.utf8), to: Self.minutes)
    write(before, "record")
    write(before, "tally", "M-2025-001", "--write")
    #expect(try text(before).contains("- 同意: 张三、钱七、赵六、共 3人\n"))
    #expect(before.run("log", "M-2025-001", "--json").output.contains("\"figures\""))
    #expect(before.run("check").status == 0, "\(before.run("check").output)")
    #expect(before.run("verify").status == 0)
  }
}
