/// Floor area, exact to the ten-thousandth of a square metre.
package struct Area: Hashable, Comparable, Sendable {
  /// Ten-thousandths of a square metre.
  package let units: Int128

  package init(units: Int128) {
    self.units = units
  }

  package static let zero = Area(units: 0)

  package static func < (left: Area, right: Area) -> Bool { left.units < right.units }
  package static func + (left: Area, right: Area) -> Area { Area(units: left.units + right.units) }

  /// `5210.30`: at least two decimals, at most four, none of them lost.
  package var text: String {
    let magnitude = units.magnitude
    // Division of numbers of 128 bits is slow, and hardly any area needs them.
    let (whole, part) =
      UInt64(exactly: magnitude).map { (String($0 / 10_000), Int($0 % 10_000)) }
      ?? (String(magnitude / 10_000), Int(magnitude % 10_000))
    let digits = [part / 1_000, part / 100 % 10, part / 10 % 10, part % 10]
    let count = part % 100 == 0 ? 2 : part % 10 == 0 ? 3 : 4
    var text = units < 0 ? "-" + whole : whole
    text += "."
    for digit in digits[..<count] { text += String(digit) }
    return text
  }

  /// Reads a whole value as an area; the unit may be left out, as in a table's column.
  package init(reading slice: Slice) throws(ValueFault) {
    var cursor = Cursor(slice.trimmed)
    guard !cursor.atEnd else { throw .emptyValue }
    self = try cursor.takeArea()
    cursor.skipSpaces()
    _ = cursor.takeAreaUnit()
    guard cursor.atEnd else { throw .malformed }
  }
}

extension Area {
  fileprivate static let unitWords: WordList = ["㎡", "m²", "m2", "平方米", "平米"]
}

extension ByteCursor {
  package mutating func takeAreaUnit() -> Bool { take(anyOf: Area.unitWords) }

  /// Takes a decimal number of at most four decimals and at most 10¹².
  package mutating func takeArea() throws(ValueFault) -> Area {
    Area(units: try takeDecimal(places: 4))
  }

  /// A comma between digits may group them or separate two numbers: an error, never a guess.
  func rejectGroupingComma() throws(ValueFault) {
    guard next == UInt8(ascii: ",") else { return }
    var ahead = self
    _ = ahead.take(UInt8(ascii: ","))
    if let digit = ahead.next, isDigit(digit) { throw .commaInNumber }
  }
}
