/// Rows of cells aligned by display width. Every cell is made visible; the last column is clipped
/// if a terminal has no room for it.
package struct TextTable {
  private var rows: [[String]] = []
  private let header: [String]
  /// The columns to fit into; nil if nothing is to be clipped.
  private let width: Int?

  package init(_ header: [String], width: Int?) {
    self.header = header
    self.width = width
  }

  package var isEmpty: Bool { rows.isEmpty }

  package mutating func add(_ row: [String]) { rows.append(row.map(VisibleText.line)) }

  /// The lines of the table, each ended by a newline.
  package func text(_ style: Style) -> String {
    let columns = header.count
    var widths = header.map(DisplayWidth.of)
    for row in rows {
      for column in 0..<columns - 1 {
        widths[column] = max(widths[column], DisplayWidth.of(row[column]))
      }
    }
    var text = style.dim(line(header, widths)) + "\n"
    for row in rows { text += line(row, widths) + "\n" }
    return text
  }

  private func line(_ row: [String], _ widths: [Int]) -> String {
    var line = ""
    var used = 0
    for (column, cell) in row.enumerated() where column < row.count - 1 {
      line += DisplayWidth.padded(cell, to: widths[column]) + "  "
      used += widths[column] + 2
    }
    guard let last = row.last else { return line }
    return line + (width.map { DisplayWidth.clipped(last, to: max(12, $0 - used)) } ?? last)
  }
}
