/// Reads the lines of a diff in order.
struct PatchReader {
  let bytes: [UInt8]
  let end: Int
  /// The line that stands next, without what is behind its newline; empty at the end.
  private var line: Range<Int>
  /// Its number, from 1.
  private(set) var number = 1

  init(bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    end = range.upperBound
    line = range.lowerBound..<range.lowerBound
    line = lineStarting(at: range.lowerBound)
  }

  var atEnd: Bool { line.isEmpty }

  private func lineStarting(at start: Int) -> Range<Int> {
    bytes.withUnsafeBufferPointer { buffer in
      var index = start
      while index < end {
        index += 1
        if buffer[index - 1] == UInt8(ascii: "\n") { break }
      }
      return start..<index
    }
  }

  private mutating func advance() {
    line = lineStarting(at: line.upperBound)
    number += 1
  }

  /// Whether the line is whole.
  private var hasNewline: Bool { !line.isEmpty && bytes[line.upperBound - 1] == UInt8(ascii: "\n") }

  mutating func name(behind prefix: String) throws(Patch.Fault) -> String {
    guard hasNewline, bytes[line].starts(with: prefix.utf8) else { throw .malformed(line: number) }
    let name = bytes[line].dropFirst(prefix.utf8.count).dropLast()
    advance()
    // A tab parts the name from a time stamp.
    return String(decoding: name.prefix { $0 != UInt8(ascii: "\t") }, as: UTF8.self)
  }

  mutating func hunk() throws(Patch.Fault) -> Patch.Hunk {
    var hunk = try header()
    var (old, new) = (hunk.oldCount, hunk.newCount)
    while old > 0 || new > 0 || isNoNewline {
      guard hasNewline else { throw .malformed(line: number) }
      let sign = bytes[line.lowerBound]
      switch sign {
      case UInt8(ascii: " "): (old, new) = (old - 1, new - 1)
      case Patch.minus: old -= 1
      case Patch.plus: new -= 1
      case UInt8(ascii: "\\"):
        guard let last = hunk.lines.last, bytes[last.text].last == UInt8(ascii: "\n") else {
          throw .malformed(line: number)
        }
        hunk.lines[hunk.lines.count - 1] = Patch.Line(
          sign: last.sign, text: last.text.lowerBound..<last.text.upperBound - 1)
        advance()
        continue
      default: throw .malformed(line: number)
      }
      guard old >= 0, new >= 0 else { throw .malformed(line: number) }
      hunk.lines.append(Patch.Line(sign: sign, text: line.lowerBound + 1..<line.upperBound))
      advance()
    }
    guard !hunk.lines.isEmpty else { throw .malformed(line: number) }
    return hunk
  }

  private var isNoNewline: Bool { !atEnd && bytes[line.lowerBound] == UInt8(ascii: "\\") }

  /// Reads `@@ -12,4 +12,5 @@`, with any text behind it.
  private mutating func header() throws(Patch.Fault) -> Patch.Hunk {
    var rest = bytes[line]
    func take(_ text: String) -> Bool {
      guard rest.starts(with: text.utf8) else { return false }
      rest = rest.dropFirst(text.utf8.count)
      return true
    }
    func takeNumber() -> Int? {
      let digits = rest.prefix { $0 &- UInt8(ascii: "0") < 10 }
      guard !digits.isEmpty, digits.count <= 9 else { return nil }
      rest = rest.dropFirst(digits.count)
      return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
    func takeRange() -> (start: Int, count: Int)? {
      guard let start = takeNumber() else { return nil }
      guard take(",") else { return start > 0 ? (start, 1) : nil }
      guard let count = takeNumber(), start > 0 || count == 0 else { return nil }
      return (start, count)
    }
    guard hasNewline, take("@@ -"), let old = takeRange(), take(" +"), let new = takeRange(),
      take(" @@")
    else { throw .malformed(line: number) }
    advance()
    return Patch.Hunk(
      oldStart: old.start, oldCount: old.count, newStart: new.start, newCount: new.count, lines: [])
  }
}
