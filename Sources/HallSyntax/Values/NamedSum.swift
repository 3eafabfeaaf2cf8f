/// A list of names and an optional sum at its end: `张三、李四、共 2户 166.80㎡`,
/// `Ann, Ben, total residents 2, property 1`.
///
/// The names say who; the sum is what they counted as when the vote was recorded.
package struct NamedSum: Sendable {
  /// The list without the sum.
  package let names: Slice
  /// The text after 共 or `total`: a count, or heads by party; nil where there is none.
  package let sum: Slice?

  package init(_ slice: Slice) {
    let parts = NameList.split(slice)
    for (place, part) in parts.enumerated().dropFirst() {
      guard let first = NamedSum.rest(of: part),
        NamedSum.isFigure(first), parts[(place + 1)...].allSatisfy(NamedSum.isFigure)
      else { continue }
      names = slice[slice.startIndex..<parts[place - 1].endIndex]
      sum = slice[first.startIndex..<slice.endIndex].trimmed
      return
    }
    (names, sum) = (slice, nil)
  }

  /// The text after the word for a sum; nil where the part does not begin with that word.
  private static func rest(of part: Slice) -> Slice? {
    var cursor = Cursor(part)
    guard cursor.take(anyOf: ["共", "合计", "total "]) else { return nil }
    cursor.skipSpaces()
    _ = cursor.take(":")
    return cursor.rest.trimmed
  }

  /// Whether a part is a count, or the name of a party and a count.
  private static func isFigure(_ part: Slice) -> Bool {
    guard let start = part.indices.first(where: { isDigit(FullWidth.byte(in: part, at: $0).byte) })
    else { return false }
    return (try? Count(reading: part[start...])) != nil
  }
}
