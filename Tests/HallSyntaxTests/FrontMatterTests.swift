import HallSyntax
import Testing

@Suite("Front matter and line ends")
struct FrontMatterTests {
  @Test("front matter is fields between two lines of dashes")
  func frontMatter() {
    expectDocument(
      """
      ---
      会议: M-2025-008
      # 注释
      STATUS：已召开

      没有冒号
      颜色: 蓝
        时间: 2025-09-25
      ---
      # 题
      """, .meeting,
      """
      frontMatter
        field[meeting] 会议 = M-2025-008
        comment # 注释
        field[status] STATUS = 已召开
        malformed = 没有冒号
        field 颜色 = 蓝
        field[when] 时间 = 2025-09-25
      title = 题
      """)
  }

  @Test("front matter that never closes ends before the first heading")
  func unclosed() {
    expectDocument(
      """
      ---
      会议: M-2025-008
      # 题
      ## 议程
      """, .meeting,
      """
      frontMatter!
        field[meeting] 会议 = M-2025-008
      title = 题
      section[agenda] = 议程
      """)
  }

  @Test("a rule between paragraphs further down does not close it and swallows no section")
  func thematicBreakBelow() {
    expectDocument(
      """
      ---
      会议: M-2025-008

      # 题

      ## 议程
      ### 1. 甲
      - [ ] T1 乙

      ---
      """, .meeting,
      """
      frontMatter!
        field[meeting] 会议 = M-2025-008
      title = 题
      section[agenda] = 议程
        item 1 = 甲
          task T1 = 乙
          prose ---
      """)
  }

  @Test(
    "only the first line opens front matter, and only three dashes",
    arguments: [
      "\n---\n会议: M-2025-008\n---\n", "----\n会议: M-2025-008\n----\n", " ---\n会议: M-2025-008\n---\n",
      "--- x\n会议: M-2025-008\n---\n", "***\n会议: M-2025-008\n***\n", "＿\n会议: M-2025-008\n---\n",
    ])
  func noFrontMatter(_ text: String) {
    let document = parse(text)
    #expect(document.frontMatter == nil)
    #expect(!document.nodes.contains { $0.kind == .frontMatter || $0.kind == .field })
    // The line is still there, as a text like any other.
    let prose = document.nodes.filter { $0.kind == .prose }.map { document.slice($0.range).string }
    #expect(prose.joined().contains("会议: M-2025-008"))
  }

  @Test("each kind of file has its own keys")
  func keysByKind() throws {
    func keyword(_ key: String, _ kind: Document.Kind) throws -> Keyword? {
      let document = parse("---\n\(key): x\n---\n", kind)
      return try #require(document.nodes.first { $0.kind == .field }).keyword
    }
    #expect(try keyword("社区", .hall) == .community)
    #expect(try keyword("社区", .matter) == nil)
    #expect(try keyword("地点", .matter) == .place)
    #expect(try keyword("地点", .meeting) == .meetingPlace)
    #expect(try keyword("时间", .matter) == nil)
    #expect(try keyword("时间", .ballots) == nil)
  }

  static let minutes = """
    ---
    会议: M-2025-008
    ---
    # 题

    ## 议程
    ### 1. 甲
    - 时长: 20分钟
    - [ ] T1 乙
      - 负责: 丙
    | a | b |
    | - | - |
    ```
    x
    ```
    <!--
    y
    -->
    完
    """

  @Test("line ends, a byte order mark and a missing last newline do not change what is read")
  func lineEnds() {
    let expected = outline(of: parse(Self.minutes))
    let crlf = Self.minutes.replacing("\n", with: "\r\n")
    expectDocument(Self.minutes, .meeting, expected)
    expectDocument(Self.minutes + "\n", .meeting, expected)
    expectDocument(crlf, .meeting, expected)
    expectDocument(crlf + "\r\n", .meeting, expected)
    expectDocument("\u{FEFF}" + crlf, .meeting, expected)
    var mixed = ""
    for (index, line) in Self.minutes.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      mixed += line + (index.isMultiple(of: 2) ? "\n" : "\r\n")
    }
    expectDocument(mixed, .meeting, expected)
  }

  @Test("a byte order mark without front matter is a separate node")
  func byteOrderMark() {
    let document = parse("\u{FEFF}# 题\n")
    #expect(document.nodes.map(\.kind) == [.prose, .title])
    #expect(document.nodes.map(\.line) == [1, 1])
    #expect(document.position(of: 3) == SourcePosition(line: 1, column: 1))
    expectDocument("\u{FEFF}", .meeting, "prose \u{FEFF}")
    expectDocument("\u{FEFF}文\n", .meeting, "prose \u{FEFF}文")
  }

  @Test(
    "every file has a node, even an empty one",
    arguments: [
      Document.Kind.hall, .matter, .meeting, .roster, .ballots, .other,
    ])
  func emptyFile(_ kind: Document.Kind) {
    expectDocument("", kind, "")
    #expect(parse("", kind).nodes.count == 1)
    #expect(parse("", kind).fieldNode(.meeting, of: 0) == nil)
  }

  @Test("a position is a line and a column in characters, from 1")
  func positions() {
    let document = parse("# 题\r\n正文e\u{301}x\n")
    let places = [0, 2, 5, 7, 10, 16, 17, 99].map { document.position(of: $0) }
    #expect(
      places.map { "\($0.line):\($0.column)" }
        == ["1:1", "1:3", "1:4", "2:1", "2:2", "2:4", "2:5", "3:1"])
  }
}
