import HallSyntax
import Testing

@Suite("Tasks")
struct TaskParsingTests {
  @Test("a task may be anywhere in an item, with or without prose around it")
  func tasksBetweenProse() {
    expectDocument(
      """
      ## 议程
      ### 1. 换管
      讨论了很久。
      - [ ] T1 报价
        - 负责: 物业/赵六
        - 期限: 2025-10-15
      然后：
      - 张三：好。
      - [x] T2: 公示
      #### 决议 D1: 换
      由物业牵头。
      - [-] 不做了
      """, .meeting,
      """
      section[agenda] = 议程
        item 1 = 换管
          prose 讨论了很久。
          task T1 = 报价
            field[lead] 负责 = 物业/赵六
            field[due] 期限 = 2025-10-15
          prose 然后：
          task T2 = 公示
          decision[decision] D1 = 换
            prose 由物业牵头。
            task = 不做了
      """)
  }

  @Test("a task may be anywhere in a matter, and the log continues after it")
  func tasksInMatter() {
    expectDocument(
      """
      # 反水
      - [ ] T9 标题下
      ## 进展
      - 2025-03-10 吹哨: 市政
      - [x] T1 会商
        - 负责: 市政
      - 2025-03-12 会商: 到场
      ## 别的
      - [ ] T3 在别的标题下
      """, .matter,
      """
      title = 反水
      task T9 = 标题下
      section[log] = 进展
        logLine[summoned] 吹哨 = 市政
        task T1 = 会商
          field[lead] 负责 = 市政
        logLine[met] 会商 = 到场
      heading = 别的
        task T3 = 在别的标题下
      """)
  }

  @Test("outside an item a meeting has no tasks, nor has a hall")
  func noTasksElsewhere() {
    let text = "# 题\n- [ ] T1 甲\n## 参会人员\n- [ ] T2 乙\n## 附录\n- [ ] T3 丙\n"
    for kind in [Document.Kind.meeting, .hall, .roster, .other] {
      let document = parse(text, kind)
      #expect(!document.nodes.contains { $0.kind == .task })
      for line in ["- [ ] T1 甲\n", "- [ ] T2 乙\n", "- [ ] T3 丙\n"] {
        let found = document.nodes.filter { document.slice($0.range).string == line }
        #expect(
          found.count == 1 && found.allSatisfy { [.prose, .bullet].contains($0.kind) },
          "\(found.map(\.kind))")
      }
    }
  }

  @Test(
    "the box is open, done or cancelled",
    arguments: [
      "[ ]", "[x]", "[X]", "[-]", "[　]", "[ｘ]", "[－]",
    ])
  func boxes(_ box: String) throws {
    let document = parse("- \(box) T1 甲\n", .matter)
    let task = try #require(document.nodes.first)
    #expect(task.kind == .task)
    #expect(document.slice(task.key).string == "T1")
    #expect(document.slice(task.value).string == "甲")
  }

  @Test(
    "a text that only looks like a box is not one",
    arguments: [
      "- [] T1 甲", "- [yes] T1 甲", "- [x]T1 甲", "- [xx] T1 甲", "-[ ] T1 甲", "[ ] T1 甲",
      "- \\[ ] T1 甲",
      "- ([ ]) T1 甲", "- ［ ］ T1 甲",
    ])
  func noBox(_ line: String) {
    #expect(parse(line + "\n", .matter).nodes.map(\.kind) == [.prose])
  }

  @Test(
    "the number is T and digits, then a blank, a colon or the line's end",
    arguments: [
      ("- [ ] T3 甲", "T3", "甲"), ("- [ ] t12: 甲", "t12", "甲"), ("- [ ] Ｔ３：甲", "Ｔ３", "甲"),
      ("- [ ] T3", "T3", ""), ("- [ ] T3甲", "", "T3甲"), ("- [ ] 甲 T3", "", "甲 T3"),
      ("- [ ]", "", ""), ("- [ ]　T3　甲", "T3", "甲"), ("- [ ]\tT3\t甲", "T3", "甲"),
      ("- [ ] T 3", "", "T 3"), ("- [ ] D3 甲", "", "D3 甲"),
    ])
  func numbers(_ line: String, number: String, title: String) throws {
    let document = parse(line + "\n", .matter)
    let task = try #require(document.nodes.first)
    #expect(task.kind == .task)
    #expect(document.slice(task.key).string == number)
    #expect(document.slice(task.value).string == title)
  }

  @Test("a task's fields are indented under it; others belong to the heading")
  func fieldsByIndentation() {
    expectDocument(
      """
      ## 议程
      ### 1. 甲
      - [ ] T1 缩进一格
       - 负责: 一
      - [ ] T2 缩进制表符
      \t- 负责: 二
      \t\t- 期限: 更深
      \t- 标准: 三
      - [ ] T3 全角空格
      　- 负责: 四
      - [ ] T4 没有缩进
      - 结论: 撤回
        - [ ] T5 嵌套的任务
          - 负责: 五
      """, .meeting,
      """
      section[agenda] = 议程
        item 1 = 甲
          task T1 = 缩进一格
            field[lead] 负责 = 一
          task T2 = 缩进制表符
            field[lead] 负责 = 二
            bullet = 期限: 更深
            field[standard] 标准 = 三
          task T3 = 全角空格
            field[lead] 负责 = 四
          task T4 = 没有缩进
          field[outcome] 结论 = 撤回
          task T5 = 嵌套的任务
            field[lead] 负责 = 五
      """)
  }

  @Test("text within a task ends its fields, but not the list around it")
  func proseInTask() {
    expectDocument(
      """
      ## 进展
      - [ ] T1 甲
        - 负责: 乙

        说明一句。

        - 期限: 2025-01-01
        - 张三: 说
      - 2025-03-12 会商: 到场
      """, .matter,
      """
      section[log] = 进展
        task T1 = 甲
          field[lead] 负责 = 乙
          prose 说明一句。
          stray[due] 期限 = 2025-01-01
          prose - 张三: 说
        logLine[met] 会商 = 到场
      """)
  }

  @Test("a heading ends a task")
  func headingEndsTask() {
    expectDocument(
      """
      ## 议程
      ### 1. 甲
      - [ ] T1 乙
      ##### 小标题
        - 负责: 丙
      """, .meeting,
      """
      section[agenda] = 议程
        item 1 = 甲
          task T1 = 乙
          heading = 小标题
            stray[lead] 负责 = 丙
      """)
  }
}
