import HallSyntax

/// Two days whose years are not written: the nearest that make sense of each other, and of the
/// meeting they are said of.
extension DateWords {
  /// What a period is of.
  package enum PeriodSense: Sendable, Equatable {
    /// Of something to come, or going on.
    case ahead
    /// Of something that was over by the time of a meeting that is held.
    case before(meeting: Day)
    /// Of something that follows a day.
    case after(Day)
  }

  /// The period from one day to another, in whatever words.
  package static func period(
    from first: String, to last: String, _ sense: PeriodSense, today: Day, charter: Charter
  ) throws(Fault) -> Period? {
    func day(_ text: String, _ sense: Sense, from today: Day) throws(Fault) -> Day {
      try DateWords(today: today, sense: sense, charter: charter).day(text)
    }
    func end(behind start: Day) throws(Fault) -> Day {
      let isCalendar = try DateWords.isCalendar(last, today: today, charter)
      return try day(last, .due, from: isCalendar ? start : today)
    }
    func period(_ start: Day) throws(Fault) -> Period? {
      let end = try end(behind: start)
      return start <= end ? Period(start: start, end: end) : nil
    }
    guard try isCalendar(first, today: today, charter) else {
      return try period(try day(first, .due, from: today))
    }
    let next = try day(first, .due, from: today)
    switch sense {
    case .ahead:
      // One that is going on has begun.
      if let last = try? day(first, .done, from: today), let going = try period(last),
        going.contains(today), going.days < 200
      {
        return going
      }
      return try period(next)
    case .before(let meeting):
      guard let last = try? day(first, .done, from: today) else { return try period(next) }
      // What would have been most of a year before the meeting is rather to come.
      let isFar = last + 183 < meeting && next < meeting + 183
      return try period(isFar ? next : last)
    case .after(let meeting):
      return try period(try day(first, .due, from: meeting))
    }
  }

  /// Whether words say a day of the calendar, and not one so many days from today.
  private static func isCalendar(
    _ text: String, today: Day, _ charter: Charter
  ) throws(Fault) -> Bool {
    func day(from today: Day) throws(Fault) -> Day {
      try DateWords(today: today, sense: .due, charter: charter).day(text)
    }
    let found = try day(from: today)
    let others = [try? day(from: today + -1), try? day(from: today + 1)]
    return others.contains { $0 == found }
  }
}
