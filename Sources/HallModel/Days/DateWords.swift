import HallSyntax

/// Reads days as people write them: `10-15`, `下周五`, `月底前`, `3天后`, `5个工作日`, `fri`, `+3d`, and
/// the hour after one: `下周四下午两点半`. What each word means is in docs/days.md.
///
/// Weeks start on Monday. A text that may mean two days, or none, is a fault and never a guess.
package struct DateWords: Sendable {
  /// What the day is for, which decides the year of `10-15` and the week of `周五`.
  package enum Sense: Sendable, Equatable {
    /// A day to come, or today: the last on which something may be done.
    case due
    /// The same, of something decided on an earlier day. Of the days without a year it is the one
    /// nearest to today that is not before that day.
    case dueAfter(Day)
    /// A day in the past, or today.
    case done
    /// The day of a meeting: one to come, but its agenda may be written up afterwards.
    case meeting
    /// The first or last day of a period: one to come, or today.
    case bound
  }

  package enum Fault: Error, Equatable, Sendable {
    /// The text is not a day.
    case unknown
    /// The calendar has no such day.
    case impossible
    /// It may mean either day.
    case ambiguous(Day, Day)
    /// The day is another day of the week than the text says.
    case otherWeekday(Day)
    /// It says an hour where only a day counts.
    case hasHour(Day)
  }

  /// A day, and the hours after it if they were said, as in `14:30-16:00`.
  package struct Moment: Equatable, Sendable {
    package let day: Day
    package let hours: String?

    /// - Parameter hours: nil for a day alone.
    package init(_ day: Day, hours: String? = nil) { (self.day, self.hours) = (day, hours) }
  }

  let today: Day
  let sense: Sense
  let charter: Charter

  package init(today: Day, sense: Sense, charter: Charter) {
    self.today = today
    self.sense = sense
    self.charter = charter
  }

  /// The day that a text means, which says no hour.
  package func day(_ text: String) throws(Fault) -> Day {
    let moment = try moment(text)
    guard moment.hours == nil else { throw .hasHour(moment.day) }
    return moment.day
  }

  /// The day that a text means, with the hours if it says any.
  package func moment(_ text: String) throws(Fault) -> Moment {
    let words = Slice(DateWords.whole(DateWords.joined(text))).trimmed
    guard !words.isEmpty else { throw .unknown }
    func whole(
      _ read: (inout Cursor) throws(Fault) -> Day?
    ) throws(Fault) -> Moment? {
      var cursor = Cursor(words)
      skipLead(&cursor)
      guard let day = try read(&cursor) else { return nil }
      return try moment(day, cursor)
    }
    if let found = try whole(written) { return found }
    if let found = try whole(named) { return found }
    if let found = try whole(weekday) { return found }
    if let found = try whole(monthEnd) { return found }
    if let found = try whole(counted) { return found }
    if let found = try whole(dayOfMonth) { return found }
    if let found = try whole(englishDate) { return found }
    throw .unknown
  }

  // MARK: Around the day

  /// `今晚` is `今天晚上`.
  private static func whole(_ text: String) -> String {
    for (short, long) in [
      ("今晚", "今天晚上"), ("明晚", "明天晚上"), ("后晚", "后天晚上"), ("今早", "今天早上"), ("明早", "明天早上"),
    ] where text.hasPrefix(short) {
      return long + text.dropFirst(short.count)
    }
    return text
  }

  /// The text without the blanks that separate nothing: only between two letters or digits they do.
  private static func joined(_ text: String) -> String {
    func separates(_ character: Character?) -> Bool {
      guard let scalar = character?.unicodeScalars.first else { return false }
      return (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
        || scalar.properties.isAlphabetic && scalar.isASCII
    }
    var joined = ""
    var isBlank = false
    for character in text {
      if character.isWhitespace {
        isBlank = true
        continue
      }
      if isBlank, separates(joined.last), separates(character) { joined += " " }
      isBlank = false
      joined.append(character)
    }
    return joined
  }

  /// Whether a day is the last on which something may be done.
  private var isLimit: Bool {
    switch sense {
    case .due, .dueAfter: true
    case .done, .meeting, .bound: false
    }
  }

  /// `by Friday`, `最晚周五`, `on Friday`
  private func skipLead(_ cursor: inout Cursor) {
    guard !cursor.take("on "), isLimit else { return }
    _ = cursor.take(anyOf: ["no later than ", "by ", "最晚", "最迟", "不晚于", "截至", "截止到", "到"])
  }

  /// What follows a day: its weekday, `前`, an hour, or nothing. Nil for anything else.
  private func moment(_ day: Day, _ read: Cursor) throws(Fault) -> Moment? {
    var cursor = read
    do throws(ValueFault) { try cursor.skipWeekday(of: day) } catch { throw .otherWeekday(day) }
    cursor.skipSpaces()
    _ = takeBefore(&cursor)
    if cursor.atEnd { return Moment(day) }
    _ = cursor.take(anyOf: [",", "、", "at "])
    var words = cursor.rest.string
    if isLimit, let word = DateWords.before.first(where: words.hasSuffix) {
      words.removeLast(word.count)
    }
    return HourWords.written(words).map { Moment(day, hours: $0) }
  }

  private static let before = ["下班前", "下班之前", "之前", "以前", "前"]

  /// `月底前`: the day itself is the last.
  func takeBefore(_ cursor: inout Cursor) -> Bool {
    isLimit && cursor.take(anyOf: DateWords.before + ["为止"])
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
      ("the day after tomorrow", 2), ("day after tomorrow", 2),
    ]
    return names.first { cursor.take($0.0) }.map { today + $0.1 }
  }

  // MARK: Choosing the year, the month or the week

  /// The nearest of the days that a rule gives for a range of years or months, before or after
  /// today as the sense requires; today counts.
  func nearest(_ candidates: [Day]) -> Day? {
    switch sense {
    case .due, .dueAfter, .meeting, .bound: candidates.filter { $0 >= today }.min()
    case .done: candidates.filter { $0 <= today }.max()
    }
  }

  /// A month and a day without a year. 02-29 is the next, or the last, one that exists.
  func dayOfYear(month: Int, day: Int) throws(Fault) -> Day {
    let year = today.components.year
    // Two leap days are at most eight years apart.
    let candidates = (year - 8...year + 8).compactMap { Day(year: $0, month: month, day: day) }
    guard let found = nearest(candidates) else { throw .impossible }
    if case .dueAfter(let start) = sense {
      func distance(_ day: Day) -> Int { abs(day - today) }
      return candidates.filter { $0 >= start }.min { distance($0) < distance($1) } ?? found
    }
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
