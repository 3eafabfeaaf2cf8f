/// Reads a value from left to right, full-width forms as ASCII and letters in any case.
package struct Cursor {
  package let bytes: Slice
  package var index: Int

  package init(_ bytes: Slice) {
    self.bytes = bytes
    self.index = bytes.startIndex
  }

  package var atEnd: Bool { index >= bytes.endIndex }

  /// What has not been read yet.
  package var rest: Slice { bytes[index...] }

  /// The next character as it is read, or nil at the end.
  package var next: UInt8? {
    atEnd ? nil : FullWidth.byte(in: bytes, at: index).byte
  }

  package mutating func skipSpaces() {
    while !atEnd {
      let (byte, length) = FullWidth.byte(in: bytes, at: index)
      guard isBlank(byte) else { return }
      index += length
    }
  }

  /// Takes one ASCII character if it stands next.
  package mutating func take(_ character: UInt8) -> Bool {
    guard !atEnd else { return false }
    let (byte, length) = FullWidth.byte(in: bytes, at: index)
    guard byte == character else { return false }
    index += length
    return true
  }

  /// Takes a word if it stands next; ASCII letters match in either case.
  package mutating func take(_ word: String) -> Bool {
    var position = index
    for expected in word.utf8 {
      guard position < bytes.endIndex else { return false }
      var (byte, length) = FullWidth.byte(in: bytes, at: position)
      if byte &- UInt8(ascii: "A") < 26 { byte |= 0x20 }
      let wanted = expected &- UInt8(ascii: "A") < 26 ? expected | 0x20 : expected
      guard byte == wanted else { return false }
      position += length
    }
    index = position
    return true
  }

  /// Takes the first of the words that stands next.
  package mutating func take(anyOf words: [String]) -> Bool {
    for word in words where take(word) { return true }
    return false
  }

  /// Takes a run of digits: its value and how many digits it had; nil where none stands next or
  /// it has more than 18.
  package mutating func takeNumber() -> (value: Int, digits: Int)? {
    var position = index
    var value = 0
    var digits = 0
    while position < bytes.endIndex {
      let (byte, length) = FullWidth.byte(in: bytes, at: position)
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
