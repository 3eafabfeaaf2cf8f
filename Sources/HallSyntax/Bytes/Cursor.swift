/// Reads a value from left to right.
package typealias Cursor = ByteCursor<Slice>

/// Reads bytes from left to right, full-width forms as ASCII and letters in any case.
package struct ByteCursor<Bytes: ByteRun> {
  package let bytes: Bytes
  package var index: Int
  package let end: Int

  init(_ bytes: Bytes, in range: Range<Int>) {
    self.bytes = bytes
    index = range.lowerBound
    end = range.upperBound
  }

  package var atEnd: Bool { index >= end }

  /// The next character as it is read, or nil at the end.
  package var next: UInt8? {
    atEnd ? nil : FullWidth.byte(in: bytes, at: index, end: end).byte
  }

  package mutating func skipSpaces() {
    while !atEnd {
      let (byte, length) = FullWidth.byte(in: bytes, at: index, end: end)
      guard isBlank(byte) else { return }
      index += length
    }
  }

  /// Takes one ASCII character if it is next.
  package mutating func take(_ character: UInt8) -> Bool {
    guard !atEnd else { return false }
    let (byte, length) = FullWidth.byte(in: bytes, at: index, end: end)
    guard byte == character else { return false }
    index += length
    return true
  }

  /// Takes a word if it is next; ASCII letters match in either case.
  package mutating func take(_ word: String) -> Bool {
    // The first byte rules out most words.
    guard let first = word.utf8.first, isNext(first) else { return word.isEmpty }
    var position = index
    for expected in word.utf8 {
      guard position < end else { return false }
      var (byte, length) = FullWidth.byte(in: bytes, at: position, end: end)
      if byte &- UInt8(ascii: "A") < 26 { byte |= 0x20 }
      let wanted = expected &- UInt8(ascii: "A") < 26 ? expected | 0x20 : expected
      guard byte == wanted else { return false }
      position += length
    }
    index = position
    return true
  }

  /// Whether a byte of a word is next; ASCII letters match in either case.
  @inline(__always)
  private func isNext(_ wanted: UInt8) -> Bool {
    guard !atEnd else { return false }
    let byte = FullWidth.byte(in: bytes, at: index, end: end).byte
    return byte == wanted || isASCIILetter(wanted) && byte ^ wanted == 0x20
  }

  /// Takes the first of the words that is next.
  package mutating func take(anyOf words: [String]) -> Bool {
    for word in words where take(word) { return true }
    return false
  }

  /// Takes a run of digits: its value and how many digits it had; nil where no digit is next or the
  /// run has more than 18.
  mutating func takeNumber() -> (value: Int, digits: Int)? { takeAnyNumber() }

  mutating func takeAnyNumber() -> (value: Int, digits: Int)? {
    var position = index
    var value = 0
    var digits = 0
    while position < end {
      let (byte, length) = FullWidth.byte(in: bytes, at: position, end: end)
      guard isDigit(byte) else { break }
      digits += 1
      guard digits <= 18 else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
      position += length
    }
    guard digits > 0 else { return nil }
    index = position
    return (value, digits)
  }
}

/// What other modules call on a slice. It is defined here, where the compiler can see the code for
/// any bytes: called from another module, the generic code would look up each byte in a witness
/// table.
extension ByteCursor<Slice> {
  package mutating func takeNumber() -> (value: Int, digits: Int)? { takeAnyNumber() }
  package mutating func takeDay() throws(ValueFault) -> Day { try takeAnyDay() }

  package init(_ bytes: Slice) {
    self.init(bytes, in: bytes.startIndex..<bytes.endIndex)
  }

  /// What has not been read yet.
  package var rest: Slice { bytes[index...] }
}
