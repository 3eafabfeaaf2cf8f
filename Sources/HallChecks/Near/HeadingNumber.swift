import HallSyntax

/// The number that people put in front of a heading: `二、`, `议题二：`, `第一部分`, `Part 1:`, `IV.`.
struct HeadingNumber {
  /// Nil if there is no number, and for letters.
  let value: Int?
  /// The text after it; all of the text if there is no number.
  let rest: Slice

  /// - Parameter endsWithBlank: whether a blank after a bare number is enough, because the words
  ///   after it are known.
  init(_ text: Slice, endsWithBlank: Bool = false) {
    for words in [HeadingNumber.parts, []] {
      var cursor = Cursor(text)
      let hasWord = !words.isEmpty && cursor.take(anyOf: words)
      if !words.isEmpty, !hasWord { continue }
      cursor.skipSpaces()
      let isOpen = cursor.take("(")
      let hasOrdinal = cursor.take("第")
      guard let number = HeadingNumber.number(&cursor) else { continue }
      let hasUnit = hasOrdinal && cursor.take(anyOf: HeadingNumber.units)
      let end = cursor.index
      cursor.skipSpaces()
      let isClosed = cursor.take(anyOf: [".", "、", ":", ")", "．", "-", "—", "–"])
      let isParted = isClosed || (hasWord || hasOrdinal || endsWithBlank) && cursor.index > end
      // `14:30 开场` begins with a time of day, `1.5` is one number.
      if isClosed, let next = cursor.next, isDigit(next) { continue }
      guard isOpen ? isClosed : isParted || hasUnit || hasWord && cursor.atEnd else { continue }
      cursor.skipSpaces()
      (value, rest) = (number.value, cursor.rest.trimmed)
      return
    }
    (value, rest) = (nil, text)
  }

  private static let parts = ["议题", "议程", "議題", "item", "part", "section", "chapter"]
  private static let units = ["部分", "部份", "章", "节", "条", "项", "个议题", "议题", "項"]

  private static func number(_ cursor: inout Cursor) -> (value: Int?, Void)? {
    if let number = cursor.takeNumber() { return number.digits < 3 ? (number.value, ()) : nil }
    if let number = cursor.takeChineseNumber() { return (number, ()) }
    for (place, digit) in ["壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖", "拾"].enumerated()
    where cursor.take(digit) {
      return (place + 1, ())
    }
    let roman = ["viii", "vii", "iii", "iv", "ix", "vi", "ii", "x", "v", "i"]
    let values = [8, 7, 3, 4, 9, 6, 2, 10, 5, 1]
    for (digits, value) in zip(roman, values) {
      var ahead = cursor
      guard ahead.take(digits), !(ahead.next.map(isASCIILetter) ?? false) else { continue }
      cursor = ahead
      return (value, ())
    }
    var ahead = cursor
    guard let letter = ahead.next, isASCIILetter(letter), ahead.take(letter),
      ahead.next.map({ !isASCIILetter($0) }) ?? true
    else { return nil }
    cursor = ahead
    return (nil, ())
  }
}
