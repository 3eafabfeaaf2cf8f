import Testing

struct DecisionBasisTests {
  @Test(arguments: [
    (["规则: 委员会", "应到: 5人", "同意: 2人", "反对: 1人"], ["18:13 error"]),
    (["规则: 委员会", "应到: 5人", "同意: 2人", "结果: 通过"], ["18:13 error"]),
    (["范围: 一", "范围: 二", "范围: 三", "结果: 未通过"], ["18:13 error"]),
    (["规则: 委员会", "应到: 5人", "方式: 举手", "名额: 1"], ["18:13 warning"]),
    (["规则: 委员会", "应到: 5人", "实到: 5人", "同意: 3人", "反对: 2人"], []),
    (["规则: 没有", "范围: 一", "同意: 3人", "结果: 通过"], []),
    (["规则: 没有", "范围: 一", "范围: 二", "同意: 3人"], []),
  ])
  func aDecisionStandsOnAVoteThatWasCarried(fields: [String], expected: [String]) {
    let item = Sample.vote(fields) + "\n#### 决议 D1: 换灯"
    #expect(found("decision-basis", item: item) == expected)
  }

  @Test(arguments: ["- 依据: 协商一致", "- 性质: 协商意见"])
  func whatRestsOnConsensusOrIsAConsultationNeedsNoVote(field: String) {
    let item = Sample.vote(["结果: 未通过"]) + "\n#### 决议 D1: 换灯\n\(field)"
    #expect(found("decision-basis", item: item) == [])
  }

  @Test(arguments: [
    ("#### 决议 D1: 换灯", ["13:13 warning"]),
    ("- 结论: 未达成一致\n#### 决议 D1: 换灯", ["14:13 warning"]),
    ("- 结论: 达成一致\n#### 决议 D1: 换灯", []),
    ("#### 决议 D1: 换灯\n- 依据: 街道批复", []),
    ("#### 决议 D1\n\n#### 表决: 换灯\n- 结果: 通过", ["13:6 warning"]),
  ])
  func aDecisionWithNoBasisAtAllIsAWarning(item: String, expected: [String]) {
    #expect(found("decision-basis", item: item) == expected)
  }

  @Test func whileBallotsComeInNothingIsReported() {
    #expect(found("decision-basis", item: "#### 决议 D1: 换灯", status: "投票中") == [])
  }
}
