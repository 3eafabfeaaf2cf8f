import HallSyntax

private let listBullets = ByteSet("-*+")

extension Document {
  /// The lines of a range that begins at a line start, each without its line end.
  func lines(in range: Range<Int>) -> [Range<Int>] {
    bytes.withUnsafeBufferPointer { bytes in
      var lines: [Range<Int>] = []
      var start = range.lowerBound
      while start < range.upperBound {
        var end = start
        while end < range.upperBound, bytes[end] != UInt8(ascii: "\n") { end += 1 }
        let hasReturn = end > start && bytes[end - 1] == UInt8(ascii: "\r")
        lines.append(start..<(hasReturn ? end - 1 : end))
        start = end + 1
      }
      return lines
    }
  }

  /// The first line of a node without the blanks around it: the caret is placed below it.
  func firstLine(of node: Node) -> Range<Int> {
    trimmed(node.range.lowerBound..<endOfFirstLine(of: node))
  }

  /// Whether a node has more than one line.
  func hasSeveralLines(_ node: Node) -> Bool {
    endOfFirstLine(of: node) + 1 < node.range.upperBound
  }

  /// Where the first line of a node ends, without its newline.
  private func endOfFirstLine(of node: Node) -> Int {
    bytes[node.range].firstIndex(of: UInt8(ascii: "\n")) ?? node.range.upperBound
  }

  /// The beginning of the line that contains an offset.
  func lineStart(of offset: Int) -> Int {
    (bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
  }

  func trimmed(_ range: Range<Int>) -> Range<Int> { slice(range).trimmed.indices }

  /// The text after the bullet of a list item; nil where the line is not one.
  func listContent(of line: Range<Int>) -> Slice? {
    let text = slice(line).trimmed
    guard let bullet = text.first, listBullets.contains(bullet) else { return nil }
    var cursor = Cursor(text.dropFirst())
    guard cursor.next == UInt8(ascii: " ") || cursor.next == UInt8(ascii: "\t") else { return nil }
    cursor.skipSpaces()
    return cursor.rest
  }

  /// The text of a range, as a message quotes it.
  func text(_ range: Range<Int>) -> String { slice(range).string }
}
