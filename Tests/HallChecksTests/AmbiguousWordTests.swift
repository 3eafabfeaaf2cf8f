import Testing

struct AmbiguousWordTests {
  @Test(arguments: [
    (Sample.vote(["规则: 绝对多数"]), ["14:7 warning"]),
    (Sample.vote(["规则: 重大事项"]), ["14:7 warning"]),
    (Sample.vote(["范围: 在册业主半数以上"]), ["14:11 warning"]),
    (
      "#### 决议 D1: 换灯\n- 依据: 一半以上业主签名\n\n取得半数以上、过半数以上业主同意。",
      [
        "14:7 warning", "16:3 warning", "16:9 warning",
      ]
    ),
  ])
  func aWordThatIsReadInTwoWaysIsAWarning(item: String, expected: [String]) {
    #expect(found("ambiguous-word", item: item) == expected)
  }

  @Test(arguments: [
    Sample.vote(["规则: 全体过半数"]), Sample.vote(["规则: 业主重大事项"]), Sample.vote(["规则: absolute"]),
    Sample.vote(["范围: 过半数业主"]), "张三说要半数以上同意。",
  ])
  func aClearWordAndWhatWasSaidAreFine(item: String) {
    #expect(found("ambiguous-word", item: item) == [])
  }

  @Test(arguments: [
    ("- 最低参与: 人数 ≥ 66.7%, 面积 ≥ 66.67％", ["hall.md:6:14 warning", "hall.md:6:26 warning"]),
    ("- 通过: 人数 > 33.3%", ["hall.md:6:12 warning"]),
    ("- 通过: 人数 半数以上", ["hall.md:6:10 warning"]),
    ("- 基数: 有效", ["hall.md:6:7 warning"]),
    ("- 通过: 人数 ≥ 75%, 面积 ≥ 66%", []),
    ("- 通过: 人数 ≥ 66.07%", []),
    ("- 通过: 人数 > 2/3, 面积 三分之二以上", []),
    ("- 基数: 同意加反对", []),
  ])
  func theHallsOwnRulesAreRead(field: String, expected: [String]) {
    let hall = "---\n议事厅: 厅\n---\n## 表决规则\n### 换届\n\(field)"
    #expect(found("ambiguous-word", hall: hall) == expected)
  }

  @Test func aRuleTheHallDefinesUnderThatNameIsClear() {
    let hall = Sample.hall + "\n## 表决规则\n### 绝对多数\n- 通过: 人数 ≥ 2/3"
    #expect(found("ambiguous-word", item: Sample.vote(["规则: 绝对多数"]), hall: hall) == [])
  }
}
