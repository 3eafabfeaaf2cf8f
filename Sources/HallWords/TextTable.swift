/// Rows of cells aligned by display width. Every cell is made visible; the last column is clipped
/// if a terminal has no room for it, or goes on in lines of its own.
package struct TextTable {
  private var rows: [[String]] = []
  private let header: [String]
  /// The columns to fit into; nil if nothing is to be clipped.
  private let width: Int?
  /// Whether the last column goes on below itself where it has no room.
  private let wraps: Bool

  package init(_ header: [String], width: Int?, wraps: Bool = false) {
    self.header = header
    self.width = width
    self.wraps = wraps
  }

  package var isEmpty: Bool { rows.isEmpty }

  package mutating func add(_ row: [String]) { rows.append(row.map(VisibleText.line)) }

  /// The lines of the table, each ended by a newline.
  package func text(_ style: Style) -> String {
    let widths = TextTable.widths([header] + rows, columns: header.count - 1)
    var text = style.dim(line(header, widths)) + "\n"
    for row in rows { text += line(row, widths) + "\n" }
    return text
  }

  /// How wide each of the first columns is.
  private static func widths(_ rows: [[String]], columns: Int) -> [Int] {
    (0..<columns).map { column in rows.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
  }

  /// Rows that more stands behind, aligned without a head. A column in which nothing stands is
  /// left out.
  package static func aligned(_ rows: [[String]]) -> [String] {
    let shown = rows.map { $0.map(VisibleText.line) }
    let widths = widths(shown, columns: shown.first?.count ?? 0)
    return shown.map { row in
      zip(row, widths).filter { $1 > 0 }.map { DisplayWidth.padded($0, to: $1) }
        .joined(separator: "  ")
    }
  }

  private func line(_ row: [String], _ widths: [Int]) -> String {
    var line = ""
    var used = 0
    for (column, cell) in row.enumerated() where column < row.count - 1 {
      line += DisplayWidth.padded(cell, to: widths[column]) + "  "
      used += widths[column] + 2
    }
    guard let last = row.last else { return line }
    guard let width else { return line + last }
    let room = max(12, width - used)
    guard wraps else { return line + DisplayWidth.clipped(last, to: room) }
    let margin = "\n" + String(repeating: " ", count: used)
    return line + DisplayWidth.wrapped(last, to: room).joined(separator: margin)
  }
}
