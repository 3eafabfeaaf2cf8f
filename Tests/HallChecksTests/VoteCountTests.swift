import Testing

struct VoteCountTests {
  @Test(arguments: [
    (["应到: 10人", "实到: 12人"], ["16:7 error"]),
    (["应到: 10户 900㎡", "送达: 11户 901㎡"], ["16:7 error", "16:7 error"]),
    (["送达: 10户 900㎡", "收回: 9户 900.01㎡"], ["16:7 error"]),
    (["应到: 10户", "收回: 11户"], ["16:7 error"]),
    (["实到: 3人", "同意: 3人", "反对: 1人"], ["15:7 error"]),
    (["收回: 5票", "同意: 4票", "无效: 2票"], ["15:7 error"]),
    (["收回: 5户 400㎡", "同意: 4户 350㎡", "反对: 1户 60㎡"], ["15:7 error"]),
    (["应到: 3人", "同意: 3人", "弃权: 1人"], ["15:7 error"]),
    (["参与: 4人", "同意: 4人", "反对: 1人"], ["15:7 error"]),
    (["实到: 3人", "选项 甲: 2人", "选项 乙: 2人"], ["15:7 error"]),
    (["同意: 3人", "反对: 1人"], ["13:10 error"]),
    (["同意: 居民 3、物业 1"], ["15:7 error"]),
    (["方式: 书面", "同意: 10人"], ["13:10 error"]),
    (["实到: 3人", "名额: 2", "选项 甲: 3人", "选项 乙: 2人", "选项 丙: 2人"], ["15:7 error"]),
    (["实到: 3人", "名额: 2", "选项 甲: 4人", "选项 乙: 1人"], ["17:9 error"]),
    (["名额: 2", "选项 甲: 3人", "选项 乙: 3人", "选项 丙: 3人"], ["13:10 error"]),
    (["实到: 3人", "选项 甲: 2人", "同意: 9人"], ["17:3 warning"]),
    (["实到: 9人", "选项 甲: 2人", "选项 反对: 1人"], ["17:3 error"]),
    (["实到: 9人", "选项 甲: 2人", "选项 废票: 1人", "选项 弃权: 1人"], ["17:3 warning", "18:3 warning"]),
    (["收回: 45", "选项 甲: 同意 40、反对 30", "选项 乙: 同意 50、反对 10"], ["15:7 error"]),
    (["参与: 45", "选项 甲: 同意 40、反对 3、弃权 3"], ["15:7 error"]),
    (["选项 甲: 同意 2、反对 2"], ["13:10 error"]),
    (["实到: 9人", "选项 赞成: 2人", "选项 反对: 1人"], ["16:3 error", "17:3 error"]),
    (["实到: 3人", "回避: 张三", "同意: 2人", "反对: 1人"], ["15:7 error"]),
    (["应到: 3人", "回避: 张三", "同意: 2人", "反对: 1人"], ["15:7 error"]),
    (["回避: 张三", "同意: 2人", "反对: 1人"], ["13:10 error"]),
    (["回避: 赵六", "同意: 居民 2", "反对: 物业 1、居民 0"], ["17:7 error"]),
  ])
  func figuresThatCannotAllBeTrueAreErrors(fields: [String], expected: [String]) {
    #expect(found("vote-count", item: Sample.vote(["规则: 委员会"] + fields)) == expected)
  }

  @Test(arguments: [
    ["应到: 10人", "实到: 10人", "同意: 10人"], ["实到: 3人", "方式: 书面", "同意: 4人"],
    ["应到: 10户", "送达: 10户", "收回: 9户", "同意: 8户", "无效: 1户"],
    ["实到: 3人", "名额: 2", "选项 甲: 3人", "选项 乙: 3人"], ["参与: 4人", "方式: 线上", "同意: 4人"],
    ["应到: 50", "收回: 45", "选项 甲: 同意 40、反对 5", "选项 乙: 同意 30、反对 10"],
    ["同意: 张三、钱七、周九、何十"], ["同意: 2人", "反对: 1人"],
  ])
  func figuresThatFitAreFine(fields: [String]) {
    #expect(found("vote-count", item: Sample.vote(["规则: 委员会"] + fields)) == [])
  }

  @Test(arguments: [
    (["同意: 2户 178.50㎡"], []),
    (["同意: 3户", "反对: 无"], ["15:7 error", "16:7 error"]),
    (["同意: 2户 178.49㎡"], ["15:7 error"]),
    (["同意: 张三、周九"], ["15:7 error"]),
  ])
  func aWrittenSideIsComparedWithTheBallots(fields: [String], expected: [String]) {
    let table =
      "\n\n| 户 | 意见 |\n| --- | --- |\n| 2-1-301 | 同意 |\n| 2-1-302 | 同意 |\n| 2-2-101 | 反对 |"
    let vote = Sample.vote(["规则: 业主一般事项"] + fields) + table
    #expect(found("vote-count", item: vote) == expected)
  }

  @Test(arguments: [
    (["同意: 50户 5000㎡"], ["13:10 error"]), (["同意: 3户 5000㎡"], ["13:10 error"]),
    (["同意: 6户 520.25㎡"], []), (["范围: 2号楼", "同意: 50户 5000㎡"], []),
    (["应到: 90户 9000㎡", "同意: 50户 5000㎡"], []),
  ])
  func theRosterSaysHowManyOwnersThereAre(fields: [String], expected: [String]) {
    #expect(found("vote-count", item: Sample.vote(["规则: 业主一般事项"] + fields)) == expected)
  }

  @Test func sharesComeToNoMoreThanTheirWhole() {
    for (sides, expected) in [
      (["同意: 3户 120%", "反对: 3户 70%"], ["13:10 error"]),
      (["同意: 3户 60%", "反对: 3户 700‰"], ["13:10 error"]),
      (["应到: 9户 110%", "同意: 3户 60%"], ["13:10 error"]), (["同意: 3户 60%", "反对: 1户 400‰"], []),
    ] {
      #expect(
        found("vote-count", item: Sample.vote(["规则: 业主一般事项"] + sides), hall: Sample.emptyHall)
          == expected)
    }
  }

  @Test func aVoteThatIsAlsoCastElsewhereIsHeldToTheRoster() {
    let vote = Sample.vote(["规则: 赞成多于反对", "方式: 举手、书面", "同意: 30人"])
    #expect(found("vote-count", item: vote) == ["13:10 error"])
    #expect(found("vote-count", item: vote, attendance: "- 居民: 60人") == [])
    let few = Sample.vote(["规则: 赞成多于反对", "方式: 举手、书面", "同意: 5人"])
    #expect(found("vote-count", item: few) == [])
  }

  @Test func whereNobodyVotedThereIsNoTieToBreak() {
    let vote = Sample.vote(["规则: 赞成多于反对", "同意: 0", "反对: 0", "决定票: 同意"])
    #expect(found("vote-count", item: vote) == ["17:8 error"])
  }

  @Test func moreWhoCameThanTheRosterHas() {
    let attendance = "- 居民: 60人"
    let committee = Sample.vote(["规则: 委员会", "同意: 55人"])
    #expect(found("vote-count", item: committee, attendance: attendance) == ["12:10 error"])
    let simple = Sample.vote(["规则: 赞成多于反对", "同意: 55人"])
    #expect(found("vote-count", item: simple, attendance: attendance) == [])
  }

  @Test func withoutAnAttendanceItIsNotKnownHowManyCame() {
    let vote = Sample.vote(["规则: 赞成多于反对", "同意: 99人"])
    #expect(found("vote-count", item: vote, attendance: "") == [])
  }
}
