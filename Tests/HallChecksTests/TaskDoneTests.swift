import Testing

struct TaskDoneTests {
  @Test(arguments: [
    ("x", [], ["13:10 warning"]),
    ("X", ["负责: 物业"], ["13:10 warning"]),
    (" ", ["完成: 2025-10-01"], ["14:9 warning"]),
    ("x", ["完成: 2025-10-01"], []),
    (" ", [], []),
    (" ", ["完成:"], []),
    ("-", [], []),
  ])
  func theBoxAndTheDoneDayGoTogether(box: String, fields: [String], expected: [String]) {
    #expect(found("task-done", item: Sample.task(fields, box: box)) == expected)
  }
}
