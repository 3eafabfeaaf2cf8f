/// Blocks of several lines: opaque blocks, and tables.
extension DocumentParser {
  /// Reads a code fence through its closing line; nil where the line does not open one.
  ///
  /// - Parameter start: where the fence begins, after the bullet of a list item.
  mutating func parseFence(_ current: Line, at start: Int? = nil) -> Int? {
    let start = start ?? current.textStart
    let length = fenceLength(start..<current.textEnd)
    guard length >= 3 else { return nil }
    let mark = bytes[start]
    let info = bytes[(start + length)..<current.textEnd]
    guard mark != UInt8(ascii: "`") || !info.contains(mark) else { return nil }
    endLists(at: current.indent)
    return addOpaque(.fence, from: current) { parser, next in
      let found = parser.fenceLength(next.textStart..<next.textEnd)
      return found >= length && parser.bytes[next.textStart] == mark
        && next.textStart + found == next.textEnd
    }
  }

  /// Whether a line opens a fence.
  func opensFence(_ current: Line) -> Bool {
    let length = fenceLength(current.textStart..<current.textEnd)
    guard length >= 3 else { return false }
    let info = bytes[(current.textStart + length)..<current.textEnd]
    return bytes[current.textStart] != UInt8(ascii: "`") || !info.contains(UInt8(ascii: "`"))
  }

  /// How many backticks, or tildes, the text begins with.
  private func fenceLength(_ text: Range<Int>) -> Int {
    guard let start = text.first,
      bytes[start] == UInt8(ascii: "`") || bytes[start] == UInt8(ascii: "~")
    else { return 0 }
    var index = start
    while index < text.upperBound, bytes[index] == bytes[start] { index += 1 }
    return index - start
  }

  /// Where the text of a numbered item begins, as in `1. text`; nil where the line is not one.
  func numberedContent(_ current: Line) -> Int? {
    var index = current.textStart
    while index < current.textEnd, isDigit(bytes[index]) { index += 1 }
    guard index > current.textStart, index + 1 < current.textEnd,
      bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")"),
      blankLength(bytes, at: index + 1, end: current.textEnd) > 0
    else { return nil }
    return trimmed((index + 1)..<current.textEnd).lowerBound
  }

  /// Reads an HTML comment through the line that ends it; nil where the line does not open one. A
  /// comment does not count as text: it ends no list.
  mutating func parseComment(_ current: Line) -> Int? {
    guard bytes[current.textStart..<current.textEnd].starts(with: "<!--".utf8) else { return nil }
    // `<!-->` is a whole comment: viewers look for the end from the second sign on.
    let opening = (current.textStart + 2)..<current.textEnd
    if endsComment(opening) {
      add(
        Node(
          .comment, line: line, range: current.range, parent: task?.node ?? open.last ?? -1))
      return current.range.upperBound
    }
    return addOpaque(.comment, from: current) { parser, next in
      parser.endsComment(next.textStart..<next.textEnd)
    }
  }

  private func endsComment(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index + 2 < range.upperBound {
      if bytes[index] == UInt8(ascii: "-"), bytes[index + 1] == UInt8(ascii: "-"),
        bytes[index + 2] == UInt8(ascii: ">")
      {
        return true
      }
      index += 1
    }
    return false
  }

  private mutating func addOpaque(
    _ kind: Node.Kind, from current: Line, until closes: (DocumentParser, Line) -> Bool
  ) -> Int {
    var node = Node(
      kind, depth: current.indent, line: line, range: current.range,
      parent: task?.node ?? open.last ?? -1)
    var offset = current.range.upperBound
    var lines = 1
    node.isUnclosed = true
    while offset < bytes.count, node.isUnclosed {
      let next = Line(at: offset, in: bytes)
      offset = next.range.upperBound
      lines += 1
      node.isUnclosed = !closes(self, next)
    }
    node.range = current.range.lowerBound..<offset
    add(node, lines: lines)
    return offset
  }

  /// Reads a pipe table; nil where the next line is not a delimiter row with as many cells as the
  /// header.
  mutating func parseTable(_ current: Line) -> Int? {
    guard current.range.upperBound < bytes.count else { return nil }
    guard let next = delimiterRow(at: current.range.upperBound) else { return nil }
    let header = Array(bytes[current.textStart..<current.textEnd])[...]
    guard header.contains(UInt8(ascii: "|")) else { return nil }
    let delimiters = TableCells.split(Array(bytes[next.textStart..<next.textEnd])[...])
    guard delimiters.count == TableCells.count(header), delimiters.allSatisfy(isDelimiter) else {
      return nil
    }
    list.isOpen = false
    closeTask()
    let table = add(
      Node(
        .table, line: line, range: current.range.lowerBound..<current.range.lowerBound,
        parent: open.last ?? -1), lines: 0)
    addRow(.tableRow, current, of: table)
    addRow(.delimiter, next, of: table)
    var offset = next.range.upperBound
    while offset < bytes.count {
      let row = Line(at: offset, in: bytes)
      guard !row.isBlank, bytes[row.textStart..<row.textEnd].contains(UInt8(ascii: "|")),
        !beginsBlock(row)
      else { break }
      addRow(.tableRow, row, of: table)
      offset = row.range.upperBound
    }
    nodes[table].subtreeEnd = Int32(truncatingIfNeeded: nodes.count)
    return offset
  }

  /// Whether a line begins a heading, a list item, a fence, a comment or a quotation: each ends a
  /// table, whatever pipes it contains (GFM 4.10).
  private func beginsBlock(_ row: Line) -> Bool {
    switch bytes[row.textStart] {
    case UInt8(ascii: "#"), UInt8(ascii: ">"): return true
    case UInt8(ascii: "<"): return bytes[row.textStart..<row.textEnd].starts(with: "<!--".utf8)
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      return bytes.itemContent(row) != nil
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      return fenceLength(row.textStart..<row.textEnd) >= 3
    default: return false
    }
  }

  private mutating func addRow(_ kind: Node.Kind, _ row: Line, of table: Int) {
    var node = Node(kind, line: line, range: row.range, parent: table)
    node.value = row.textStart..<row.textEnd
    add(node)
  }

  private func delimiterRow(at offset: Int) -> Line? {
    // The first byte decides most lines.
    let first = bytes[offset]
    guard
      first == UInt8(ascii: "|") || first == UInt8(ascii: ":") || first == UInt8(ascii: "-")
        || first == UInt8(ascii: " ")
    else { return nil }
    let next = Line(at: offset, in: bytes)
    guard !next.isBlank else { return nil }
    for byte in bytes[next.textStart..<next.textEnd] {
      switch byte {
      case UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: " "),
        UInt8(ascii: "\t"):
        continue
      default: return nil
      }
    }
    return next
  }

  /// Whether a cell is dashes, with an optional colon at either end.
  private func isDelimiter(_ cell: Slice) -> Bool {
    var dashes = cell
    if dashes.first == UInt8(ascii: ":") { dashes = dashes.dropFirst() }
    if dashes.last == UInt8(ascii: ":") { dashes = dashes.dropLast() }
    return !dashes.isEmpty && dashes.allSatisfy { $0 == UInt8(ascii: "-") }
  }
}
