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
    while index < count {
      let byte = self[index]
      if byte < 0x80 {
        if byte == 0 { return false }
        index += 1
        while index + 8 <= count, isASCIIWord(at: index) { index += 8 }
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

  /// Whether eight bytes are ASCII and none of them NUL.
  @inline(__always)
  private func isASCIIWord(at index: Int) -> Bool {
    let word = UnsafeRawPointer(baseAddress.unsafelyUnwrapped + index)
      .loadUnaligned(as: UInt64.self)
    let zeros = (word &- 0x0101_0101_0101_0101) & ~word
    return (word | zeros) & 0x8080_8080_8080_8080 == 0
  }
}
