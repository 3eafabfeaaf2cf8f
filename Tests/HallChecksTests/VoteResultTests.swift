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
  ])
  func theWrittenResultIsTheComputedOne(fields: [String], expected: [String]) {
    #expect(found("vote-result", item: Sample.vote(fields)) == expected)
  }
}
