/// A day of the Gregorian calendar, years 1 to 9999.
package struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  package let number: Int32

  package init(number: Int32) {
    self.number = number
  }

  /// The day of a calendar date, or nil where the calendar has none.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    // Counting years from March puts the leap day last (after H. Hinnant's civil calendars).
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Year, month and day of the month.
  package var components: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  /// 1 for Monday to 7 for Sunday.
  package var weekday: Int {
    let remainder = (Int(number) + 3) % 7
    return (remainder < 0 ? remainder + 7 : remainder) + 1
  }

  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  package static func - (left: Day, right: Day) -> Int { Int(left.number) - Int(right.number) }

  /// 0001-01-01
  package static let first = Day(number: -719_162)
  /// 9999-12-31
  package static let last = Day(number: 2_932_896)

  /// The day a number of days later, within the years that can be written.
  package static func + (day: Day, days: Int) -> Day {
    let sum = Int(day.number) + days
    return Day(number: max(first.number, min(last.number, Int32(clamping: sum))))
  }

  /// `2025-09-18`, as it is written (ISO 8601).
  package var iso: String {
    let (year, month, day) = components
    // Short enough to need no heap allocation.
    var text = String(year)
    while text.utf8.count < 4 { text = "0" + text }
    text += month < 10 ? "-0" : "-"
    text += String(month)
    text += day < 10 ? "-0" : "-"
    text += String(day)
    return text
  }
}

extension Day {
  /// Reads a whole value as a day: `2025-09-18`, `2025/9/18`, `2025.9.18`, `2025年9月18日`, each with
  /// or without its weekday after it.
  package init(reading slice: Slice) throws(ValueFault) {
    var cursor = Cursor(slice.trimmed)
    guard !cursor.atEnd else { throw .emptyValue }
    self = try cursor.takeDay()
    try cursor.skipWeekday(of: self)
    guard cursor.atEnd else { throw .malformed }
  }
}

extension ByteCursor {
  /// Skips the weekday after a day, if one is written.
  package mutating func skipWeekday(of day: Day) throws(ValueFault) {
    guard let weekday = takeWeekday() else { return }
    guard weekday == day.weekday else { throw .otherWeekday(day.weekday) }
  }

  /// Takes a day, leaving the cursor after it.
  mutating func takeDay() throws(ValueFault) -> Day { try takeAnyDay() }

  mutating func takeAnyDay() throws(ValueFault) -> Day {
    guard let year = takeNumber(), year.digits == 4 else { throw .malformed }
    var separator = UInt8(ascii: "-")
    var chinese = false
    skipSpaces()
    if take("年") {
      chinese = true
    } else {
      guard let next,
        next == UInt8(ascii: "-") || next == UInt8(ascii: "/") || next == UInt8(ascii: ".")
      else { throw .malformed }
      separator = next
      _ = take(separator)
    }
    skipSpaces()
    guard let month = takeNumber(), month.digits <= 2 else { throw .malformed }
    skipSpaces()
    guard chinese ? take("月") : take(separator) else { throw .malformed }
    skipSpaces()
    guard let dayOfMonth = takeNumber(), dayOfMonth.digits <= 2 else { throw .malformed }
    if chinese {
      skipSpaces()
      guard take("日") || take("号") else { throw .malformed }
    }
    guard let day = Day(year: year.value, month: month.value, day: dayOfMonth.value) else {
      throw .noSuchDay
    }
    return day
  }
}
