/// What changes in one pipe table.
package struct TableEdit: Sendable {
  /// A cell's new text.
  package struct Cell: Sendable {
    package let column: Int
    package let text: String

    package init(column: Int, text: String) {
      self.column = column
      self.text = text
    }
  }

  /// Heads of columns to add after the last column.
  package var columns: [String] = []
  /// The cells that change, by the node of their row.
  package var cells: [Int: [Cell]] = [:]
  /// The nodes of the rows to remove.
  package var removed: Set<Int> = []
  /// Rows to add after the last one.
  package var added: [[String]] = []

  package init() {}

  package var isEmpty: Bool {
    columns.isEmpty && cells.isEmpty && removed.isEmpty && added.isEmpty
  }

  /// A text as a table cell writes it: on one line, with every pipe escaped.
  package static func written(_ text: String) -> String {
    let line = Slice(String(decoding: Document.oneLine(text), as: UTF8.self)).trimmed.string
    return line.replacing(sign: "|", with: "\\|")
  }
}

extension DocumentEditor {
  /// Changes cells of a table, removes rows and adds others; every other byte stays.
  package mutating func edit(table: Int, _ edit: TableEdit) throws(EditFault) {
    let rows = document.children(of: table).map { $0 }
    guard document.nodes[table].kind == .table, rows.count >= 2 else {
      throw .notRead(line: Int(document.nodes[table].line))
    }
    var splices: [Splice] = []
    for row in rows {
      if edit.removed.contains(row) {
        splices.append(Splice(document.nodes[row].range, []))
      } else if row == rows[0], !edit.columns.isEmpty {
        splices.append(widening(row, by: edit.columns))
      } else if row == rows[1], !edit.columns.isEmpty {
        splices.append(widening(row, by: edit.columns.map { _ in "---" }))
      } else if let cells = edit.cells[row] {
        splices += changing(cells, of: row)
      }
    }
    let last = document.nodes[rows[rows.count - 1]].range
    if !edit.added.isEmpty {
      let ending = document.lineEnding(before: last.upperBound)
      let isOpen =
        document.bytes[last.upperBound - 1] != UInt8(ascii: "\n")
        && !edit.removed.contains(rows[rows.count - 1])
      let lines = edit.added.flatMap { DocumentEditor.line($0) + ending }
      splices.append(
        Splice(last.upperBound..<last.upperBound, (isOpen ? ending : []) + lines))
    }
    let end = rows[rows.count - 1]
    try apply(splices) { before, after in
      let row = Shape(node: -1, kind: .tableRow, keyword: nil)
      let kept = before.filter { $0.node <= end && !edit.removed.contains($0.node) }
      let later = before.drop { $0.node <= end }
      return DocumentEditor.agree(kept + edit.added.map { _ in row } + later, after)
    }
  }

  /// Adds a table at the end of a section; without a section, at the end of the document.
  package mutating func addTable(
    _ header: [String], _ rows: [[String]], to section: Int?
  ) throws(EditFault) {
    let end = section.map { Int(document.nodes[$0].subtreeEnd) } ?? document.nodes.count
    var last = end - 1
    while last > 0, document.nodes[last].kind == .blank { last -= 1 }
    let offset = document.nodes[last].range.upperBound
    let ending = document.lineEnding(before: offset)
    var text: [UInt8] = []
    if offset > 0, document.bytes[offset - 1] != UInt8(ascii: "\n") { text += ending }
    if offset > 0 { text += ending }
    text += DocumentEditor.line(header) + ending + DocumentEditor.line(header.map { _ in "---" })
    text += ending + rows.flatMap { DocumentEditor.line($0) + ending }
    if offset < document.bytes.count, !document.isBlankLine(at: offset) { text += ending }
    let meant =
      [Node.Kind.table, .tableRow, .delimiter].map { Shape(node: -1, kind: $0, keyword: nil) }
      + rows.map { _ in Shape(node: -1, kind: .tableRow, keyword: nil) }
    try apply([Splice(offset..<offset, text)]) { before, after in
      let front = before.prefix { $0.node <= last }
      return DocumentEditor.agree(front + meant + before.dropFirst(front.count), after)
    }
  }

  /// `| 张三 | 居民 |  |`
  private static func line(_ cells: [String]) -> [UInt8] {
    Array(("|" + cells.map { " \(TableEdit.written($0)) |" }.joined()).utf8)
  }

  private func widening(_ row: Int, by cells: [String]) -> Splice {
    appending(cells, to: document.nodes[row].value)
  }

  /// Cells to add after the last one of a row, which may or may not end in a pipe.
  private func appending(_ cells: [String], to row: Range<Int>) -> Splice {
    let isClosed = document.bytes[row].last == UInt8(ascii: "|") && row.count > 1
    let text = cells.map { " " + TableEdit.written($0) }.joined(separator: " |")
    return Splice(
      row.upperBound..<row.upperBound, Array((isClosed ? text + " |" : " |" + text).utf8))
  }

  private func changing(_ cells: [TableEdit.Cell], of row: Int) -> [Splice] {
    let line = document.nodes[row].value
    let old = TableCells.split(document.slice(line))
    var splices: [Splice] = []
    var extra: [String] = []
    for cell in cells.sorted(by: { $0.column < $1.column }) {
      guard cell.column < old.count else {
        while old.count + extra.count < cell.column { extra.append("") }
        extra.append(cell.text)
        continue
      }
      let place = old[cell.column].indices
      let text = TableEdit.written(cell.text)
      if !place.isEmpty {
        splices.append(Splice(place, Array(text.utf8)))
      } else {
        // The blanks of an empty cell, up to its pipes.
        var (start, end) = (place.lowerBound, place.upperBound)
        while start > line.lowerBound, isBlank(document.bytes[start - 1]) { start -= 1 }
        while end < line.upperBound, isBlank(document.bytes[end]) { end += 1 }
        splices.append(Splice(start..<end, Array(" \(text) ".utf8)))
      }
    }
    if !extra.isEmpty { splices.append(appending(extra, to: line)) }
    return splices
  }
}
