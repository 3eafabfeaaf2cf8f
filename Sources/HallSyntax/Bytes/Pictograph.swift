/// Signs that are pictures: emoji, and the dots, stars and arrows that people put before a heading.
package enum Pictograph {
  /// Where the pictographs and blanks at the start of a text end.
  package static func end(of text: Slice) -> Int {
    end(text, text.startIndex..<text.endIndex)
  }

  static func end<Bytes: ByteRun>(_ bytes: Bytes, _ text: Range<Int>) -> Int {
    var index = text.lowerBound
    while index < text.upperBound {
      let blank = blankLength(bytes, at: index, end: text.upperBound)
      if blank > 0 {
        index += blank
        continue
      }
      let length = bytes[index] >= 0xF0 ? 4 : 3
      guard bytes[index] >= 0xE2, index + length <= text.upperBound,
        let scalar = String(decoding: bytes[index..<(index + length)], as: UTF8.self)
          .unicodeScalars.first, isPictograph(scalar.value)
      else { break }
      index += length
    }
    return index
  }

  private static func isPictograph(_ scalar: UInt32) -> Bool {
    switch scalar {
    // Arrows, technical signs, shapes, symbols and dingbats; ※; what joins and colours emoji.
    case 0x2190...0x21FF, 0x2300...0x23FF, 0x25A0...0x27BF, 0x2B00...0x2BFF, 0x203B: true
    case 0x200D, 0xFE0F, 0x20E3, 0x1F000...0x1FAFF, 0xE0020...0xE007F: true
    default: false
    }
  }
}
