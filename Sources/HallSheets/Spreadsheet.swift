import HallModel
import HallSyntax
import HallWords

/// A table as a spreadsheet saves it: comma-separated values (RFC 4180).
///
/// Quotes may contain separators, line breaks and doubled quotes. Lines end in LF, CRLF or CR. The
/// separator is determined from the header: a comma, a semicolon, a tab or a full-width comma. A
/// cell is data whatever it begins with; `RowSorter` decides which rows are data.
package struct Spreadsheet {
  package struct Cell {
    /// Without its quotes, the blanks around it and invisible characters.
    package let text: String
    /// Its range in the document.
    package let range: Range<Int>
    /// Whether invisible characters were removed.
    let isAltered: Bool

    package init(_ raw: String, at range: Range<Int>) {
      (text, isAltered) = CellText.cleaned(raw)
      self.range = range
    }
  }

  package struct Row {
    package let cells: [Cell]

    package init(cells: [Cell]) {
      self.cells = cells
    }

    package var isBlank: Bool { cells.allSatisfy(\.text.isEmpty) }
    package var texts: [String] { cells.map(\.text) }
    package var range: Range<Int> {
      (cells.first?.range.lowerBound ?? 0)..<(cells.last?.range.upperBound ?? 0)
    }
    /// The cell of a column; nil where the row is short.
    package func cell(_ column: Int) -> Cell? { column < cells.count ? cells[column] : nil }
    package func cell(_ column: Int?) -> Cell? { column.flatMap { cell($0) } }
    /// Its text; empty where there is none.
    package func text(_ column: Int?) -> String { cell(column)?.text ?? "" }
  }

  /// The text, as UTF-8, to show where something is.
  package let document: Document
  /// The header; nil if no row is one.
  let header: SheetHeader?
  /// The meaning of each column.
  let columns: SheetColumns
  /// The rows of data, each with its unit.
  let rows: [(row: Row, unit: String)]
  /// Rows of the table that are not data: totals, remarks, repeated heads.
  let leftOut: [RowSorter.LeftOut]
  /// Totals that are not the sum of the rows: what each says, and the sum of what was read.
  let wrongTotals: [RowSorter.WrongTotal]
  /// How many merged cells were filled from the row above, by the heads of their columns.
  package let filled: [(head: String, count: Int)]
  /// How many cells contained invisible characters, which are left out.
  package let altered: Int
  /// Quotes that are not closed or are followed by more text, rows that do not fit the header, and
  /// dates that were units.
  package let problems: [Problem]

  static let separators: [[UInt8]] = [",", ";", "\t", "，"].map { Array($0.utf8) }

  /// - Parameter meaning: gives the meaning of a column head.
  init(_ given: [UInt8], path: String, _ meaning: (String) -> RosterHeads.Meaning) {
    let bytes = RecordReader.withNewlines(given)
    document = Document(path: path, kind: .other, bytes: bytes)
    var found: (header: SheetHeader, separator: [UInt8])?
    for separator in Spreadsheet.separators {
      var reader = RecordReader(bytes, separator)
      var first: [Row] = []
      while first.count < 60, let record = reader.next() { first.append(record) }
      guard let header = SheetHeader(first, meaning), header.score > found?.header.score ?? 0 else {
        continue
      }
      found = (header, separator)
    }
    var reader = RecordReader(bytes, found?.separator ?? Spreadsheet.separators[0])
    var records: [Row] = []
    while let record = reader.next() { records.append(record) }
    header = found?.header
    let heads = found?.header.cells ?? []
    columns = SheetColumns(heads, meaning, path)
    let below = records.dropFirst(found?.header.rows.upperBound ?? 1).filter { !$0.isBlank }
    var sorter = RowSorter(heads, columns, meaning, below)
    for row in below { sorter.take(row) }
    (rows, leftOut, wrongTotals) = (sorter.rows, sorter.leftOut, sorter.wrongTotals)
    filled = sorter.units.filled
    altered = sorter.rows.reduce(0) { $0 + $1.row.cells.count(where: \.isAltered) }
    var problems = reader.faults.map { $0.problem(path) } + columns.problems
    // A row swallowed by an open quote would be reported a second time needlessly.
    let broken = Set(reader.faults.map(\.offset))
    for (row, _) in rows where !row.cells.contains(where: { broken.contains($0.range.lowerBound) })
    {
      if let problem = Spreadsheet.ragged(row, heads.count, path) { problems.append(problem) }
    }
    problems += sorter.otherHeaders.map { Spreadsheet.secondHeader($0, path) }
    problems += sorter.units.dates.map { MistakenDate.problem($0, path) }
    self.problems = problems
  }

  /// Empty cells may be missing at the end of a row, or be surplus there.
  private static func ragged(_ row: Row, _ wanted: Int, _ path: String) -> Problem? {
    let count = row.cells.count
    if count == wanted { return nil }
    if count > wanted, row.cells[wanted...].allSatisfy(\.text.isEmpty) { return nil }
    return Problem(
      id: "sheet", severity: .error, path: path, range: row.range,
      message: Phrase(
        zh: "这一行有 \(count) 格，表头有 \(wanted) 格",
        en: "this row has \(Language.counted(count, "cell")), and the header \(wanted)"),
      hint: Phrase(
        zh: "看看是不是漏了或多了一个分隔符；格子里有逗号时，整格要加引号",
        en: "look for a separator too few or too many; a cell that contains one must be in quotes"))
  }

  private static func secondHeader(_ row: Row, _ path: String) -> Problem {
    Problem(
      id: "sheet", severity: .error, path: path, range: row.range,
      message: Phrase(
        zh: "这里又是一行表头，和上面的不一样", en: "this is another header, unlike the one above"),
      hint: Phrase(
        zh: "一份表里只留一个表格，另一个单独存成一份", en: "keep one table, and save the other by itself"))
  }
}
