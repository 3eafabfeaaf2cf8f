import HallSyntax

/// Lengths of time, counted from today.
extension DateWords {
  /// `3天后`, `两周后`, `3天前`, `+3d`, `in 3 days`, `5个工作日`, `5wd`, `半个月后`, `within two weeks`
  func counted(_ cursor: inout Cursor) throws(Fault) -> Day? {
    var lead = Lead.none
    if cursor.take("+") || cursor.take("in ") { lead = .forward }
    if lead == .none, cursor.take("-") { lead = .backward }
    if lead == .none, cursor.take("within ") { lead = .within }
    cursor.skipSpaces()
    if cursor.take("半个月") { return try ended(.days(15), lead, &cursor) }
    if cursor.take("半年") { return try ended(.months(6), lead, &cursor) }
    guard let count = DateWords.takeCount(&cursor) else { return nil }
    guard count <= 3650 else { throw .impossible }
    cursor.skipSpaces()
    let working = [
      "个工作日", "工作日", "working days", "working day", "business days", "business day", "wd",
    ]
    if cursor.take(anyOf: working) { return try ended(.workingDays(count), lead, &cursor) }
    if cursor.take(anyOf: ["个月", "months", "month", "mo"]) {
      return try ended(.months(count), lead, &cursor)
    }
    if cursor.take(anyOf: ["fortnights", "fortnight"]) {
      return try ended(.days(14 * count), lead, &cursor)
    }
    if cursor.take(anyOf: ["个星期", "星期", "个礼拜", "礼拜", "周", "weeks", "week", "w"]) {
      return try ended(.days(7 * count), lead, &cursor)
    }
    if cursor.take("日") {
      if lead == .none, count <= 31, let day = try dayRatherThanDays(count, cursor) { return day }
      return try ended(.days(count), lead, &cursor)
    }
    guard cursor.take(anyOf: ["天", "days", "day", "d"]) else { return nil }
    return try ended(.days(count), lead, &cursor)
  }

  /// `15日` alone is the fifteenth of a month, or a number of days; `15日前` of a due day is the
  /// fifteenth, and else fifteen days ago.
  private func dayRatherThanDays(_ count: Int, _ cursor: Cursor) throws(Fault) -> Day? {
    var ahead = cursor
    if takeBefore(&ahead) { return try dayOfAnyMonth(count) }
    if ["后", "以后", "之后", "前", "以前", "之前", "内", "以内", "之内"].contains(where: { ahead.take($0) }) {
      return nil
    }
    let dayOfMonth = try dayOfAnyMonth(count)
    switch sense {
    case .due, .dueAfter, .meeting:
      guard ahead.atEnd else { return dayOfMonth }
      throw .ambiguous(dayOfMonth, charter.end(of: Length(days: count), from: today))
    case .done, .bound: return dayOfMonth
    }
  }

  /// What stands before a length of time.
  private enum Lead { case none, forward, backward, within }

  private enum Span { case days(Int), workingDays(Int), months(Int) }

  /// The end of a length of time, by what stands before and after it: `后`, `前`, `内`, `ago`, or nothing.
  ///
  /// `3天内` and `3天` are a length of time to do something in, which by law ends on a working day
  /// (Civil Code 203); `3天后` is the third day from today.
  private func ended(
    _ span: Span, _ lead: Lead, _ cursor: inout Cursor
  ) throws(Fault) -> Day? {
    cursor.skipSpaces()
    var isBack = lead == .forward ? false : lead == .backward ? true : nil
    if lead == .none {
      if cursor.take(anyOf: ["以后", "之后", "后", "from now"]) {
        isBack = false
      } else if cursor.take(anyOf: ["以前", "之前", "前", "ago"]) {
        isBack = true
      }
    }
    if isBack == true {
      // A due day is not in the past: `十天前` may be meant as within ten days.
      switch sense {
      case .due, .dueAfter: throw .unknown
      case .done, .meeting, .bound: break
      }
    }
    var isWithin = lead == .within
    if isBack == nil, lead == .none { isWithin = cursor.take(anyOf: ["以内", "之内", "内"]) }
    if let isBack {
      switch span {
      case .days(let count): return today + (isBack ? -count : count)
      case .months(let count): return months(after: isBack ? -count : count)
      case .workingDays(let count):
        guard !isBack else { throw .unknown }
        return charter.end(of: Length(days: count, inWorkingDays: true), from: today)
      }
    }
    // A length of time gives a due day, not the day something was done.
    guard sense != .done else { throw .unknown }
    switch span {
    case .days(let count): return charter.end(of: Length(days: count), from: today)
    case .workingDays(let count):
      return charter.end(of: Length(days: count, inWorkingDays: true), from: today)
    case .months(let count):
      guard isWithin, let last = months(after: count) else { return nil }
      return charter.end(of: Length(days: last - today), from: today)
    }
  }

  /// A length of time and nothing else: `15天`, `三天`, `两周`, `半个月`, `two weeks`. Nil for any other text,
  /// and for months, which have no length of their own.
  package static func length(_ text: String) -> Length? {
    let text = FullWidth.name(Slice(text))
    if text == "半个月" { return Length(days: 15) }
    if text == "半月" { return Length(days: 15) }
    if let length = try? Length(reading: Slice(text)) { return length }
    var cursor = Cursor(Slice(text.lowercased()))
    guard let count = takeCount(&cursor) else { return nil }
    cursor.skipSpaces()
    let unit = cursor.rest.string
    for fortnight in ["fortnight", "fortnights"] where unit == fortnight {
      return Length(days: 14 * count)
    }
    return try? Length(reading: Slice("\(count) " + unit))
  }

  /// `3`, `三`, `three`, `a`
  static func takeCount(_ cursor: inout Cursor) -> Int? {
    if let number = cursor.takeNumber()?.value ?? cursor.takeChineseNumber() { return number }
    let numbers = [
      "one ", "two ", "three ", "four ", "five ", "six ", "seven ", "eight ", "nine ", "ten ",
      "eleven ", "twelve ",
    ]
    if cursor.take(anyOf: ["a ", "an "]) { return 1 }
    return numbers.firstIndex { cursor.take($0) }.map { $0 + 1 }
  }

  /// The same day of another month; in a shorter month, its last day.
  func months(after count: Int) -> Day? {
    let (year, month) = month(after: count)
    let length = Day.length(ofMonth: month, year: year)
    return Day(year: year, month: month, day: min(today.components.day, length))
  }
}
