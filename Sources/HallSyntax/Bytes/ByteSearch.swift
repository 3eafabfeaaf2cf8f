#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension UnsafeBufferPointer<UInt8> {
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
