import Testing

struct UnknownPersonTests {
  @Test(arguments: [
    ("- 提出: 居民/冯二", ["13:7 warning"]),
    (
      Sample.task(["负责: 冯二", "配合: 市政排水、物业/冯三（代）", "验收: 冯四"]),
      [
        "14:9 warning", "15:14 warning", "16:9 warning",
      ]
    ),
    (
      Sample.vote(["同意: 张三、冯二", "回避: 冯三", "监票: 冯四"]),
      [
        "14:10 warning", "15:7 warning", "16:7 warning",
      ]
    ),
    (Sample.vote(["同意: 3", "反对: 3", "决定票: 社区/冯二 同意"]), ["16:8 warning"]),
    (Sample.vote(["方式: 记名"]) + "\n\n| 姓名 | 意见 |\n| --- | --- |\n| 冯二 | 同意 |", ["18:3 warning"]),
    ("## 各方签字\n- 居民: D1 冯二 2025-09-27 同意", ["14:10 warning"]),
  ])
  func aNameThatIsNotOnTheRosterIsAWarning(item: String, expected: [String]) {
    #expect(found("unknown-person", item: item) == expected)
  }

  @Test("in approved minutes each person is reported once, at the first place and with the number")
  func once() throws {
    let item =
      Sample.vote(["同意: 张三、冯二", "监票: 冯三"]) + "\n" + Sample.task(["负责: 冯二", "配合: 物业/冯二"])
    #expect(found("unknown-person", item: item).count == 4)
    let expected = ["14:10 warning", "15:7 warning"]
    #expect(found("unknown-person", item: item, status: "已确认") == expected)
    let text = Sample.meeting(item: item, status: "已确认")
    let other = text.replacing("M-2025-001", with: "M-2025-002")
    let said = problems(
      "unknown-person", hall: Sample.hall,
      files: [meetingPath: text, "agendas/M-2025-002.md": other])
    #expect(said.map { $0.hasSuffix("不在名册里（共 3 处）") } == [true, false, true, false], "\(said)")
    #expect(said.map { $0.hasSuffix("「冯三」不在名册里") } == [false, true, false, true], "\(said)")
  }

  @Test func theAttendanceIsComparedWithTheRosterButNotItsGuests() {
    let attendance = """
      - 居民: 张三、冯二等5人
      - 邀请: 冯三
      - 列席: 街道/冯四
      - 委托: 冯五 → 张三
      """
    let item = Sample.task(["负责: 冯三", "配合: 冯四"])
    #expect(
      found("unknown-person", item: item, attendance: attendance) == [
        "9:10 warning", "12:7 warning",
      ])
  }

  @Test(arguments: [
    "- 提出: 匿名", "- 提出: anonymous", "- 提出: 物业", "- 提出: 2号楼1单元301", Sample.task(["负责: 待定"]),
    Sample.vote(["同意: 3人", "反对: 居民 2、物业 1"]), Sample.vote(["决定票: 同意"]),
    Sample.vote(["决定票: 主持人 同意"]), Sample.vote(["决定票: 社区/李四 同意"]), "冯二说灯坏了。\n\n- 提出: 冯二",
  ])
  func whoeverNeedsNoRosterIsFine(item: String) {
    #expect(found("unknown-person", item: item) == [])
  }

  @Test func theMeetingsOwnPartyNeedsNoRoster() {
    let item = Sample.task(["负责: 酒店/冯二", "配合: 冯三"]) + "\n## 各方\n- 酒店: 表决"
    #expect(found("unknown-person", item: item, attendance: "- 酒店: 冯三") == [])
  }

  @Test func aHallWithoutARosterIsNotAsked() {
    #expect(found("unknown-person", item: "- 提出: 冯二", hall: Sample.emptyHall) == [])
  }

  @Test func aMatterIsAskedToo() {
    let log = "- 2025-03-05 收集: 冯二报告\n- [ ] T1 换灯\n  - 负责: 居民/冯二"
    #expect(found("unknown-person", log: log) == ["10:9 warning"])
  }
}
