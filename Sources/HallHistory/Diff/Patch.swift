/// A unified diff of one file, read; it can be applied forwards and backwards.
package struct Patch: Sendable {
  /// What is wrong with a diff, or why it does not fit a text.
  package enum Fault: Error, Equatable, Sendable {
    /// A line that a diff cannot have at this place, from 1.
    case malformed(line: Int)
    /// The lines of a hunk differ from those of the text; the hunk, from 1.
    case mismatch(hunk: Int)
    /// It is a diff of another file.
    case foreign
  }

  /// The place of a group of changes, according to its header.
  struct Hunk: Sendable {
    let oldStart: Int
    let oldCount: Int
    let newStart: Int
    let newCount: Int

    /// The first line of the old text that it covers, from 0; a hunk without old lines comes after
    /// the line it names.
    var first: Int { oldCount == 0 ? oldStart : oldStart - 1 }
    /// The same for the new text.
    var newFirst: Int { newCount == 0 ? newStart : newStart - 1 }
  }

  struct Line: Sendable {
    /// A blank, `-` or `+`.
    let sign: UInt8
    /// The line's text in the diff, with its newline where the file has one.
    let text: Range<Int>
  }

  package let oldName: String
  package let newName: String
  private let bytes: [UInt8]
  /// The hunks, each with the places of its lines in `lines`.
  private let hunks: [(Hunk, Range<Int>)]
  private let lines: [Line]

  /// Reads one file's diff, from its `--- ` line to its end.
  package init(_ bytes: [UInt8]) throws(Fault) {
    self.bytes = bytes
    (oldName, newName, hunks, lines) = try bytes.withUnsafeBufferPointer {
      buffer throws(Fault) -> (String, String, [(Hunk, Range<Int>)], [Line]) in
      var reader = PatchReader(buffer, in: 0..<buffer.count)
      let oldName = try reader.name(after: "--- ")
      let newName = try reader.name(after: "+++ ")
      var hunks: [(Hunk, Range<Int>)] = []
      var lines: [Line] = []
      while !reader.atEnd {
        let start = lines.count
        let hunk = try reader.hunk()
        while let line = try reader.line() { lines.append(line) }
        hunks.append((hunk, start..<lines.count))
      }
      guard !hunks.isEmpty else { throw .malformed(line: reader.number) }
      func text(_ range: Range<Int>) -> String { String(decoding: buffer[range], as: UTF8.self) }
      return (text(oldName), text(newName), hunks, lines)
    }
  }

  /// The text after the patch.
  package func applied(to old: [UInt8]) throws(Fault) -> [UInt8] {
    try walk(old, isReverse: false)
  }

  /// The text before the patch.
  package func reverted(from new: [UInt8]) throws(Fault) -> [UInt8] {
    try walk(new, isReverse: true)
  }

  /// Applies the hunks; every line of them must be exactly where its hunk says.
  private func walk(_ source: [UInt8], isReverse: Bool) throws(Fault) -> [UInt8] {
    let table = LineTable(source)
    let (drops, adds) = isReverse ? (Patch.plus, Patch.minus) : (Patch.minus, Patch.plus)
    var result: [UInt8] = []
    result.reserveCapacity(source.count + bytes.count)
    var next = 0
    for (index, (hunk, places)) in hunks.enumerated() {
      let (first, count) =
        isReverse ? (hunk.newFirst, hunk.newCount) : (hunk.first, hunk.oldCount)
      guard first >= next, first + count <= table.count else { throw .mismatch(hunk: index + 1) }
      if first > next {
        result += source[table.lines[next].lowerBound..<table.lines[first - 1].upperBound]
      }
      next = first
      for line in lines[places] {
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
  static let blank = UInt8(ascii: " ")
  static let minus = UInt8(ascii: "-")
  static let plus = UInt8(ascii: "+")
}
