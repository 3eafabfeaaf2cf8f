/// A unified diff of one file, read; it can be applied forwards and backwards.
package struct Patch: Sendable {
  /// What is wrong with a diff, or why it does not fit a text.
  package enum Fault: Error, Equatable, Sendable {
    /// A line that no diff has at this place, from 1.
    case malformed(line: Int)
    /// The lines of a hunk are not those of the text; the hunk, from 1.
    case mismatch(hunk: Int)
    /// It is the diff of another file.
    case foreign
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
    try self.init(bytes, in: 0..<bytes.count)
  }

  /// Reads a diff that stands within other bytes; nothing is copied.
  init(_ bytes: [UInt8], in range: Range<Int>) throws(Fault) {
    var reader = PatchReader(bytes: bytes, range: range)
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
    let (drops, adds) = isReverse ? (Patch.plus, Patch.minus) : (Patch.minus, Patch.plus)
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

extension Patch {
  static let minus = UInt8(ascii: "-")
  static let plus = UInt8(ascii: "+")
}
