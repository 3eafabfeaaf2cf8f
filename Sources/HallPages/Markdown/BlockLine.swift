/// A line with a place in it, in bytes and in columns: a tab goes to the next fourth column, and may be
/// used up in part.
struct BlockLine {
  let bytes: [UInt8]
  private(set) var offset = 0
  private(set) var column = 0
  /// Columns of a tab that are not used up yet.
  private(set) var rest = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The first byte that is no blank, and the columns before it.
  var indentation: (place: Int, columns: Int) {
    var (place, columns) = (offset, column)
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: " ") {
        columns += 1
      } else if bytes[place] == UInt8(ascii: "\t") {
        columns += 4 - columns % 4
      } else {
        break
      }
      place += 1
    }
    return (place, columns - column)
  }

  var isBlank: Bool { indentation.place >= bytes.count }
  var indent: Int { indentation.columns }
  /// The first byte that is no blank; nil for a blank line.
  var first: UInt8? {
    let place = indentation.place
    return place < bytes.count ? bytes[place] : nil
  }

  /// What is left, from the first byte that is no blank.
  var content: ArraySlice<UInt8> { bytes[min(indentation.place, bytes.count)...] }

  /// What is left, with the part of a tab that is not used up as blanks.
  var remaining: [UInt8] {
    rest > 0
      ? Array(repeating: UInt8(ascii: " "), count: rest) + bytes[min(offset + 1, bytes.count)...]
      : Array(bytes[min(offset, bytes.count)...])
  }

  mutating func skipBlanks() {
    let (place, columns) = indentation
    (offset, column, rest) = (place, column + columns, 0)
  }

  mutating func skip(bytes count: Int) {
    offset += count
    column += count
    rest = 0
  }

  mutating func skip(columns count: Int) {
    var count = count
    while count > 0, offset < bytes.count {
      guard bytes[offset] == UInt8(ascii: "\t") else {
        (offset, column, count) = (offset + 1, column + 1, count - 1)
        continue
      }
      let width = rest > 0 ? rest : 4 - column % 4
      rest = max(0, width - count)
      column += min(width, count)
      if rest == 0 { offset += 1 }
      count -= min(width, count)
    }
  }

  /// Skips one column that is a blank, if it is.
  mutating func skipOneBlank() {
    guard offset < bytes.count,
      bytes[offset] == UInt8(ascii: " ") || bytes[offset] == UInt8(ascii: "\t")
    else { return }
    skip(columns: 1)
  }
}
