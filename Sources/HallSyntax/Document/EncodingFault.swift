/// The first byte that makes a file unreadable.
package struct EncodingFault: Equatable, Sendable {
  package let offset: Int
  package let isNUL: Bool
  /// Whether the lines of the file end with a carriage return alone, so that the file is one line.
  package let isReturn: Bool

  /// Finds the first carriage return of a file that has no newline.
  package init?(returnsIn bytes: [UInt8]) {
    let found = bytes.withUnsafeBufferPointer { bytes -> Int? in
      guard bytes.firstOffset(of: UInt8(ascii: "\n"), from: 0) == nil else { return nil }
      return bytes.firstOffset(of: UInt8(ascii: "\r"), from: 0)
    }
    // A carriage return at the very end does not split the text.
    guard let found, bytes[found...].contains(where: { !isBlank($0) }) else { return nil }
    (offset, isNUL, isReturn) = (found, false, true)
  }

  /// Finds the first NUL or the first byte that is not UTF-8, whichever comes earlier; nil where
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
  /// Whether the bytes are plainly text: ASCII without NUL, and characters of two or three bytes
  /// that need no closer look. If not, the standard library decides.
  fileprivate var isPlainText: Bool {
    guard let length = plainLength(from: 0, until: 2) else { return false }
    var index = length
    var doubts = Doubts()
    while index + ByteBlock.scalarCount <= count {
      doubts.look(at: block(at: index), after: block(at: index - 1), block(at: index - 2))
      index += ByteBlock.scalarCount
    }
    guard doubts.areNone else { return false }
    // Back to the first byte of a character that the last block did not end.
    if index >= 2, self[index - 2] >= 0xE0 {
      index -= 2
    } else if index >= 1, self[index - 1] >= 0xC0 {
      index -= 1
    }
    return plainLength(from: index, until: count) != nil
  }

  /// The end of the first character that ends at `end` or later, found character by character; nil
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
}

/// Whether any byte needs a closer look. The answer is read once, at the end: nearly every file is
/// plain.
private struct Doubts {
  /// All bits set at each place where a byte needs a closer look.
  private var found = ByteBlock()
  private var (least, most) = (ByteBlock(repeating: 1), ByteBlock())

  /// Looks for: a NUL; the first byte of a four-byte character, of an overlong one, or of one that
  /// may be overlong (after E0) or a surrogate (after ED); a continuation byte where no character
  /// is open, or another byte where one is.
  ///
  /// - Parameters:
  ///   - before: the bytes one place before each byte of the block.
  ///   - twoBefore: the bytes two places before.
  @inline(__always)
  mutating func look(at bytes: ByteBlock, after before: ByteBlock, _ twoBefore: ByteBlock) {
    // As signed numbers, 80 to BF are the lowest. The type is spelled out: the one the compiler
    // infers is twenty times slower.
    let goesOn = SIMD16<Int8>(truncatingIfNeeded: bytes) .< SIMD16<Int8>(repeating: -0x40)
    let isOpen =
      (before .>= ByteBlock(repeating: 0xC0)) .| (twoBefore .>= ByteBlock(repeating: 0xE0))
    let isUnusual =
      (bytes .== ByteBlock(repeating: 0xE0)) .| (bytes .== ByteBlock(repeating: 0xED))
      .| ((bytes & ByteBlock(repeating: 0xFE)) .== ByteBlock(repeating: 0xC0))
    found |= bits((goesOn .^ isOpen) .| isUnusual)
    least.replace(with: bytes, where: bytes .< least)
    most.replace(with: bytes, where: bytes .> most)
  }

  var areNone: Bool {
    let isOutside = (least .== ByteBlock()) .| (most .>= ByteBlock(repeating: 0xF0))
    return found | bits(isOutside) == ByteBlock()
  }

  /// A mask as bytes, combined without a check that each one is all zeros or all ones.
  @inline(__always)
  private func bits(_ mask: SIMDMask<SIMD16<Int8>>) -> ByteBlock {
    unsafeBitCast(mask, to: ByteBlock.self)
  }
}
