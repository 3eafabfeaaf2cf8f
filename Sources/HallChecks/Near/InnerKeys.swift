import HallModel
import HallSyntax

/// Keys of a place that occur within a value.
enum InnerKeys {
  struct Piece {
    /// From the key up to the next one, without the separator at its end.
    let text: Slice
    let hasColon: Bool
  }

  /// The pieces of a value from its first inner key on. A key follows a blank, a separator or an
  /// open parenthesis, and is never at the beginning of the value.
  static func pieces(of value: Slice, _ place: FactPlace) -> [Piece] {
    let keys = KeyForms.of(place.scope)
    var starts: [(index: Int, hasColon: Bool)] = []
    var index = value.startIndex
    var isAtWord = false
    while index < value.endIndex, starts.count < 12 {
      if !isAtWord, !wordEnds.contains(value[index]) {
        index += 1
        continue
      }
      let (byte, length) = FullWidth.byte(in: value, at: index)
      if isAtWord, !isBlank(byte), let hasColon = key(in: value[index...], keys, place) {
        starts.append((index, hasColon))
      }
      let isComma =
        byte == 0xE3 && index + 2 < value.endIndex
        && commas.contains(value.threeBytes(at: index))
      isAtWord =
        isBlank(byte) || isComma || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
        || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "|") || byte == UInt8(ascii: "/")
      index += isComma ? 3 : length
    }
    return starts.indices.map { place in
      let end = place + 1 < starts.count ? starts[place + 1].index : value.endIndex
      return Piece(
        text: withoutSeparator(value[starts[place].index..<end]), hasColon: starts[place].hasColon)
    }
  }

  /// What a blank, a separator or a parenthesis begins with, in whatever width.
  private static let wordEnds = ByteSet(Array(" \t\r,;(|/".utf8) + [0xC2, 0xE1, 0xE2, 0xE3, 0xEF])

  /// The bytes of `、` and `。`.
  private static let commas: [UInt32] = [0xE38081, 0xE38082]

  /// Whether a colon follows the key at the beginning of a text; nil where there is no key.
  private static func key(in text: Slice, _ keys: KeyForms?, _ place: FactPlace) -> Bool? {
    for form in keys?.candidates(for: text) ?? [] {
      var cursor = Cursor(text)
      guard cursor.take(form) else { continue }
      cursor.skipSpaces()
      return cursor.next == UInt8(ascii: ":")
    }
    guard [.attendance, .signatureList].contains(place.scope) else { return nil }
    for party in place.names.parties.parties {
      var cursor = Cursor(text)
      guard cursor.take(party.name) else { continue }
      cursor.skipSpaces()
      // A party followed by a blank is that of the person who follows.
      return cursor.next == UInt8(ascii: ":") ? true : nil
    }
    return nil
  }

  static func withoutSeparator(_ text: Slice) -> Slice {
    var text = text.trimmed
    guard let last = text.last, separatorEnds.contains(last) else { return text }
    for sign in separators where text.ends(with: sign) {
      text = text.dropLast(sign.utf8.count).trimmed
    }
    return text
  }

  private static let separators = ["、", "，", ",", "；", ";", "。", ")", "）", "|", "/"]
  private static let separatorEnds = ByteSet(separators.compactMap(\.utf8.last))
}
