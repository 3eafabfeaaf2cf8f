import HallSyntax

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

  /// The lines of the table, each ended by a newline. Plainly, each cell follows the head of its
  /// column.
  package func text(_ style: Style) -> String {
    if style.isPlain { return rows.map { TextTable.sentence($0, header) + "\n" }.joined() }
    let widths = TextTable.widths([header] + rows, columns: header.count - 1)
    let used = widths.reduce(0) { $0 + $1 + 2 }
    let last = TextTable.widths([header] + rows, columns: header.count).last ?? 0
    if let width, width - used < min(last, TextTable.leastRoom) {
      return last > TextTable.leastRoom && used <= width
        ? twoLines(widths, width, style)
        : rows.map { TextTable.hanging(TextTable.sentence($0, header), width) + "\n" }.joined()
    }
    var text = style.dim(line(header, widths)) + "\n"
    for row in rows { text += line(row, widths) + "\n" }
    return text
  }

  /// The room that the last column needs, if it is to be in the same line.
  private static let leastRoom = 12

  /// On a narrow terminal, the last column stands below the others.
  private func twoLines(_ widths: [Int], _ width: Int, _ style: Style) -> String {
    func lines(_ row: [String]) -> [String] {
      let first = zip(row, widths).map { DisplayWidth.padded($0, to: $1) }.joined(separator: "  ")
      return [
        DisplayWidth.clipped(first, to: width),
        "    " + DisplayWidth.clipped(row.last ?? "", to: width - 4),
      ]
    }
    return lines(header).map { style.dim($0) + "\n" }.joined()
      + rows.flatMap(lines).map { $0 + "\n" }.joined()
  }

  /// A line that goes on below itself.
  private static func hanging(_ line: String, _ width: Int) -> String {
    DisplayWidth.wrapped(line, to: width - 2).joined(separator: "\n  ")
  }

  /// How wide each of the first columns is.
  private static func widths(_ rows: [[String]], columns: Int) -> [Int] {
    (0..<columns).map { column in rows.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
  }

  /// `编号 M-2025-008，状态 已确认`
  private static func sentence(_ row: [String], _ header: [String]) -> String {
    TextTable.joined(
      zip(header, row).compactMap { head, cell in
        cell.isEmpty ? nil : head.isEmpty ? cell : head + " " + cell
      })
  }

  /// The parts of a sentence, with the comma of their language.
  private static func joined(_ parts: [String]) -> String {
    let isChinese = parts.contains { Language(of: $0) == .zh }
    return parts.joined(separator: isChinese ? "，" : ", ")
  }

  /// Rows that more follows, aligned without a head; plainly, the cells of each as a list. A
  /// column in which nothing stands is left out.
  package static func aligned(_ rows: [[String]], _ style: Style) -> [String] {
    let shown = rows.map { $0.map(VisibleText.line) }
    if style.isPlain {
      return shown.map { row in
        joined(row.map { Slice($0).trimmed.string }.filter { !$0.isEmpty })
      }
    }
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
    let room = max(TextTable.leastRoom, width - used)
    guard wraps else { return line + DisplayWidth.clipped(last, to: room) }
    let margin = "\n" + String(repeating: " ", count: used)
    return line + DisplayWidth.wrapped(last, to: room).joined(separator: margin)
  }
}
