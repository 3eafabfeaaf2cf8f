import Testing

struct TaskBoxSignTests {
  @Test(arguments: [
    ("/", ["13:4 warning"]), ("?", ["13:4 warning"]), ("✓", ["13:4 warning"]), (" ", []), ("x", []),
    ("-", []), ("X", []),
  ])
  func aSignOutsideTheFormatIsReported(box: String, expected: [String]) {
    #expect(found("task-box-sign", item: Sample.task([], box: box)) == expected)
  }
}
