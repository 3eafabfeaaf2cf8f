/// A fixed offset from UTC: `+08:00`, `+8`, `-0330`, `Z`.
package struct ZoneOffset: Equatable, Sendable {
  /// Seconds east of Greenwich.
  package let seconds: Int

  package init(seconds: Int) { self.seconds = seconds }

  package init(reading slice: Slice) throws(ValueFault) {
    var cursor = Cursor(slice.trimmed)
    guard !cursor.atEnd else { throw .emptyValue }
    if cursor.take("Z") {
      guard cursor.atEnd else { throw .malformed }
      seconds = 0
      return
    }
    _ = cursor.take(anyOf: ["UTC", "GMT"])
    let isWest = cursor.take("-")
    guard isWest || cursor.take("+") else { throw .malformed }
    guard let first = cursor.takeNumber() else { throw .malformed }
    var hours = first.value
    var minutes = 0
    if cursor.take(":") {
      guard let second = cursor.takeNumber(), second.digits == 2 else { throw .malformed }
      minutes = second.value
    } else if first.digits == 4 {
      (hours, minutes) = (first.value / 100, first.value % 100)
    }
    guard cursor.atEnd, hours <= 14, minutes < 60 else { throw .malformed }
    seconds = (isWest ? -1 : 1) * (hours * 3600 + minutes * 60)
  }

  /// `+08:00`, as it is written.
  package var text: String {
    (seconds < 0 ? "-" : "+") + TimeOfDay(minutes: abs(seconds) / 60).text
  }
}
