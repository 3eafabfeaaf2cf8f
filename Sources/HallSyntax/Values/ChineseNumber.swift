/// Small numbers as Chinese writes them: 三, 十二, 三十. `takeChineseNumber` reads them.
package enum ChineseNumber {
  /// The number in characters, from 1 to 99; any other in digits.
  package static func text(_ number: Int) -> String {
    guard (1...99).contains(number) else { return String(number) }
    let (tens, ones) = number.quotientAndRemainder(dividingBy: 10)
    let ten = tens == 0 ? "" : (tens == 1 ? "" : digits[tens]) + "十"
    return ten + (ones == 0 ? "" : digits[ones])
  }

  private static let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

  /// The digits, and 两, as the three bytes of each in one number, in the order of their values.
  private static let signs = (digits + ["两"]).map(bytes)
  static let ten = bytes(of: "十")
  static let hundred = bytes(of: "百")

  private static func bytes(of sign: String) -> UInt32 {
    sign.utf8.reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// The value of a digit, given as the three bytes of its character.
  static func value(of sign: UInt32) -> Int? {
    guard let place = signs.firstIndex(of: sign) else { return nil }
    return place == digits.count ? 2 : place
  }
}
