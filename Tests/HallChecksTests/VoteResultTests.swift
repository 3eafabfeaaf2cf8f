import Testing

struct VoteResultTests {
  @Test(arguments: [
    (["规则: 委员会", "应到: 5人", "同意: 2人", "反对: 1人", "结果: 通过"], ["18:7 error"]),
    (["规则: 委员会", "应到: 5人", "同意: 3人", "结果: 未通过"], ["17:7 error"]),
    (["规则: 得票最多", "选项 甲: 3人", "选项 乙: 1人", "结果: 当选 乙"], ["17:7 error"]),
    (["规则: 委员会", "应到: 5人", "同意: 3人", "结果: passed"], []),
    (["规则: 得票最多", "选项 甲: 3人", "选项 乙: 1人", "结果: 当选 甲"], []),
    (["规则: 没有", "同意: 1人", "结果: 通过"], []),
    (["规则: 委员会", "应到: 5人", "同意: 1人"], []),
    // A result that needs a missing figure; if the other figures decide, nothing is missing.
    (["规则: 赞成多于反对", "同意:", "反对: 1人", "结果: 通过"], ["15:3 warning"]),
    (["规则: 赞成多于反对", "同意:", "反对: 1人"], []),
    (["规则: 得票最多", "选项 甲: 3人", "选项 乙:", "结果: 当选 甲"], ["16:3 warning"]),
    (["规则: 委员会", "应到:", "同意: 3人", "反对: 1人", "结果: 通过"], ["15:3 warning"]),
    (["规则: 赞成多于反对", "收回: 9人", "同意: 3人", "结果: 通过"], ["17:7 warning"]),
    (["规则: 赞成多于反对", "弃权:", "同意: 3人", "反对: 1人", "结果: 通过"], []),
    (["规则: 赞成多于反对", "方式: 口头", "结果: 通过", "同意:", "反对:"], ["17:3 warning"]),
    (["规则: 赞成多于反对", "方式: 口头", "结果: 通过"], []),
  ])
  func theWrittenResultIsTheComputedOne(fields: [String], expected: [String]) {
    #expect(found("vote-result", item: Sample.vote(fields)) == expected)
  }

  @Test(arguments: [
    ("候补: 2", "候补 乙、丙", 0), ("候补: 2", "候补 丙、乙", 1), ("候补: 2", "候补 乙", 1),
    ("候补: 2", "候补 乙、甲", 1), ("候补: 2", "候补 乙、何人", 1), ("候补: 2", "候补 乙、丙、丁", 1),
    ("候补: 2", "候补 乙、乙", 1), ("范围: 居民", "候补 乙", 1),
    // Of those who are level for the next place, the minutes say who follows.
    ("候补: 3", "候补 乙、丙、丁", 0), ("候补: 3", "候补 乙、丙、戊", 0), ("候补: 3", "候补 乙、丙", 0),
    ("候补: 3", "候补 乙、丙、己", 1),
  ])
  func theAlternatesFollowInTheirOrder(asked: String, written: String, errors: Int) {
    let options = ["甲: 9", "乙: 7", "丙: 5", "丁: 3", "戊: 3", "己: 1"].map { "选项 \($0)人" }
    let fields = ["规则: 得票最多", "名额: 1", asked] + options + ["结果: 当选 甲；\(written)"]
    #expect(found("vote-result", item: Sample.vote(fields)).count == errors)
  }
}
