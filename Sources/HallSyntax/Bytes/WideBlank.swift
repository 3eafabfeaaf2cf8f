/// Blanks that are not ASCII. Keyboards, web pages and word processors put them where a space was
/// meant, and no reader sees the difference.

/// How many bytes the blank at an offset takes, or 0 where there is no blank.
///
/// Of the characters that Unicode calls spaces (general category Zs): U+00A0, U+1680,
/// U+2000–U+200A, U+202F, U+205F and U+3000.
@inline(__always)
func wideBlankLength<Bytes: ByteRun>(_ bytes: Bytes, at index: Int, end: Int) -> Int {
  guard index < end else { return 0 }
  switch bytes[index] {
  case 0xC2: return index + 1 < end && bytes[index + 1] == 0xA0 ? 2 : 0
  case 0xE1...0xE3: break
  default: return 0
  }
  guard index + 2 < end else { return 0 }
  let (second, third) = (bytes[index + 1], bytes[index + 2])
  switch bytes[index] {
  case 0xE3: return second == 0x80 && third == 0x80 ? 3 : 0
  case 0xE1: return second == 0x9A && third == 0x80 ? 3 : 0
  default:
    if second == 0x80 { return third == 0xAF || (0x80...0x8A).contains(third) ? 3 : 0 }
    return second == 0x81 && third == 0x9F ? 3 : 0
  }
}

/// How many bytes the wide blank that ends at an offset takes, or 0.
@inline(__always)
func wideBlankLength<Bytes: ByteRun>(_ bytes: Bytes, endingAt end: Int, from start: Int) -> Int {
  guard end - start >= 2, bytes[end - 1] & 0xC0 == 0x80 else { return 0 }
  if bytes[end - 2] == 0xC2 { return bytes[end - 1] == 0xA0 ? 2 : 0 }
  guard end - start >= 3 else { return 0 }
  return wideBlankLength(bytes, at: end - 3, end: end) == 3 ? 3 : 0
}

/// How many bytes the blank at an offset takes, ASCII or not; 0 where there is no blank.
@inline(__always)
func blankLength<Bytes: ByteRun>(_ bytes: Bytes, at index: Int, end: Int) -> Int {
  guard index < end else { return 0 }
  return isBlank(bytes[index]) ? 1 : wideBlankLength(bytes, at: index, end: end)
}
