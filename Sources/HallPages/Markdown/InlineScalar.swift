/// The character beside a mark of emphasis, as far as the mark asks: a blank, a sign, or Chinese.
struct InlineScalar {
  let isBlank: Bool
  /// A sign that is not Chinese.
  let isPunctuation: Bool
  private let isChinese: Bool

  /// Whether a mark beside it stands at the edge of a word: Chinese has no blanks between words, and
  /// its signs stand close to the marks (`**注意：**请`).
  var isBoundary: Bool { isBlank || isPunctuation || isChinese }

  init(at place: Int, in text: [UInt8]) {
    guard place < text.count else {
      self.init(nil)
      return
    }
    var end = place + 1
    while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
    self.init(String(decoding: text[place..<end], as: UTF8.self).unicodeScalars.first)
  }

  init(before place: Int, in text: [UInt8]) {
    guard place > 0 else {
      self.init(nil)
      return
    }
    var start = place - 1
    while start > 0, text[start] & 0xC0 == 0x80, place - start < 4 { start -= 1 }
    self.init(String(decoding: text[start..<place], as: UTF8.self).unicodeScalars.first)
  }

  private init(_ scalar: Unicode.Scalar?) {
    guard let scalar else {
      (isBlank, isPunctuation, isChinese) = (true, false, false)
      return
    }
    let category = scalar.properties.generalCategory
    isBlank = scalar.properties.isWhitespace
    isChinese =
      (0x2E80...0xA4CF).contains(scalar.value) || (0xAC00...0xD7AF).contains(scalar.value)
      || (0xF900...0xFAFF).contains(scalar.value) || (0xFE30...0xFE4F).contains(scalar.value)
      || (0xFF00...0xFFEF).contains(scalar.value) || (0x20000...0x3FFFF).contains(scalar.value)
      || [0x2014, 0x2026, 0x201C, 0x201D, 0x2018, 0x2019].contains(scalar.value)
    switch category {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
      .modifierSymbol, .otherSymbol:
      isPunctuation = !isChinese
    default: isPunctuation = false
    }
  }
}
