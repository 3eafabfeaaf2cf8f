import Testing

struct VoteProxyTests {
  private static let attendance = "- 居民: 张三、钱七\n- 委托: 周九 → 张三"

  @Test func aMemberOfACommitteeVotesInPerson() {
    let vote = Sample.vote(["规则: 委员会", "同意: 张三、周九"])
    #expect(found("vote-proxy", item: vote, attendance: Self.attendance) == ["15:10 warning"])
  }

  @Test(arguments: [
    ["规则: 业主一般事项", "同意: 张三、周九"], ["规则: 居民会议", "同意: 张三、周九"], ["规则: 委员会", "同意: 张三、钱七"],
    ["规则: 委员会", "同意: 张三、何十"],
  ])
  func anybodyElseMayBeRepresented(fields: [String]) {
    #expect(found("vote-proxy", item: Sample.vote(fields), attendance: Self.attendance) == [])
  }

  @Test(arguments: [
    (["规则: 居民会议", "回避: 张三", "同意: 钱七、周九"], ["16:10 warning"]),
    (["规则: 居民会议", "回避: 钱七", "同意: 张三、周九"], []),
    (["规则: 居民会议", "回避: 张三", "同意: 钱七"], []),
    // In a postal vote everybody votes for themselves.
    (["规则: 居民会议", "方式: 书面", "回避: 张三", "同意: 周九"], []),
  ])
  func aRecusedPersonCastsNoVoteForAnybody(fields: [String], expected: [String]) {
    #expect(
      found("vote-proxy", item: Sample.vote(fields), attendance: Self.attendance) == expected)
  }

  @Test(arguments: [
    ("- 委托: 周九 → 张三\n- 委托: 周九 → 钱七", ["10:7 error"]),
    ("- 委托: 周九 → 张三\n- 委托: 居民/周九（书面） → 张三", ["10:7 error"]),
    ("- 委托: 周九 → 张三\n- 委托: 何十 → 张三", []),
    ("- 居民: 张三、钱七\n- 委托: 钱七 → 钱七", ["10:7 error"]),
    ("- 居民: 张三、钱七\n- 委托: 居民/钱七 → 张三", ["10:7 error"]),
    ("- 居民: 张三、钱七\n- 委托: 钱七 → 张三\n- 早退: 钱七 15:10", []),
  ])
  func nobodyGivesAProxyTwice(attendance: String, expected: [String]) {
    #expect(found("vote-proxy", item: "", attendance: attendance) == expected)
  }
}
