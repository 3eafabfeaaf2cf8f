import HallModel
import HallSyntax
import Testing

@Suite("Tasks and their due days")
struct TaskTests {
  private func task(_ text: String) throws -> Task {
    let document = Document(path: "matters/Q-2025-001.md", kind: .matter, bytes: Array(text.utf8))
    let node = try #require(document.nodes.firstIndex { $0.kind == .task })
    return Task(document: document, node: node)
  }

  private func day(_ text: String) throws -> Day { try Day(reading: Slice(text)) }

  @Test(
    "the box says open, done or cancelled",
    arguments: [
      ("[ ]", Task.State.open), ("[　]", .open), ("[x]", .done), ("[X]", .done), ("[ｘ]", .done),
      ("[-]", .cancelled),
      ("[－]", .cancelled),
    ])
  func states(_ box: String, state: Task.State) throws {
    #expect(try task("- \(box) T1 甲\n").state == state)
  }

  @Test(
    "the due day is that of the last extension, else the first one decided",
    arguments: [
      ("- 期限: 2025-10-15", "2025-10-15"),
      ("- 期限: 2025-10-15\n  - 延期: 2025-10-30 材料未到（业委会同意）", "2025-10-30"),
      ("- 期限: 2025-10-15\n  - 延期: 2025-10-30 甲\n  - 延期: 2025-10-20 乙", "2025-10-20"),
      ("- 期限: 2025-10-15\n  - 延期:", "2025-10-15"),
      ("- 延期: 2025-10-30 甲\n  - 期限: 2025-10-15", "2025-10-30"),
      ("- due: 2025/10/15", "2025-10-15"), ("- 期限：２０２５年１０月１５日", "2025-10-15"),
      ("- 期限: 2025-10-15（暂定）", "2025-10-15"),
      ("- 延期: 2025-10-30 3家材料未到", "2025-10-30"), ("- 期限: 2025-10-15 17:00", "2025-10-15"),
      ("- 延期: 2025-10-30，材料未到", "2025-10-30"), ("- 延期: 2025-10-30 - 材料未到", "2025-10-30"),
      ("- 期限: 2025-10-15前", "2025-10-15"), ("- 延期: 2025-10-30 到货验收", "2025-10-30"),
    ])
  func dueDays(_ fields: String, due: String) throws {
    #expect(try task("- [ ] T1 甲\n  \(fields)\n").due == .day(day(due)))
  }

  @Test(
    "a task may be ongoing, undecided, or without a day",
    arguments: [
      ("- 期限: 长期", Task.Due.ongoing), ("- due: ongoing", .ongoing), ("- 期限: 待定", .undecided),
      ("- 期限: TBD", .undecided),
      ("- 期限:", .unwritten), ("- 负责: 甲", .unwritten),
      ("- 期限: 2025-10-15\n  - 延期: 长期 改为常态", .ongoing),
      ("- 期限: 长期（每季度复查）", .ongoing),
    ])
  func withoutDay(_ fields: String, due: Task.Due) throws {
    let task = try task("- [ ] T1 甲\n  \(fields)\n")
    #expect(task.due == due)
    #expect(try !task.isOverdue(on: day("9999-12-31")))
  }

  @Test(
    "a due day that cannot be read is reported with its field",
    arguments: [
      ("- 期限: 月底", ValueFault.malformed, 1), ("- 期限: 2025-02-30", .noSuchDay, 1),
      ("- 期限: 2025-10-15\n  - 延期: 再说", .malformed, 2), ("- 期限: 2025-10-155", .malformed, 1),
      ("- 期限: 2025-10-15 至 2025-12-31", .malformed, 1), ("- 期限: 2025-10-15-16", .malformed, 1),
      ("- 期限: 2025-10-15至年底", .malformed, 1), ("- 期限: 2025-10-15～20", .malformed, 1),
      ("- 期限: 2025-10-15、20", .malformed, 1), ("- 期限: 2025-10-15 到 10-31", .malformed, 1),
      ("- 期限: 2025-10-15 或 2025-10-20", .malformed, 1),
      ("- due: 2025-10-15 to 2025-10-31", .malformed, 1),
      ("- 期限: 2025-10-15, 2025-10-31", .malformed, 1), ("- 期限: 2025-10-15/16", .malformed, 1),
    ])
  func unreadable(_ fields: String, fault: ValueFault, node: Int) throws {
    let task = try task("- [ ] T1 甲\n  \(fields)\n")
    #expect(task.due == .unreadable(node: node, fault))
    let open = try OpenTasks(in: task.document, dueBy: day("9999-12-31"))
    #expect(open.due.isEmpty)
    #expect(open.unreadable.map(\.field) == [node])
  }

  @Test("a lone carriage return in front of an open task hides it, and is reported")
  func hidden() throws {
    func hidden(_ text: String) throws -> Int? {
      let file = SourceFile(path: "matters/Q-2025-001.md", kind: .matter, bytes: Array(text.utf8))
      return try OpenTasks(in: file, dueBy: day("9999-12-31")).hidden
    }
    #expect(try hidden("- [ ] T1 甲\r\n  - 期限: 2025-10-15\r\n- [ ] T2 乙\r\n") == nil)
    #expect(try hidden("- [ ] T1 甲\n说\r- [ ] T2 乙\n") == 16)
    #expect(try hidden("- [ ] T1 甲\r乙\n") == nil)
  }

  @Test(
    "a task is overdue if it is open and was due before the day asked about",
    arguments: [
      ("[ ]", "2025-10-15", false), ("[ ]", "2025-10-16", true), ("[x]", "2025-10-16", false),
      ("[-]", "2025-10-16", false),
    ])
  func overdue(_ box: String, today: String, isOverdue: Bool) throws {
    let task = try task("- \(box) T1 甲\n  - 期限: 2025-10-15\n")
    #expect(try task.isOverdue(on: day(today)) == isOverdue)
  }

  @Test("one pass over a file finds its open tasks and their places")
  func openTasks() throws {
    let text = """
      ---
      会议: M-2025-008
      状态: 取消
      ---
      ## 议程
      ### 2. 甲
      - 问题: Q-2025-014
      #### 决议 D3: 乙
      - [ ] T1 丙
        - 负责: 物业/赵六、社区
        - 期限: 2025-10-15
      - [ ] T2 丁
        - 期限: 2025-10-16
      - [x] T3 戊
        - 期限: 2025-10-01
      - [ ] 无号
        - 期限: 2025-10-01
      - [ ] T4 己
        - 期限: 长期
      """
    let document = Document(path: "agendas/M-2025-008.md", kind: .meeting, bytes: Array(text.utf8))
    let open = try OpenTasks(in: document, dueBy: day("2025-10-15"))
    #expect(open.due.map(\.identifier) == ["M-2025-008-T1", nil])
    #expect(open.due.map(\.due.iso) == ["2025-10-15", "2025-10-01"])
    let first = try #require(open.due.first)
    #expect(first.document?.text == "M-2025-008")
    #expect(first.decision == 3)
    #expect(first.item == 2)
    #expect(first.matter?.text == "Q-2025-014")
    #expect(first.leads.first?.string == "物业/赵六")
    #expect(try first.daysLate(on: day("2025-10-20")) == 5)
    #expect(open.unreadable.isEmpty)
  }

  @Test(
    "the answer to a matter is due until the log has it",
    arguments: [
      ("", "2025-10-15"), ("- 2025-10-02 落实", "2025-10-15"), ("- 2025-10-02 反馈: 已告知", nil),
      ("- 2025-10-02 结案", nil), ("- 2025-10-02 反馈\n- 2025-10-03 重开", "2025-10-15"),
      ("- 2025-10-02 反馈\n- 2025-10-20 重开", nil), ("- 2025-10-03 重开\n- 2025-10-04 反馈", nil),
      // Written newest first.
      ("- 2025-10-03 重开\n- 2025-10-02 反馈", "2025-10-15"),
    ] as [(String, String?)])
  func replies(log: String, due: String?) throws {
    let text = "---\n问题: Q-2025-001\n答复期限: 2025-10-15\n---\n\n# 灯\n\n## 进展\n\n\(log)\n"
    for kept in [text, text + "- [x] T1 甲\n", text.replacing("# 灯", with: "# 灯\n\n- [ ] T1 甲\n")] {
      let file = SourceFile(path: "matters/Q-2025-001.md", kind: .matter, bytes: Array(kept.utf8))
      let open = try OpenTasks(in: file, dueBy: day("9999-12-31")).due
      #expect(open.map(\.due.iso) == (due.map { [$0] } ?? []))
      #expect(open.allSatisfy { $0.isReply && $0.identifier == "Q-2025-001" && $0.line == 3 })
      #expect(try OpenTasks(in: file, dueBy: day("2025-10-14")).due.isEmpty)
    }
    let wrong = text.replacing("2025-10-15", with: "下雪天")
    let file = SourceFile(path: "matters/Q-2025-001.md", kind: .matter, bytes: Array(wrong.utf8))
    #expect(
      try OpenTasks(in: file, dueBy: day("9999-12-31")).unreadable.count
        == (log.contains("反馈") || log.contains("结案") ? 0 : 1))
  }

  @Test(
    "searching the bytes first finds the same open tasks",
    arguments: [
      "- [ ] T1 甲\n  - 期限: 2025-10-15\n", "- [　] T1 甲\n  - 期限: 2025-10-15\n",
      "- [x] T1 甲\n  - 期限: 2025-10-15\n", "",
      "[ ]", "- [", "* [ ]\n  - 期限: 2025-10-15\n",
      // Lines after the last open task are not read; its own fields are.
      "- [ ] T1 甲\n  - 期限: 2025-10-15\n\n  - 延期: 2025-11-15\n- [x] T2 乙\n  - 期限: 2025-10-01\n",
      "- [ ] T1 甲\n  - 期限:\n    2025-10-15\n\n说\n- 期限: 2025-10-01\n",
      "- [x] T1 甲\n  - 期限: 2025-10-15\n  ☐ T2 乙\n- [x] T3 丙\n", "☐ T1\n- ☐ T1 甲\n  - 期限: 昨天\n",
      "- [ ] T1 甲\n  - 期限: 昨天\n- [x] T2 乙\n- [ ] T3 丙\n  - 期限: 2025-10-15\n- [x] T4 丁\n",
      "```\n- [ ] T1 甲\n```\n- [x] T2 乙\n", "- [ ] T1 甲\n\n      [ ]\n  - 期限: 2025-10-15\n",
    ])
  func sourceFiles(_ text: String) throws {
    let file = SourceFile(path: "matters/Q-2025-001.md", kind: .matter, bytes: Array(text.utf8))
    let last = try day("9999-12-31")
    let (quick, whole) = (
      OpenTasks(in: file, dueBy: last), OpenTasks(in: file.document, dueBy: last)
    )
    #expect(quick.due.map(\.due) == whole.due.map(\.due))
    #expect(quick.due.map(\.firstDue) == whole.due.map(\.firstDue))
    #expect(quick.unreadable.map(\.field) == whole.unreadable.map(\.field))
    #expect(quick.document?.nodes.count == whole.document?.nodes.count)
  }

  @Test(
    "a document's identifier is in its front matter, else in its file name",
    arguments: [
      ("会议: M-2025-008", "agendas/M-2025-001-甲.md", "M-2025-008"),
      ("状态: 拟定", "agendas/M-2025-001-甲.md", "M-2025-001"),
      ("会议: 第八次", "agendas/M-2025-1.md", "M-2025-001"),
      ("会议: Q-2025-014", "agendas/M-2025-001.md", "M-2025-001"),
      ("会议:", "agendas/notes.md", nil),
    ] as [(String, String, String?)])
  func documentNames(_ line: String, path: String, id: String?) {
    let text = "---\n\(line)\n---\n"
    let document = Document(path: path, kind: .meeting, bytes: Array(text.utf8))
    #expect(DocumentID(of: document)?.text == id)
  }
}
