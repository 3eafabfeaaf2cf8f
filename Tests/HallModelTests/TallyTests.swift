import HallModel
import HallSyntax
import Testing

@Suite("Tallies")
struct TallyTests {
  @Test(
    "a missing figure is reported, never guessed",
    arguments: [
      ("- 应到: 9\n- 同意: 5", "rule_unknown"), ("- 规则: 没有这条\n- 应到: 9\n- 同意: 5", "rule_unknown"),
      ("- 规则: 委员会\n- 应到: 9\n- 实到: 9", "no_counts"),
      ("- 规则: 委员会\n- 应到: 9\n- 实到: 9\n- 参与: 9", "no_counts"),
      ("- 规则: 全体过半数\n- 同意: 5", "entitled_unknown"),
      ("- 规则: 居民会议\n- 应到: 9\n- 同意: 5", "present_unknown"),
      ("- 规则: 业主一般事项\n- 应到: 9户\n- 同意: 9户", "area_unknown"),
      ("- 规则: 业主一般事项\n- 应到: 9㎡\n- 同意: 9㎡", "heads_unknown"),
      ("- 规则: 赞成多于反对\n- 同意: 5,000", "unreadable_count"),
      ("- 规则: 委员会\n- 应到: 5,000\n- 实到: 9\n- 同意: 5", "unreadable_count"),
      ("- 规则: 居民会议\n- 应到: 9\n- 实到: 好多\n- 同意: 5", "unreadable_count"),
      ("- 规则: 业主一般事项\n- 应到: 9户 9㎡\n- 同意: 9户 9㎡\n- 参与: 很多", "unreadable_count"),
      ("- 规则: 各方一致\n- 同意: 5", "party_counts_unknown"),
      ("- 规则: 赞成多于反对\n- 票册: private/x.md", "ballots_missing"),
      ("- 规则: 委员会\n- 范围: 2号楼\n- 实到: 9\n- 同意: 5", "entitled_unknown"),
      ("- 规则: 赞成多于反对\n- 同意: 居民 12、赵六", "unreadable_count"),
    ])
  func gaps(_ vote: String, reason: String) throws {
    #expect(try outcome(vote) == reason)
  }

  @Test(
    "a leg that fails decides, even if another cannot be computed",
    arguments: [
      // There is no area, but too few heads took part.
      ("- 规则: 业主一般事项\n- 应到: 9户\n- 同意: 5户", "no_quorum"),
      // Enough took part by heads, the area is unknown; too few were in favour.
      ("- 规则: 业主一般事项\n- 应到: 9户\n- 同意: 3户\n- 反对: 6户", "lost"),
      // Attendance is unknown, but not even half of those entitled were in favour.
      ("- 规则: 委员会\n- 应到: 9\n- 同意: 4", "lost"),
    ])
  func failingLegDecides(_ vote: String, result: String) throws {
    #expect(try outcome(vote) == result)
  }

  @Test("the leg that decides is the first that fails, quorum before pass")
  func decidingLeg() throws {
    let tally = try tally("- 规则: 业主一般事项\n- 应到: 100户 100㎡\n- 同意: 30户 70㎡\n- 反对: 40户 0㎡")
    let leg = try #require(tally.decidingLeg)
    #expect(leg.stage == .pass)
    #expect(leg.measure == .heads)
    #expect(tally.legs.map(\.holds) == [true, true, false, true])
    #expect(leg.explanation.en == "30 of 70 in favour, not more than 1/2")
  }

  @Test(
    "the written result is compared with the computed one",
    arguments: [
      ("通过", false), ("未通过", true), ("参与不足", true), ("passed", false), ("通过（全票）", false),
      ("定了", false), ("", false),
    ])
  func written(_ result: String, contradicts: Bool) throws {
    let tally = try tally("- 规则: 赞成多于反对\n- 同意: 5\n- 反对: 4\n- 结果: \(result)")
    #expect(tally.contradictsWritten == contradicts)
  }

  @Test("if nothing can be computed, the written result contradicts nothing")
  func writtenWithoutCounts() throws {
    #expect(try !tally("- 规则: 委员会\n- 结果: 通过").contradictsWritten)
  }

  // MARK: Silent ballots

  private func silent(_ treatment: String, _ vote: String, base: String = "参与") throws -> Tally {
    try tally(
      "- 规则: 自定\n- 应到: 100户 100㎡\n" + vote,
      hall: """
        ## 表决规则
        ### 自定
        - 表决人: 业主
        - 最低参与: 人数 ≥ 2/3, 面积 ≥ 2/3
        - 通过: 人数 > 1/2, 面积 > 1/2
        - 基数: \(base)
        - 未表态: \(treatment)
        """)
  }

  private static let forty = "- 送达: 90户 90㎡\n- 收回: 50户 50㎡\n- 同意: 30户 30㎡\n- 反对: 20户 20㎡"

  @Test(
    "silent ballots are ignored, take part, or follow the majority",
    arguments: [
      ("不计", "no_quorum", nil), ("ignored", "no_quorum", nil), ("参与", "lost", nil),
      ("participating", "lost", nil),
      ("随多数", "carried", .votesFor), ("with-majority", "carried", .votesFor),
    ] as [(String, String, Keyword?)])
  func silentBallots(_ treatment: String, result: String, side: Keyword?) throws {
    let tally = try silent(treatment, Self.forty)
    #expect(tally.outcome.result?.machineName == result)
    #expect(tally.deemed == side.map(SilentShare.side))
    #expect(tally.counts?.silent.heads == .known(40))
    #expect(tally.counts?.silent.area == .known(400_000))
    #expect(tally.withoutSilent.result == .noQuorum)
    #expect(tally.hangsOnSilence == (result != "no_quorum"))
  }

  @Test(
    "if the measures disagree, or no side leads, silent ballots only take part",
    arguments: [
      "- 同意: 30户 20㎡\n- 反对: 20户 30㎡", "- 同意: 25户 30㎡\n- 反对: 25户 20㎡",
      "- 同意: 30户 25㎡\n- 反对: 20户 25㎡",
    ])
  func disagreeingMeasures(_ counts: String) throws {
    let tally = try silent("随多数", "- 未表态: 40户 40㎡\n" + counts)
    #expect(tally.deemed == nil)
    #expect(tally.counts.map { $0.cast.heads } == .known(50))
    #expect(tally.legs.first?.have == .known(90))
    #expect(tally.outcome.result == .lost)
  }

  @Test("one measure without a leader is enough, even if the other is unknown")
  func leadIsUntold() throws {
    for (counts, lead) in [
      ("- 同意: 25户\n- 反对: 25户 20㎡", nil), ("- 同意: 30㎡\n- 反对: 30㎡", nil),
      ("- 同意: 30户\n- 反对: 20户 20㎡", SilentShare.untold(.areaUnknown)),
      ("- 同意: 30㎡\n- 反对: 20㎡", SilentShare.untold(.headsUnknown)),
    ] {
      let tally = try silent("随多数", "- 未表态: 40户 40㎡\n" + counts)
      #expect(tally.deemed == lead, "\(counts)")
    }
  }

  @Test("zero silent ballots have zero area, even if a side has no area")
  func nobodySilent() throws {
    let counts = "- 送达: 90户 90㎡\n- 同意: 60户 60㎡\n- 反对: 30户"
    let tally = try silent("视为同意", counts, base: "应到")
    #expect(tally.counts?.silent.area == .known(0))
    #expect(tally.legs.last?.have == .known(600_000))
    #expect(tally.counts?.participating.area == .unknown(.areaUnknown))
  }

  @Test("silent ballots follow a majority against, too")
  func silentAgainst() throws {
    let tally = try silent("随多数", "- 未表态: 40户 40㎡\n- 同意: 20户 20㎡\n- 反对: 30户 30㎡")
    #expect(tally.deemed == .side(.against))
    #expect(tally.outcome.result == .lost)
    #expect(tally.withoutSilent.result == .noQuorum)
  }

  @Test("without 收回, ballots that were delivered but are on no side are silent")
  func silentUnwritten() throws {
    let tally = try silent("参与", "- 送达: 90户 90㎡\n- 同意: 40户 40㎡\n- 反对: 30户 30㎡")
    #expect(tally.counts?.silent.heads == .known(20))
    #expect(tally.outcome.result == .lost)
    #expect(tally.hangsOnSilence)
  }

  // MARK: Every party

  private static let present = "- 居民: 20人\n- 物业: 2人\n- 驻区单位: 1人\n- 职能部门: 5人"

  @Test(
    "every voting party that is present must agree",
    arguments: [
      ("同意: 居民 12、物业 1、驻区单位 1", "反对: 0", "carried"), ("同意: 居民 12、物业 1、驻区单位 1", "反对: 居民 1", "lost"),
      ("同意: 居民 12、物业 1", "反对: 驻区单位 1", "lost"),
      // A party that only abstains: a share of zero is never reached.
      ("同意: 居民 12、物业 1", "弃权: 驻区单位 1", "lost"), ("同意: 居民 12、物业 1", "反对: 0", "lost"),
      ("同意: 居民12人，物业1人；驻区单位1人", "反对: 无", "carried"), ("同意: 23", "反对: 0", "party_counts_unknown"),
    ])
  func consensus(_ yes: String, no: String, result: String) throws {
    #expect(
      try outcome("- 规则: 各方一致\n- \(yes)\n- \(no)", attendance: Self.present) == result)
  }

  @Test(
    "more than half within every party",
    arguments: [
      ("同意: 居民 7、物业 1、驻区单位 1", "反对: 居民 6", "carried"), ("同意: 居民 6、物业 2、驻区单位 1", "反对: 居民 6", "lost"),
    ])
  func eachPartyMajority(_ yes: String, no: String, result: String) throws {
    #expect(
      try outcome("- 规则: 各方过半\n- \(yes)\n- \(no)", attendance: Self.present) == result)
  }

  @Test("a party added by the meeting votes; one that only observes does not")
  func ownParty() throws {
    let files = [
      "agendas/M-2025-001.md": """
      ## 各方
      - 酒店: 表决
      ## 参会人员
      - 居民: 3
      - 酒店: 1
      - 职能部门: 9
      ## 议程
      ### 1. 甲
      #### 表决: 乙
      - 规则: 各方一致
      - 同意: 居民 3、酒店 1
      """
    ]
    let hall = makeHall(files)
    let meeting = try #require(hall.meetings.first)
    let tally = hall.tally(try #require(meeting.votes.first), in: meeting)
    #expect(tally.counts?.presentParties == ["居民", "酒店"])
    #expect(tally.outcome.result == .carried)
  }
}
