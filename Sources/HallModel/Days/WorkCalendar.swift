import HallSyntax

/// The days off, and the working days that override the weekend.
package struct WorkCalendar: Sendable {
  private var off: Set<Day> = []
  private var working: Set<Day> = []
  /// A period longer than this is a slip of the pen; the check `value` reports it.
  package static let longestPeriod = 366

  package init() {}

  init(section: Int, in document: Document) {
    for index in document.children(of: section) {
      let node = document.nodes[index]
      guard node.kind == .field, let keyword = node.keyword,
        let period = try? Period(reading: document.slice(node.value)),
        period.days <= WorkCalendar.longestPeriod
      else { continue }
      for offset in 0..<period.days {
        if keyword == .dayOff { off.insert(period.start + offset) }
        if keyword == .workingDay { working.insert(period.start + offset) }
      }
    }
  }

  package func isWorkingDay(_ day: Day) -> Bool {
    if working.contains(day) { return true }
    return day.weekday <= 5 && !off.contains(day)
  }

  /// The last day of a length that starts on a day.
  ///
  /// The starting day is not counted (Civil Code 201). Working days are counted one by one; a
  /// length in days that ends on a day off is extended to the next working day (203).
  package func end(of length: Length, from start: Day) -> Day {
    var day = start
    if length.inWorkingDays {
      var left = length.days
      while left > 0, day < Day.last {
        day = day + 1
        if isWorkingDay(day) { left -= 1 }
      }
      return day
    }
    day = start + length.days
    var moved = 0
    while length.days > 0, !isWorkingDay(day), moved < WorkCalendar.longestPeriod {
      day = day + 1
      moved += 1
    }
    return day
  }
}

extension Charter {
  /// The last day of a length by the hall's calendar. In a hall without a calendar, weekends are
  /// not working days, and no end is moved.
  package func end(of length: Length, from start: Day) -> Day {
    if let calendar { return calendar.end(of: length, from: start) }
    return length.inWorkingDays ? WorkCalendar().end(of: length, from: start) : start + length.days
  }
}
