/// The first byte that keeps a file from being read.
package struct EncodingFault: Equatable, Sendable {
  package let offset: Int
  package let isNUL: Bool
  /// Whether the lines of the file end with a return alone, so that all of it is one line.
  package let isReturn: Bool

  /// Finds the first return of a file that has no newline.
  package init?(returnsIn bytes: [UInt8]) {
    let found = bytes.withUnsafeBufferPointer { bytes -> Int? in
      guard bytes.firstOffset(of: UInt8(ascii: "\n"), from: 0) == nil else { return nil }
      return bytes.firstOffset(of: UInt8(ascii: "\r"), from: 0)
    }
    // A return at the very end ends nothing.
    guard let found, bytes[found...].contains(where: { !isBlank($0) }) else { return nil }
    (offset, isNUL, isReturn) = (found, false, true)
  }

  /// Finds the first NUL or the first byte that is not UTF-8, whichever stands earlier; nil where
  /// the bytes are text.
  package init?(in bytes: [UInt8]) {
    if bytes.withUnsafeBufferPointer(\.isPlainText) { return nil }
    isReturn = false
    let nul = bytes.withUnsafeBufferPointer { $0.firstOffset(of: 0, from: 0) }
    var invalid: Int?
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      invalid = error.byteOffsets.lowerBound
    }
    switch (nul, invalid) {
    case (nil, nil): return nil
    case (let nul?, let invalid?): (offset, isNUL) = (Swift.min(nul, invalid), nul < invalid)
    case (let nul?, nil): (offset, isNUL) = (nul, true)
    case (nil, let invalid?): (offset, isNUL) = (invalid, false)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes are text at first sight: ASCII without NUL, and characters of two or three
  /// bytes that need no closer look. Where it is not so, the standard library decides.
  fileprivate var isPlainText: Bool {
    var index = 0
    while index + 8 <= count {
      let length = plainLength(of: word(at: index))
      guard length > 0 else { return false }
      index += length
    }
    while index < count {
      let byte = self[index]
      if byte < 0x80 {
        if byte == 0 { return false }
        index += 1
      } else if byte >= 0xE1, byte <= 0xEF, byte != 0xED, index + 2 < count,
        self[index + 1] & 0xC0 == 0x80, self[index + 2] & 0xC0 == 0x80
      {
        index += 3
      } else if byte >= 0xC2, byte <= 0xDF, index + 1 < count, self[index + 1] & 0xC0 == 0x80 {
        index += 2
      } else {
        return false
      }
    }
    return true
  }

  /// Eight bytes, the first of them lowest.
  @inline(__always)
  private func word(at index: Int) -> UInt64 {
    UInt64(
      littleEndian: UnsafeRawPointer(baseAddress.unsafelyUnwrapped + index)
        .loadUnaligned(as: UInt64.self))
  }

  /// How many of eight bytes are text that needs no closer look; 0 where the first of them are not.
  @inline(__always)
  private func plainLength(of word: UInt64) -> Int {
    let high = word & 0x8080_8080_8080_8080
    if high & 0x80 == 0 {
      // A NUL among them, or a byte that looks like one for the borrow of another.
      let zeros = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
      if zeros != 0 { return word & 0xFF == 0 ? 0 : 1 }
      return high == 0 ? 8 : high.trailingZeroBitCount / 8
    }
    if isThreeBytes(word) { return isThreeBytes(word >> 24) ? 6 : 3 }
    let first = word & 0xFF
    return first >= 0xC2 && first <= 0xDF && word & 0xC000 == 0x8000 ? 2 : 0
  }

  /// Whether the lowest bytes are a character of three that is none of the doubtful ones: behind
  /// E0 some are overlong, behind ED some are surrogates.
  @inline(__always)
  private func isThreeBytes(_ word: UInt64) -> Bool {
    word & 0xC0_C0F0 == 0x80_80E0 && word & 0xFF != 0xE0 && word & 0xFF != 0xED
  }
}
