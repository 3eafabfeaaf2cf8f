#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension UnsafeBufferPointer<UInt8> {
  /// Where the last `☐` stands.
  var lastOpenBoxSign: Int? {
    var last: Int?
    var offset = 0
    while let found = firstOffset(of: 0xE2, from: offset) {
      if found + 2 < count, self[found + 1] == 0x98, self[found + 2] == 0x90 { last = found }
      offset = found + 1
    }
    return last
  }

  /// The offset of the first such byte at or behind a place (the C library's `memchr`).
  @inline(__always)
  func firstOffset(of byte: UInt8, from start: Int) -> Int? {
    guard let base = baseAddress, start < count else { return nil }
    guard let found = memchr(base + start, Int32(byte), count - start) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
