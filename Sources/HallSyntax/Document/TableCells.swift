/// The cells of a row of a pipe table; `\|` is a pipe within a cell.
package enum TableCells {
  /// The cells, trimmed, with their places in the file.
  package static func split(_ row: Slice) -> [Slice] {
    var text = row.trimmed
    if text.first == UInt8(ascii: "|") { text = text.dropFirst() }
    if text.last == UInt8(ascii: "|"), !isEscaped(text.endIndex - 1, in: text) {
      text = text.dropLast()
    }
    var cells: [Slice] = []
    var start = text.startIndex
    for index in text.indices where text[index] == UInt8(ascii: "|") && !isEscaped(index, in: text)
    {
      cells.append(text[start..<index].trimmed)
      start = index + 1
    }
    cells.append(text[start...].trimmed)
    return cells
  }

  package static func count(_ row: Slice) -> Int { split(row).count }

  private static func isEscaped(_ index: Int, in text: Slice) -> Bool {
    index > text.startIndex && text[index - 1] == UInt8(ascii: "\\")
  }
}
