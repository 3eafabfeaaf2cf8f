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
    guard let length = plainLength(from: 0, until: 2) else { return false }
    var index = length
    var found = Block()
    while index + Block.width <= count {
      found |= doubts(at: index)
      index += Block.width
    }
    guard found.firstBits == 0 else { return false }
    // Back to the first byte of a character that the last block did not end.
    if index >= 2, self[index - 2] >= 0xE0 {
      index -= 2
    } else if index >= 1, self[index - 1] >= 0xC0 {
      index -= 1
    }
    return plainLength(from: index, until: count) != nil
  }

  /// The end of the first character that ends at `end` or after it, character by character; nil
  /// where one before it needs a closer look.
  private func plainLength(from start: Int, until end: Int) -> Int? {
    var index = start
    while index < Swift.min(end, count) {
      let byte = self[index]
      if byte < 0x80 {
        if byte == 0 { return nil }
        index += 1
      } else if byte > 0xE0, byte <= 0xEF, byte != 0xED, index + 2 < count,
        self[index + 1] & 0xC0 == 0x80, self[index + 2] & 0xC0 == 0x80
      {
        index += 3
      } else if byte >= 0xC2, byte <= 0xDF, index + 1 < count, self[index + 1] & 0xC0 == 0x80 {
        index += 2
      } else {
        return nil
      }
    }
    return index
  }

  /// Which bytes of a block need a closer look, each told by its highest bit: a NUL; a first byte
  /// of four bytes, of an overlong character, or of one that may be overlong (after E0) or a
  /// surrogate (after ED); a byte that goes on with a character where none is open, or does not
  /// where one is.
  ///
  /// - Parameter index: two at least.
  @inline(__always)
  private func doubts(at index: Int) -> Block {
    let bytes = block(at: index)
    let (before, twoBefore) = (block(at: index - 1), block(at: index - 2))
    // The seven lower bits, each moved to the highest place. What moves into the next byte is lower.
    let (six, five, four) = (bytes &<< 1, bytes &<< 2, bytes &<< 3)
    let (three, two, one, zero) = (bytes &<< 4, bytes &<< 5, bytes &<< 6, bytes &<< 7)
    let goesOn = bytes & ~six
    let isOpen =
      (before & (before &<< 1)) | (twoBefore & (twoBefore &<< 1) & (twoBefore &<< 2))
    let first = bytes & six
    let isAnyLower = three | two | one
    // C0 and C1; F0 and above; E0; ED.
    let isUnusual =
      (first & ~(five | four | isAnyLower)) | (first & five & four)
      | (first & five & ~(four | isAnyLower | zero)) | (first & five & three & two & ~one & zero)
    let isNUL = (bytes &- Block(repeating: 0x0101_0101_0101_0101)) & ~bytes
    return isUnusual | isNUL | (goesOn ^ isOpen)
  }

  @inline(__always)
  private func block(at index: Int) -> Block {
    UnsafeRawPointer(baseAddress.unsafelyUnwrapped + index).loadUnaligned(as: Block.self)
  }
}

/// Bytes that are looked at together: as words, since the operations of those become single
/// instructions, which comparisons of bytes do not.
private typealias Block = SIMD4<UInt64>

extension Block {
  fileprivate static var width: Int { 32 }

  fileprivate static func &<< (block: Block, count: UInt64) -> Block {
    block &<< Block(repeating: count)
  }

  /// The highest bit of every byte, of all words together.
  fileprivate var firstBits: UInt64 {
    (self[0] | self[1] | self[2] | self[3]) & 0x8080_8080_8080_8080
  }
}
