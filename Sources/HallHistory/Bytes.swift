#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Functions of the C library for many bytes at a time. Every range must lie within the buffer.
extension UnsafeBufferPointer<UInt8> {
  /// The offset of the first such byte of a range.
  @inline(__always)
  func firstOffset(of byte: UInt8, in range: Range<Int>) -> Int? {
    guard let base = baseAddress, !range.isEmpty,
      let found = memchr(base + range.lowerBound, Int32(byte), range.count)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Where the line that begins at an offset ends: after its newline, or at the end.
  @inline(__always)
  func lineEnd(from start: Int, before end: Int) -> Int {
    firstOffset(of: UInt8(ascii: "\n"), in: start..<end).map { $0 + 1 } ?? end
  }

  /// Whether two ranges have the same bytes; the second may be in another buffer.
  @inline(__always)
  func isEqual(_ range: Range<Int>, _ other: UnsafeBufferPointer<UInt8>, _ place: Range<Int>)
    -> Bool
  {
    guard range.count == place.count else { return false }
    guard let base = baseAddress, let otherBase = other.baseAddress else { return range.isEmpty }
    return memcmp(base + range.lowerBound, otherBase + place.lowerBound, range.count) == 0
  }

  /// Whether a range begins with a text.
  @inline(__always)
  func starts(_ range: Range<Int>, with text: StaticString) -> Bool {
    guard let base = baseAddress, range.count >= text.utf8CodeUnitCount else { return false }
    return memcmp(base + range.lowerBound, text.utf8Start, text.utf8CodeUnitCount) == 0
  }
}
