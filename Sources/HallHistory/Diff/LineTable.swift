/// A text cut into lines, each with its end, and each named by a number: equal lines of the texts
/// compared have equal numbers.
struct LineTable {
  let bytes: [UInt8]
  /// The ranges of the lines, which tile the text; the last may lack its newline.
  let lines: [Range<Int>]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var lines: [Range<Int>] = []
    lines.reserveCapacity(bytes.count / 24 + 1)
    bytes.withUnsafeBufferPointer { buffer in
      var start = 0
      var index = 0
      while index < buffer.count {
        if buffer[index] == UInt8(ascii: "\n") {
          lines.append(start..<index + 1)
          start = index + 1
        }
        index += 1
      }
      if start < buffer.count { lines.append(start..<buffer.count) }
    }
    self.lines = lines
  }

  var count: Int { lines.count }

  subscript(_ line: Int) -> ArraySlice<UInt8> { bytes[lines[line]] }
}

/// The numbers of the lines of two texts.
struct LineNumbers {
  let old: [Int32]
  let new: [Int32]
  /// How many different lines there are.
  let count: Int

  init(_ old: LineTable, _ new: LineTable) {
    var numbering = Numbering(capacity: old.count + new.count)
    self.old = numbering.numbers(of: old, side: 0)
    self.new = numbering.numbers(of: new, side: 1)
    count = numbering.firsts.count
  }

  /// Gives equal lines equal numbers: an open table of hashes, each hit compared byte by byte.
  private struct Numbering {
    private var slots: [Int32]
    private(set) var firsts: [(side: Int, line: Int, hash: UInt64)] = []
    private var tables: [LineTable] = []

    init(capacity: Int) {
      var size = 16
      while size < capacity * 2 { size *= 2 }
      slots = [Int32](repeating: -1, count: size)
    }

    mutating func numbers(of table: LineTable, side: Int) -> [Int32] {
      tables.append(table)
      var numbers: [Int32] = []
      numbers.reserveCapacity(table.count)
      for line in 0..<table.count { numbers.append(number(of: line, in: table, side: side)) }
      return numbers
    }

    private mutating func number(of line: Int, in table: LineTable, side: Int) -> Int32 {
      let range = table.lines[line]
      let hash = table.bytes.withUnsafeBufferPointer { buffer -> UInt64 in
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for index in range { hash = (hash ^ UInt64(buffer[index])) &* 0x100_0000_01b3 }
        return hash
      }
      var slot = Int(truncatingIfNeeded: hash ^ hash >> 29) & (slots.count - 1)
      while slots[slot] >= 0 {
        let first = firsts[Int(slots[slot])]
        let other = tables[first.side]
        if first.hash == hash, equal(table.bytes, range, other.bytes, other.lines[first.line]) {
          return slots[slot]
        }
        slot = (slot + 1) & (slots.count - 1)
      }
      slots[slot] = Int32(firsts.count)
      firsts.append((side, line, hash))
      return slots[slot]
    }

    private func equal(
      _ left: [UInt8], _ leftRange: Range<Int>, _ right: [UInt8], _ rightRange: Range<Int>
    ) -> Bool {
      guard leftRange.count == rightRange.count else { return false }
      return left.withUnsafeBufferPointer { left in
        right.withUnsafeBufferPointer { right in
          for offset in 0..<leftRange.count
          where left[leftRange.lowerBound + offset] != right[rightRange.lowerBound + offset] {
            return false
          }
          return true
        }
      }
    }
  }
}
