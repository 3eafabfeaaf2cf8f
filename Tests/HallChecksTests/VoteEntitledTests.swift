import Testing

struct VoteEntitledTests {
  private static let attendance = "- 居民: 张三\n- 职能部门: 市政排水\n- 社区: 李四、王五"

  @Test(arguments: [
    (["规则: 居民会议", "同意: 张三、市政排水、李四"], ["16:10 error", "16:15 error"]),
    (["规则: 居民会议", "同意: 居民 1", "反对: 职能部门 2、社区 1"], ["17:7 error", "17:14 error"]),
    (["规则: 业主一般事项", "同意: 张三、赵六"], ["16:10 error"]),
    (["规则: 委员会", "回避: 钱七", "同意: 张三、钱七"], ["17:10 error"]),
    (["规则: 得票最多", "选项 甲: 张三", "选项 乙: 王五"], ["17:9 error"]),
  ])
  func aPersonWhoMayNotVoteIsReported(fields: [String], expected: [String]) {
    #expect(
      found("vote-entitled", item: Sample.vote(fields), attendance: Self.attendance) == expected)
  }

  @Test(arguments: [
    ["规则: 居民会议", "同意: 张三、赵六"], ["规则: 业主一般事项", "同意: 张三、3-1-101"],
    ["规则: 委员会", "回避: 钱七", "同意: 张三"], ["规则: 居民会议", "同意: 居民 1", "反对: 社区 0"],
    ["规则: 没有这条", "同意: 王五"], ["规则: 居民会议", "同意: 无名氏"], ["规则: 居民会议", "计票: 王五"],
  ])
  func whoMayVoteIsFine(fields: [String]) {
    #expect(found("vote-entitled", item: Sample.vote(fields), attendance: Self.attendance) == [])
  }

  @Test func aBallotIsLookedAtRowByRow() {
    let table = "\n\n| 姓名 | 意见 |\n| --- | --- |\n| 张三 | 同意 |\n| 王五 | 反对 |\n| 李四 | 回避 |"
    let vote = Sample.vote(["规则: 居民会议"]) + table
    #expect(found("vote-entitled", item: vote, attendance: Self.attendance) == ["20:3 error"])
  }

  @Test func somebodyWithoutAPartyMayOrMayNotVote() {
    let hall = Sample.hall + "\n| 无方 |  |  |  |  |"
    let vote = Sample.vote(["规则: 居民会议", "同意: 无方、居民/无方"])
    #expect(found("vote-entitled", item: vote, hall: hall) == ["15:7 warning"])
  }
}
