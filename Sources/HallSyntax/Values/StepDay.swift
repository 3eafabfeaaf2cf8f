/// The day an entry of a matter's log begins with, and what may follow it: the weekday, as `hall`
/// itself prints it, and an hour. `2025-03-05 周三 14:30`
package struct StepDay: Equatable, Sendable {
  package let day: Day
  /// The weekday as written, 1 for Monday.
  package let weekday: Int?
  package let hour: TimeOfDay?

  /// Whether the written weekday, if any, is that of the day.
  package var isConsistent: Bool { weekday.map { $0 == day.weekday } ?? true }

  package init(reading slice: Slice) throws(ValueFault) {
    var cursor = Cursor(slice.withoutEmphasis)
    guard !cursor.atEnd else { throw .emptyValue }
    cursor.skipMarks()
    guard let step = cursor.takeStepDay() else {
      _ = try cursor.takeDay()
      throw .malformed
    }
    cursor.skipSpaces()
    cursor.skipMarks()
    cursor.skipSpaces()
    guard cursor.atEnd else { throw .malformed }
    guard step.isConsistent else { throw .otherWeekday(step.day.weekday) }
    self = step
  }

  init(day: Day, weekday: Int?, hour: TimeOfDay?) {
    (self.day, self.weekday, self.hour) = (day, weekday, hour)
  }
}

extension ByteCursor {
  /// Takes a day, its weekday and an hour, and leaves the cursor after whichever of these it finds;
  /// if there is no day, returns nil and leaves the cursor where it was.
  package mutating func takeStepDay() -> StepDay? {
    var ahead = self
    guard let day = try? ahead.takeDay() else { return nil }
    ahead.skipMarks()
    let weekday = ahead.takeWeekday()
    var rest = ahead
    _ = rest.take("T")
    rest.skipSpaces()
    var hour: TimeOfDay?
    if let time = try? rest.takeTime(), rest.isAtWordEnd {
      hour = time
      ahead = rest
    }
    self = ahead
    return StepDay(day: day, weekday: weekday, hour: hour)
  }

  /// Takes `周三`, `（星期三）`, `Wed`, `(Wednesday)` after blanks, 1 for Monday; if there is no weekday
  /// or the word continues, returns nil and leaves the cursor where it was.
  mutating func takeWeekday() -> Int? {
    var ahead = self
    ahead.skipSpaces()
    let isEnclosed = ahead.take("(")
    guard let weekday = ahead.takeWeekdayName(), weekday > 0 else { return nil }
    if isEnclosed {
      ahead.skipSpaces()
      guard ahead.take(")") else { return nil }
    } else if !ahead.isAtWordEnd {
      return nil
    }
    self = ahead
    return weekday
  }

  /// Whether a word ends here.
  private var isAtWordEnd: Bool {
    next.map {
      isBlank($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ",") || isEmphasisMark($0)
    }
      ?? true
  }

  /// Skips marks of emphasis and of code.
  mutating func skipMarks() {
    while index < end, isEmphasisMark(bytes[index]) { index += 1 }
  }
}
