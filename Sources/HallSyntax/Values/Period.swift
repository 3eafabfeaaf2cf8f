/// From one day to another, both included.
package struct Period: Equatable, Sendable {
  package let start: Day
  package let end: Day

  package init(start: Day, end: Day) {
    self.start = start
    self.end = end
  }

  /// Reads `2025-09-06 至 2025-09-20`, `… to …`, `… ~ …`, or a single day.
  package init(reading slice: Slice) throws(ValueFault) {
    var cursor = Cursor(slice.trimmed)
    guard !cursor.atEnd else { throw .emptyValue }
    start = try cursor.takeDay()
    try cursor.skipWeekday(of: start)
    cursor.skipSpaces()
    guard !cursor.atEnd else {
      end = start
      return
    }
    guard cursor.take(anyOf: ["至", "到", "to", "~", "–", "—", "..", "-"]) else { throw .malformed }
    cursor.skipSpaces()
    end = try cursor.takeDay()
    try cursor.skipWeekday(of: end)
    guard cursor.atEnd else { throw .malformed }
    guard end >= start else { throw .endsBeforeStart }
  }

  /// `2025-09-06 至 2025-09-20`; a single day for one.
  package func text(_ language: Language) -> String {
    start == end ? start.iso : start.iso + language.say(" 至 ", " to ") + end.iso
  }

  package func contains(_ day: Day) -> Bool { start <= day && day <= end }

  /// How many days it lasts, counting both ends.
  package var days: Int { end - start + 1 }
}

/// A number of days, or of working days.
package struct Length: Equatable, Sendable {
  package let days: Int
  package let inWorkingDays: Bool
  /// Whether neither its first nor its last day counts, as in `7 clear days`.
  package let isClear: Bool

  package init(days: Int, inWorkingDays: Bool = false, isClear: Bool = false) {
    self.days = days
    self.inWorkingDays = inWorkingDays
    self.isClear = isClear
  }

  /// Reads `3天`, `15日`, `2周`, `5个工作日`, `7整日`, `3 days`, `2 weeks`, `5 working days`, `5wd`,
  /// `7 clear days`.
  package init(reading slice: Slice) throws(ValueFault) {
    var cursor = Cursor(slice.trimmed)
    guard !cursor.atEnd else { throw .emptyValue }
    if cursor.next == UInt8(ascii: "-") { throw .negative }
    guard let count = cursor.takeNumber() else { throw .malformed }
    guard count.value <= Length.mostDays else { throw .tooLarge }
    cursor.skipSpaces()
    if cursor.take(anyOf: ["个工作日", "工作日", "working days", "working day", "wd"]) {
      (days, inWorkingDays, isClear) = (count.value, true, false)
    } else if cursor.take(anyOf: ["个整日", "整日", "整天", "clear days", "clear day"]) {
      (days, inWorkingDays, isClear) = (count.value, false, true)
    } else if cursor.take(anyOf: ["个星期", "周", "星期", "weeks", "week", "w"]) {
      (days, inWorkingDays, isClear) = (count.value * 7, false, false)
    } else {
      guard cursor.take(anyOf: ["天", "日", "个自然日", "days", "day", "d"]) else { throw .malformed }
      (days, inWorkingDays, isClear) = (count.value, false, false)
    }
    guard cursor.atEnd else { throw .malformed }
    guard days <= Length.mostDays else { throw .tooLarge }
  }

  /// A century: more is a slip of the keyboard.
  private static let mostDays = 36_500

  package func text(_ language: Language) -> String {
    if isClear { return language.say("\(days)整日", Language.counted(days, "clear day")) }
    switch language {
    case .zh: return inWorkingDays ? "\(days)个工作日" : "\(days)天"
    case .en:
      return inWorkingDays
        ? Language.counted(days, "working day") : Language.counted(days, "day")
    }
  }
}
