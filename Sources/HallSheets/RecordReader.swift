import HallModel
import HallSyntax
import HallWords

/// Reads the records of comma-separated values in one pass.
struct RecordReader {
  struct Fault {
    let offset: Int
    let isOpen: Bool

    func problem(_ path: String) -> Problem {
      Problem(
        id: "sheet", severity: .error, path: path, range: offset..<(offset + 1),
        message: isOpen
          ? Phrase(zh: "这里的引号到文件末尾也没有关上", en: "this quote is never closed")
          : Phrase(zh: "引号关上以后，格子里还有别的字", en: "there is more text after the cell's closing quote"),
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

  /// The bytes, with every carriage return that ends a line alone replaced by a newline.
  static func withNewlines(_ bytes: [UInt8]) -> [UInt8] {
    let (cr, lf) = (UInt8(ascii: "\r"), UInt8(ascii: "\n"))
    var result = bytes
    for (place, byte) in bytes.enumerated() where byte == cr {
      if place + 1 == bytes.count || bytes[place + 1] != lf { result[place] = lf }
    }
    return result
  }

  mutating func next() -> Spreadsheet.Row? {
    guard index < bytes.count else { return nil }
    var cells: [Spreadsheet.Cell] = []
    while true {
      cells.append(cell())
      if atSeparator {
        index += separator.count
        continue
      }
      // At the end of a line, or of the file.
      if index < bytes.count { index += bytes[index] == UInt8(ascii: "\r") ? 2 : 1 }
      return Spreadsheet.Row(cells: cells)
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
    return Spreadsheet.Cell(text.string, at: text.indices)
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
    return Spreadsheet.Cell(text[...].string, at: start..<end)
  }
}
