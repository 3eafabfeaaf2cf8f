/// A unified diff of one file, read; it can be applied forwards and backwards.
package struct Patch: Sendable {
  /// What is wrong with a diff, or why it does not fit a text.
  package enum Fault: Error, Equatable, Sendable {
    /// A line that no diff has at this place, from 1.
    case malformed(line: Int)
    /// The lines of a hunk are not those of the text; the hunk, from 1.
    case mismatch(hunk: Int)
  }

  struct Hunk: Sendable {
    var oldStart: Int
    var oldCount: Int
    var newStart: Int
    var newCount: Int
    var lines: [Line]
  }

  struct Line: Sendable {
    /// A blank, `-` or `+`.
    let sign: UInt8
    /// The line's text in the diff, with its newline where the file has one.
    let text: Range<Int>
  }

  package let oldName: String
  package let newName: String
  let bytes: [UInt8]
  let hunks: [Hunk]

  /// Reads one file's diff, from its `--- ` line to its end.
  package init(_ bytes: [UInt8]) throws(Fault) {
    let table = LineTable(bytes)
    var reader = PatchReader(bytes: bytes, lines: table.lines)
    oldName = try reader.name(behind: "--- ")
    newName = try reader.name(behind: "+++ ")
    var hunks: [Hunk] = []
    while !reader.atEnd { hunks.append(try reader.hunk()) }
    guard !hunks.isEmpty else { throw .malformed(line: reader.number) }
    self.bytes = bytes
    self.hunks = hunks
  }

  /// The text after the patch.
  package func applied(to old: [UInt8]) throws(Fault) -> [UInt8] {
    try walk(old, isReverse: false)
  }

  /// The text before the patch.
  package func reverted(from new: [UInt8]) throws(Fault) -> [UInt8] {
    try walk(new, isReverse: true)
  }

  /// Every line of a hunk must stand in the text exactly where the hunk says.
  private func walk(_ source: [UInt8], isReverse: Bool) throws(Fault) -> [UInt8] {
    let table = LineTable(source)
    let (drops, adds) = isReverse ? (plus, minus) : (minus, plus)
    var result: [UInt8] = []
    result.reserveCapacity(source.count + bytes.count)
    var next = 0
    for (index, hunk) in hunks.enumerated() {
      let (start, count) =
        isReverse ? (hunk.newStart, hunk.newCount) : (hunk.oldStart, hunk.oldCount)
      // A hunk of no lines stands behind the line it names.
      let first = count == 0 ? start : start - 1
      guard first >= next, first + count <= table.count else { throw .mismatch(hunk: index + 1) }
      if first > next {
        result += source[table.lines[next].lowerBound..<table.lines[first - 1].upperBound]
      }
      next = first
      for line in hunk.lines {
        if line.sign != adds {
          guard next < table.count, table[next] == bytes[line.text] else {
            throw .mismatch(hunk: index + 1)
          }
          next += 1
        }
        if line.sign != drops { result += bytes[line.text] }
      }
    }
    if next < table.count { result += source[table.lines[next].lowerBound...] }
    return result
  }
}

private let minus = UInt8(ascii: "-")
private let plus = UInt8(ascii: "+")

/// Reads the lines of a diff in order.
private struct PatchReader {
  let bytes: [UInt8]
  let lines: [Range<Int>]
  var next = 0

  var atEnd: Bool { next >= lines.count }
  /// The line's number, from 1.
  var number: Int { next + 1 }

  mutating func name(behind prefix: String) throws(Patch.Fault) -> String {
    guard !atEnd, bytes[lines[next]].starts(with: prefix.utf8),
      bytes[lines[next]].last == UInt8(ascii: "\n")
    else { throw .malformed(line: number) }
    let name = bytes[lines[next]].dropFirst(prefix.utf8.count).dropLast()
    next += 1
    // A tab parts the name from a time stamp.
    return String(decoding: name.prefix { $0 != UInt8(ascii: "\t") }, as: UTF8.self)
  }

  mutating func hunk() throws(Patch.Fault) -> Patch.Hunk {
    var hunk = try header()
    var (old, new) = (hunk.oldCount, hunk.newCount)
    while old > 0 || new > 0 || isNoNewline {
      guard !atEnd, let sign = bytes[lines[next]].first else { throw .malformed(line: number) }
      let range = lines[next].lowerBound + 1..<lines[next].upperBound
      switch sign {
      case UInt8(ascii: " "): (old, new) = (old - 1, new - 1)
      case minus: old -= 1
      case plus: new -= 1
      case UInt8(ascii: "\\"):
        guard let last = hunk.lines.last, bytes[last.text].last == UInt8(ascii: "\n") else {
          throw .malformed(line: number)
        }
        hunk.lines[hunk.lines.count - 1] = Patch.Line(
          sign: last.sign, text: last.text.lowerBound..<last.text.upperBound - 1)
        next += 1
        continue
      default: throw .malformed(line: number)
      }
      guard old >= 0, new >= 0, bytes[lines[next].upperBound - 1] == UInt8(ascii: "\n") else {
        throw .malformed(line: number)
      }
      hunk.lines.append(Patch.Line(sign: sign, text: range))
      next += 1
    }
    guard !hunk.lines.isEmpty else { throw .malformed(line: number) }
    return hunk
  }

  private var isNoNewline: Bool { !atEnd && bytes[lines[next]].first == UInt8(ascii: "\\") }

  /// Reads `@@ -12,4 +12,5 @@`, with any text behind it.
  private mutating func header() throws(Patch.Fault) -> Patch.Hunk {
    guard !atEnd else { throw .malformed(line: number) }
    var rest = bytes[lines[next]]
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
      guard take(",") else { return (start, 1) }
      guard let count = takeNumber(), start > 0 || count == 0 else { return nil }
      return (start, count)
    }
    guard take("@@ -"), let old = takeRange(), take(" +"), let new = takeRange(), take(" @@"),
      rest.last == UInt8(ascii: "\n")
    else { throw .malformed(line: number) }
    next += 1
    return Patch.Hunk(
      oldStart: old.start, oldCount: old.count, newStart: new.start, newCount: new.count, lines: [])
  }
}
