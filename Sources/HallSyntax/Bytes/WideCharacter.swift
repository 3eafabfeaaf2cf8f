/// Characters that take two columns (UAX #11, Wide and Fullwidth). Chinese has no blank between
/// them, so a line broken between two of them is joined without one.
package enum WideCharacter {
  /// The blocks whose assigned characters are Wide or Fullwidth; unassigned code points within the
  /// CJK planes count as Wide too, as UAX #11 has it.
  private static let blocks: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
    0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x16FF1, 0x17000...0x18CFF,
    0x18D00...0x18D08, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD,
  ]

  package static func isWide(_ scalar: UInt32) -> Bool {
    scalar >= 0x1100 && blocks.contains { $0.contains(scalar) }
  }

  /// Whether a text ends with one.
  static func ends(_ bytes: [UInt8]) -> Bool {
    guard let start = bytes.lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return false }
    return isWide(bytes[start...])
  }

  /// Whether one begins at an offset.
  static func begins(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    isWide(bytes[index..<min(index + 4, bytes.count)])
  }

  private static func isWide(_ bytes: some Collection<UInt8>) -> Bool {
    guard let first = bytes.first, first >= 0xE1 else { return false }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.first.map { isWide($0.value) }
      ?? false
  }
}
