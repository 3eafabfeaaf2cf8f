/// When a meeting is: a day, and the hours if they are written.
package struct Moment: Equatable, Sendable {
  package let day: Day
  package let start: TimeOfDay?
  package let end: TimeOfDay?

  /// Reads `2025-09-18`, `2025-09-18 14:30`, `2025-09-18 14:30-16:00` (also `–`, `—`, `至`, `~`).
  package init(reading slice: Slice) throws(ValueFault) {
    var cursor = Cursor(slice.trimmed)
    guard !cursor.atEnd else { throw .emptyValue }
    day = try cursor.takeDay()
    try cursor.skipWeekday(of: day)
    _ = cursor.take("T")
    cursor.skipSpaces()
    guard !cursor.atEnd else {
      start = nil
      end = nil
      return
    }
    let first = try cursor.takeTime()
    start = first
    cursor.skipSpaces()
    guard !cursor.atEnd else {
      end = nil
      return
    }
    guard cursor.take(anyOf: ["-", "–", "—", "至", "~", "to "]) else { throw .malformed }
    cursor.skipSpaces()
    let last = try cursor.takeTime()
    guard cursor.atEnd else { throw .malformed }
    guard last.minutes >= first.minutes else { throw .endsBeforeStart }
    end = last
  }

  /// `14:30-16:00`; nil for a day alone.
  package var hours: String? {
    start.map { $0.text + (end.map { "-" + $0.text } ?? "") }
  }

  /// `2025-09-18 14:30-16:00`
  package var text: String { day.iso + (hours.map { " " + $0 } ?? "") }
}

/// A time of the day, in minutes from midnight; 24:00 is the day's end.
package struct TimeOfDay: Equatable, Sendable {
  package let minutes: Int

  package init(minutes: Int) { self.minutes = minutes }

  /// `14:30`
  package var text: String {
    String(minutes / 60, digits: 2) + ":" + String(minutes % 60, digits: 2)
  }
}

extension ByteCursor {
  /// Takes `14:30` or `14点30分`.
  package mutating func takeTime() throws(ValueFault) -> TimeOfDay {
    guard let hour = takeNumber(), hour.digits <= 2 else { throw .malformed }
    var minute = 0
    if take(UInt8(ascii: ":")) {
      guard let written = takeNumber(), written.digits == 2 else { throw .malformed }
      minute = written.value
    } else if take("点") || take("时") {
      if let written = takeNumber() {
        minute = written.value
        _ = take("分")
      }
    } else {
      throw .malformed
    }
    guard minute < 60, hour.value < 24 || (hour.value == 24 && minute == 0) else {
      throw .malformed
    }
    return TimeOfDay(minutes: hour.value * 60 + minute)
  }
}

/// A name and an hour, as in `赵六 15:10`.
package struct PersonAndTime: Sendable {
  package let person: Slice
  package let time: TimeOfDay

  package init(reading slice: Slice) throws(ValueFault) {
    let value = slice.trimmed
    // The hour begins at the first digit from which the rest is an hour: a unit may have digits
    // too.
    var ahead = Cursor(value)
    while let next = ahead.next {
      let index = ahead.index
      guard isDigit(next) else {
        ahead.index += FullWidth.byte(in: value, at: index).length
        continue
      }
      if let time = try? ahead.takeTime(), ahead.atEnd {
        person = value[..<index].trimmed
        self.time = time
        guard !person.isEmpty else { throw .malformed }
        return
      }
      // Skips these digits.
      ahead.index = index
      while ahead.next.map(isDigit) ?? false {
        ahead.index += FullWidth.byte(in: value, at: ahead.index).length
      }
    }
    throw .malformed
  }
}
