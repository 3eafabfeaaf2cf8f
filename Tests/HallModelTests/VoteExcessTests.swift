import HallModel
import HallSyntax
import Testing

@Suite("Figures that contradict each other are no figures")
struct VoteExcessTests {
  private static let shares = """
    ## 表决规则
    ### 份额
    - 表决人: 业主
    - 通过: 份额 > 1/2 占 应到
    ### 参与份额
    - 表决人: 业主
    - 通过: 份额 > 1/2
    """

  @Test(
    "shares above the whole that they are parts of carry nothing",
    arguments: [
      ("份额", "同意: 3户 120%", "反对: 3户 70%", "figures_contradict"),
      ("份额", "同意: 3户 60%", "反对: 3户 700‰", "figures_contradict"),
      ("参与份额", "同意: 3户 60%", "反对: 3户 30%\n- 弃权: 2户 20%", "figures_contradict"),
      ("份额", "应到: 6户 130%", "同意: 3户 70%", "figures_contradict"),
      ("份额", "同意: 3户 60%", "反对: 3户 40%", "carried"),
      ("参与份额", "同意: 3户 60%", "反对: 3户 400‰", "carried"),
    ])
  func wholes(_ rule: String, _ yes: String, _ no: String, result: String) throws {
    #expect(try outcome("- 规则: \(rule)\n- \(yes)\n- \(no)", hall: Self.shares) == result)
  }

  @Test(
    "more votes than may be cast leave the result unknown, also where the recused are taken off",
    arguments: [
      ("规则: 居民会议\n- 应到: 5\n- 实到: 3\n- 同意: 4", "figures_contradict"),
      ("规则: 委员会\n- 应到: 3\n- 实到: 3\n- 同意: 2\n- 反对: 2", "figures_contradict"),
      ("规则: 赞成多于反对\n- 收回: 3\n- 同意: 3\n- 反对: 1", "figures_contradict"),
      ("规则: 居民会议\n- 应到: 3\n- 实到: 3\n- 回避: 张三\n- 同意: 2\n- 反对: 1", "figures_contradict"),
      ("规则: 全体过半数\n- 应到: 3\n- 回避: 张三\n- 同意: 2\n- 反对: 1", "figures_contradict"),
      ("规则: 居民会议\n- 应到: 3\n- 实到: 3\n- 回避: 张三\n- 同意: 2", "carried"),
      // Nobody can leave more than came.
      ("规则: 居民会议\n- 应到: 1\n- 实到: 1\n- 回避: 张三、钱七\n- 同意: 0", "figures_contradict"),
      // The sums are looked at in what the rule counts.
      ("规则: 赞成多于反对\n- 应到: 9户 90㎡\n- 同意: 3户 99㎡", "carried"),
    ])
  func votes(_ vote: String, result: String) throws {
    #expect(try outcome("- " + vote) == result)
  }

  @Test(
    "a side without a line is nobody where the heads add up, whatever the areas come to",
    arguments: [
      ("收回: 6户 485㎡\n- 参与: 6户 525㎡", "lost"),
      ("收回: 7户 485㎡\n- 参与: 6户 485㎡", "side_missing"),
      ("收回: 585㎡", "side_missing"),
    ])
  func missingSide(_ whole: String, result: String) throws {
    let vote = "- 规则: 赞成多于反对\n- 反对: 5户 385㎡\n- 无效: 1户 100㎡\n- " + whole
    #expect(try outcome(vote) == result)
  }

  @Test("the recused of a party are taken off its own people")
  func recusedParty() throws {
    let vote = "- 规则: 各方过半\n- 回避: 赵六\n- 同意: 居民 2\n- 反对: 物业 1、居民 0"
    let attendance = "- 居民: 张三、钱七\n- 物业: 赵六"
    #expect(try outcome(vote, attendance: attendance) == "figures_contradict")
    let fine = "- 规则: 各方过半\n- 回避: 赵六\n- 同意: 居民 2\n- 反对: 无"
    #expect(try outcome(fine, attendance: attendance) == "carried")
  }

  @Test(
    "all who were present, and others besides",
    arguments: [
      ("实到: 10\n- 同意: 全体\n- 反对: 6", "sides_contradict"),
      ("实到: 3\n- 同意: 全体\n- 弃权: 2", "sides_contradict"),
      ("方式: 书面\n- 实到: 10\n- 同意: 全体\n- 反对: 6", "sides_contradict"),
      ("实到: 10\n- 同意: 全体\n- 反对: 0", "carried"),
    ])
  func everybody(_ vote: String, result: String) throws {
    #expect(try outcome("- 规则: 赞成多于反对\n- " + vote) == result)
  }

  @Test("a casting vote brings nobody more to the vote, and needs somebody who voted")
  func casting() throws {
    let rule = "## 表决规则\n### 三分之二\n- 最低参与: 人数 ≥ 2/3\n"
    let vote = "- 规则: 三分之二\n- 应到: 9\n- 同意: 2\n- 反对: 2\n- 弃权: 1\n- 决定票: 同意"
    #expect(try outcome(vote, hall: rule) == "no_quorum")
    let post = "- 规则: 委员会\n- 方式: 书面\n- 应到: 9\n- 同意: 2\n- 反对: 2\n- 决定票: 同意"
    #expect(try tally(post).legs.first?.have == .known(4))
    for (sides, result) in [
      ("同意: 0\n- 反对: 0", "lost"), ("弃权: 3", "lost"),
      ("同意: 0\n- 反对: 0\n- 弃权: 3", "carried"), ("同意: 1\n- 反对: 1", "carried"),
    ] {
      let vote = "- 规则: 赞成多于反对\n- \(sides)\n- 决定票: 李四 同意"
      #expect(try outcome(vote) == result, "\(sides)")
    }
  }

  @Test("an attendance that nobody has filled in says of nobody that they came")
  func blankAttendance() throws {
    let vote = "- 规则: 居民会议\n- 应到: 3\n- 同意: 3"
    #expect(try outcome(vote, attendance: "- 居民:\n- 物业:") == "present_unknown")
    #expect(try outcome(vote, attendance: "- 居民: 3人\n- 物业:") == "carried")
    #expect(try outcome(vote, attendance: "- 居民: 0人\n- 物业:") == "no_quorum")
    #expect(try outcome(vote + "\n- 实到: 3", attendance: "- 居民:") == "carried")
  }
}
