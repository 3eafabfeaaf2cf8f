/// A text split into lines, each with its end.
struct LineTable {
  let bytes: [UInt8]
  /// The ranges of the lines, which tile the text; the last may lack its newline.
  let lines: [Range<Int>]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var lines: [Range<Int>] = []
    lines.reserveCapacity(bytes.count / 32 + 1)
    bytes.withUnsafeBufferPointer { buffer in
      var start = 0
      while start < buffer.count {
        let end = buffer.lineEnd(from: start, before: buffer.count)
        lines.append(start..<end)
        start = end
      }
    }
    self.lines = lines
  }

  var count: Int { lines.count }

  subscript(_ line: Int) -> ArraySlice<UInt8> { bytes[lines[line]] }
}
