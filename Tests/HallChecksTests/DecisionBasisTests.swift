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
    ("- 结论: 达成一致\n#### 决议 D1: 换灯", []), ("#### 决议 D1: 换灯\n- 依据: 表决", ["14:7 error"]),
    ("#### 决议 D1: 换灯\n- 依据: 街道批复", []),
    ("#### 决议 D1\n\n#### 表决: 换灯\n- 结果: 通过", ["13:6 warning"]),
  ])
  func aDecisionWithNoBasisAtAllIsAWarning(item: String, expected: [String]) {
    #expect(found("decision-basis", item: item) == expected)
  }

  @Test(arguments: [
    // line 13 the vote, 17 the decision, 18 its basis
    ("依据: 表决 换登", ["18:7 error 这项议题里，决议上面没有表决「换登」"]), ("依据: 表决 换灯", []), ("依据: 换灯", []),
    ("依据: 街道批复", []), ("依据: 表决 修墙", ["18:7 error 这项议题里，决议上面没有表决「修墙」"]),
  ])
  func aBasisNamesAVoteAboveTheDecision(field: String, expected: [String]) {
    let item =
      Sample.vote(["规则: 赞成多于反对", "同意: 2人", "反对: 1人"])
      + "\n#### 决议 D1: 换灯\n- \(field)\n\n#### 表决: 修墙\n- 结果: 通过"
    #expect(messages("decision-basis", item: item) == expected)
  }

  @Test(arguments: [
    (["动议性质: 程序"], "", ["18:13 error 这项决议上面只有「程序」动议，没有主动议"]),
    (["动议性质: 程序"], "- 依据: 表决 休会", ["18:13 error 依据的表决「休会」是「程序」动议，定不了这件事"]),
    (["动议性质: 主动议"], "", []),
    (["范围: 一"], "", ["18:13 warning 表决「休会」看标题是程序动议，定不了事情，这项决议有没有效算不出"]),
    (["范围: 一"], "- 依据: 协商一致", []),
  ])
  func aProceduralMotionDecidesNothing(fields: [String], basis: String, expected: [String]) {
    let vote = Sample.vote(["规则: 赞成多于反对", "同意: 2人", "反对: 1人"] + fields)
      .replacing("换灯", with: "休会")
    #expect(
      messages("decision-basis", item: vote + "\n#### 决议 D1: 换灯\n\(basis)\n") == expected)
  }

  @Test func whereAnotherVoteWasCarriedTheHintNamesIt() {
    let carried = Sample.vote(["规则: 赞成多于反对", "同意: 2人", "反对: 1人"])
    let lost = carried.replacing("换灯", with: "修墙").replacing("同意: 2", with: "同意: 0")
    let item = carried + "\n" + lost + "\n#### 决议 D1: 换灯"
    #expect(
      hints("decision-basis", item: item) == ["删去决议；若是依据表决「换灯」，加一行「- 依据: 表决 换灯」"])
    #expect(
      hints("decision-basis", item: lost + "\n#### 决议 D1: 换灯") == [
        "删去决议；若是协商一致定下的，加一行「- 依据: 协商一致」"
      ])
  }

  @Test func whileBallotsComeInNothingIsReported() {
    #expect(found("decision-basis", item: "#### 决议 D1: 换灯", status: "投票中") == [])
  }
}
