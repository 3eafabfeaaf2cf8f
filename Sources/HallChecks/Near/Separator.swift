import HallModel
import HallSyntax

/// The separator between a key and its value, as people write it.
enum Separator {
  case colon, other
}

extension ByteCursor<Slice> {
  /// Takes a form of a key; an English word must end after it.
  mutating func take(_ form: KeyForms.Form) -> Bool {
    var ahead = self
    guard ahead.take(form.text) else { return false }
    if form.isEnglish, let next = ahead.next, isASCIILetter(next) || isDigit(next) { return false }
    self = ahead
    return true
  }

  /// Skips decoration at the end of a key: pictographs, a class of a span, a closing sign.
  mutating func skipDecoration() {
    while index < end {
      if let first = rest.unicodeScalar,
        first.properties.isEmojiPresentation || first == "\u{FE0F}"
          || first == "\u{200D}"
      {
        index += first.utf8.count
      } else if take(anyOf: ["\u{AD}", "]]", "]", "】", "」", "”", "》", "$", "%%"]) {
        continue
      } else {
        return
      }
    }
  }

  /// Takes a colon of any kind, or an equals sign, a dash or an arrow used instead.
  mutating func takeSeparator() -> Separator? {
    var ahead = self
    ahead.skipSpaces()
    if ahead.take(anyOf: [":", "∶", "︰", "﹕", "ː", "꞉"]) {
      while ahead.take(":") {}
      self = ahead
      return .colon
    }
    guard ahead.take(anyOf: ["=", ";", "|", "→", "->", "——", "—", "–", "-"]) else { return nil }
    self = ahead
    return .other
  }
}

extension PlainLine {
  /// Removes the blanks between the characters of a key (`反 对: 3`); nil where the key has none.
  static func withoutInnerBlanks(_ text: Slice) -> Slice? {
    let head = text.prefix(36)
    var result: [UInt8] = []
    var index = head.startIndex
    var isChanged = false
    while index < head.endIndex {
      let (byte, length) = FullWidth.byte(in: head, at: index)
      if byte == UInt8(ascii: ":") { break }
      if isBlank(byte), (result.last ?? 0) >= 0x80 {
        var after = Cursor(head[index...])
        after.skipSpaces()
        guard let next = after.next, next >= 0x80 else { break }
        index = after.index
        isChanged = true
        continue
      }
      result += head[index..<min(index + length, head.endIndex)]
      index += length
    }
    return isChanged ? (result + text[min(index, text.endIndex)...])[...] : nil
  }
}

extension ArraySlice<UInt8> {
  /// The first character; nil where it is ASCII.
  var unicodeScalar: Unicode.Scalar? {
    guard let first, first >= 0x80 else { return nil }
    return prefix(4).string.unicodeScalars.first
  }

  /// Whether it contains a day.
  var holdsDay: Bool {
    indices.contains { index in
      guard isDigit(FullWidth.byte(in: self, at: index).byte) else { return false }
      var cursor = Cursor(self[index...])
      return (try? cursor.takeDay()) != nil
    }
  }
}
