/// A place in a file as people name it: line and column from 1, the column counting characters.
package struct SourcePosition: Equatable, Sendable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The place of a byte offset; an offset past the end is the end.
  package init(of offset: Int, in bytes: [UInt8]) {
    let end = min(offset, bytes.count)
    var line = 1
    var lineStart = 0
    var index = 0
    while index < end {
      if bytes[index] == UInt8(ascii: "\n") {
        line += 1
        lineStart = index + 1
      }
      index += 1
    }
    if lineStart == 0, bytes.starts(with: byteOrderMark), end >= 3 { lineStart = 3 }
    self.line = line
    self.column = String(decoding: bytes[lineStart..<end], as: UTF8.self).count + 1
  }
}

/// The UTF-8 byte order mark, kept where it stands and never read as text.
package let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
