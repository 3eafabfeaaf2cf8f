import Testing

struct FieldPlaceTests {
  @Test(arguments: [
    ("开场。\n\n- 结论: 达成一致", "12:3 warning 「结论」写在正文后面，只算正文，没有读取"),
    ("开场。\n\n- 问题: Q-2025-001", "12:3 warning 「问题」写在正文后面，只算正文，没有读取"),
    ("开场。\n\n- 提出: 居民/张三", "12:3 warning 「提出」写在正文后面，只算正文，没有读取"),
    ("开场。\n\n- 期限: 2025-10-01", "12:3 warning 「期限」写在正文后面，只算正文，没有读取"),
    ("开场。\n\n- 负责: 物业", "12:3 warning 「负责」写在正文后面，只算正文，没有读取"),
    ("#### 表决: 换灯\n\n开场。\n\n- 同意: 3户", "14:3 warning 「同意」写在正文后面，只算正文，没有读取"),
    ("#### 表决: 换灯\n\n开场。\n\n- 反对: 张三、钱七", "14:3 warning 「反对」写在正文后面，只算正文，没有读取"),
    ("#### 表决: 换灯\n\n- 规则: 委员会\n\n##### 票数\n\n- 同意: 3户", "16:3 warning 「同意」写在正文后面，只算正文，没有读取"),
    ("#### 讨论\n\n- 结论: 达成一致", "12:3 warning 「结论」写在正文后面，只算正文，没有读取"),
    ("- [ ] T1 换灯\n\n  说明。\n\n  - 完成: 2025-10-01", "14:5 warning 「完成」写在正文后面，只算正文，没有读取"),
  ])
  func aReadableFieldAfterProseIsNotRead(text: String, expected: String) {
    #expect(problems("field-place", inItem: text) == [expected])
  }

  @Test func aStepOfTheLogAfterProseIsNotRead() {
    #expect(
      problems(
        "field-place",
        inMatter: "## 进展\n\n- 2025-03-02 收集: 甲\n\n后来：\n\n- 2025-03-10 结案: 乙\n- 2025-03-11 天气: 晴")
        == ["11:14 warning 「结案」这一步写在正文后面，只算正文，没有读取"])
  }

  @Test(arguments: [
    "开场。\n\n- 结论: 大家都说再看看", "开场。\n\n- 提出: 换个说法", "开场。\n\n- 期限: 太紧", "开场。\n\n- 时长:",
    "开场。\n\n- 附件: a.pdf", "开场。\n\n- 标准: 很高", "#### 表决: 换灯\n\n开场。\n\n- 同意: 我觉得可以",
    "- 结论: 达成一致\n- 提出: 居民/张三",
  ])
  func speechAndFieldsThatComeFirstAreFine(text: String) {
    #expect(problems("field-place", inItem: text) == [])
  }
}
