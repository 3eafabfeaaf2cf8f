import Testing

struct MatterClosedTests {
  private static let closed = "- 2025-11-20 结案: 已更换"

  @Test(arguments: [
    ("- [ ] T1 换灯\n  - 期限: 2025-12-15", ["8:14 warning"]),
    ("- [ ] T1 换灯", ["8:14 warning"]),
    ("- [ ] T1 车位\n  - 期限: 长期", []),
    ("- [ ] T1 回访\n  - 期限: 2025-12-05", []),
    ("- [x] T1 换灯\n- [-] T2 粉刷", []),
    ("- 2025-11-25 重开: 又坏了\n- [ ] T1 换灯", []),
    ("- 2025-11-25 重开: 又坏了\n- [ ] T1 换灯\n- 2025-11-28 结案", ["11:14 warning"]),
  ])
  func aClosedMatterHasNothingLeftToDo(rest: String, expected: [String]) {
    #expect(found("matter-closed", log: Self.closed + "\n" + rest) == expected)
  }

  @Test(arguments: [
    ("", "2025-12-05", []),
    ("", "2025-12-06", ["8:14 warning"]),
    ("- 2025-12-01 回访: 满意", "2025-12-20", []),
    ("- [ ] T1 回访\n  - 期限: 2025-12-05", "2025-12-20", []),
    ("- [x] T1 回访\n  - 完成: 2025-12-01", "2025-12-20", []),
    ("- [-] T1 回访", "2025-12-20", ["8:14 warning"]),
  ])
  func aClosedMatterIsRevisitedWithinThePeriod(rest: String, today: String, expected: [String]) {
    #expect(found("matter-closed", log: Self.closed + "\n" + rest, today: today) == expected)
  }

  @Test func thePeriodIsFifteenDaysWhereNoneIsWrittenAndEndsOnAWorkingDay() {
    let hall = "---\n议事厅: 厅\n---\n"
    #expect(found("matter-closed", log: Self.closed, hall: hall, today: "2025-12-05") == [])
    #expect(
      found("matter-closed", log: Self.closed, hall: hall, today: "2025-12-06") == ["8:14 warning"])
    let withCalendar = hall + "## 日历\n- 休: 2025-12-05\n"
    #expect(found("matter-closed", log: Self.closed, hall: withCalendar, today: "2025-12-08") == [])
    #expect(
      found("matter-closed", log: Self.closed, hall: withCalendar, today: "2025-12-09") == [
        "8:14 warning"
      ])
  }

  @Test func aTaskOfAMeetingAboutItIsLeftToo() {
    let item = "- 问题: Q-2025-001\n" + Sample.task(["期限: 2025-12-15"])
    let files = [
      "matters/Q-2025-001.md": Sample.matter(log: Self.closed),
      "agendas/M-2025-001.md": Sample.meeting(item: item),
    ]
    #expect(found("matter-closed", files: files) == ["matters/Q-2025-001.md:8:14 warning"])
  }
}
