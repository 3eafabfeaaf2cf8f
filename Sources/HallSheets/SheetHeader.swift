import HallSyntax
import HallWords

/// The header of a table: the row whose cells are known column heads, and the row above or below it
/// that completes some of them.
struct SheetHeader {
  /// One head for each column.
  let cells: [Spreadsheet.Cell]
  /// The records it consists of.
  let rows: Range<Int>
  /// How many of its heads are known.
  let score: Int

  /// Finds it among the first twenty rows; a title and blank rows may be above it. A data row that
  /// happens to contain a word like 业主 is not a header.
  init?(_ records: [Spreadsheet.Row], _ meaning: (String) -> RosterHeads.Meaning) {
    var best: (score: Int, row: Int)?
    for row in records.indices.prefix(20) {
      guard let score = SheetHeader.score(row, records, meaning), score > best?.score ?? 0 else {
        continue
      }
      best = (score, row)
      // Further down, what looks like a header belongs to another table.
      if score > 1 { break }
    }
    guard let best else { return nil }
    let row = records[best.row]
    var heads = row.cells
    var rows = best.row..<(best.row + 1)
    if rows.upperBound < records.count,
      SheetHeader.says(more: records[rows.upperBound], than: row, meaning)
    {
      for (column, cell) in records[rows.upperBound].cells.enumerated() where !cell.text.isEmpty {
        // Below a known head is its unit of measure, or its name in another language.
        if column >= heads.count {
          heads.append(cell)
        } else if meaning(cell.text) != .unknown || meaning(heads[column].text) == .unknown {
          heads[column] = cell
        }
      }
      rows = rows.lowerBound..<(rows.upperBound + 1)
    } else if let above = best.row > 0 ? records[best.row - 1] : nil {
      // A head merged over both rows is in the upper one.
      for (column, cell) in above.cells.enumerated() where column < heads.count {
        if heads[column].text.isEmpty, meaning(cell.text) != .unknown { heads[column] = cell }
      }
    }
    cells = heads
    self.rows = rows
    score = heads.count { meaning($0.text) != .unknown }
  }

  /// Where its heads are. One that was completed from another row is not in the order of the file.
  var range: Range<Int> {
    let start = cells.map(\.range.lowerBound).min() ?? 0
    return start..<(cells.map(\.range.upperBound).max() ?? start)
  }

  /// How many cells of a row are known heads; nil where it cannot be a header.
  private static func score(
    _ place: Int, _ records: [Spreadsheet.Row], _ meaning: (String) -> RosterHeads.Meaning
  ) -> Int? {
    let row = records[place]
    let filled = row.cells.indices.filter { !row.cells[$0].text.isEmpty }
    guard !filled.contains(where: { CellText.isFigure(row.cells[$0].text) }) else { return nil }
    let known = filled.filter { column in
      let text = row.cells[column].text
      guard meaning(text) != .unknown else { return false }
      // A word that occurs again below in the same column is a value, not a head.
      return !records[(place + 1)...].contains { other in
        other.text(column) == text && other.cells.count { meaning($0.text) != .unknown } < 2
      }
    }
    if known.count >= 2 { return known.count }
    guard known.count == 1, filled.count == 1 else { return nil }
    // A single head belongs to a sheet with one column, or is the title of a wider one.
    let width = records[(place + 1)...].prefix(20).map { row in
      row.cells.count { !$0.text.isEmpty }
    }.max()
    return width ?? 1 <= 1 ? 1 : nil
  }

  /// Whether a row is a second row of heads: it gives the parts of a head that several columns
  /// share, or the same heads again, or units of measure.
  private static func says(
    more row: Spreadsheet.Row, than upper: Spreadsheet.Row,
    _ meaning: (String) -> RosterHeads.Meaning
  ) -> Bool {
    let filled = row.cells.indices.filter { !row.cells[$0].text.isEmpty }
    guard !filled.isEmpty, row.texts != upper.texts else { return false }
    if filled.allSatisfy({ isMeasure(row.cells[$0].text) }) { return true }
    guard !filled.contains(where: { CellText.isFigure(row.cells[$0].text) }) else { return false }
    let known = filled.count { meaning(row.cells[$0].text) != .unknown }
    func head(_ column: Int) -> String { upper.cell(column)?.text ?? "" }
    return known >= 1 && known * 2 >= filled.count
      && filled.allSatisfy { column in
        let isShared = head(column).isEmpty || head(column + 1).isEmpty
        let own = meaning(row.cells[column].text)
        return isShared || (own != .unknown && own == meaning(head(column)))
      }
  }

  /// `㎡`, `（平方米）`
  private static func isMeasure(_ text: String) -> Bool {
    let plain = FullWidth.name(Slice(text)).filter { !"()[] ".contains($0) }.lowercased()
    return ["㎡", "m²", "m2", "平方米", "平米", "元", "sqm"].contains(plain)
  }
}
