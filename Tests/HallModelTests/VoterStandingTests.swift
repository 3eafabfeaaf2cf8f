import HallModel
import HallSyntax
import Testing

@Suite("Only people who may vote are counted")
struct VoterStandingTests {
  private static let roster = """
    | 姓名 | 方 | 户 | 面积 | 业主 |
    | --- | --- | --- | --- | --- |
    | 张三 | 居民 | 2-1-301 | 100 | 张三 |
    | 李老板 | 居民 | 2-1-302 | 100 | 李老板 |
    | 赵六 | 物业 | | | |
    | 孙八 | 职能部门 | | | |
    | 无方 | | | | |
    """
  private static let attendance =
    "- 居民: 张三、李老板\n- 物业: 赵六\n- 职能部门: 孙八\n- 社区: 李四、王五\n"

  private func tally(
    _ vote: String, hall: String = "", roster: String = roster, attendance: String = attendance
  ) throws -> Tally {
    try HallModelTests.tally(vote, hall: hall, roster: roster, attendance: attendance)
  }

  private func sides(_ tally: Tally) throws -> [Int128?] {
    let counts = try #require(tally.counts)
    return [counts.votesFor.heads.number, counts.against.heads.number]
  }

  @Test(
    "a person who observes or convenes is not counted, by name or by party",
    arguments: [
      ("- 规则: 居民会议\n- 同意: 张三、孙八、李四、王五", 1, 0, "lost"),
      ("- 规则: 赞成多于反对\n- 同意: 张三、李老板\n- 反对: 孙八、李四、王五", 2, 0, "carried"),
      ("- 规则: 赞成多于反对\n- 同意: 居民 2\n- 反对: 职能部门 2、社区 1", 2, 0, "carried"),
      ("- 规则: 赞成多于反对\n- 同意: 张三\n- 反对: 社区/李四、赵六", 1, 1, "lost"),
    ])
  func nonVoters(_ vote: String, yes: Int128, no: Int128, result: String) throws {
    let tally = try tally(vote)
    #expect(try sides(tally) == [yes, no])
    #expect(tally.outcome.result?.machineName == result)
  }

  @Test("under a rule for owners, a person without an area is not counted")
  func owners() throws {
    let hall = "## 表决规则\n### 业主的\n- 表决人: 业主\n- 通过: 人数 > 1/2\n- 基数: 同意加反对\n"
    let tally = try tally("- 规则: 业主的\n- 同意: 张三\n- 反对: 赵六、孙八", hall: hall)
    #expect(try sides(tally) == [1, 0])
    #expect(tally.counts?.against.area == .known(0))
  }

  @Test("names after an option are those of voters, too")
  func options() throws {
    let tally = try tally("- 规则: 得票最多\n- 选项 甲: 张三\n- 选项 乙: 孙八、李四")
    #expect(tally.outcome.elected == ["甲"])
    #expect(tally.counts?.options.map(\.figures.heads) == [.known(1), .known(0)])
  }

  @Test(
    "a recused person who votes anyway is not counted",
    arguments: ["委员会", "业主一般事项", "赞成多于反对"])
  func recused(_ rule: String) throws {
    let tally = try tally("- 规则: \(rule)\n- 回避: 张三\n- 同意: 张三、李老板")
    #expect(try sides(tally) == [1, 0])
  }

  @Test("what a recused person owns is not needed to know what the others present own")
  func recusedWithoutArea() throws {
    let roster = """
      | 姓名 | 方 | 户 | 面积 | 份额 | 业主 |
      | --- | --- | --- | --- | --- | --- |
      | 张三 | 居民 | 2-1-301 | 100 | 45% | 张三 |
      | 李老板 | 居民 | 2-1-302 | 100 | 45% | 李老板 |
      | 赵六 | 物业 | | | 10% | |
      """
    let hall =
      "## 表决规则\n### 业主的\n- 表决人: 业主\n- 法定人数: 面积 > 158㎡\n- 通过: 面积 > 1/4\n"
      + "- 基数: 同意加反对\n- 回避: 减出应到\n"
    let attendance = "- 居民: 张三、李老板\n- 物业: 赵六\n"
    func quorum(_ lines: String) throws -> Figure? {
      let tally = try tally(
        "- 规则: 业主的\n- 同意: 2 200㎡\n" + lines, hall: hall, roster: roster, attendance: attendance)
      return tally.legs.first { $0.stage == .quorum }?.have
    }
    #expect(try quorum("- 回避: 赵六") == .known(2_000_000))
    #expect(try quorum("- 回避: 李老板")?.number == nil)
    #expect(try quorum("- 回避: 张三、赵六") == .known(1_000_000))
  }

  @Test(
    "if it is unknown whether a person may vote, nothing is computed",
    arguments: [
      ("- 规则: 各方一致\n- 同意: 张三、赵六\n- 反对: 无名氏", "voter_unknown"),
      ("- 规则: 赞成多于反对\n- 同意: 张三、无名氏", "voter_unknown"),
      ("- 规则: 赞成多于反对\n- 同意: 张三、无方", "voter_unknown"),
      ("- 规则: 赞成多于反对\n- 同意: 居民 2、酒店 9", "party_unknown"),
      ("- 规则: 赞成多于反对\n- 同意: 酒店/钱经理", "party_unknown"),
    ])
  func unknown(_ vote: String, reason: String) throws {
    #expect(try tally(vote).outcome.reason?.rawValue == reason)
  }

  @Test("a voter without a party leaves a rule for each party without a result, roster or not")
  func withoutParty() throws {
    let vote = "- 规则: 各方一致\n- 同意: 老王、小刘\n- 反对: 无名氏"
    let tally = try tally(vote, roster: "", attendance: "- 居民: 老王\n- 物业: 小刘\n")
    #expect(tally.outcome.reason == .partyCountsUnknown)
  }

  @Test("a proxy from an unknown person does not hide a party that is present")
  func proxy() throws {
    let tally = try tally(
      "- 规则: 各方一致\n- 同意: 老王、小刘", roster: "", attendance: "- 居民: 老王\n- 物业: 小刘\n- 委托: 周九 → 老王\n")
    #expect(tally.outcome.result == .carried)
    #expect(tally.counts?.present.heads == .known(3))
  }

  @Test("without a roster a name is a voter, unless it is listed under a party that does not vote")
  func withoutRoster() throws {
    let tally = try tally(
      "- 规则: 赞成多于反对\n- 同意: 甲某、乙某\n- 反对: 丙某", roster: "", attendance: "- 职能部门: 丙某\n")
    #expect(try sides(tally) == [2, 0])
  }

  @Test("a meeting may list a person under a party it adds, and there they vote")
  func seats() throws {
    let attendance = "- 物管会: 张三、孙八\n- 居民: 李老板\n\n## 各方\n- 物管会: 表决\n"
    let tally = try tally(
      "- 规则: 赞成多于反对\n- 同意: 张三、物管会/孙八\n- 反对: 李老板", attendance: attendance)
    #expect(try sides(tally) == [2, 1])
    #expect(tally.counts?.votesFor.byParty == ["物管会": 2])
    #expect(tally.counts?.present.heads == .known(3))
  }

  @Test("an owner of two units who returned one ballot is not silent")
  func silent() throws {
    let roster = """
      | 户 | 面积 | 业主 |
      | - | - | - |
      | 1-1 | 50 | 甲 |
      | 1-2 | 50 | 甲 |
      | 1-3 | 50 | 乙 |
      """
    let tally = try tally(
      "- 规则: 业主一般事项\n\n| 户 | 意见 |\n| - | - |\n| 1-1 | 同意 |\n| 1-2 | |\n| 1-3 | |",
      roster: roster, attendance: "")
    #expect(tally.counts?.votesFor.area == .known(1_000_000))
    #expect(tally.counts?.silent.heads == .known(1))
  }
}
