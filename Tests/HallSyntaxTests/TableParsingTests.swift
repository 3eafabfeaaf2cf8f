import HallSyntax
import Testing

@Suite("Tables")
struct TableParsingTests {
  @Test("a table has a header, dashes for as many cells, and rows; outer pipes are optional")
  func tables() {
    expectDocument(
      """
      ## 名册
      | 姓名 | 方 |
      | --- | :-: |
      | 张三 | 居民 |
      | 赵六 |

      姓名 | 方
      --- | ---
      钱七 | 居民
      完
      """, .hall,
      """
      section[roster] = 名册
        table
          tableRow = | 姓名 | 方 |
          tableRow = | 张三 | 居民 |
          tableRow = | 赵六 |
        table
          tableRow = 姓名 | 方
          tableRow = 钱七 | 居民
        prose 完
      """)
  }

  @Test(
    "anything else is prose",
    arguments: [
      "| a | b |\n| - |", "| a |\n| x |", "a\n---", "a | b\n\n- | -", "| a | b |", "a | b\n| | - |",
      "| a | b |\n| : | - |", "| a | b |\n| - - | - |", "a|b\n=|=",
    ])
  func noTable(_ text: String) {
    let kinds = parse(text + "\n", .hall).nodes.map(\.kind)
    #expect(kinds.contains(.prose) && Set(kinds).isSubset(of: [.prose, .blank]), "\(kinds)")
  }

  @Test(
    "a table ends at a blank line, at a line without a pipe, and where another block begins",
    arguments: [
      ("", Node.Kind.blank), ("完", .prose), ("- [ ] T1 甲|乙", .task), ("#### 表决: 甲|乙", .vote),
      ("- 张三：甲|乙", .prose), ("```a|b\n```", .fence), ("<!-- a|b -->", .comment), ("> a|b", .prose),
      ("* [x] 甲|乙", .task), ("### 2. 甲|乙", .item),
    ])
  func tableEnds(_ line: String, kind: Node.Kind) throws {
    let document = parse("## 议程\n### 1. 甲\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\(line)\n")
    let table = try #require(document.nodes.firstIndex { $0.kind == .table })
    let next = Int(document.nodes[table].subtreeEnd)
    #expect(next == table + 4)
    #expect(document.nodes[next].kind == kind)
  }

  @Test("a table ends the fields before it")
  func tableEndsFields() {
    expectDocument(
      """
      ## 议程
      ### 1. 甲
      - [ ] T1 乙
        | a | b |
        | - | - |
        - 负责: 丙
      - 结论: 撤回
      """, .meeting,
      """
      section[agenda] = 议程
        item 1 = 甲
          task T1 = 乙
          table
            tableRow = | a | b |
          stray[lead] 负责 = 丙
          stray[outcome] 结论 = 撤回
      """)
  }

  @Test(
    "cells are trimmed, and an escaped pipe does not separate them",
    arguments: [
      ("| a | b |", ["a", "b"]), ("a|b", ["a", "b"]), ("|a|b", ["a", "b"]), ("a|b|", ["a", "b"]),
      ("| 张三　| 居民 |  | 86.40 |", ["张三", "居民", "", "86.40"]),
      (#"| a \| b | c |"#, [#"a \| b"#, "c"]),
      (#"| a \|"#, [#"a \|"#]), ("||", [""]), ("|", [""]), ("", [""]), ("| a |  ", ["a"]),
      ("| | |", ["", ""]),
    ])
  func cells(_ row: String, expected: [String]) {
    #expect(TableCells.split(Slice(row)).map(\.string) == expected)
  }

  @Test("cells keep their places in the file")
  func cellPlaces() throws {
    let document = parse("| 姓名 | 方 |\n| - | - |\n| 张三 | 居民 |\n", .roster)
    let row = try #require(document.nodes.last)
    let cells = TableCells.split(document.slice(row.value))
    #expect(cells.map { document.slice($0.startIndex..<$0.endIndex).string } == ["张三", "居民"])
    #expect(cells.map { document.position(of: $0.startIndex).column } == [3, 8])
  }
}
