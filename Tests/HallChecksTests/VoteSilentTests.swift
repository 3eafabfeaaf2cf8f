import Testing

struct VoteSilentTests {
  private static func hall(_ fields: String) -> String {
    "---\n议事厅: 厅\n---\n## 表决规则\n### 续筹\n- 表决人: 业主\n- 最低参与: 人数 ≥ 2/3\n- 通过: 人数 > 1/2\n\(fields)"
  }
  private static let withMajority = hall("- 未表态: 随多数\n- 依据: 议事规则第12条")

  @Test(arguments: [
    ("- 未表态: 随多数", ["hall.md:9:8 error"]),
    ("- 依据:\n- 未表态: with-majority", ["hall.md:10:8 error"]),
    ("- 未表态: 随多数\n- 依据: 议事规则第12条", []),
    ("- 未表态: 参与", ["hall.md:9:8 warning"]), ("- 未表态: 视为同意", ["hall.md:9:8 error"]),
    ("- 未表态: 不计", []),
  ])
  func aRuleThatCountsSilenceWithTheMajorityNamesItsClause(fields: String, expected: [String]) {
    #expect(found("vote-silent", hall: Self.hall(fields)) == expected)
  }

  @Test(arguments: [
    (["应到: 90户", "送达: 90户", "收回: 50户", "同意: 40户", "反对: 10户", "结果: 通过"], ["20:7 warning"]),
    (["应到: 90户", "未表态: 40户", "同意: 40户", "反对: 10户"], ["13:10 warning"]),
    (["应到: 90户", "送达: 90户", "收回: 60户", "同意: 50户", "反对: 10户", "结果: 通过"], []),
    (["应到: 90户", "送达: 50户", "收回: 40户", "同意: 40户", "结果: 参与不足"], []),
  ])
  func aResultThatHangsOnSilenceIsAWarning(fields: [String], expected: [String]) {
    let vote = Sample.vote(["规则: 续筹"] + fields)
    #expect(found("vote-silent", item: vote, hall: Self.withMajority) == expected)
  }
}
