/// The lines of two texts as numbers: equal lines have equal numbers.
struct LineNumbers {
  let old: [Int32]
  let new: [Int32]
  /// How many different lines there are.
  let count: Int

  init(_ old: LineTable, _ new: LineTable) {
    (self.old, self.new, count) = old.bytes.withUnsafeBufferPointer { oldBytes in
      new.bytes.withUnsafeBufferPointer { newBytes in
        var numbering = Numbering(capacity: old.count + new.count)
        let oldNumbers = old.lines.map { numbering.number(of: $0, in: oldBytes) }
        let newNumbers = new.lines.map { numbering.number(of: $0, in: newBytes) }
        return (oldNumbers, newNumbers, numbering.firsts.count)
      }
    }
  }
}

/// Gives equal lines equal numbers: an open table of hashes, each hit compared byte by byte.
private struct Numbering {
  /// The first line that was given a number.
  struct First {
    let bytes: UnsafeBufferPointer<UInt8>
    let line: Range<Int>
  }

  /// Half of a line's hash, and its number; -1 marks an empty slot.
  private var slots: [(tag: UInt32, number: Int32)]
  private(set) var firsts: [First] = []

  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: (0, -1), count: size)
    firsts.reserveCapacity(capacity / 2)
  }

  mutating func number(of line: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    let hash = Numbering.hash(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[line])))
    let tag = UInt32(truncatingIfNeeded: hash >> 32)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot].number >= 0 {
      let known = slots[slot]
      let first = firsts[Int(known.number)]
      if known.tag == tag, bytes.isEqual(line, first.bytes, first.line) { return known.number }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = Int32(firsts.count)
    slots[slot] = (tag, number)
    firsts.append(First(bytes: bytes, line: line))
    return number
  }

  /// A hash of a line, eight bytes at a time; the last eight may overlap those before them.
  private static func hash(_ line: UnsafeRawBufferPointer) -> UInt64 {
    func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
      let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      return product.high ^ product.low
    }
    var hash = UInt64(line.count)
    guard line.count >= 8 else {
      return mixed(hash, line.reduce(0) { $0 << 8 | UInt64($1) } &+ 0x2545_F491_4F6C_DD1D)
    }
    for place in stride(from: 0, to: line.count - 8, by: 8) {
      hash = mixed(hash, line.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
    return mixed(hash, line.loadUnaligned(fromByteOffset: line.count - 8, as: UInt64.self))
  }
}
