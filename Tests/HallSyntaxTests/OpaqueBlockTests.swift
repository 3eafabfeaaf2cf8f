import HallSyntax
import Testing

@Suite("Code fences and comments")
struct OpaqueBlockTests {
  @Test(
    "a fence is opaque at any indentation",
    arguments: [
      "", "  ", "    ", "\t", "　",
    ])
  func fences(_ indent: String) {
    let inside = ["## 表决", "- [x] T9 假的", "- 结论: 撤回", "<!--", "---", "#### 决议 D9: 假的"]
    for mark in ["```", "~~~", "````diff", "~~~~~ x"] {
      let closing = String(mark.prefix { $0 == "`" || $0 == "~" })
      let text =
        "## 议程\n### 1. 甲\n\(indent)\(mark)\n" + inside.joined(separator: "\n")
        + "\n\(indent)\(closing)\n- [ ] T1 真的\n"
      let nodes = parse(text).nodes
      #expect(nodes.map(\.kind) == [.section, .item, .fence, .task])
      #expect(nodes[2].isUnclosed == false)
    }
  }

  @Test("a fence closes with as many of the same marks and nothing after them")
  func fenceClosing() {
    expectDocument(
      """
      ````
      ```
      ~~~~
      ````x
      `````
      # 题
      """, .meeting,
      """
      fence ````
      title = 题
      """)
  }

  @Test("what only looks like a fence is prose", arguments: ["``", "~~", "``` a`b", "`code`"])
  func noFence(_ line: String) {
    #expect(parse("\(line)\n# 题\n").nodes.map(\.kind) == [.prose, .title])
  }

  @Test("a fence that begins in a list item is opaque too")
  func fenceInListItem() {
    expectDocument(
      """
      ## 议程
      ### 1. 甲
      - ```
        - [ ] T9 假的
        ```
      - [ ] T1 真的
      1. ~~~
         - [ ] T8 假的
         ~~~
      - [ ] T2 真的
      """, .meeting,
      """
      section[agenda] = 议程
        item 1 = 甲
          fence - ```
          task T1 = 真的
          fence 1. ~~~
          task T2 = 真的
      """)
  }

  @Test("an unclosed fence or comment goes to the end and is marked as unclosed")
  func unclosed() {
    expectDocument("# 题\n```\n## 议程\n- [ ] T1\n", .meeting, "title = 题\nfence! ```")
    expectDocument("# 题\n<!--\n## 议程\n--\n", .meeting, "title = 题\ncomment! <!--")
    expectDocument("# 题\n```", .meeting, "title = 题\nfence! ```")
  }

  @Test("a comment opens only at the start of a line")
  func comments() {
    expectDocument(
      """
      <!-- 一行 -->
      # 题
      正文 <!-- 不是
      ## 议程
       <!-- 也不是
      ### 1. 甲
      <!--
      - [ ] T9 假的
      ## 假的 --> 尾
      - [ ] T1 真的
      """, .meeting,
      """
      comment <!-- 一行 -->
      title = 题
      prose 正文 <!-- 不是
      section[agenda] = 议程
        prose <!-- 也不是
        item 1 = 甲
          comment <!--
          task T1 = 真的
      """)
  }

  @Test(
    "a comment ends with the first line that contains its end, which may be its first line",
    arguments: [
      "<!-->", "<!--->", "<!---->", "<!-- a --> b", "<!--\n-->", "<!-- a\nb --> c",
    ])
  func commentEnds(_ comment: String) {
    #expect(parse("\(comment)\n# 题\n").nodes.map(\.kind) == [.comment, .title])
  }

  @Test("a comment does not end a list, a fence does")
  func listsAround() {
    let comment = parse("## 参会人员\n- 居民: 1\n<!-- 注 -->\n- 物业: 2\n")
    #expect(comment.nodes.map(\.kind) == [.section, .field, .comment, .field])
    let fence = parse("## 参会人员\n- 居民: 1\n```\n```\n- 物业: 2\n")
    #expect(fence.nodes.map(\.kind) == [.section, .field, .fence, .prose])
  }
}
