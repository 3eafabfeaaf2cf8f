/// One line as the parser sees it: where it stands and how it begins.
struct Line {
  /// The whole line, its end included.
  let range: Range<Int>
  /// Where the text ends, before the line's end and the blanks in front of it.
  let textEnd: Int
  /// The first byte that is not a blank; `textEnd` on a blank line.
  let textStart: Int
  /// The indent of the text in columns; a tab goes to the next multiple of four, an ideographic
  /// space takes two.
  let indent: Int

  var isBlank: Bool { textStart >= textEnd }

  /// Reads the line that begins at an offset.
  @inline(__always)
  init(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    let newline = bytes.firstOffset(of: UInt8(ascii: "\n"), from: start)
    range = start..<(newline.map { $0 + 1 } ?? bytes.count)
    var end = newline ?? bytes.count
    while end > start {
      if HallSyntax.isBlank(bytes[end - 1]) {
        end -= 1
      } else {
        let length = wideBlankLength(bytes, endingAt: end, from: start)
        guard length > 0 else { break }
        end -= length
      }
    }
    var index = start
    var columns = 0
    scan: while index < end {
      switch bytes[index] {
      case UInt8(ascii: " "):
        columns += 1
        index += 1
      case UInt8(ascii: "\t"):
        columns += 4 - columns % 4
        index += 1
      case 0xC2, 0xE1...0xE3:
        let length = wideBlankLength(bytes, at: index, end: end)
        guard length > 0 else { break scan }
        columns += bytes[index] == 0xE3 ? 2 : 1
        index += length
      default: break scan
      }
    }
    textEnd = end
    textStart = index
    indent = columns
  }
}
