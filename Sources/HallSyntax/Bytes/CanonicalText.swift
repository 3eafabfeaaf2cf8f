/// Characters that Unicode writes in more than one way: `é` as one scalar, or as `e` and a mark.
///
/// They are compared as characters, which Swift treats as equal however they are composed. Most
/// Chinese and English text has none of them, and is compared by its bytes.
package enum CanonicalText {
  /// Whether a character with this scalar in it may be written in another way.
  static func isVaried(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0xC0: false
    // Punctuation, Chinese, full-width forms, pictures.
    case 0x2010...0x206F, 0x2E80...0x303F, 0x3105...0x9FFF, 0xFF00...0xFFEF, 0x1F000...0x1FAFF,
      0x20000...0x2F7FF:
      false
    default: true
    }
  }

  static func isVaried(_ text: String) -> Bool { text.unicodeScalars.contains(where: isVaried) }

  /// A character as it is compared: full-width forms as ASCII, ASCII letters in lower case, and
  /// every blank as a space.
  static func folded(_ character: Character) -> Character {
    let bytes = Array(character.utf8)[...]
    let (byte, length) = FullWidth.byte(in: bytes, at: 0)
    guard length == bytes.count, byte < 0x80 else { return character }
    if isBlank(byte) { return " " }
    return Character(Unicode.Scalar(byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte))
  }
}

extension String {
  /// Whether this text contains another one, in whichever of its forms.
  package func holds(_ other: String) -> Bool {
    guard CanonicalText.isVaried(other) || CanonicalText.isVaried(self) else {
      return contains(other)
    }
    let (all, wanted) = (Array(self), Array(other))
    guard all.count >= wanted.count else { return false }
    return (0...all.count - wanted.count).contains { all[$0...].starts(with: wanted) }
  }
}
