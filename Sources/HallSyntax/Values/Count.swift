/// Heads, an area, a share, or several of them, as counts are written: `66户 5210.30㎡`,
/// `12 420/1000`.
package struct Count: Equatable, Sendable {
  package let heads: Int?
  package let area: Area?
  package let share: ShareCount?

  package init(heads: Int?, area: Area?, share: ShareCount? = nil) {
    self.heads = heads
    self.area = area
    self.share = share
  }

  /// The highest number of heads that is accepted: 10⁹.
  package static let mostHeads = 1_000_000_000

  private static let headUnits: WordList = [
    "户", "人", "票", "名", "位", "张", "家", "households", "household", "people", "person", "units",
    "unit",
    "votes", "vote", "ballots", "ballot",
  ]

  /// Reads `66`, `66户`, `5210.30㎡`, `66户 5210.30㎡`, `312.5‰`, with a space, `,` or `、` between.
  package init(reading slice: Slice) throws(ValueFault) {
    var cursor = Cursor(slice.trimmed)
    guard !cursor.atEnd else { throw .emptyValue }
    var heads: Int?
    var area: Area?
    var share: ShareCount?
    while !cursor.atEnd {
      let start = cursor.index
      let number = try cursor.takeDecimal(places: ShareCount.places)
      let isWhole =
        number % ShareCount.one == 0 && !Count.hasPoint(cursor.bytes[start..<cursor.index])
      let end = cursor.index
      cursor.skipSpaces()
      if cursor.takeAreaUnit() {
        guard area == nil else { throw .malformed }
        area = try Count.area(number)
      } else if let unit = try cursor.takeShareUnit() {
        guard share == nil else { throw .malformed }
        share = ShareCount(units: number, unit)
      } else {
        // Without a unit, the first number is heads and a later one is the area.
        let hasUnit = cursor.take(anyOf: Count.headUnits)
        if !hasUnit, heads != nil, area == nil {
          cursor.index = end
          area = try Count.area(number)
        } else {
          guard heads == nil, isWhole else { throw .malformed }
          guard number <= Int128(Count.mostHeads) * ShareCount.one else { throw .tooLarge }
          heads = Int(number / ShareCount.one)
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
    self.share = share
  }

  /// Millionths as an area, which has four decimals.
  private static func area(_ number: Int128) throws(ValueFault) -> Area {
    guard number % 100 == 0 else { throw .tooPrecise }
    return Area(units: number / 100)
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
