import Testing

struct TaskFieldsTests {
  @Test(arguments: [
    (["期限: 2025-10-15"], ["13:10 warning"]),
    (["负责: 物业/赵六"], ["13:10 warning"]),
    ([], ["13:10 warning", "13:10 warning"]),
    (["负责:", "期限: 2025-10-15"], ["13:10 warning"]),
    (["负责: 物业/赵六", "期限: 待定"], ["15:9 warning"]),
    (["负责: 物业/赵六", "期限: 2025-10-15", "延期: 待定 材料未到"], ["16:9 warning"]),
    (["负责: 待定", "期限: 2025-10-15"], ["14:9 warning"]),
    (["负责: 物业/赵六", "期限: 下次会议"], ["15:9 warning"]),
  ])
  func anOpenTaskSaysWhoAndUntilWhen(fields: [String], expected: [String]) {
    #expect(found("task-fields", item: Sample.task(fields)) == expected)
  }

  @Test(arguments: [
    ["负责: 物业/赵六", "期限: 2025-10-15"], ["负责: 物业", "期限: 长期"],
    ["负责: 物业/赵六", "期限: 待定", "延期: 2025-10-30 定了"], ["负责: 市政排水（孙八、何十）", "期限: 2025-10-15"],
    ["负责: 物业/赵六、王五、李四", "期限: 2025-10-15"],
  ])
  func aTaskWithALeadAndADayIsFine(fields: [String]) {
    #expect(found("task-fields", item: Sample.task(fields)) == [])
  }

  @Test(arguments: ["x", "-"])
  func aTaskThatIsNotOpenIsNotAsked(box: String) {
    #expect(found("task-fields", item: Sample.task([], box: box)) == [])
  }

  @Test func theCaretOfATaskWithoutATitleStandsBelowItsBox() {
    let item = "- [ ]\n  - 期限: 2025-10-15"
    #expect(found("task-fields", item: item) == ["13:3 warning"])
  }
}
