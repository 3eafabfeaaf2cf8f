/// Full-width forms (U+FF01–FF5E) are read as the ASCII characters they stand for, and every blank
/// that Unicode knows as a space; nothing ever rewrites them.
package enum FullWidth {
  /// The character at an index: the ASCII byte it is read as, or its own first byte, and how many
  /// bytes it takes.
  package static func byte(in bytes: Slice, at index: Int) -> (byte: UInt8, length: Int) {
    byte(in: bytes, at: index, end: bytes.endIndex)
  }

  @inline(__always)
  static func byte<Bytes: ByteRun>(
    in bytes: Bytes, at index: Int, end: Int
  ) -> (byte: UInt8, length: Int) {
    let first = bytes[index]
    if first < 0x80 { return (first, 1) }
    if first == 0xEF, index + 2 < end {
      let second = bytes[index + 1]
      let third = bytes[index + 2]
      if second == 0xBC, third >= 0x81, third <= 0xBF { return (third - 0x60, 3) }
      if second == 0xBD, third >= 0x80, third <= 0x9E { return (third - 0x20, 3) }
    } else if first == 0xC2 || first &- 0xE1 < 3 {
      let length = wideBlankLength(bytes, at: index, end: end)
      if length > 0 { return (UInt8(ascii: " "), length) }
    }
    return (first, 1)
  }

  /// The slice as it is compared: trimmed, full-width forms as ASCII, inner blanks as one space.
  /// Letters keep their case unless `lowercased`.
  package static func folded(_ slice: Slice, lowercased: Bool = false) -> [UInt8] {
    let source = slice.trimmed
    var result: [UInt8] = []
    result.reserveCapacity(source.count)
    var index = source.startIndex
    while index < source.endIndex {
      var (byte, length) = byte(in: source, at: index, end: source.endIndex)
      index += length
      if isBlank(byte) {
        if result.last != UInt8(ascii: " ") { result.append(UInt8(ascii: " ")) }
        continue
      }
      if lowercased, byte &- UInt8(ascii: "A") < 26 { byte |= 0x20 }
      result.append(byte)
    }
    return result
  }

  /// The folded slice as a string: how names are compared.
  package static func name(_ slice: Slice) -> String {
    String(decoding: folded(slice), as: UTF8.self)
  }
}
