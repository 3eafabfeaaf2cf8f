/// One line as the parser sees it: where it stands and how it begins.
struct Line {
  /// The whole line, its end included.
  let range: Range<Int>
  /// Where the text ends, before the line's end and the blanks in front of it.
  let textEnd: Int
  /// The first byte that is not a blank; `textEnd` on a blank line.
  let textStart: Int
  /// How many columns the text is indented by; a tab goes to the next fourth column, an
  /// ideographic space takes two.
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
      } else if bytes[end - 1] == 0x80, end - start >= 3, bytes[end - 2] == 0x80,
        bytes[end - 3] == 0xE3
      {
        end -= 3
      } else {
        break
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
      case 0xE3 where index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80:
        columns += 2
        index += 3
      default: break scan
      }
    }
    textEnd = end
    textStart = index
    indent = columns
  }
}
