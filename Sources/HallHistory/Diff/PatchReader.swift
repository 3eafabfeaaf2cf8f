/// Reads the lines of a diff in order as ranges; it copies none of them.
///
/// The buffer is borrowed, so the reader must not outlive the call that made it.
struct PatchReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let end: Int
  /// The next line, with its newline; empty at the end.
  private var next: Range<Int>
  /// The line's number, from 1.
  private(set) var number = 1
  /// How many lines the current hunk still has.
  private var oldLeft = 0
  private var newLeft = 0

  /// - Parameter range: the range of the diff; it must lie within the bytes.
  init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
    self.bytes = bytes
    end = range.upperBound
    next = range.lowerBound..<bytes.lineEnd(from: range.lowerBound, before: end)
  }

  var atEnd: Bool { next.isEmpty }

  private mutating func advance() {
    next = next.upperBound..<bytes.lineEnd(from: next.upperBound, before: end)
    number += 1
  }

  /// Whether the line ends with a newline.
  private var hasNewline: Bool {
    !next.isEmpty && bytes[next.upperBound - 1] == UInt8(ascii: "\n")
  }

  /// The name of a side; a tab separates it from a time stamp.
  mutating func name(after prefix: StaticString) throws(Patch.Fault) -> Range<Int> {
    guard hasNewline, bytes.starts(next, with: prefix) else { throw .malformed(line: number) }
    let name = next.lowerBound + prefix.utf8CodeUnitCount..<next.upperBound - 1
    advance()
    return name
      .lowerBound..<(bytes.firstOffset(of: UInt8(ascii: "\t"), in: name) ?? name.upperBound)
  }

  /// Reads the header of the next hunk; its lines follow.
  mutating func hunk() throws(Patch.Fault) -> Patch.Hunk {
    guard hasNewline, let hunk = header() else { throw .malformed(line: number) }
    advance()
    (oldLeft, newLeft) = (hunk.oldCount, hunk.newCount)
    guard oldLeft > 0 || newLeft > 0 else { throw .malformed(line: number) }
    return hunk
  }

  /// The next line of the hunk; nil after its last.
  mutating func line() throws(Patch.Fault) -> Patch.Line? {
    guard oldLeft > 0 || newLeft > 0 else { return nil }
    guard hasNewline else { throw .malformed(line: number) }
    let sign = bytes[next.lowerBound]
    switch sign {
    case Patch.blank: (oldLeft, newLeft) = (oldLeft - 1, newLeft - 1)
    case Patch.minus: oldLeft -= 1
    case Patch.plus: newLeft -= 1
    default: throw .malformed(line: number)
    }
    guard oldLeft >= 0, newLeft >= 0 else { throw .malformed(line: number) }
    var text = next.lowerBound + 1..<next.upperBound
    advance()
    // `\ No newline at end of file` refers to the line above.
    if !next.isEmpty, bytes[next.lowerBound] == UInt8(ascii: "\\") {
      guard hasNewline else { throw .malformed(line: number) }
      text = text.lowerBound..<text.upperBound - 1
      advance()
    }
    return Patch.Line(sign: sign, text: text)
  }

  /// `@@ -12,4 +12,5 @@`, with or without text after it.
  private func header() -> Patch.Hunk? {
    var rest = next
    func take(_ text: StaticString) -> Bool {
      guard bytes.starts(rest, with: text) else { return false }
      rest = rest.lowerBound + text.utf8CodeUnitCount..<rest.upperBound
      return true
    }
    func takeNumber() -> Int? {
      var (value, index) = (0, rest.lowerBound)
      while index < rest.upperBound, bytes[index] &- UInt8(ascii: "0") < 10 {
        guard index - rest.lowerBound < 9 else { return nil }
        value = value * 10 + Int(bytes[index] - UInt8(ascii: "0"))
        index += 1
      }
      guard index > rest.lowerBound else { return nil }
      rest = index..<rest.upperBound
      return value
    }
    func takeRange() -> (start: Int, count: Int)? {
      guard let start = takeNumber() else { return nil }
      guard take(",") else { return start > 0 ? (start, 1) : nil }
      guard let count = takeNumber(), start > 0 || count == 0 else { return nil }
      return (start, count)
    }
    guard take("@@ -"), let old = takeRange(), take(" +"), let new = takeRange(), take(" @@")
    else { return nil }
    return Patch.Hunk(
      oldStart: old.start, oldCount: old.count, newStart: new.start, newCount: new.count)
  }
}
