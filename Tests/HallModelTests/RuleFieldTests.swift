import HallModel
import HallSyntax
import Testing

@Suite("What a rule may say")
struct RuleFieldTests {
  private func rule(_ lines: String) -> String {
    "## 表决规则\n### 章程\n" + lines + "\n"
  }

  private func outcome(_ rule: String, _ vote: String, roster: String = "", attendance: String = "")
    throws -> String
  {
    try HallModelTests.outcome(
      "- 规则: 章程\n" + vote, hall: self.rule(rule), roster: roster, attendance: attendance)
  }

  @Test(
    "each pass leg may divide by something else (WEG 21: more than 2/3 of the votes, half of all shares)",
    arguments: [
      ("应到: 30 1000㎡\n- 同意: 12 420㎡\n- 反对: 3 80㎡", "lost"),
      ("应到: 30 1000㎡\n- 同意: 14 520㎡\n- 反对: 2 60㎡", "carried"),
      ("应到: 30 1000㎡\n- 同意: 10 520㎡\n- 反对: 5 60㎡", "lost"),
    ])
  func ownBases(vote: String, result: String) throws {
    for pass in ["人数 > 2/3, 面积 ≥ 1/2 占 应到", "heads > 2/3, area >= 1/2 of entitled"] {
      #expect(
        try outcome("- 通过: \(pass)\n- 基数: 同意加反对", "- " + vote) == result)
    }
  }

  @Test(
    "a leg may ask for a number",
    arguments: [
      ("人数 ≥ 75", 75, "carried"), ("人数 ≥ 75", 74, "lost"), ("人数 > 75", 75, "lost"),
      ("人数 75人以上", 75, "carried"), ("人数 超过 75户", 76, "carried"), ("heads >= 75", 74, "lost"),
    ])
  func numbers(pass: String, yes: Int, result: String) throws {
    #expect(try outcome("- 通过: \(pass)", "- 同意: \(yes)\n- 反对: 0") == result)
  }

  @Test("an area may be a number, too")
  func area() throws {
    #expect(try outcome("- 通过: 面积 ≥ 5000㎡", "- 同意: 60户 5000㎡\n- 反对: 0") == "carried")
    #expect(try outcome("- 通过: 面积 ≥ 5000㎡", "- 同意: 60户 4999.99㎡\n- 反对: 0") == "lost")
    #expect(try outcome("- 通过: 面积 ≥ 5000㎡", "- 同意: 60户\n- 反对: 0") == "area_unknown")
  }

  @Test(
    "with a veto, a motion is carried unless every one of its legs holds",
    arguments: [
      ("人数 > 1/2 占 应到", "反对: 50", "carried"), ("人数 > 1/2 占 应到", "反对: 51", "lost"),
      ("人数 > 1/2 占 应到, 面积 > 1/2 占 应到", "反对: 51户 400㎡", "carried"),
      ("人数 > 1/2 占 应到, 面积 > 1/2 占 应到", "反对: 51户 600㎡", "lost"),
      ("人数 > 1/2 占 应到, 面积 > 1/2 占 应到", "反对: 51户", "area_unknown"),
      ("人数 > 1/2 占 应到, 面积 > 1/2 占 应到", "反对: 50户", "carried"),
    ])
  func veto(veto: String, against: String, result: String) throws {
    let vote = "- 应到: 100户 1000㎡\n- 同意: 10户 100㎡\n- " + against
    #expect(try outcome("- 否决: \(veto)", vote) == result)
  }

  @Test(
    "a rule by which a motion could be carried and rejected at once cannot be read",
    arguments: [
      ("人数 ≥ 1/3", "人数 ≥ 1/2", true), ("人数 > 1/2", "人数 > 1/2", false),
      ("人数 ≥ 1/2", "人数 ≥ 1/2", true), ("人数 ≥ 1/2", "人数 > 1/2", false),
      ("面积 > 1/2", "人数 > 1/2", true), ("人数 ≥ 5", "人数 > 1/2", true),
    ])
  func contradiction(pass: String, veto: String, contradicts: Bool) throws {
    let vote = "- 应到: 9\n- 实到: 9\n- 同意: 9户 9㎡\n- 反对: 0户 0㎡"
    let found = try outcome("- 通过: \(pass)\n- 否决: \(veto)", vote)
    #expect((found == "rule_unreadable") == contradicts, "\(found)")
  }

  @Test(
    "shares are counted in whatever unit they are written",
    arguments: [
      ("应到: 1000/1000", "312.5/1000", "187.5/1000", "lost"),
      ("应到: 1000/1000", "501‰", "199‰", "carried"), ("应到: 100%", "50.000001%", "1%", "carried"),
      ("应到: 100%", "50%", "1%", "lost"), ("应到: 2350份", "1176份", "9份", "carried"),
      ("应到: 2350份", "1175份", "9份", "lost"), ("实到: 9", "50.1%", "100‰", "carried"),
      ("应到: 2350份", "60%", "1%", "share_units"), ("应到: 3/3", "501/1000", "1/1000", "carried"),
    ])
  func shares(whole: String, yes: String, no: String, result: String) throws {
    for pass in ["份额 > 1/2", "shares > 1/2"] {
      #expect(
        try outcome("- 通过: \(pass)\n- 基数: 应到", "- \(whole)\n- 同意: \(yes)\n- 反对: \(no)") == result)
    }
  }

  @Test("the whole of shares is known from whichever line is a part of it")
  func wholeOfShares() throws {
    let rule = "- 最低参与: 份额 > 3/4\n- 基数: 参与\n- 未表态: 参与"
    #expect(try outcome(rule, "- 方式: 无异议\n- 弃权: 无\n- 参与: 7票 411.336/720") == "no_quorum")
  }

  private static let lots = """
    | 姓名 | 方 | 户 | 面积 | 业主 |
    | - | - | - | - | - |
    | 安 | 业主 | A101 | 50 | 安 |
    | 毕 | 业主 | A102 | 50 | 毕 |
    | 易 | 业主 | A103 | 50 | 易 |
    | 戴 | 业主 | A201 | 50 | 戴 |
    | 戴 | 业主 | A202 | 50 | 戴 |
    | 戴 | 业主 | A203 | 50 | 戴 |
    | 费 | 业主 | A301 | 50 | 费 |
    """

  @Test("one vote a unit: an owner of three has three")
  func byUnit() throws {
    let rule = "- 表决人: 业主\n- 法定人数: 人数 > 1/2\n- 通过: 人数 > 1/2\n- 基数: 实到\n- 人数按: 户"
    let attendance = "- 业主: 安、毕、易、戴\n"
    func run(_ yes: String, _ no: String) throws -> String {
      try outcome(rule, "- 同意: \(yes)\n- 反对: \(no)", roster: Self.lots, attendance: attendance)
    }
    #expect(try run("戴、安", "毕、易") == "carried")
    #expect(try run("安、毕", "戴") == "lost")
    // A unit and its owner are not counted twice.
    #expect(try run("戴、A201", "安、毕、易") == "lost")
    #expect(try run("A201、A202", "A203、安、毕、易") == "lost")
  }

  @Test("the roster may say that somebody has no vote")
  func noVote() throws {
    let roster = """
      | 姓名 | 方 | 表决 |
      | - | - | - |
      | 安 | 居民 | |
      | 毕 | 居民 | 是 |
      | 易 | 居民 | 否 |
      """
    let vote = "- 规则: 全体过半数\n- 同意: 安、毕\n- 反对: 易"
    let found = try tally(vote, roster: roster)
    #expect(found.counts?.entitled.heads.number == 2)
    #expect(found.counts?.against.heads.number == 0)
  }

  @Test(
    "unanimity without a count satisfies whatever divides by those voting or present",
    arguments: [
      ("赞成多于反对", "一致", "carried"), ("全体过半数", "一致", "uncounted"),
      ("居民会议", "一致", "carried"), ("居民会议", "全体", "everybody_uncounted"),
      ("居民会议", "全体\n- 实到: 7", "carried"), ("赞成多于反对", "一致\n- 反对: 2", "sides_contradict"),
      ("全体过半数", "一致\n- 参与: 6\n- 应到: 9", "carried"),
    ])
  func unanimous(rule: String, yes: String, result: String) throws {
    let vote = "- 规则: \(rule)\n- 同意: \(yes)" + (rule == "居民会议" ? "\n- 应到: 9" : "")
    let attendance = "- 居民: 安、毕、易、戴、费、高、何\n"
    #expect(try HallModelTests.outcome(vote, attendance: attendance) == result)
  }

  @Test(
    "where all who were there to vote abstained or are recused, nobody was left to be for it",
    arguments: [
      ("弃权: 安、毕、易", "nobody_left"), ("弃权: 安、毕", "carried"), ("回避: 安、毕、易", "nobody_left"),
      ("回避: 安\n- 弃权: 毕、易", "nobody_left"), ("实到: 2\n- 弃权: 2", "nobody_left"),
      ("实到: 3\n- 弃权: 2", "carried"),
      ("应到: 2\n- 弃权: 2", "nobody_left"), ("收回: 4\n- 弃权: 3\n- 无效: 1", "nobody_left"),
      ("方式: 书面\n- 弃权: 安、毕、易", "carried"), ("弃权: 3\n- 同意: 0", "lost"),
    ])
  func nobodyLeft(lines: String, result: String) throws {
    let vote = "- 规则: 赞成多于反对\n- 反对: 无\n- " + lines
    #expect(try HallModelTests.outcome(vote, attendance: "- 居民: 安、毕、易\n") == result)
    let unanimous = "- 规则: 赞成多于反对\n- 实到: 0\n- 同意: 一致"
    #expect(try HallModelTests.outcome(unanimous) == "nobody_left")
  }

  @Test(
    "after a vote that nobody counts, the chair's word is the result",
    arguments: [
      ("赞成多于反对", "口头", "通过", "carried"), ("赞成多于反对", "鼓掌", "未通过", "lost"),
      ("赞成多于反对", "无异议", "通过", "carried"), ("赞成多于反对", "举手", "通过", "no_counts"),
      ("全体过半数", "口头", "通过", "no_counts"), ("业主一般事项", "口头", "通过", "no_counts"),
    ])
  func declared(rule: String, method: String, written: String, result: String) throws {
    let found = try tally("- 规则: \(rule)\n- 方式: \(method)\n- 结果: \(written)")
    let name = found.outcome.result?.machineName ?? found.outcome.reason?.rawValue ?? ""
    #expect(name == result)
    #expect(found.isDeclared == (result == "carried" || result == "lost"))
  }

  @Test("a rule that says what is divided by, and has nothing that divides, decides nothing")
  func dividesNothing() throws {
    let vote = "- 应到: 100\n- 实到: 9\n- 同意: 3\n- 反对: 1"
    for (lines, result) in [
      ("应到", "rule_unreadable"), ("实到", "rule_unreadable"), ("参与", "carried"), ("同意加反对", "carried"),
      ("应到\n- 通过: 人数 > 1/2", "lost"), ("应到\n- 否决: 人数 > 1/2", "carried"),
    ] {
      #expect(try outcome("- 基数: " + lines, vote) == result, "\(lines)")
    }
  }

  @Test(
    "what is written twice decides nothing",
    arguments: [
      "- 反对: 2\n- 同意: 5\n- 赞成: 1", "- 同意: 5\n- 反对: 2\n- 实到: 9\n- 到会: 8",
      "- 名额: 2\n- 选项 甲: 2\n- 选项 甲: 3", "- 选项 甲: 2\n- 选项 弃权: 1\n- 弃权: 2",
      "- 同意: 5\n- 反对: 2\n- 结果: 通过\n- 结果: 未通过", "- 同意: 5\n- 反对: 2\n- 规则: 得票最多",
    ])
  func writtenTwice(lines: String) throws {
    #expect(try HallModelTests.outcome("- 规则: 赞成多于反对\n" + lines) == "written_twice")
    let once = lines.split(separator: "\n").dropLast().joined(separator: "\n")
    #expect(try HallModelTests.outcome("- 规则: 赞成多于反对\n" + once) != "written_twice")
  }

  @Test("nor does a rule that says one thing twice, or that is there twice")
  func ruleTwice() throws {
    let vote = "- 同意: 5\n- 反对: 2\n- 动议: 安\n- 动议: 毕"
    let pass = "- 通过: 人数 > 1/2"
    for (lines, result) in [
      (pass, "carried"), (pass + "\n- 通过: 人数 > 1/3", "rule_unreadable"),
      (pass + "\n### 章程\n" + pass, "rule_unreadable"), (pass + "\n### 别的\n" + pass, "carried"),
    ] {
      #expect(try outcome(lines, vote) == result, "\(lines)")
    }
  }

  @Test("votes of owners are counted, and an empty line waits for its number")
  func notDeclared() throws {
    let spoken = "- 方式: 口头\n- 结果: 通过"
    for (voters, result) in [("业主", "no_counts"), ("成员", "carried")] {
      let rule = "- 表决人: \(voters)\n- 通过: 人数 > 1/2\n- 基数: 同意加反对"
      #expect(try outcome(rule, spoken) == result)
      #expect(try outcome(rule, spoken + "\n- 同意:\n- 反对:") == "empty_count")
    }
  }

  @Test(
    "the casting vote counts at a tie, and nowhere else",
    arguments: [
      ("3", "3", "李四 同意", "carried"), ("3", "3", "李四 反对", "lost"),
      ("3", "3", "Ann Lee: for", "carried"),
      ("2", "3", "李四 同意", "lost"), ("4", "3", "李四 反对", "carried"), ("3", "3", "", "lost"),
    ])
  func casting(yes: String, no: String, casting: String, result: String) throws {
    let vote = "- 规则: 赞成多于反对\n- 同意: \(yes)\n- 反对: \(no)\n- 决定票: \(casting)"
    let found = try tally(vote)
    #expect(found.outcome.result?.machineName == result)
    #expect(
      found.hangsOnCasting == (yes == no && casting.hasSuffix("同意") || casting.hasSuffix("for")))
    #expect(found.counts?.present.heads.number == nil)
  }

  @Test(
    "alternates are the next in order",
    arguments: [
      ("名额: 1\n- 候补: 2\n- 选项 甲: 9\n- 选项 乙: 5\n- 选项 丙: 7\n- 选项 丁: 1", ["甲"], ["丙", "乙"]),
      ("名额: 1\n- 候补: 1\n- 选项 甲: 9\n- 选项 乙: 5\n- 选项 丙: 5", ["甲"], []),
      ("名额: 1\n- 候补: 3\n- 选项 甲: 9\n- 选项 乙: 5\n- 选项 丙: 0", ["甲"], ["乙"]),
    ])
  func alternates(options: String, elected: [String], alternates: [String]) throws {
    let found = try tally("- 规则: 得票最多\n- " + options)
    #expect(found.outcome.elected == elected)
    #expect(found.outcome.alternates == alternates)
    let written = try tally("- 规则: 得票最多\n- " + options + "\n- 结果: 当选 甲；候补 丙、乙")
    #expect(written.vote.writtenResult?.names == ["甲"])
    #expect(written.vote.writtenResult?.alternates == ["丙", "乙"])
  }

  @Test("an option may have sides of its own, of those who returned a ballot")
  func optionSides() throws {
    let vote = "- 收回: 45\n- 名额: 2\n- 选项 甲: 同意 40、反对 3\n- 选项 乙: 同意 22、反对 20"
    #expect(try outcome("- 通过: 人数 > 1/2\n- 基数: 参与", vote) == "elected 甲")
    #expect(try outcome("- 通过: 人数 > 1/2\n- 基数: 同意加反对", vote) == "elected 甲,乙")
  }
}
