import Testing

struct UnknownRuleTests {
  @Test(arguments: [
    (["规则: 三方同意", "同意: 2人"], ["14:7 error"]),
    (["规则: 三方同意"], ["14:7 error"]),
    (["同意: 2人"], ["13:10 warning"]),
    (["选项 甲: 2人"], ["13:10 warning"]),
  ])
  func aVoteIsCountedUnderARuleSomebodyDefined(fields: [String], expected: [String]) {
    #expect(found("unknown-rule", item: Sample.vote(fields)) == expected)
  }

  @Test func theCaretOfAVoteWithoutATitleStandsBelowItsKeyword() {
    #expect(found("unknown-rule", item: "#### 表决\n- 同意: 2人") == ["13:6 warning"])
  }

  @Test(arguments: [["规则: 委员会", "同意: 2人"], ["规则: Ordinary"], ["规则: 双过半"], ["方式: 举手"]])
  func aRuleInEitherLanguageOrNoCountsAreFine(fields: [String]) {
    #expect(found("unknown-rule", item: Sample.vote(fields)) == [])
  }

  @Test func aRuleOfTheHallThatCannotBeReadIsNotUnknown() {
    let hall = Sample.hall + "\n## 表决规则\n### 三方同意\n- 通过: 大家都说好"
    #expect(found("unknown-rule", item: Sample.vote(["规则: 三方同意"]), hall: hall) == [])
    #expect(found("value", item: Sample.vote(["规则: 三方同意"]), hall: hall) == ["hall.md:24:7 error"])
  }

  @Test func theHallsOwnRuleIsFine() {
    let hall = Sample.hall + "\n## 表决规则\n### 三方同意\n- 通过: 每方 > 1/2"
    #expect(found("unknown-rule", item: Sample.vote(["规则: 三方同意"]), hall: hall) == [])
  }
}
