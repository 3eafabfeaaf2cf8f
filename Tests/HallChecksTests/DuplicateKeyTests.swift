import Testing

struct DuplicateKeyTests {
  @Test(arguments: [
    ("- 时长: 20分钟\n- 附件: a\n- 时长: 30分钟", "12:3 error 「时长」写了两次，第一次在第10行"),
    ("- 时长:\n- 时长: 30分钟", "11:3 error 「时长」写了两次，第一次在第10行"),
    (
      "#### 表决: 换灯\n- 同意: 3\n- 赞成: 4", "12:3 error 「赞成」和第11行的「同意」是同一项，只能写一次"
    ),
    (
      "#### 表决: 选址\n- 选项 甲: 3\n- 选项 乙: 3\n- 选项甲: 4",
      "13:3 error 「选项甲」和第11行的「选项 甲」是同一项，只能写一次"
    ),
    (
      "#### 表决: 选址\n- 选项 弃权: 1\n- 选项 甲: 3\n- 弃权: 2",
      "13:3 error 「弃权」和第11行的「选项 弃权」是同一项，只能写一次"
    ),
    ("- [ ] T1 换灯\n  - 期限: 2025-10-01\n  - 期限: 2025-10-02", "12:5 error 「期限」写了两次，第一次在第11行"),
  ])
  func aKeyOfOneValueIsGivenOnce(text: String, expected: String) {
    #expect(problems("duplicate-key", inItem: text) == [expected])
  }

  @Test func twoRulesOfOneNameAreNamed() {
    func found(_ names: [String]) -> [String] {
      let rules = names.map { "### \($0)\n- 通过: 人数 > 1/2\n" }.joined()
      return problems("duplicate-key", hall: "## 表决规则\n" + rules, files: [:])
    }
    #expect(found(["大修", "小修"]) == [])
    #expect(
      found(["大修", "大修"]) == ["hall.md:4:5 error 规则「大修」写了两条，另一条在第2行，不知道按哪一条"])
    #expect(found(["双过半", "业主一般事项"]).count == 1)
  }

  @Test func theThirdNamesTheFirstToo() {
    #expect(
      problems("duplicate-key", inItem: "- 时长: 1h\n- 时长: 2h\n- 时长: 3h") == [
        "11:3 error 「时长」写了两次，第一次在第10行", "12:3 error 「时长」写了两次，第一次在第10行",
      ])
  }

  @Test(arguments: [
    "- 附件: a\n- 附件: b", "- 某事: a\n- 某事: b",
    "- [ ] T1 换灯\n  - 延期: 2025-10-01\n  - 延期: 2025-10-02\n- [ ] T2 换线\n  - 期限: 2025-10-01",
    "#### 表决: 选址\n- 选项 甲: 3\n- 选项 乙: 3",
    "- 时长: 20分钟\n\n张三说：\n\n- 时长: 30分钟",
  ])
  func whatMayRepeatAndWhatIsProseIsFine(text: String) {
    #expect(problems("duplicate-key", inItem: text) == [])
  }

  @Test func thePartiesOfAListMayRepeat() {
    let text = "## 参会人员\n\n- 居民: 张三\n- 居民: 钱七\n- 委托: 甲 → 乙\n- 委托: 丙 → 丁"
    #expect(problems("duplicate-key", inMeeting: text) == [])
  }
}
