/// Where the lines of a file begin, so that many offsets can be turned into positions quickly.
package struct LineIndex: Sendable {
  private let bytes: [UInt8]
  /// The offset of each line's first byte.
  private let starts: [Int]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    starts = bytes.withUnsafeBufferPointer { buffer in
      var starts = [0]
      var offset = 0
      while let newline = buffer.firstOffset(of: UInt8(ascii: "\n"), from: offset) {
        offset = newline + 1
        starts.append(offset)
      }
      return starts
    }
  }

  /// The line, from 0, that contains an offset.
  private func line(of offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The position of an offset; an offset past the end counts as the end.
  ///
  /// - Parameter known: an offset whose position is already known. If it is in the same line and
  ///   not after `offset`, the characters are counted from there, so that many positions in one
  ///   long line cost no more than the line.
  package func position(
    of offset: Int, from known: (offset: Int, place: SourcePosition)? = nil
  ) -> SourcePosition {
    let offset = min(offset, bytes.count)
    let line = line(of: offset)
    let start = textStart(of: line)
    if let known, known.place.line == line + 1, (start...max(start, offset)).contains(known.offset)
    {
      let column = known.place.column + text(from: known.offset, to: offset).count
      return SourcePosition(line: line + 1, column: column)
    }
    return SourcePosition(line: line + 1, column: text(from: start, to: offset).count + 1)
  }

  /// The range of the line that contains an offset, without its end.
  package func lineRange(of offset: Int) -> Range<Int> {
    let line = line(of: min(offset, bytes.count))
    let start = textStart(of: line)
    var end = line + 1 < starts.count ? starts[line + 1] - 1 : bytes.count
    if end > start, line + 1 < starts.count, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<max(start, end)
  }

  /// Where the text of a line begins: a byte order mark is not part of the first line.
  private func textStart(of line: Int) -> Int {
    line == 0 && bytes.starts(with: byteOrderMark) ? 3 : starts[line]
  }

  private func text(from start: Int, to end: Int) -> String {
    String(decoding: bytes[min(start, end)..<end], as: UTF8.self)
  }
}

/// A position in a file as people write it: line and column from 1, the column counting characters.
package struct SourcePosition: Equatable, Sendable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// The UTF-8 byte order mark, kept in place and never read as text.
package let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
