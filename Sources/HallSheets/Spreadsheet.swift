import HallModel
import HallSyntax
import HallWords

/// A table as a spreadsheet saves it: comma-separated values (RFC 4180).
///
/// Quotes may hold separators, line breaks and doubled quotes. Lines end in LF, CRLF or CR. What parts
/// the cells is found by the header: a comma, a semicolon, a tab or a full-width comma. Whatever a
/// cell begins with, it is data; `RowSorter` says which rows are.
package struct Spreadsheet {
  package struct Cell {
    /// Without its quotes, the blanks around it and what cannot be seen.
    package let text: String
    /// Where it stands in the document.
    package let range: Range<Int>
    /// Whether something was taken out that looks like nothing.
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

  /// The text, as UTF-8, for showing where something stands.
  package let document: Document
  /// The header; nil where no row is one.
  let header: SheetHeader?
  /// Which column means what.
  let columns: SheetColumns
  /// The rows of data, each with the unit it is about.
  let rows: [(row: Row, unit: String)]
  /// Rows of the table that are no data: totals, remarks, heads once more.
  let leftOut: [RowSorter.LeftOut]
  /// Totals that are not the sum of the rows: what each says, and what was read.
  let wrongTotals: [RowSorter.WrongTotal]
  /// How many cells of merged ones were filled from the row above, by the heads of their columns.
  package let filled: [(head: String, count: Int)]
  /// How many cells held characters that cannot be seen, which are left out.
  package let altered: Int
  /// Quotes that are not closed or have more behind them, rows that do not fit the header, and dates
  /// that were units.
  package let problems: [Problem]

  static let separators: [[UInt8]] = [",", ";", "\t", "，"].map { Array($0.utf8) }

  /// - Parameter meaning: what the head of a column means.
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
    // A row swallowed by an open quote would be named a second time for nothing.
    let broken = Set(reader.faults.map(\.offset))
    for (row, _) in rows where !row.cells.contains(where: { broken.contains($0.range.lowerBound) })
    {
      if let problem = Spreadsheet.ragged(row, heads.count, path) { problems.append(problem) }
    }
    problems += sorter.otherHeaders.map { Spreadsheet.secondHeader($0, path) }
    problems += sorter.units.dates.map { MistakenDate.problem($0, path) }
    self.problems = problems
  }

  /// Cells that are empty may be missing at the end of a row, or be too many in it.
  private static func ragged(_ row: Row, _ wanted: Int, _ path: String) -> Problem? {
    let count = row.cells.count
    if count == wanted { return nil }
    if count > wanted, row.cells[wanted...].allSatisfy(\.text.isEmpty) { return nil }
    return Problem(
      id: "sheet", severity: .error, path: path, range: row.range,
      message: Phrase(
        zh: "这一行有 \(count) 格，表头有 \(wanted) 格",
        en: "this row has \(count) cells, and the header \(wanted)"),
      hint: Phrase(
        zh: "看看是不是漏了或多了一个分隔符；格子里有逗号时，整格要加引号",
        en: "look for a separator too few or too many; a cell that holds one stands in quotes"))
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
