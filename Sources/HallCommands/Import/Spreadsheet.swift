import HallModel
import HallSyntax

/// A table as a spreadsheet saves it: comma-separated values (RFC 4180).
///
/// Quotes may hold separators, line breaks and doubled quotes. Lines end in LF or CRLF. What parts
/// the cells is found by the header: a comma, a semicolon, a tab or a full-width comma. Whatever a
/// cell begins with, it is data.
struct Spreadsheet {
  struct Cell {
    /// Without its quotes and the blanks around it.
    let text: String
    /// Where it stands in the document.
    let range: Range<Int>
  }

  struct Row {
    fileprivate(set) var cells: [Cell] = []

    var isBlank: Bool { cells.allSatisfy(\.text.isEmpty) }
    var range: Range<Int> {
      (cells.first?.range.lowerBound ?? 0)..<(cells.last?.range.upperBound ?? 0)
    }
    /// The cell of a column; nil where the row is short.
    func cell(_ column: Int) -> Cell? { column < cells.count ? cells[column] : nil }
  }

  /// The text, as UTF-8, for showing where something stands.
  let document: Document
  let header: Row
  /// The rows behind the header, without blank ones.
  let rows: [Row]
  /// Quotes that are not closed or have more behind them, and rows that do not fit the header.
  let problems: [Problem]

  static let separators: [[UInt8]] = [",", ";", "\t", "，"].map { Array($0.utf8) }

  /// - Parameter score: how many of a row's cells are heads of columns that are looked for. The
  ///   header is the row of the first twenty with the most; a title may stand above it.
  init(_ bytes: [UInt8], path: String, score: ([String]) -> Int) {
    document = Document(path: path, kind: .other, bytes: bytes)
    var best = (score: 0, row: 0, separator: Spreadsheet.separators[0])
    for separator in Spreadsheet.separators {
      var reader = RecordReader(bytes, separator)
      for row in 0..<20 {
        guard let record = reader.next() else { break }
        let found = score(record.cells.map(\.text))
        if found > best.score { best = (found, row, separator) }
      }
    }
    var reader = RecordReader(bytes, best.separator)
    var records: [Row] = []
    while let record = reader.next() { records.append(record) }
    header = best.row < records.count ? records[best.row] : Row()
    rows = records.dropFirst(best.row + 1).filter { !$0.isBlank }
    var problems = reader.faults.map { $0.problem(path) }
    // A row swallowed by an open quote would be named a second time for nothing.
    let broken = Set(reader.faults.map(\.offset))
    for row in rows where !row.cells.contains(where: { broken.contains($0.range.lowerBound) }) {
      if let problem = Spreadsheet.ragged(row, header, path) { problems.append(problem) }
    }
    self.problems = problems
  }

  /// Cells that are empty may be missing at the end of the header, or be too many in a row.
  private static func ragged(_ row: Row, _ header: Row, _ path: String) -> Problem? {
    let (count, wanted) = (row.cells.count, header.cells.count)
    if count == wanted { return nil }
    if count > wanted, row.cells[wanted...].allSatisfy(\.text.isEmpty) { return nil }
    if count < wanted, header.cells[count...].allSatisfy(\.text.isEmpty) { return nil }
    return Problem(
      id: "sheet", severity: .error, path: path, range: row.range,
      message: Phrase(
        zh: "这一行有 \(count) 格，表头有 \(wanted) 格",
        en: "this row has \(count) cells, and the header \(wanted)"),
      hint: Phrase(
        zh: "看看是不是漏了或多了一个分隔符；格子里有逗号时，整格要加引号",
        en: "look for a separator too few or too many; a cell that holds one stands in quotes"))
  }
}

/// Reads one record after the other; nothing is read twice.
private struct RecordReader {
  struct Fault {
    let offset: Int
    let isOpen: Bool

    func problem(_ path: String) -> Problem {
      Problem(
        id: "sheet", severity: .error, path: path, range: offset..<(offset + 1),
        message: isOpen
          ? Phrase(zh: "这里的引号到文件末尾也没有关上", en: "this quote is never closed")
          : Phrase(zh: "引号关上以后，格子里还有别的字", en: "more stands behind the cell's closing quote"),
        hint: Phrase(
          zh: "格子里的引号要写两个：\"\"", en: "a quote within a quoted cell is written twice: \"\""))
    }
  }

  private let bytes: [UInt8]
  private let separator: [UInt8]
  private var index: Int
  private(set) var faults: [Fault] = []

  init(_ bytes: [UInt8], _ separator: [UInt8]) {
    self.bytes = bytes
    self.separator = separator
    index = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
  }

  mutating func next() -> Spreadsheet.Row? {
    guard index < bytes.count else { return nil }
    var row = Spreadsheet.Row()
    while true {
      row.cells.append(cell())
      if atSeparator {
        index += separator.count
        continue
      }
      // At a line's end, or the file's.
      if index < bytes.count { index += bytes[index] == UInt8(ascii: "\r") ? 2 : 1 }
      return row
    }
  }

  private var atSeparator: Bool {
    guard index + separator.count <= bytes.count else { return false }
    for (place, byte) in separator.enumerated() where bytes[index + place] != byte { return false }
    return true
  }

  private var atLineEnd: Bool {
    guard index < bytes.count else { return true }
    if bytes[index] == UInt8(ascii: "\n") { return true }
    return bytes[index] == UInt8(ascii: "\r") && index + 1 < bytes.count
      && bytes[index + 1] == UInt8(ascii: "\n")
  }

  private mutating func cell() -> Spreadsheet.Cell {
    let start = index
    if index < bytes.count, bytes[index] == UInt8(ascii: "\"") { return quotedCell() }
    while !atLineEnd, !atSeparator { index += 1 }
    let text = bytes[start..<index].trimmed
    return Spreadsheet.Cell(text: text.string, range: text.indices)
  }

  private mutating func quotedCell() -> Spreadsheet.Cell {
    let start = index
    var text: [UInt8] = []
    index += 1
    var isClosed = false
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\"") {
        index += 1
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
          isClosed = true
          break
        }
      }
      text.append(bytes[index])
      index += 1
    }
    let end = index
    while !atLineEnd, !atSeparator { index += 1 }
    if !isClosed {
      faults.append(Fault(offset: start, isOpen: true))
    } else if !bytes[end..<index].trimmed.isEmpty {
      faults.append(Fault(offset: start, isOpen: false))
    }
    return Spreadsheet.Cell(text: text[...].trimmed.string, range: start..<end)
  }
}
