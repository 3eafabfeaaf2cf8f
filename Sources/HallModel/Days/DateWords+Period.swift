import HallSyntax

/// Two days whose years are not written. The years chosen are the nearest that fit each other and
/// the meeting they belong to.
extension DateWords {
  /// What a period is for.
  package enum PeriodSense: Sendable, Equatable {
    /// Something to come, or in progress.
    case ahead
    /// Something that was over before a meeting that has been held.
    case before(meeting: Day)
    /// Something that follows a day.
    case after(Day)
  }

  /// The period between two days, each in any of the words that are read.
  package static func period(
    from first: String, to last: String, _ sense: PeriodSense, today: Day, charter: Charter
  ) throws(Fault) -> Period? {
    func day(_ text: String, _ sense: Sense, from today: Day) throws(Fault) -> Day {
      try DateWords(today: today, sense: sense, charter: charter).day(text)
    }
    func end(after start: Day) throws(Fault) -> Day {
      let isCalendar = try DateWords.isCalendar(last, today: today, charter)
      return try day(last, .bound, from: isCalendar ? start : today)
    }
    func period(_ start: Day) throws(Fault) -> Period? {
      let end = try end(after: start)
      return start <= end ? Period(start: start, end: end) : nil
    }
    guard try isCalendar(first, today: today, charter) else {
      return try period(try day(first, .bound, from: today))
    }
    let next = try day(first, .bound, from: today)
    switch sense {
    case .ahead:
      // A period in progress has already begun.
      if let last = try? day(first, .done, from: today), let going = try period(last),
        going.contains(today), going.days < 200
      {
        return going
      }
      return try period(next)
    case .before(let meeting):
      guard let last = try? day(first, .done, from: today) else { return try period(next) }
      // A period that would lie more than half a year before the meeting is rather one to come.
      let isFar = last + 183 < meeting && next < meeting + 183
      return try period(isFar ? next : last)
    case .after(let meeting):
      return try period(try day(first, .bound, from: meeting))
    }
  }

  /// Whether the words give a calendar day, and not a number of days from today.
  private static func isCalendar(
    _ text: String, today: Day, _ charter: Charter
  ) throws(Fault) -> Bool {
    func day(from today: Day) throws(Fault) -> Day {
      try DateWords(today: today, sense: .bound, charter: charter).day(text)
    }
    let found = try day(from: today)
    let others = [try? day(from: today + -1), try? day(from: today + 1)]
    return others.contains { $0 == found }
  }
}
