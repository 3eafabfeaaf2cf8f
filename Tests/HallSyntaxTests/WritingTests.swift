import HallSyntax
import Testing

/// Facts as people and their editors write them.
@Suite("Writing that is read")
struct WritingTests {
  private func vote(_ fields: String) -> String {
    "## 议程\n### 1. 甲\n#### 表决: 乙\n" + fields
  }

  private func voteOutline(_ fields: String) -> String {
    "section[agenda] = 议程\n  item 1 = 甲\n    vote[vote] = 乙\n" + fields
  }

  @Test(
    "any Unicode blank is allowed where a blank is",
    arguments: ["\u{A0}", "\u{2003}", "\u{202F}", "\u{3000}", "\u{2009}", "\u{205F}", "\u{1680}"])
  func blanks(_ blank: String) {
    expectDocument(
      vote("-\(blank)反对\(blank):\(blank)赵六\(blank)\n-\(blank)[\(blank)]\(blank)T1\(blank)报价\n"),
      .meeting,
      voteOutline("      field[against] 反对 = 赵六\n      task T1 = 报价"))
    expectDocument(
      "##\(blank)进展\n\n- 2025-03-10\(blank)吹哨: 甲\n", .matter,
      "section[log] = 进展\n  logLine[summoned] 吹哨 = 甲")
  }

  @Test(
    "emphasis round a key is not part of it",
    arguments: [
      "**反对**: 赵六", "**反对:** 赵六", "**反对: 赵六**", "*反对*: 赵六", "__反对__：赵六", "`反对`: 赵六",
      "***反对***: 赵六", "反对: **赵六**", "反对: `赵六`", "**反对**: *赵六*", "**反对：**赵六",
    ])
  func emphasis(_ line: String) {
    expectDocument(
      vote("- \(line)\n"), .meeting, voteOutline("      field[against] 反对 = 赵六"))
  }

  @Test("emphasis round each of two words does not enclose the whole")
  func partialEmphasis() {
    let list = NameList(Slice("**张三**、**钱七**"))
    #expect(list.elements.map(\.name.string) == ["张三", "钱七"])
    expectDocument(
      vote("- 反对: **张三**、**钱七**\n"), .meeting,
      voteOutline("      field[against] 反对 = **张三**、**钱七**"))
  }

  @Test(
    "an indented line continues the one above it",
    arguments: [
      ("张三、钱七、\n  周九", "张三、钱七、周九"), ("张三,\n    Ann\n  Lee", "张三, Ann Lee"),
      ("\n  张三", "张三"), ("张三、\\\n  钱七", "张三、钱七"), ("张三、  \n\t钱七", "张三、钱七"),
      ("Ann,\r\n  Ben\r", "Ann, Ben"), ("92户\n  7402.80㎡", "92户 7402.80㎡"),
      ("14日以前\n  2. 说明", "14日以前 2. 说明"),
    ])
  func continuation(_ value: String, _ joined: String) {
    expectDocument(
      vote("- 反对: \(value)\n- 弃权: 1\n"), .meeting,
      voteOutline("      field[against] 反对 = \(joined)\n      field[abstain] 弃权 = 1"))
  }

  @Test("titles of tasks, steps of a log and signatures are continued, too")
  func continuedTitles() {
    expectDocument(
      """
      ## 进展

      - 2025-03-10 吹哨: 职能部门/
        市政排水
      - [ ] T1 取得三家报价
        并公示
        - 负责: 物业/
          赵六
      """, .matter,
      """
      section[log] = 进展
        logLine[summoned] 吹哨 = 职能部门/ 市政排水
        task T1 = 取得三家报价并公示
          field[lead] 负责 = 物业/ 赵六
      """)
  }

  @Test(
    "a line that begins something new continues nothing",
    arguments: ["> 引用", "# 题", "```\n  ```", "---", "===", "1. 第一", "<!-- 注 -->"])
  func noContinuation(_ line: String) throws {
    let document = parse(vote("- 反对: 赵六\n  \(line)\n"))
    let field = try #require(document.nodes.firstIndex { $0.keyword == .against })
    #expect(document.slice(document.nodes[field].value).string == "赵六")
  }

  @Test("a line that is not indented, or is below a blank line, continues nothing")
  func otherText() throws {
    for text in ["- 反对: 赵六\n周九\n", "- 反对: 赵六\n\n  周九\n"] {
      let document = parse(vote(text))
      let field = try #require(document.nodes.firstIndex { $0.keyword == .against })
      #expect(document.slice(document.nodes[field].value).string == "赵六")
    }
  }

  @Test(
    "items below a key without a value are its list",
    arguments: [
      "- 张三\n  - 钱七\n", "* 张三\n  * 钱七\n", "- **张三**\n  - 钱七\n", "1. 张三\n  2. 钱七\n",
      "- 张三\n\n  - 钱七\n",
    ])
  func elements(_ items: String) {
    expectDocument(
      vote("- 同意:\n  \(items)- 弃权: 1\n"), .meeting,
      voteOutline("      field[votesFor] 同意 = 张三、钱七\n      field[abstain] 弃权 = 1"))
  }

  @Test("a key that takes one value takes no list")
  func noElements() {
    expectDocument(
      vote("- 方式:\n  - 举手\n- 结果:\n  - 通过\n"), .meeting,
      voteOutline(
        "      field[method] 方式 = 举手\n      field[voteResult] 结果\n      bullet = 通过"))
  }

  @Test("a joined value maps back to the places of its pieces in the file")
  func sources() throws {
    let text = vote("- 反对: 张三、\n  钱七\n")
    let document = parse(text)
    let field = try #require(document.nodes.firstIndex { $0.keyword == .against })
    let parts = NameList(document.slice(document.nodes[field].value)).elements
    let places = parts.map { document.source(of: $0.name.indices) }
    #expect(places.map { String(decoding: document.bytes[$0], as: UTF8.self) } == ["张三", "钱七"])
    var editor = DocumentEditor(document, language: .zh)
    try editor.replaceValue(of: field, with: "周九")
    #expect(editor.document.bytes == Array(vote("- 反对: 周九\n").utf8))
  }

  @Test(
    "a task's box as other programs write it",
    arguments: [
      ("\\[ \\]", TaskBox.State.open, true), ("\\[x\\]", .done, true),
      ("\\[-\\]", .cancelled, true),
      ("☐", .open, true), ("☑", .done, true), ("✓", .done, true), ("✅", .done, true),
      ("[/]", .open, false), ("[>]", .open, false), ("[!]", .open, false), ("[?]", .open, false),
      ("[✓]", .done, false), ("[√]", .done, false), ("[X]", .done, true),
    ])
  func boxes(_ box: String, _ state: TaskBox.State, _ isCommon: Bool) throws {
    let document = parse("## 议程\n### 1. 甲\n- \(box) T1 报价\n  - 期限: 2025-10-15\n")
    let task = try #require(document.nodes.firstIndex { $0.kind == .task })
    #expect(document.box(of: task)?.state == state)
    #expect(document.box(of: task)?.isCommon == isCommon)
    #expect(document.slice(document.nodes[task].value).string == "报价")
    let file = SourceFile(path: "x.md", kind: .meeting, bytes: document.bytes)
    #expect((file.documentOfOpenTasks != nil) == (state == .open))
    var editor = DocumentEditor(document, language: .zh)
    for next in [TaskBox.State.done, .cancelled, .open] {
      try editor.setBox(next, of: task)
      #expect(editor.document.box(of: task)?.state == next)
    }
  }

  @Test(
    "a link, a tick before a sentence and a letter in brackets are not boxes",
    arguments: [
      "[x](a.md)", "✓ 大家同意", "[1] 见附件", "[^1] 脚注", "[a] 甲", "[x]T1",
    ])
  func noBox(_ text: String) {
    let document = parse("## 议程\n### 1. 甲\n说明。\n- \(text)\n")
    #expect(document.nodes.map(\.kind) == [.section, .item, .prose])
    #expect(document.nodes.last.map { document.slice($0.range).string } == "说明。\n- \(text)\n")
  }

  @Test("tasks in a numbered list are tasks")
  func numberedTasks() {
    expectDocument(
      "## 议程\n### 1. 甲\n1. [ ] T1 报价\n   - 负责: 赵六\n2) [x] **T2** 公示\n", .meeting,
      """
      section[agenda] = 议程
        item 1 = 甲
          task T1 = 报价
            field[lead] 负责 = 赵六
          task T2 = 公示
      """)
  }

  @Test(
    "a section's heading, decorated",
    arguments: [
      "## **进展**", "## 📌 进展", "## ✅ **进展**", "## 进展 {#log}", "## 进展 {.unnumbered} ##",
      "进展\n----", "进展\n===", "**进展**\n---", "##\u{3000}*进展*",
    ])
  func sections(_ heading: String) {
    expectDocument(
      "# 题\n\n\(heading)\n\n- 2025-03-10 收集\n", .matter,
      "title = 题\nsection[log] = 进展\n  logLine[collected] 收集")
  }

  @Test("an underlined line is the title, a section, or prose")
  func underlined() {
    expectDocument(
      "华建小区\n======\n\n说明\n----\n- [ ] T1 甲\n", .matter,
      "title = 华建小区\nprose 说明\ntask T1 = 甲")
  }

  @Test(
    "headings of votes, decisions and items, decorated",
    arguments: [
      ("#### **表决**: 乙", "vote[vote] = 乙"), ("#### **表决：** 乙", "vote[vote] = 乙"),
      ("#### **表决: 乙**", "vote[vote] = 乙"), ("#### 🗳️ 表决: 乙", "vote[vote] = 乙"),
      ("#### **决议 D1**: 乙", "decision[decision] D1 = 乙"),
      ("#### **决议 D1: 乙** {#d1}", "decision[decision] D1 = 乙"),
    ])
  func blocks(_ heading: String, _ outline: String) {
    expectDocument(
      "## 议程\n### **1.** 甲\n\(heading)\n", .meeting,
      "section[agenda] = 议程\n  item 1 = 甲\n    \(outline)")
  }

  @Test(
    "a step's day, with its weekday, its hour and emphasis",
    arguments: [
      "2025-03-05 周三 方案: 两案", "2025-03-05（周三）方案：两案", "2025-03-05 14:30 方案: 两案",
      "2025-03-05 星期三 14:30 方案: 两案", "2025-03-05 Wed 方案: 两案", "**2025-03-05** 方案: 两案",
      "**2025-03-05 方案**: 两案", "**2025-03-05 方案：** 两案", "2025-03-05 **方案**: 两案",
      "`2025-03-05` 方案: 两案", "2025年3月5日 周三 方案: 两案", "**2025-03-05 方案: 两案**",
    ])
  func steps(_ line: String) throws {
    let document = parse("## 进展\n\n- \(line)\n", .matter)
    let step = try #require(document.nodes.first { $0.kind == .logLine })
    #expect(step.keyword == .proposed)
    #expect(document.slice(step.value).string == "两案")
    let day = try StepDay(reading: document.slice(step.mark..<step.key.lowerBound))
    #expect(day.day.iso == "2025-03-05")
    #expect(day.hour?.text == (line.contains("14:30") ? "14:30" : nil))
  }

  @Test(
    "a step with its word on the line below its day",
    arguments: ["2025-03-05", "2025-03-05\\", "2025-03-05  "])
  func wordBelowDay(_ day: String) throws {
    let document = parse("## 进展\n\n- \(day)\n  方案: 两案\n", .matter)
    let step = try #require(document.nodes.first { $0.kind == .logLine })
    #expect(step.keyword == .proposed)
    #expect(document.slice(step.value).string == "两案")
  }

  @Test("a person named like a weekday is a person")
  func weekdayNames() throws {
    let document = parse("## 进展\n\n- 2025-03-05 周四来电: 漏水\n- 2025-03-05 周四 来电: 漏水\n", .matter)
    let words = document.nodes.filter { $0.kind == .logLine }.map { document.slice($0.key).string }
    #expect(words == ["周四来电", "周四 来电"])
  }

  @Test("a weekday that does not match the day is a fault")
  func otherWeekday() {
    #expect(throws: ValueFault.otherWeekday(3)) { try Day(reading: Slice("2025-03-05 周四")) }
    #expect((try? Day(reading: Slice("2025-03-05（周三）")))?.iso == "2025-03-05")
    #expect(
      (try? Moment(reading: Slice("2025-09-25 周四 14:30-16:00")))?.start?.text == "14:30")
  }

  @Test("front matter with quotation marks, and with emphasis")
  func frontMatter() {
    expectDocument(
      "---\n会议: \"M-2025-001\"\n**状态**: '已召开'\n---\n", .meeting,
      "frontMatter\n  field[meeting] 会议 = M-2025-001\n  field[status] 状态 = 已召开")
  }
}
