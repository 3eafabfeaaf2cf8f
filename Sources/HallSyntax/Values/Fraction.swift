/// An exact fraction between zero and one, as a voting rule writes it.
package struct Fraction: Equatable, Sendable {
  package let numerator: Int64
  package let denominator: Int64

  package init(_ numerator: Int64, _ denominator: Int64) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// `2/3`, for machine formats.
  package var text: String { "\(numerator)/\(denominator)" }

  /// `2/3`, `75%`
  package var shown: String { denominator == 100 ? "\(numerator)%" : text }

  /// Whether `part` of `whole` reaches (`inclusive`) or exceeds the fraction. Both are in the same
  /// unit; of a `whole` of zero, nothing is reached.
  ///
  /// Compared by cross-multiplication in 128 bits: parts stay below 10²⁵ (10⁹ voters of 10¹² with
  /// four decimals) and both terms of a fraction at or below 10¹¹, so that nothing overflows.
  package func isReached(by part: Int128, of whole: Int128, inclusive: Bool) -> Bool {
    guard whole > 0 else { return false }
    let left = part * Int128(denominator)
    let right = whole * Int128(numerator)
    return inclusive ? left >= right : left > right
  }
}

/// `≥ 2/3`, `> 1/2`, or a number in place of a fraction, as in `≥ 75`.
package struct Threshold: Equatable, Sendable {
  package enum Amount: Equatable, Sendable {
    case fraction(Fraction)
    /// A number in the unit of the measure: heads, ten-thousandths of a square metre, or millionths
    /// of a share; and how it is written.
    case number(Int128, String)
  }

  package let amount: Amount
  /// Whether the amount itself is enough (Civil Code 1259: 以上 includes the number, 超过 and
  /// 过半数 do not).
  package let inclusive: Bool

  package init(_ fraction: Fraction, inclusive: Bool) {
    self.init(.fraction(fraction), inclusive: inclusive)
  }

  package init(_ amount: Amount, inclusive: Bool) {
    self.amount = amount
    self.inclusive = inclusive
  }

  /// Nil for a number.
  package var fraction: Fraction? {
    if case .fraction(let fraction) = amount { fraction } else { nil }
  }

  /// Whether it needs no whole to be compared with.
  package var isNumber: Bool { fraction == nil }

  /// `2/3`, `75%`, `75`
  package var amountText: String { fraction?.shown ?? number }

  /// `>= 2/3`, for machine formats.
  package var machineText: String { (inclusive ? ">= " : "> ") + (fraction?.text ?? number) }

  /// Empty for a fraction.
  private var number: String {
    if case .number(_, let text) = amount { text } else { "" }
  }

  /// `≥ 2/3`
  package var text: String { (inclusive ? "≥ " : "> ") + amountText }
}

extension ByteCursor {
  /// Takes `2/3`, `三分之二`, `75%`, `66.6667%`.
  package mutating func takeFraction() throws(ValueFault) -> Fraction {
    if next == UInt8(ascii: "-") { throw .negative }
    if let denominator = takeChineseNumber() {
      guard take("分之"), let numerator = takeChineseNumber() else { throw .malformed }
      return try checked(numerator, denominator)
    }
    guard let first = takeNumber() else { throw .malformed }
    guard first.value <= 1_000_000_000 else { throw .tooLarge }
    skipSpaces()
    if take(UInt8(ascii: "/")) {
      skipSpaces()
      guard let second = takeNumber() else { throw .malformed }
      guard second.value <= 1_000_000_000 else { throw .tooLarge }
      return try checked(first.value, second.value)
    }
    var numerator = first.value
    var denominator = 100
    if take(UInt8(ascii: ".")) {
      guard let decimals = takeNumber() else { throw .malformed }
      guard decimals.digits <= 9 else { throw .tooPrecise }
      for _ in 0..<decimals.digits {
        numerator *= 10
        denominator *= 10
      }
      numerator += decimals.value
    }
    guard take("%") else { throw .malformed }
    return try checked(numerator, denominator)
  }

  private func checked(_ numerator: Int, _ denominator: Int) throws(ValueFault) -> Fraction {
    guard denominator > 0, numerator <= denominator else { throw .impossibleFraction }
    return Fraction(Int64(numerator), Int64(denominator))
  }

  /// Takes `三`, `十`, `百`, `十二`, `九十九`.
  package mutating func takeChineseNumber() -> Int? {
    guard let start = nextHan else { return nil }
    if start == ChineseNumber.hundred {
      index += 3
      return 100
    }
    var tens: Int?
    let first = takeChineseDigit()
    if nextHan == ChineseNumber.ten {
      index += 3
      tens = first ?? 1
    } else {
      return first
    }
    return (tens ?? 0) * 10 + (takeChineseDigit() ?? 0)
  }

  private mutating func takeChineseDigit() -> Int? {
    guard let sign = nextHan, let value = ChineseNumber.value(of: sign) else { return nil }
    index += 3
    return value
  }

  /// The three bytes of the next character as one number, if it is in the block of Chinese
  /// characters that numbers are written with.
  private var nextHan: UInt32? {
    guard index + 2 < end, bytes[index] &- 0xE4 < 6 else { return nil }
    return bytes.anyThreeBytes(at: index)
  }
}
