import Testing

struct VoteSecretTests {
  @Test(arguments: [
    (["方式: 无记名", "同意: 张三、钱七", "反对: 2人", "弃权: 周九"], ["15:7 error", "17:7 error"]),
    (["方式: 书面、无记名", "选项 甲: 张三"], ["15:9 error"]),
    (["方式: 无记名", "票册: private/M-2025-001-1.md"], ["15:7 error"]),
  ])
  func aSecretVoteNamesNobody(fields: [String], expected: [String]) {
    #expect(found("vote-secret", item: Sample.vote(fields)) == expected)
  }

  @Test func aRollCallIsNotSecret() {
    let vote = Sample.vote(["方式: 无记名"])
    let table = "\n\n| 户 | 意见 |\n| --- | --- |\n| 2-1-301 | 同意 |"
    #expect(found("vote-secret", item: vote + table) == ["18:3 error"])
  }

  @Test(arguments: [
    ["方式: 无记名", "同意: 2人", "反对: 居民 1", "弃权: 无", "监票: 张三", "回避: 钱七"], ["方式: 记名", "同意: 张三"],
    ["同意: 张三"],
  ])
  func countsAndAVoteThatIsNotSecretAreFine(fields: [String]) {
    #expect(found("vote-secret", item: Sample.vote(fields)) == [])
  }
}
