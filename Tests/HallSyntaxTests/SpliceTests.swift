import HallSyntax
import Testing

@Suite("Edits by splice")
struct SpliceTests {
  static let minutes = """
    ---
    会议: M-2025-008
    状态: 拟定
    记录：
    ---
    # 题

    ## 议程
    ### 1. 甲
    - 结论:
    正文。
    - [ ] T1 乙
      - 负责: 丙
      - 期限：2025-10-15
    | a | b |
    | - | - |
    | 1 | 2 |
    """

  /// The file with each kind of line end, and without its last one.
  static let files = [
    minutes + "\n", minutes, minutes.replacing("\n", with: "\r\n") + "\r\n",
    minutes.replacing("\n", with: "\r\n"),
  ]

  static let hostile = [
    "甲\n乙", "甲\r\n## 表决", "\n---\n", "\n- [x] T9 假的", "\n```\n", "\n<!--\n", "\u{0}\u{1B}[31m",
    "\u{2028}## 表决",
    "\u{85}- 结果: 通过", "\u{0B}\u{0C}\r", "## 表决: 乙", "---", "- [x] T9", "```", "| a | b |", "",
    " 　 ",
  ]

  private func lines(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private func node(_ document: Document, _ keyword: Keyword) throws -> Int {
    try #require(document.nodes.firstIndex { $0.keyword == keyword && $0.kind == .field })
  }

  /// The structure without any words: kinds, keywords and depths.
  private func shape(_ document: Document) -> [String] {
    document.nodes.filter { $0.kind != .blank }.map {
      "\($0.kind) \(String(describing: $0.keyword)) \($0.parent < 0 ? 0 : 1)"
    }
  }

  @Test("changes are made in the order of the file, and nothing else changes")
  func applying() throws {
    let document = parse("abcdef")
    let splices = [
      Splice(0..<1, Array("X".utf8)), Splice(2..<2, Array("12".utf8)),
      Splice(2..<2, Array("3".utf8)),
      Splice(4..<6, []),
    ]
    #expect(try document.applying(splices) == Array("Xb123cd".utf8))
    #expect(try document.applying([]) == document.bytes)
  }

  @Test("changes out of order, on top of each other or past the end are refused")
  func refused() {
    let document = parse("abcdef")
    let (first, second) = (Splice(0..<3, []), Splice(2..<4, []))
    #expect(throws: SpliceFault.overlaps(1)) { try document.applying([first, second]) }
    #expect(throws: SpliceFault.overlaps(1)) { try document.applying([second, first]) }
    #expect(throws: SpliceFault.pastTheEnd(0)) { try document.applying([Splice(5..<7, [])]) }
  }

  @Test("replacing a value changes only its own line", arguments: files)
  func replacingValue(_ text: String) throws {
    let document = parse(text)
    let cases: [(Keyword, String, String)] = [
      (.status, "已召开", "状态: 已召开"), (.clerk, "王五", "记录：王五"), (.outcome, "撤回", "- 结论: 撤回"),
      (.due, "长期", "  - 期限：长期"), (.lead, "", "  - 负责: "),
    ]
    for (keyword, value, line) in cases {
      let field = try node(document, keyword)
      let after = lines(try document.applying([document.replacingValue(of: field, with: value)]))
      let before = lines(document.bytes)
      #expect(after.count == before.count)
      let changed = before.indices.filter { before[$0] != after[$0] }
      #expect(changed == [Int(document.nodes[field].line) - 1])
      let ending = text.contains("\r\n") ? "\r" : ""
      #expect(changed.map { after[$0] } == [line + ending])
    }
  }

  @Test("replacing the sign in a box changes only its own line", arguments: files)
  func replacingBox(_ text: String) throws {
    let document = parse(text)
    let task = try #require(document.nodes.firstIndex { $0.kind == .task })
    let after = parse(
      String(
        decoding: try document.applying([#require(document.replacingBox(of: task, with: .done))]),
        as: UTF8.self
      ))
    #expect(
      after.slice(after.nodes[task].range).string.trimmingPrefix("- [x] T1 乙").first?.isNewline
        == true)
    let wide = parse(text.replacing("[ ]", with: "[　]"))
    let done = try wide.applying([#require(wide.replacingBox(of: task, with: .done))])
    #expect(done == after.bytes)
  }

  @Test("no text can forge structure", arguments: hostile)
  func hostileTexts(_ text: String) throws {
    for file in Self.files {
      let document = parse(file)
      for keyword in [Keyword.status, .clerk, .outcome, .lead, .due] {
        let field = try node(document, keyword)
        let after = try document.applying([document.replacingValue(of: field, with: text)])
        #expect(lines(after).count == lines(document.bytes).count)
        #expect(shape(Document(path: "x.md", kind: .meeting, bytes: after)) == shape(document))
      }
    }
  }
}
