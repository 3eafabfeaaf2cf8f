/// A set of bytes, as 256 bits: what a text may begin with is tested at the cost of a shift.
package struct ByteSet: Sendable {
  private var bits = SIMD4<UInt64>()

  package init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { bits[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }
  }

  package init(_ characters: String) { self.init(characters.utf8) }

  @inline(__always)
  package func contains(_ byte: UInt8) -> Bool {
    bits[Int(byte >> 6)] >> UInt64(byte & 63) & 1 == 1
  }
}

/// Words of which at most one is looked for at a place, with what they begin with.
package struct WordList: Sendable, ExpressibleByArrayLiteral {
  package let words: [String]
  /// The first byte of each, in either case of a letter.
  private let beginnings: ByteSet

  package init(arrayLiteral words: String...) {
    self.words = words
    let firsts = words.compactMap(\.utf8.first)
    beginnings = ByteSet(firsts + firsts.filter(isASCIILetter).map { $0 ^ 0x20 })
  }

  /// Whether one of the words may begin with a byte, full-width forms taken as ASCII.
  @inline(__always)
  func mayBegin(with byte: UInt8) -> Bool { beginnings.contains(byte) }
}
