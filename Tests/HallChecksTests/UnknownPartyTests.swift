import Testing

struct UnknownPartyTests {
  @Test(arguments: [
    ("- 提出: 业主/张三", ["13:7 error"]),
    (Sample.task(["负责: 物业2/赵六", "配合: 物业/赵六、城管／冯二"]), ["14:9 error", "15:15 error"]),
    (Sample.vote(["同意: 物业2/赵六、张三"]), ["14:7 error"]),
    (Sample.vote(["规则: 赞成多于反对", "同意: 居民 2", "反对: 酒店 9、居民 1"]), ["16:7 error"]),
    ("## 各方签字\n- 酒店: 冯二 2025-09-27 同意", ["14:3 error"]),
  ])
  func aPartyNobodyDefinedIsAnError(item: String, expected: [String]) {
    #expect(found("unknown-party", item: item) == expected)
  }

  @Test func aLineOfTheAttendanceIsAParty() {
    let attendance = "- 居民: 张三\n- 酒店: 冯二\n- 缺席: 钱七\n- 委托: 钱七 → 张三"
    #expect(found("unknown-party", item: "", attendance: attendance) == ["10:3 error"])
    let item = "## 各方\n- 酒店: 表决"
    #expect(found("unknown-party", item: item, attendance: attendance) == [])
  }

  @Test(arguments: [
    "- 提出: 物业/赵六", "- 提出: 物业 赵六", "- 提出: 居民", "- 提出: 匿名",
    "## 各方签字\n- 市政排水: 冯二 2025-09-27 同意", "- 附件: 图纸/一层.pdf",
  ])
  func whatIsDefinedIsFine(item: String) {
    #expect(found("unknown-party", item: item) == [])
  }

  @Test func aRowOfTheRosterBelongsToAParty() {
    let hall = """
      ---
      议事厅: 厅
      ---
      ## 名册
      | 姓名 | 方 |
      | --- | --- |
      | 张三 | 居民 |
      | 冯二 | 酒店 |
      | 冯三 |  |
      """
    #expect(found("unknown-party", hall: hall) == ["hall.md:8:8 error"])
  }

  @Test func aMatterIsAskedToo() {
    let log = "- [ ] T1 换灯\n  - 负责: 物业2/赵六"
    #expect(found("unknown-party", log: log) == ["9:9 error"])
  }
}
