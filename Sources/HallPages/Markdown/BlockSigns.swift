/// What a line that begins a block begins with.
extension BlockParser {
  /// `## title ##`: its level, and the title.
  static func heading(_ content: ArraySlice<UInt8>) -> (level: Int, text: [UInt8])? {
    let sign = UInt8(ascii: "#")
    let level = content.prefix { $0 == sign }.count
    let rest = content.dropFirst(level)
    guard (1...6).contains(level), rest.first.map(isBlankByte) ?? true else { return nil }
    var text = trimmed(rest)
    let end = text.lastIndex { $0 != sign }
    if let end, end < text.count - 1, isBlankByte(text[end]) { text = trimmed(text[...end]) }
    if end == nil { text = [] }
    return (level, text)
  }

  /// `===` and `---` below a paragraph: the level of its heading.
  static func underline(_ content: ArraySlice<UInt8>) -> Int? {
    let line = trimmed(content)
    guard let first = line.first, line.allSatisfy({ $0 == first }) else { return nil }
    return first == UInt8(ascii: "=") ? 1 : first == UInt8(ascii: "-") ? 2 : nil
  }

  /// `* * *`, `---`
  static func isRule(_ content: ArraySlice<UInt8>) -> Bool {
    guard let first = content.first, "*-_".utf8.contains(first) else { return false }
    let signs = content.filter { !isBlankByte($0) }
    return signs.count >= 3 && signs.allSatisfy { $0 == first }
  }

  /// Backticks or tildes, and what follows them.
  static func fenceRun(
    _ content: ArraySlice<UInt8>
  ) -> (mark: UInt8, length: Int, rest: ArraySlice<UInt8>)? {
    guard let first = content.first, "`~".utf8.contains(first) else { return nil }
    let length = content.prefix { $0 == first }.count
    return (first, length, content.dropFirst(length))
  }
}

/// The mark of an item: `-`, `1.`
struct ListMark {
  /// The sign of a point, or the one after a number.
  let sign: UInt8
  let number: Int?
  private let length: Int

  /// - Parameter interrupts: whether the line before is a paragraph's; then an item needs a text, and a
  ///   list that is numbered begins with 1.
  init?(_ line: BlockLine, interrupts: Bool) {
    let content = line.content
    guard let first = content.first else { return nil }
    let rest: ArraySlice<UInt8>
    if "-+*".utf8.contains(first) {
      (sign, number, length) = (first, nil, 1)
      rest = content.dropFirst()
    } else {
      let digits = content.prefix { (0x30...0x39).contains($0) }
      let after = content.dropFirst(digits.count)
      guard (1...9).contains(digits.count), let end = after.first, ".)".utf8.contains(end),
        let value = Int(String(decoding: digits, as: UTF8.self))
      else { return nil }
      (sign, number, length) = (end, value, digits.count + 1)
      rest = after.dropFirst()
    }
    guard rest.first.map(isBlankByte) ?? true else { return nil }
    if interrupts, rest.allSatisfy(isBlankByte) || number.map({ $0 != 1 }) ?? false { return nil }
  }

  /// Goes to the content of the item; returns the columns that its further lines are indented by.
  func skip(_ line: inout BlockLine) -> Int {
    let indent = line.indent
    line.skipBlanks()
    line.skip(bytes: length)
    let blanks = line.indent
    guard !line.isBlank, (1...4).contains(blanks) else {
      // Text that is indented by five or more is code within the item.
      let isBlank = line.isBlank
      line.skipOneBlank()
      return indent + length + (isBlank || blanks >= 1 ? 1 : 0)
    }
    line.skip(columns: blanks)
    return indent + length + blanks
  }
}

/// A row of a table: `| a | b |`.
enum TableRow {
  static func cells(_ line: [UInt8]) -> [[UInt8]] {
    var text = trimmed(line)[...]
    if text.first == UInt8(ascii: "|") { text = text.dropFirst() }
    var cells: [[UInt8]] = []
    var cell: [UInt8] = []
    var isEscaped = false
    for byte in text {
      if byte == UInt8(ascii: "|") {
        // In a cell, `\|` is the sign itself.
        if isEscaped {
          cell[cell.count - 1] = byte
        } else {
          cells.append(trimmed(cell))
          cell = []
        }
      } else {
        cell.append(byte)
      }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    if !trimmed(cell).isEmpty { cells.append(trimmed(cell)) }
    return cells
  }

  /// `| --- | :-: |`: how the columns are set; nil for any other line.
  static func alignments(_ content: ArraySlice<UInt8>) -> [BlockTree.Alignment]? {
    guard content.contains(UInt8(ascii: "-")),
      content.contains(UInt8(ascii: "|")) || content.contains(UInt8(ascii: ":"))
    else { return nil }
    var found: [BlockTree.Alignment] = []
    for cell in cells(Array(content)) {
      let (left, right) = (cell.first == UInt8(ascii: ":"), cell.last == UInt8(ascii: ":"))
      let dashes = cell.dropFirst(left ? 1 : 0).dropLast(right && cell.count > 1 ? 1 : 0)
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
      found.append(left && right ? .centre : left ? .left : right ? .right : .none)
    }
    return found.isEmpty ? nil : found
  }
}
