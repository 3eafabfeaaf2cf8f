/// A share of ownership, or the weight of a representative, exact to the millionth: `312.5/1000`,
/// `31.25%`, `312.5‰`, `45份`.
package struct ShareCount: Hashable, Sendable {
  /// Millionths of the unit.
  package let units: Int128
  package let unit: ShareUnit

  package init(units: Int128, _ unit: ShareUnit) { (self.units, self.unit) = (units, unit) }

  /// Reads a whole value as a share; the unit may be left out, as in a table's column.
  package init(reading slice: Slice) throws(ValueFault) {
    var cursor = Cursor(slice.trimmed)
    guard !cursor.atEnd else { throw .emptyValue }
    let units = try cursor.takeDecimal(places: ShareCount.places)
    cursor.skipSpaces()
    self.init(units: units, try cursor.takeShareUnit() ?? .parts)
    guard cursor.atEnd else { throw .malformed }
  }

  /// At most so many decimals are accepted.
  package static let places = 6
  /// One of a unit, in millionths.
  package static let one: Int128 = 1_000_000

  /// The sum; nil where the two cannot be added.
  package func added(to other: ShareCount) -> ShareCount? {
    guard let common = unit.common(with: other.unit) else { return nil }
    return ShareCount(
      units: unit.scaled(units, to: common) + other.unit.scaled(other.units, to: common), common)
  }

  /// `312.5/1000`: no decimals but those that say something.
  package var text: String { text(.zh) }

  package func text(_ language: Language) -> String {
    ShareCount.number(units) + unit.text(language)
  }

  /// A number of millionths, as `312.5`.
  package static func number(_ units: Int128) -> String {
    let magnitude = units.magnitude
    var decimals = String(magnitude % one.magnitude, digits: places)
    while decimals.last == "0" { decimals.removeLast() }
    return (units < 0 ? "-" : "") + String(magnitude / one.magnitude)
      + (decimals.isEmpty ? "" : "." + decimals)
  }
}

/// What a share is counted in.
package enum ShareUnit: Hashable, Sendable {
  /// 份: a number that stands for itself.
  case parts
  case percent, permille
  /// Of a whole that is written with it, as in `312.5/1000`.
  case of(Int64)

  /// What everything adds up to; nil for parts.
  package var whole: Int64? {
    switch self {
    case .parts: nil
    case .percent: 100
    case .permille: 1000
    case .of(let whole): whole
    }
  }

  /// Everything, as a share; nil for parts.
  package var all: ShareCount? {
    whole.map { ShareCount(units: Int128($0) * ShareCount.one, self) }
  }

  /// What is written after the number; in data, that of Chinese.
  package func text(_ language: Language) -> String {
    switch self {
    case .parts: language.say("份", " shares")
    case .percent: "%"
    case .permille: "‰"
    case .of(let whole): "/\(whole)"
    }
  }

  /// The unit in which two shares can be added; nil if one is of a whole and the other is not, or
  /// if no such unit is at or below 10⁹.
  package func common(with other: ShareUnit) -> ShareUnit? {
    if self == other { return self }
    guard let left = whole, let right = other.whole else { return nil }
    if left == right { return self }
    var (a, b) = (left, right)
    while b != 0 { (a, b) = (b, a % b) }
    let common = Int128(left / a) * Int128(right)
    return common <= 1_000_000_000 ? .of(Int64(common)) : nil
  }

  /// A number of millionths of this unit, in a common one.
  package func scaled(_ units: Int128, to common: ShareUnit) -> Int128 {
    guard let whole, let larger = common.whole else { return units }
    return units * Int128(larger / whole)
  }
}

extension ShareUnit {
  fileprivate static let partsWords: WordList = ["份", "shares", "share"]
}

extension ByteCursor {
  /// Takes a decimal number of at most 10¹² and at most so many decimals, as a whole number of the
  /// smallest of them.
  package mutating func takeDecimal(places: Int) throws(ValueFault) -> Int128 {
    if next == UInt8(ascii: "-") { throw .negative }
    guard let whole = takeAnyNumber() else {
      if let next, isDigit(next) { throw .tooLarge }
      throw .malformed
    }
    guard whole.value <= 1_000_000_000_000 else { throw .tooLarge }
    try rejectGroupingComma()
    var units = Int128(whole.value)
    var scaled = 0
    var written = 0
    if next == UInt8(ascii: ".") {
      _ = take(UInt8(ascii: "."))
      guard let decimals = takeAnyNumber() else { throw .malformed }
      guard decimals.digits <= places else { throw .tooPrecise }
      (scaled, written) = (decimals.value, decimals.digits)
    }
    for _ in written..<places { scaled *= 10 }
    for _ in 0..<places { units *= 10 }
    return units + Int128(scaled)
  }

  package mutating func takePartsUnit() -> Bool { take(anyOf: ShareUnit.partsWords) }

  /// Takes `份`, `%`, `‰` or `/1000`; nil where none of them is next.
  package mutating func takeShareUnit() throws(ValueFault) -> ShareUnit? {
    if takePartsUnit() { return .parts }
    if take("%") { return .percent }
    if take("‰") { return .permille }
    var ahead = self
    guard ahead.take(UInt8(ascii: "/")) else { return nil }
    ahead.skipSpaces()
    guard let whole = ahead.takeAnyNumber() else { return nil }
    guard whole.value > 0 else { throw .impossibleFraction }
    guard whole.value <= 1_000_000_000 else { throw .tooLarge }
    self = ahead
    return .of(Int64(whole.value))
  }
}
