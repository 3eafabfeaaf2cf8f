import HallSyntax
import Testing

/// Items of an agenda change places and numbers, with every other byte as it was.
@Suite("An agenda in another order")
struct AgendaOrderTests {
  private static let first = "### 1. 主管\n\n- 时长: 20分钟\n\n#### 表决: 换\n\n- 规则: 一般事项\n"
  private static let second = "### 二、车棚\n\n还没想好。\n\n- [ ] T1 量地\n  - 负责: 赵六\n"
  private static let third = "### 3. 其他\n"

  private func editor(_ text: String) -> DocumentEditor {
    DocumentEditor(
      Document(path: "agendas/M-2025-010.md", kind: .meeting, bytes: Array(text.utf8)),
      language: .zh)
  }

  private func agenda(_ items: String...) -> String {
    "---\n会议: M-2025-010\n---\n\n# 会\n\n## 议程\n\n" + items.joined(separator: "\n")
  }

  private func items(_ editor: DocumentEditor) -> [Int] {
    editor.document.nodes.indices.filter { editor.document.nodes[$0].kind == .item }
  }

  private func text(_ editor: DocumentEditor) -> String {
    String(decoding: editor.document.bytes, as: UTF8.self)
  }

  private static let orders: [(item: Int, after: Int?, items: [String])] = [
    (2, nil, [third, first, second]), (0, 2, [second, third, first]),
    (0, 1, [second, first, third]), (1, 2, [first, third, second]), (1, 0, [first, second, third]),
    (0, nil, [first, second, third]),
  ]

  @Test("an item moves with all it holds", arguments: orders)
  func moved(item: Int, after: Int?, order: [String]) throws {
    for end in ["", "\n## 各方签字\n\n- 居民: 张三\n", "\n\n\n"] {
      var editor = editor(agenda(Self.first, Self.second, Self.third) + end)
      let nodes = items(editor)
      try editor.move(nodes[item], after: after.map { nodes[$0] })
      let moved =
        "---\n会议: M-2025-010\n---\n\n# 会\n\n## 议程\n\n" + order.joined(separator: "\n") + end
      #expect(text(editor) == moved)
    }
  }

  @Test("a file without a last newline, or with other line ends, stays one")
  func ends() throws {
    var open = editor(agenda("### 1. 甲\n", "### 2. 乙"))
    try open.move(items(open)[1], after: nil)
    #expect(text(open) == agenda("### 2. 乙\n", "### 1. 甲\n"))
    var returns = editor(agenda("### 1. 甲\n", "### 2. 乙").replacing("\n", with: "\r\n"))
    try returns.move(items(returns)[1], after: nil)
    #expect(text(returns) == agenda("### 2. 乙\n", "### 1. 甲\n").replacing("\n", with: "\r\n"))
  }

  @Test("an item that would hide what follows is not moved")
  func hides() throws {
    var editor = editor(agenda("### 1. 甲\n", "### 2. 乙\n\n```\n没有关上\n"))
    let before = text(editor)
    let nodes = items(editor)
    #expect(throws: EditFault.self) { try editor.move(nodes[1], after: nil) }
    #expect(text(editor) == before)
  }

  @Test("a block goes in front of an item")
  func inserted() throws {
    var editor = editor(agenda("### 1. 甲\n"))
    var block = LineBlock(.zh)
    block.item(2, "乙")
    try editor.insert(block, before: items(editor)[0])
    #expect(text(editor) == agenda("### 2. 乙\n", "### 1. 甲\n"))
  }

  @Test("a number is written as the old one was")
  func numbers() throws {
    var editor = editor(agenda("### 1. 甲\n", "### （二）乙\n", "### 议题三：丙\n", "### ４、丁\n"))
    let nodes = items(editor)
    try editor.renumber([nodes[0]: 12, nodes[1]: 11, nodes[2]: 30, nodes[3]: 5])
    #expect(
      text(editor) == agenda("### 12. 甲\n", "### （十一）乙\n", "### 议题三十：丙\n", "### 5、丁\n"))
  }

  @Test("a Chinese number is read as it was written", arguments: 1...99)
  func chinese(number: Int) {
    var cursor = Cursor(Slice(ChineseNumber.text(number)))
    #expect(cursor.takeChineseNumber() == number)
    #expect(cursor.atEnd)
  }
}
