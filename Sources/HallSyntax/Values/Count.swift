/// Heads, an area, or both, as counts are written: `66户 5210.30㎡`.
package struct Count: Equatable, Sendable {
  package let heads: Int?
  package let area: Area?

  package init(heads: Int?, area: Area?) {
    self.heads = heads
    self.area = area
  }

  /// The highest number of heads that is accepted: 10⁹.
  package static let mostHeads = 1_000_000_000

  private static let headUnits = [
    "户", "人", "票", "名", "位", "households", "household", "people", "person", "units", "unit",
    "votes", "vote",
  ]

  /// Reads `66`, `66户`, `5210.30㎡`, `66户 5210.30㎡`, with a space, `,` or `、` between.
  package init(reading slice: Slice) throws(ValueFault) {
    var cursor = Cursor(slice.trimmed)
    guard !cursor.atEnd else { throw .emptyValue }
    var heads: Int?
    var area: Area?
    while !cursor.atEnd {
      let start = cursor.index
      let number = try cursor.takeArea()
      let isWhole =
        number.units % 10_000 == 0 && !Count.hasPoint(cursor.bytes[start..<cursor.index])
      let end = cursor.index
      cursor.skipSpaces()
      if cursor.takeAreaUnit() {
        guard area == nil else { throw .malformed }
        area = number
      } else {
        // Without a unit, the first number is heads and a later one is the area.
        let hasUnit = cursor.take(anyOf: Count.headUnits)
        if !hasUnit, heads != nil, area == nil {
          cursor.index = end
          area = number
        } else {
          guard heads == nil, isWhole else { throw .malformed }
          guard number.units <= Int128(Count.mostHeads) * 10_000 else { throw .tooLarge }
          heads = Int(number.units / 10_000)
          if !hasUnit { cursor.index = end }
        }
      }
      guard !cursor.atEnd else { break }
      let before = cursor.index
      cursor.skipSpaces()
      let separated = cursor.take(UInt8(ascii: ",")) || cursor.take("、")
      cursor.skipSpaces()
      guard separated || cursor.index > before || heads != nil, !cursor.atEnd else {
        throw .malformed
      }
      // `2-1-301` is a unit, not a negative count.
      if cursor.index == before, cursor.next == UInt8(ascii: "-") { throw .malformed }
    }
    self.heads = heads
    self.area = area
  }

  private static func hasPoint(_ slice: Slice) -> Bool {
    var cursor = Cursor(slice)
    while !cursor.atEnd {
      if cursor.take(UInt8(ascii: ".")) { return true }
      cursor.index += FullWidth.byte(in: cursor.bytes, at: cursor.index).length
    }
    return false
  }
}
