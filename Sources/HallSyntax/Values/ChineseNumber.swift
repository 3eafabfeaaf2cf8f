/// Small numbers as Chinese writes them: 三, 十二, 三十. `takeChineseNumber` reads them.
package enum ChineseNumber {
  /// The number in characters, from 1 to 99; any other in digits.
  package static func text(_ number: Int) -> String {
    guard (1...99).contains(number) else { return String(number) }
    let (tens, ones) = number.quotientAndRemainder(dividingBy: 10)
    let ten = tens == 0 ? "" : (tens == 1 ? "" : digits[tens]) + "十"
    return ten + (ones == 0 ? "" : digits[ones])
  }

  static let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
}
