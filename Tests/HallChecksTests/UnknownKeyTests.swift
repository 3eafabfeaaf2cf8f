import Testing

struct UnknownKeyTests {
  @Test(arguments: [
    ("- 时常: 20分钟", "10:3 warning 不认得「时常」，这一行没有读取"),
    ("- [ ] T1 换灯\n  - 期线: 2025-10-01", "11:5 warning 不认得「期线」，这一行没有读取"),
    ("- [ ] T1 换灯\n  - 期限（天）: 2025-10-01", "11:5 warning 不认得「期限（天）」，这一行没有读取"),
    ("#### 表决: 换灯\n- 业主总: 3", "11:3 warning 不认得「业主总」，这一行没有读取"),
    ("#### 表决: 换灯\n- Abstian: 3", "11:3 warning 不认得「Abstian」，这一行没有读取"),
    ("#### 决议 D1: 换灯\n- 姓质: 协商意见", "11:3 warning 不认得「姓质」，这一行没有读取"),
  ])
  func aKeyCloseToAKnownOneIsMisspelt(text: String, expected: String) {
    #expect(problems("unknown-key", inItem: text) == [expected])
  }

  @Test(arguments: [
    ("时常", "是不是要写「时长」？"), ("结论（初步）", "是不是要写「结论」？"), ("协商结论", "是不是要写「协商结果」？"),
    ("duraton", "是不是要写「duration」？"), ("outcmoe", "是不是要写「outcome」？"),
  ])
  func theHintSaysWhatWasMeant(key: String, expected: String) {
    #expect(hints("unknown-key", inItem: "- \(key): 某事") == [expected])
  }

  @Test func theFrontMatterAndTheAttendanceHaveKeysToo() {
    let text = "---\n会议: M-2025-001\n状況: 拟定\n---\n## 参会人员\n- 缺习: 周九\n"
    #expect(
      problems("unknown-key", files: [meetingPath: text]) == [
        "agendas/M-2025-001.md:3:1 warning 不认得「状況」，这一行没有读取",
        "agendas/M-2025-001.md:6:3 warning 不认得「缺习」，这一行没有读取",
      ])
  }

  @Test(arguments: [
    "- 张三：冬天反水。", "- 预算: 三千", "- 备注: 无", "- 题: 一", "- tine: 20", "- 主题: 灯",
    "#### 表决: 换灯\n- 有效: 90\n- 废票: 2\n- 楼层: 3", "开场。\n\n- 时常: 停水",
  ])
  func ordinaryWordsAreFine(text: String) {
    #expect(problems("unknown-key", inItem: text) == [])
  }

  @Test func aPartyOrAPersonOfTheRosterIsNotMisspelt() {
    let hall = "## 各方\n- 邀约: 列席\n## 名册\n| 姓名 | 方 |\n| --- | --- |\n| 提示 | 居民 |\n"
    let text = "## 参会人员\n- 邀约: 甲\n## 议程\n### 1. 灯\n- 提示: 换\n"
    #expect(problems("unknown-key", hall: hall, files: [meetingPath: text]) == [])
  }

  @Test(arguments: ["## 各方\n- 请价: 列席", "## 各方签字\n- 请价: 张三"])
  func aListOfPartiesTakesAnyKey(text: String) {
    #expect(problems("unknown-key", inMeeting: text) == [])
  }

  @Test func aStepOfTheLogTakesAnyWord() {
    #expect(problems("unknown-key", inMatter: "## 进展\n- 收件: 甲\n- 2025-03-02 结按: 乙") == [])
  }
}
