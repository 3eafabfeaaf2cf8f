import HallSyntax
import Testing

@Suite("Editing a table changes only the edited cells and rows")
struct TableEditTests {
  private static let messy =
    "# 名册\r\n\r\n|姓名|  方 | 户 |\r\n|---|:--|---|\r\n| 张三|居民 |  2-1  |\r\n|  李四 |   |\r\n王五 | 物业 | |\r\n\r\n说明\r\n"

  private func edited(
    _ text: String, _ work: (inout TableEdit, [Int]) -> Void
  ) throws(EditFault) -> String {
    let document = Document(path: "private/roster.md", kind: .roster, bytes: Array(text.utf8))
    var editor = DocumentEditor(document, language: .zh)
    guard let table = document.nodes.firstIndex(where: { $0.kind == .table }) else { return "" }
    var edit = TableEdit()
    work(&edit, document.children(of: table).filter { document.nodes[$0].kind == .tableRow })
    try editor.edit(table: table, edit)
    return String(decoding: editor.document.bytes, as: UTF8.self)
  }

  @Test("a cell changes between its own pipes, even an empty one; a missing one is added")
  func cells() throws {
    let text = try edited(Self.messy) { edit, rows in
      edit.cells[rows[1]] = [TableEdit.Cell(column: 2, text: "2-2")]
      edit.cells[rows[2]] = [
        TableEdit.Cell(column: 1, text: "社区"), TableEdit.Cell(column: 2, text: "3-1"),
      ]
      edit.cells[rows[3]] = [TableEdit.Cell(column: 2, text: "4-1")]
    }
    #expect(
      text
        == Self.messy.replacing("  2-1  ", with: "  2-2  ")
        .replacing("|  李四 |   |", with: "|  李四 | 社区 | 3-1 |")
        .replacing("王五 | 物业 | |", with: "王五 | 物业 | 4-1 |"))
  }

  @Test(
    "a pipe stays in its cell, also with a combining mark after it",
    arguments: ["a|b", "a|\u{301}b"])
  func pipes(_ text: String) {
    #expect(TableCells.count(Slice("| \(TableEdit.written(text)) | x |")) == 2)
  }

  @Test("rows are removed and added, and the lines around them stay")
  func rows() throws {
    let text = try edited(Self.messy) { edit, rows in
      edit.removed = [rows[1], rows[3]]
      edit.added = [["新", "居民", ""]]
    }
    #expect(
      text
        == Self.messy.replacing("| 张三|居民 |  2-1  |\r\n", with: "")
        .replacing("王五 | 物业 | |\r\n", with: "| 新 | 居民 |  |\r\n"))
  }

  @Test("a table at the end of a file without a last line break is still one table")
  func noFinalNewline() throws {
    let text = "| 姓名 | 户 |\n| --- | --- |\n| 张三 | 1 |"
    #expect(
      try edited(text) { edit, _ in edit.added = [["李四", "2"]] } == text + "\n| 李四 | 2 |\n")
    #expect(
      try edited(text) { edit, rows in
        edit.removed = [rows[1]]
        edit.added = [["李四", "2"]]
      } == "| 姓名 | 户 |\n| --- | --- |\n| 李四 | 2 |\n")
  }

  @Test("an added column is in the header and in the rows that need it")
  func columns() throws {
    let text = try edited("| 姓名 | 户\n| --- | ---\n| 张三 | 1\n| 李四 | 2 |\n") { edit, rows in
      edit.columns = ["面积"]
      edit.cells[rows[2]] = [TableEdit.Cell(column: 2, text: "86.40")]
    }
    #expect(
      text == "| 姓名 | 户 | 面积\n| --- | --- | ---\n| 张三 | 1\n| 李四 | 2 | 86.40 |\n")
  }

  @Test(
    "no text can break out of a cell",
    arguments: ["a|b", "a\\|b", "x\n## 表决", "|", "---", "```", "<!--", "| --- |", "\r\n- [x] T1"])
  func hostile(_ cell: String) throws {
    let text = try edited(Self.messy) { edit, rows in
      edit.cells[rows[1]] = [TableEdit.Cell(column: 0, text: cell)]
      edit.added = [[cell, cell, cell]]
    }
    let document = Document(path: "r.md", kind: .roster, bytes: Array(text.utf8))
    let rows = document.nodes.filter { $0.kind == .tableRow }
    #expect(rows.count == 5)
    #expect(rows.map { TableCells.count(document.slice($0.value)) } == [3, 3, 2, 3, 3])
  }
}
