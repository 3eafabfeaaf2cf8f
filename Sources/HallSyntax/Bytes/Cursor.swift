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

  @inline(__always)
  var atEnd: Bool { index >= end }

  /// The next character as it is read, or nil at the end.
  @inline(__always)
  var next: UInt8? {
    index >= end ? nil : FullWidth.byte(in: bytes, at: index, end: end).byte
  }

  mutating func skipSpaces() { skipAnySpaces() }

  @inline(__always)
  fileprivate mutating func skipAnySpaces() {
    while index < end {
      let (byte, length) = FullWidth.byte(in: bytes, at: index, end: end)
      guard isBlank(byte) else { return }
      index += length
    }
  }

  /// Takes one ASCII character if it is next.
  mutating func take(_ character: UInt8) -> Bool { takeAny(character) }

  @inline(__always)
  fileprivate mutating func takeAny(_ character: UInt8) -> Bool {
    guard index < end else { return false }
    let (byte, length) = FullWidth.byte(in: bytes, at: index, end: end)
    guard byte == character else { return false }
    index += length
    return true
  }

  /// Takes a word if it is next; ASCII letters match in either case.
  mutating func take(_ word: String) -> Bool { takeAny(word) }

  /// Takes the first of the words that is next.
  mutating func take(anyOf words: [String]) -> Bool { takeAny(of: words) }

  /// The same for a list that is made once.
  mutating func take(anyOf list: WordList) -> Bool {
    guard !atEnd, list.mayBegin(with: FullWidth.byte(in: bytes, at: index, end: end).byte) else {
      return false
    }
    return takeAny(of: list.words)
  }

  @inline(__always)
  fileprivate mutating func takeAny(_ word: String) -> Bool {
    // The first byte rules out most words.
    guard let first = word.utf8.first else { return true }
    guard let next = nextFolded, next == folded(first) else { return false }
    var position = index
    for expected in word.utf8 {
      guard position < end else { return false }
      let (byte, length) = FullWidth.byte(in: bytes, at: position, end: end)
      guard folded(byte) == folded(expected) else { return false }
      position += length
    }
    index = position
    return true
  }

  @inline(__always)
  fileprivate mutating func takeAny(of words: [String]) -> Bool {
    guard let next = nextFolded else { return words.contains("") }
    for word in words where word.utf8.first.map({ folded($0) == next }) ?? true {
      if takeAny(word) { return true }
    }
    return false
  }

  /// The next character as it is compared with a word.
  @inline(__always)
  private var nextFolded: UInt8? {
    atEnd ? nil : folded(FullWidth.byte(in: bytes, at: index, end: end).byte)
  }

  /// A byte of a word as it is compared: letters in lower case.
  @inline(__always)
  private func folded(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
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
  package var atEnd: Bool { index >= end }

  /// The next character as it is read, or nil at the end.
  package var next: UInt8? {
    index >= end ? nil : FullWidth.byte(in: bytes, at: index, end: end).byte
  }

  package mutating func skipSpaces() { skipAnySpaces() }

  /// Takes one ASCII character if it is next.
  package mutating func take(_ character: UInt8) -> Bool { takeAny(character) }

  /// Takes a word if it is next; ASCII letters match in either case.
  package mutating func take(_ word: String) -> Bool { takeAny(word) }

  /// Takes the first of the words that is next.
  package mutating func take(anyOf words: [String]) -> Bool { takeAny(of: words) }

  /// The same for a list that is made once.
  package mutating func take(anyOf list: WordList) -> Bool {
    guard !atEnd, list.mayBegin(with: FullWidth.byte(in: bytes, at: index, end: end).byte) else {
      return false
    }
    return takeAny(of: list.words)
  }

  package mutating func takeNumber() -> (value: Int, digits: Int)? { takeAnyNumber() }
  package mutating func takeDay() throws(ValueFault) -> Day { try takeAnyDay() }

  package init(_ bytes: Slice) {
    self.init(bytes, in: bytes.startIndex..<bytes.endIndex)
  }

  /// What has not been read yet.
  package var rest: Slice { bytes[index...] }
}
