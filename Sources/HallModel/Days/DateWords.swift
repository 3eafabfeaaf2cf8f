import HallSyntax

/// Reads days as people write them: `10-15`, `下周五`, `月底`, `3天后`, `5个工作日`, `fri`, `eom`, `+3d`.
///
/// Weeks start on Monday. A text that may mean two days, or none, is a fault and never a guess.
package struct DateWords: Sendable {
  /// What the day is for, which decides the year of `10-15` and the week of `周五`.
  package enum Sense: Sendable {
    /// A day to come, or today.
    case due
    /// A day in the past, or today.
    case done
    /// The day of a meeting: one to come, but its agenda may be written up afterwards.
    case meeting
  }

  package enum Fault: Error, Equatable, Sendable {
    /// The text is not a day.
    case unknown
    /// The calendar has no such day.
    case impossible
    /// It may mean either day.
    case ambiguous(Day, Day)
  }

  let today: Day
  let sense: Sense
  let charter: Charter

  package init(today: Day, sense: Sense, charter: Charter) {
    self.today = today
    self.sense = sense
    self.charter = charter
  }

  /// The day that a text means.
  package func day(_ text: String) throws(Fault) -> Day {
    let words = Slice(text).trimmed
    guard !words.isEmpty else { throw .unknown }
    func whole(
      _ read: (inout Cursor) throws(Fault) -> Day?
    ) throws(Fault) -> Day? {
      var cursor = Cursor(words)
      guard let day = try read(&cursor) else { return nil }
      cursor.skipSpaces()
      return cursor.atEnd ? day : nil
    }
    if let day = try whole(written) { return day }
    if let day = try whole(named) { return day }
    if let day = try whole(weekday) { return day }
    if let day = try whole(monthEnd) { return day }
    if let day = try whole(counted) { return day }
    if let day = try whole(dayOfMonth) { return day }
    if let day = try whole(englishDate) { return day }
    throw .unknown
  }

  /// `2025-10-15`, `2025年10月15日`
  private func written(_ cursor: inout Cursor) throws(Fault) -> Day? {
    do throws(ValueFault) { return try cursor.takeDay() } catch {
      if error == .noSuchDay { throw .impossible }
      return nil
    }
  }

  /// `今天`, `后天`, `yesterday`
  private func named(_ cursor: inout Cursor) -> Day? {
    let names: [(String, Int)] = [
      ("今天", 0), ("今日", 0), ("明天", 1), ("明日", 1), ("大后天", 3), ("后天", 2), ("昨天", -1),
      ("昨日", -1), ("大前天", -3), ("前天", -2), ("today", 0), ("tomorrow", 1), ("yesterday", -1),
    ]
    return names.first { cursor.take($0.0) }.map { today + $0.1 }
  }

  // MARK: Choosing the year, the month or the week

  /// The nearest of the days that a rule gives for a range of years or months, before or after
  /// today as the sense requires; today counts.
  func nearest(_ candidates: [Day]) -> Day? {
    switch sense {
    case .due, .meeting: candidates.filter { $0 >= today }.min()
    case .done: candidates.filter { $0 <= today }.max()
    }
  }

  /// A month and a day without a year. 02-29 is the next, or the last, one that exists.
  func dayOfYear(month: Int, day: Int) throws(Fault) -> Day {
    let year = today.components.year
    // Two leap days are at most eight years apart.
    let candidates = (year - 8...year + 8).compactMap { Day(year: $0, month: month, day: day) }
    guard let found = nearest(candidates) else { throw .impossible }
    // When the day is that of a meeting last month, nobody means next year.
    if sense == .meeting, found > today + 270, let last = candidates.filter({ $0 < today }).max(),
      last >= today + -92
    {
      throw .ambiguous(last, found)
    }
    return found
  }

  /// Whether a text means the same day whenever it is read, because it includes the year.
  package func isWrittenOut(_ text: String) -> Bool {
    let earlier = DateWords(today: today + -3653, sense: sense, charter: charter)
    guard let day = try? day(text) else { return false }
    return (try? earlier.day(text)) == day
  }

  /// The year and month a number of months after this one.
  func month(after count: Int) -> (year: Int, month: Int) {
    let (year, month, _) = today.components
    let months = year * 12 + month - 1 + count
    return (months / 12, months % 12 + 1)
  }
}
