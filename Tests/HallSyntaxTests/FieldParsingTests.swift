import HallSyntax
import Testing

@Suite("Fields come first")
struct FieldParsingTests {
  @Test("the list that directly follows a heading is its fields, blank lines between or not")
  func fieldsFollowTheirHeading() {
    expectDocument(
      """
      ## 议程

      ### 1. 换管

      - 问题: Q-2025-014

      * 提出: 居民/张三
      + 时长: 20分钟
      - 颜色: 蓝
      -
      - 没有冒号
      """, .meeting,
      """
      section[agenda] = 议程
        item 1 = 换管
          field[matter] 问题 = Q-2025-014
          field[raisedBy] 提出 = 居民/张三
          field[duration] 时长 = 20分钟
          field 颜色 = 蓝
          bullet
          bullet = 没有冒号
      """)
  }

  @Test("a field is found in as many steps as there are fields, whatever else is there")
  func fieldsAreLinked() throws {
    let tasks = (1...1000).map { "- [ ] T\($0) 甲\n  - 期限: 2025-10-15\n" }.joined()
    let text = "## 议程\n### 1. 甲\n- 时长: 5分钟\n" + tasks + "- 提出: 匿名\n"
    let document = Document(path: "agendas/M-2025-001.md", kind: .meeting, bytes: Array(text.utf8))
    let item = try #require(document.nodes.firstIndex { $0.kind == .item })
    let fields = Array(document.fields(of: item))
    #expect(fields.map { document.nodes[$0].keyword } == [.duration, .raisedBy])
    #expect(document.fieldNode(.matter, of: item) == nil)
    #expect(fields.allSatisfy { Array(document.fields(of: $0)).isEmpty })
    // The same by visiting every node.
    for index in document.nodes.indices {
      let all = document.children(of: index).filter { document.nodes[$0].kind == .field }
      #expect(Array(document.fields(of: index)) == all)
    }
  }

  @Test("any other text ends the fields, and what a speaker says is never a fact")
  func proseEndsFields() {
    expectDocument(
      """
      ## 议程
      ### 1. 换管
      - 问题: Q-2025-014

      讨论摘要。

      - 张三：冬天反水三次。
      - 反对: 怕分摊
      > - [x] 引用里的不是任务
      > - 结论: 达成一致
      - “[x] 已办”
      """, .meeting,
      """
      section[agenda] = 议程
        item 1 = 换管
          field[matter] 问题 = Q-2025-014
          prose 讨论摘要。
          prose - 张三：冬天反水三次。
      """)
  }

  @Test("a known key after prose is a stray node, for a warning, and not a field")
  func knownKeyAfterProse() {
    expectDocument(
      """
      ## 议程
      ### 1. 换管
      #### 表决: 换不换
      - 同意: 12
      有人说：
      - 反对: 怕分摊
      - 赞成: 3
      """, .meeting,
      """
      section[agenda] = 议程
        item 1 = 换管
          vote[vote] = 换不换
            field[votesFor] 同意 = 12
            prose 有人说：
            stray[against] 反对 = 怕分摊
            stray[votesFor] 赞成 = 3
      """)
  }

  @Test(
    "anything but a list ends the fields",
    arguments: [
      "一句话", "> 引用", "1. 编号", "| a | b |\n| - | - |", "```\n码\n```", "---", "\n  缩进的话",
      "**粗体**", "<b>html</b>", "\n    代码",
    ])
  func textEndsFields(_ text: String) throws {
    let document = parse("## 议程\n### 1. 甲\n- 时长: 20分钟\n\(text)\n- 结论: 撤回\n")
    let item = try #require(document.nodes.firstIndex { $0.kind == .item })
    #expect(document.field(.duration, of: item)?.string == "20分钟")
    #expect(document.field(.outcome, of: item) == nil)
  }

  @Test(
    "blanks and comments end no fields",
    arguments: ["", "\n\n", "<!-- 注 -->", "<!--\n注\n-->", "\t　"])
  func blanksEndNothing(_ text: String) throws {
    let document = parse("## 议程\n### 1. 甲\n- 时长: 20分钟\n\(text)\n- 结论: 撤回\n")
    let item = try #require(document.nodes.firstIndex { $0.kind == .item })
    #expect(document.field(.outcome, of: item)?.string == "撤回")
  }

  @Test("a list within the list has no meaning")
  func nestedLists() {
    expectDocument(
      """
      ## 议程
      ### 1. 甲
      - 时长: 20分钟
        - 结论: 撤回
      \t- 提出: 居民/张三
      　- 附件: 图
       - 附件: 图纸.pdf
      - 结论: 达成一致
      """, .meeting,
      """
      section[agenda] = 议程
        item 1 = 甲
          field[duration] 时长 = 20分钟
          bullet = 结论: 撤回
          bullet = 提出: 居民/张三
          bullet = 附件: 图
          field[attachment] 附件 = 图纸.pdf
          field[outcome] 结论 = 达成一致
      """)
  }

  @Test(
    "a list indented as a whole still belongs to the heading", arguments: [" ", "  ", "\t", "　"])
  func indentedList(_ indent: String) throws {
    let document = parse("## 议程\n### 1. 甲\n\(indent)- 时长: 20分钟\n\(indent)- 结论: 撤回\n")
    let item = try #require(document.nodes.firstIndex { $0.kind == .item })
    #expect(document.field(.duration, of: item)?.string == "20分钟")
    #expect(document.field(.outcome, of: item)?.string == "撤回")
  }

  @Test(
    "blanks and full-width forms around key, colon and value do not matter",
    arguments: [
      "- 时长: 20分钟", "-   时长  :   20分钟  ", "-\t时长\t:\t20分钟\t", "-　时长　：　20分钟　", "- 时长：20分钟",
      "- 时长:20分钟\r", "- ＤＵＲＡＴＩＯＮ：20分钟", "- Duration: 20分钟", "- TIME : 20分钟",
    ])
  func spellings(_ line: String) throws {
    let document = parse("## 议程\n### 1. 甲\n\(line)\n")
    let item = try #require(document.nodes.firstIndex { $0.kind == .item })
    #expect(document.field(.duration, of: item)?.string == "20分钟")
  }

  @Test("the first colon separates key and value, and a key may not be empty")
  func firstColon() {
    expectDocument(
      """
      ## 参会人员
      - 居民：张三: 到
      - : 无键
      - 无值:
      - http://例
      """, .meeting,
      """
      section[attendance] = 参会人员
        field 居民 = 张三: 到
        bullet = : 无键
        field 无值
        field http = //例
      """)
  }

  @Test("a log line is a day and a word; other items of the list have no meaning")
  func logLines() {
    expectDocument(
      """
      ## 进展
      - 2025-03-02 收集: 一楼住户报告
      - 2025-03-10 吹哨
      - 2025年3月11日报到：到了
      - 2025/3/12 Met: 现场
      - 2025-03-13 看了看: 备注
      - 2025-03-14
      - 2025-02-30 结案: 没有这一天
      - 备注: 无日期
        - 2025-03-15 结案: 更深一层
      """, .matter,
      """
      section[log] = 进展
        logLine[collected] 收集 = 一楼住户报告
        logLine[summoned] 吹哨
        logLine[answered] 报到 = 到了
        logLine[met] Met = 现场
        logLine 看了看 = 备注
        logLine
        logLine[closed] 结案 = 没有这一天
        field 备注 = 无日期
        bullet = 2025-03-15 结案: 更深一层
      """)
  }

  @Test(
    "an option keeps its name in its key",
    arguments: [
      ("选项 甲", true), ("选项甲", true), ("选项", true), ("Option A", true), ("option", true),
      ("ＯＰＴＩＯＮ　A", true), ("Optional", false), ("options", false),
    ])
  func optionKeys(_ key: String, isOption: Bool) throws {
    let document = parse("## 议程\n### 1. 甲\n#### 表决\n- \(key): 4\n")
    let field = try #require(document.nodes.last { $0.kind == .field })
    #expect((field.keyword == .option) == isOption)
    #expect(document.slice(field.key).string == key)
  }
}

/// A document for tests that query it.
func parse(_ text: String, _ kind: Document.Kind = .meeting) -> Document {
  Document(path: "test.md", kind: kind, bytes: Array(text.utf8))
}
