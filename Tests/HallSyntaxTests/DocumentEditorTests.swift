import HallSyntax
import Testing

/// Changes of facts, in tidy files and in real ones: each change affects only its own lines.
@Suite("A document under change")
struct DocumentEditorTests {
  /// Ways a file may be written, starting from the tidy form.
  enum Style: CaseIterable, Sendable {
    case tidy, crlf, noFinalNewline, crlfNoFinalNewline, tight, stars, unknownSections,
      byteOrderMark

    func text(_ tidy: String) -> String {
      switch self {
      case .tidy: tidy
      case .crlf: tidy.replacing("\n", with: "\r\n")
      case .noFinalNewline: String(tidy.dropLast())
      case .crlfNoFinalNewline: String(tidy.dropLast()).replacing("\n", with: "\r\n")
      case .tight: tidy.replacing("\n\n", with: "\n")
      case .stars: tidy.replacing("\n- ", with: "\n*   ").replacing("\n  - ", with: "\n    +  ")
      case .unknownSections: tidy + "\n## 随笔\n\n> 引文\n\n```\n## 议程\n```\n"
      case .byteOrderMark: "\u{FEFF}" + tidy
      }
    }
  }

  static let minutes = """
    ---
    会议: M-2025-008
    状态: 已召开
    ---

    # 协商会

    ## 参会人员

    - 居民: 张三、钱七

    ## 议程

    ### 1. 更换主管

    - 问题: Q-2025-014

    张三说了三次反水。

    - 同意：这是散文。

    #### 表决: 更换主管

    - 规则: 业主一般事项
    - 反对: 12户
    - 结果: 通过

    #### 决议 D1: 更换主管

    由物业牵头。

    - [ ] T1 取得报价
      - 负责: 物业/赵六
      - 期限: 2025-10-15
    - [ ] T2 公示

    ### 2. 车棚

    """

  static let matter = """
    ---
    问题: Q-2025-014
    ---

    # 反水

    冬天反水。

    ## 进展

    - 2025-03-02 收集: 一楼
    - [ ] T1 到场
      - 期限: 2025-03-13

    后来再说。

    """

  private func document(_ text: String, _ kind: Document.Kind) -> Document {
    Document(path: "x.md", kind: kind, bytes: Array(text.utf8))
  }

  private func node(_ document: Document, _ kind: Node.Kind, _ title: String? = nil) throws -> Int {
    try #require(
      document.nodes.indices.first { index in
        document.nodes[index].kind == kind
          && (title.map { document.slice(document.nodes[index].value).string == $0 } ?? true)
      })
  }

  /// The lines a change removed and added; with or without its line end, a line is the same.
  private func changedLines(_ old: String, _ new: [UInt8]) -> (out: [String], in: [String]) {
    func lines(_ text: String) -> [String] {
      var lines = text.replacing("\r\n", with: "\n").split(
        separator: "\n", omittingEmptySubsequences: false
      ).map(String.init)
      if lines.last == "" { lines.removeLast() }
      return lines
    }
    let difference = lines(String(decoding: new, as: UTF8.self)).difference(from: lines(old))
    func texts(_ changes: [CollectionDifference<String>.Change]) -> [String] {
      changes.compactMap { change in
        switch change {
        case .insert(_, let text, _), .remove(_, let text, _): text.isEmpty ? nil : text
        }
      }
    }
    return (texts(difference.removals), texts(difference.insertions))
  }

  private func expect(
    _ kind: Document.Kind, _ style: Style, takesOut out: [String] = [], putsIn: [String],
    _ change: (inout DocumentEditor) throws -> Void, location: SourceLocation = #_sourceLocation
  ) throws {
    let text = style.text(
      kind == .meeting ? DocumentEditorTests.minutes : DocumentEditorTests.matter)
    var editor = DocumentEditor(document(text, kind), language: .zh)
    try change(&editor)
    let changed = changedLines(text, editor.document.bytes)
    #expect(changed.out.map(bare) == out.map(bare), sourceLocation: location)
    #expect(changed.in.map(bare) == putsIn.map(bare), sourceLocation: location)
    let isCRLF = style == .crlf || style == .crlfNoFinalNewline
    let written = String(decoding: editor.document.bytes, as: UTF8.self).utf8
    let returns = written.count { $0 == 13 }
    #expect(returns == (isCRLF ? written.count { $0 == 10 } : 0), sourceLocation: location)
  }

  /// A line without the bullet, which follows its neighbours.
  private func bare(_ line: String) -> String {
    String(line.drop { " -*+".contains($0) })
  }

  @Test("a value is written in its place", arguments: Style.allCases)
  func value(_ style: Style) throws {
    try expect(.meeting, style, takesOut: ["状态: 已召开"], putsIn: ["状态: 已确认"]) { editor in
      try editor.set(.status, "已确认", of: 0)
    }
  }

  @Test("a new key of the front matter goes after those before it", arguments: Style.allCases)
  func frontMatter(_ style: Style) throws {
    try expect(.meeting, style, putsIn: ["通知: 2025-09-05"]) { editor in
      try editor.set(.notice, "2025-09-05", of: 0)
    }
  }

  @Test(
    "a field goes to its customary place, with its neighbours' bullet", arguments: Style.allCases)
  func field(_ style: Style) throws {
    try expect(.meeting, style, putsIn: ["- 同意: 70户"]) { editor in
      try editor.set(.votesFor, "70户", of: node(editor.document, .vote))
    }
    let text = style.text(DocumentEditorTests.minutes)
    var editor = DocumentEditor(document(text, .meeting), language: .zh)
    try editor.set(.votesFor, "70户", of: node(editor.document, .vote))
    let lines = String(decoding: editor.document.bytes, as: UTF8.self)
      .split(whereSeparator: \.isNewline)
    let place = try #require(lines.firstIndex { $0.hasSuffix("同意: 70户") })
    #expect(lines[place - 1].hasSuffix("规则: 业主一般事项"))
    #expect(lines[place + 1].prefix { $0 != "反" } == lines[place].prefix { $0 != "同" })
  }

  @Test("the first field of an item goes below its heading", arguments: Style.allCases)
  func firstField(_ style: Style) throws {
    try expect(.meeting, style, putsIn: ["- 结论: 下次再议"]) { editor in
      try editor.set(.outcome, "下次再议", of: node(editor.document, .item, "车棚"))
    }
  }

  @Test("a party's name is a key", arguments: Style.allCases)
  func namedField(_ style: Style) throws {
    try expect(.meeting, style, putsIn: ["- 物业: 赵六"]) { editor in
      try editor.set(named: "物业", "赵六", of: #require(editor.document.section(.attendance)))
    }
    try expect(
      .meeting, style, takesOut: ["- 居民: 张三、钱七"], putsIn: ["- 居民: 张三"]
    ) { editor in
      try editor.set(named: "居民", "张三", of: #require(editor.document.section(.attendance)))
    }
  }

  @Test(
    "a task is completed, and its new field is indented like the others", arguments: Style.allCases)
  func task(_ style: Style) throws {
    try expect(
      .meeting, style, takesOut: ["- [ ] T1 取得报价"], putsIn: ["- [x] T1 取得报价", "  - 完成: 2025-10-01"]
    ) { editor in
      let task = try node(editor.document, .task, "取得报价")
      try editor.setBox(.done, of: task)
      try editor.set(.done, "2025-10-01", of: task)
    }
    try expect(.meeting, style, putsIn: ["  - 负责: 居民/张三"]) { editor in
      try editor.set(.lead, "居民/张三", of: node(editor.document, .task, "公示"))
    }
  }

  @Test("a new task goes after the decision's other tasks", arguments: Style.allCases)
  func newTask(_ style: Style) throws {
    try expect(.meeting, style, putsIn: ["- [ ] T3 验收", "  - 期限: 2025-11-01"]) { editor in
      var block = LineBlock(.zh)
      block.task(3, "验收")
      block.field(.due, "2025-11-01", indent: 2)
      try editor.appendOwn(block, to: node(editor.document, .decision))
      let decision = try node(editor.document, .decision)
      let end = Int(editor.document.nodes[decision].subtreeEnd)
      #expect(editor.document.nodes[decision..<end].count { $0.kind == .task } == 3)
    }
  }

  @Test("a vote and its fields go after the rest of the item", arguments: Style.allCases)
  func newVote(_ style: Style) throws {
    try expect(.meeting, style, putsIn: ["#### 表决: 选址", "- 规则: 赞成多于反对"]) { editor in
      var block = LineBlock(.zh)
      block.vote("选址")
      block.blank()
      block.field(.rule, "赞成多于反对")
      try editor.append(block, to: node(editor.document, .item, "车棚"))
    }
  }

  @Test("the discussion goes above the votes, as text", arguments: Style.allCases)
  func prose(_ style: Style) throws {
    try expect(.meeting, style, putsIn: ["李四：同意更换。", "\\- 同意: 5", "\\## 表决"]) { editor in
      var block = LineBlock(.zh)
      block.prose("李四：同意更换。\n- 同意: 5\n\n## 表决")
      try editor.appendOwn(block, to: node(editor.document, .item, "更换主管"))
    }
  }

  @Test("a new log entry goes to the end of the log", arguments: Style.allCases)
  func log(_ style: Style) throws {
    try expect(.matter, style, putsIn: ["- 2025-03-10 吹哨: 职能部门/市政排水"]) { editor in
      var block = LineBlock(.zh)
      block.log(Day(number: 20157), .summoned, "职能部门/市政排水")
      try editor.appendToList(of: .log, block)
      #expect(editor.document.nodes.count { $0.kind == .logLine } == 2)
    }
  }

  @Test("a missing section is added", arguments: Style.allCases)
  func section(_ style: Style) throws {
    try expect(.meeting, style, putsIn: ["## 各方签字", "- 居民: 张三 2025-09-27 同意"]) { editor in
      let section = try editor.section(.signatures)
      try editor.set(named: "居民", "张三 2025-09-27 同意", of: section)
    }
  }

  @Test(
    "an item of a list below prose is prose too",
    arguments: ["[ ] T9 做事", "[x] 做完", "```", "## 议程", "赵六说：行"])
  func points(_ text: String) throws {
    let document = Document(
      path: "agendas/M-2025-008.md", kind: .meeting, bytes: Array(Self.minutes.utf8))
    let item = try #require(document.nodes.firstIndex { $0.kind == .item })
    var block = LineBlock(.zh)
    block.prose("还有：")
    block.blank()
    block.point(text)
    var editor = DocumentEditor(document, language: .zh)
    try editor.appendOwn(block, to: item)
    let kinds = { (document: Document) in
      document.nodes.map(\.kind).filter { $0 != .prose && $0 != .blank }
    }
    #expect(kinds(editor.document) == kinds(document))
  }

  @Test("no typed text makes structure", arguments: SpliceTests.hostile, Style.allCases)
  func hostile(_ typed: String, _ style: Style) throws {
    let text = style.text(DocumentEditorTests.minutes)
    let shape = document(text, .meeting).nodes.count { $0.kind != .prose && $0.kind != .blank }
    var editor = DocumentEditor(document(text, .meeting), language: .zh)
    var block = LineBlock(.zh)
    block.task(9, typed)
    block.field(.lead, typed, indent: 2)
    try editor.appendOwn(block, to: node(editor.document, .decision))
    try editor.set(.scope, typed, of: node(editor.document, .vote))
    var prose = LineBlock(.zh)
    prose.prose(typed)
    try editor.appendOwn(prose, to: node(editor.document, .item))
    let after = editor.document.nodes.count { $0.kind != .prose && $0.kind != .blank }
    #expect(after == shape + 3)
  }

  @Test("a change that an open comment would swallow is refused, and nothing changes")
  func swallowed() throws {
    let text = DocumentEditorTests.minutes + "<!-- 没关\n"
    var editor = DocumentEditor(document(text, .meeting), language: .zh)
    var block = LineBlock(.zh)
    block.section(.signatures)
    #expect(throws: EditFault.self) { try editor.append(block, to: nil) }
    #expect(editor.document.bytes == Array(text.utf8))
  }

  @Test(
    "a title is a title, whatever is typed",
    arguments: ["漏雨", "## 进展", "- [x] T1 假", "---", "甲\n# 乙"])
  func title(typed: String) throws {
    var editor = DocumentEditor(document("---\n问题: Q-2025-001\n---\n", .matter), language: .zh)
    var block = LineBlock(.zh)
    block.title(typed)
    try editor.append(block, to: nil)
    let kinds = editor.document.nodes.map(\.kind).filter { $0 != .blank && $0 != .field }
    #expect(kinds == [.frontMatter, .delimiter, .title])
    _ = try node(editor.document, .title, typed.replacing("\n", with: " "))
  }
}
