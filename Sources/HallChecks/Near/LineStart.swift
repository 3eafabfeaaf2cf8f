import HallSyntax

/// What a line begins with.
enum LineStart {
  /// The first character of a text, if it is an ordinary Chinese one: no sign of a list, no number, no
  /// bracket and no word for a task's box begins like this, so that there is nothing to strip off.
  static func word(_ text: Slice) -> UInt32? {
    guard let first = text.firstHan, !signs.contains(first) else { return nil }
    return first
  }

  private static let signs = HanSet(
    beginning: (0...99).map(ChineseNumber.text) + ["百", "零", "两"] + PlainLine.boxWords)

  /// The brackets and quotation marks that may enclose a text begin with one of these bytes.
  static func mayBeBracket(_ byte: UInt8) -> Bool { brackets.contains(byte) }

  private static let brackets = ByteSet(PlainLine.brackets.compactMap(\.open.utf8.first))
}
