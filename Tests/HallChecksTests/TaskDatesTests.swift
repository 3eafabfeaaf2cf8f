import Testing

struct TaskDatesTests {
  @Test(arguments: [
    (["期限: 2024-10-15"], ["14:9 error"]),
    (["期限: 2025-09-24", "延期: 2025-10-30 缓", "延期: 2024-11-30 再缓"], ["14:9 error", "16:9 error"]),
    (["完成: 2025-09-24"], ["14:9 warning"]),
    (["完成: 2025-12-02"], ["14:9 warning"]),
    (["期限: 2025-09-25", "延期: 2025-10-30 缓", "完成: 2025-09-25"], []),
    (["完成: 2025-12-01"], []),
    (["期限: 长期"], []),
    (["期限: 待定", "完成: 昨天"], []),
  ])
  func aTaskIsDueAndDoneAfterItsMeeting(fields: [String], expected: [String]) {
    #expect(found("task-dates", item: Sample.task(fields, box: "x")) == expected)
  }

  @Test func whatNoLongerCountsIsNotAsked() {
    #expect(found("task-dates", item: Sample.task(["期限: 2024-10-15"], box: "-")) == [])
  }

  @Test func aTaskOfAMatterIsComparedWithTheDayTheMatterWasRaised() {
    let log = "- [ ] T1 换灯\n  - 期限: 2025-03-01"
    #expect(found("task-dates", log: log) == ["9:9 error"])
    #expect(found("task-dates", log: "- [ ] T1 换灯\n  - 期限: 2025-03-02") == [])
  }
}
