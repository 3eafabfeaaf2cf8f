import Testing

struct VoteAbsentTests {
  @Test(arguments: [
    (["规则: 委员会", "同意: 张三、周九"], ["15:10 error"]),
    (["规则: 委员会", "反对: 居民/周九", "弃权: 冯二"], ["15:7 error", "16:7 error"]),
    (["规则: 得票最多", "选项 甲: 周九"], ["15:9 error"]),
  ])
  func whoDidNotComeCannotHaveVoted(fields: [String], expected: [String]) {
    #expect(found("vote-absent", item: Sample.vote(fields)) == expected)
  }

  @Test(arguments: [
    ["规则: 委员会", "同意: 张三、物业/赵六、2-1-302"], ["规则: 委员会", "方式: 书面", "同意: 周九"],
    ["规则: 委员会", "方式: 记名、线上", "同意: 周九"], ["规则: 委员会", "收回: 1人", "同意: 周九"], ["规则: 委员会", "同意: 99人"],
  ])
  func whoCameOrVotedFromElsewhereIsFine(fields: [String]) {
    #expect(found("vote-absent", item: Sample.vote(fields)) == [])
  }

  @Test(arguments: [
    ("- 居民: 张三\n- 委托: 周九 → 张三", []),
    ("- 居民: 张三\n- 委托: 周九 → 钱七", ["15:10 error"]),
    ("- 居民: 张三\n- 列席: 周九", ["15:10 error"]),
    ("- 居民: 张三等12人", []),
    ("- 居民: 12人", []),
    ("- 居民: 张三\n- 职能部门: 3人", ["15:10 error"]),
    ("", []),
  ])
  func aProxyCountsWhereItsHolderCame(attendance: String, expected: [String]) {
    let vote = Sample.vote(["规则: 委员会", "同意: 张三、周九"])
    #expect(found("vote-absent", item: vote, attendance: attendance) == expected)
  }

  @Test func aHouseholdIsPresentIfOneOfItIs() {
    let vote = Sample.vote(["规则: 业主一般事项", "同意: 郑国强"])
    #expect(found("vote-absent", item: vote, attendance: "- 居民: 吴桂兰\n") == [])
    let members = Sample.vote(["规则: 委员会", "同意: 郑国强"])
    #expect(found("vote-absent", item: members, attendance: "- 居民: 吴桂兰\n") == ["15:7 error"])
  }

  @Test func anAmbiguousNameInTheAttendanceMayBeEither() {
    let vote = Sample.vote(["规则: 委员会", "同意: 3-2-501"])
    #expect(found("vote-absent", item: vote, attendance: "- 居民: 王芳\n") == [])
  }

  @Test func aRowThatSaysNoBallotWasCastIsFine() {
    let table = "\n\n| 姓名 | 意见 |\n| --- | --- |\n| 周九 | 未表态 |\n| 何十 |  |\n| 冯二 | 同意 |"
    let vote = Sample.vote(["规则: 委员会"]) + table
    #expect(found("vote-absent", item: vote) == ["20:3 error"])
  }
}
