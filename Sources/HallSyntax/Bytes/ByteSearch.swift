#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Bytes that are examined together.
typealias ByteBlock = SIMD16<UInt8>

extension UnsafeBufferPointer<UInt8> {
  /// The bytes from an index on; all of them are within the buffer.
  @inline(__always)
  func block(at index: Int) -> ByteBlock {
    UnsafeRawPointer(baseAddress.unsafelyUnwrapped + index).loadUnaligned(as: ByteBlock.self)
  }

  /// The offset of the last `☐` at or after a place.
  func lastOpenBoxSign(from start: Int) -> Int? {
    var last: Int?
    var offset = start
    while let found = firstOffset(of: 0xE2, from: offset) {
      if found + 2 < count, self[found + 1] == 0x98, self[found + 2] == 0x90 { last = found }
      offset = found + 1
    }
    return last
  }

  /// The offset of the first such byte at or after a place (the C library's `memchr`).
  @inline(__always)
  func firstOffset(of byte: UInt8, from start: Int) -> Int? {
    guard let base = baseAddress, start < count else { return nil }
    guard let found = memchr(base + start, Int32(byte), count - start) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// The offset of the last such byte before a place, searched from the end.
  func lastOffset(of byte: UInt8, before end: Int) -> Int? {
    var end = end
    while end > 0 {
      let piece = UnsafeBufferPointer(rebasing: self[Swift.max(0, end - 256)..<end])
      end -= piece.count
      var last: Int?
      while let found = piece.firstOffset(of: byte, from: last.map { $0 + 1 } ?? 0) { last = found }
      if let last { return end + last }
    }
    return nil
  }
}

extension ArraySlice<UInt8> {
  /// Where a word begins and ends for the first time, compared byte by byte; nil where it is not there
  /// or empty.
  package func firstPlace(of word: String) -> Range<Int>? {
    let wanted = Array(word.utf8)
    guard let first = wanted.first, count >= wanted.count else { return nil }
    return withUnsafeBufferPointer { bytes in
      var start = 0
      while let found = bytes.firstOffset(of: first, from: start) {
        let end = found + wanted.count
        guard end <= bytes.count else { return nil }
        if bytes[found..<end].elementsEqual(wanted) {
          return (startIndex + found)..<(startIndex + end)
        }
        start = found + 1
      }
      return nil
    }
  }

  /// Whether a word is at the end, compared byte by byte.
  package func ends(with word: String) -> Bool {
    let wanted = word.utf8
    guard count >= wanted.count, last == wanted.last else { return false }
    return self[(endIndex - wanted.count)...].elementsEqual(wanted)
  }
}
