import HallSyntax

/// The forms in which people write a day.
extension DateWords {
  /// `周五`, `下周五`, `fri`, `last fri`, `next fri`
  func weekday(_ cursor: inout Cursor) throws(Fault) -> Day? {
    let weeks: [(String, Int)] = [
      ("下下个", 2), ("下下", 2), ("下个", 1), ("下", 1), ("上个", -1), ("上", -1), ("本", 0), ("这个", 0),
      ("这", 0), ("last ", -1), ("this ", 0), ("next ", 1),
    ]
    var ahead = cursor
    let week = weeks.first { ahead.take($0.0) }?.1
    ahead.skipSpaces()
    guard let number = ahead.takeWeekdayName() else { return nil }
    guard (1...7).contains(number) else { throw .impossible }
    cursor = ahead
    let monday = today + (1 - today.weekday)
    let thisWeek = monday + (number - 1)
    if let week { return thisWeek + 7 * week }
    return nearest([thisWeek + -7, thisWeek, thisWeek + 7])
  }

  /// `月底`, `下月底`, `3月底`, `年底`, `明年底`, `eom`, `eoy`, `the end of next month`
  func monthEnd(_ cursor: inout Cursor) -> Day? {
    func last(of month: (year: Int, month: Int)) -> Day? {
      Day(
        year: month.year, month: month.month,
        day: Day.length(ofMonth: month.month, year: month.year))
    }
    let (year, ends) = (today.components.year, ["底", "末"])
    if cursor.take(anyOf: ["the end of ", "end of "]) {
      if cursor.take(anyOf: ["the month", "this month", "month"]) {
        return last(of: month(after: 0))
      }
      if cursor.take("next month") { return last(of: month(after: 1)) }
      if cursor.take("next year") { return Day(year: year + 1, month: 12, day: 31) }
      if cursor.take(anyOf: ["the year", "this year", "year"]) {
        return Day(year: year, month: 12, day: 31)
      }
      let months = takeEnglishMonth(&cursor).map { month in
        (year - 1...year + 1).compactMap { last(of: ($0, month)) }
      }
      return months.flatMap(nearest)
    }
    if cursor.take(anyOf: ["年底", "年末", "eoy"]) {
      return nearest([year - 1, year].compactMap { Day(year: $0, month: 12, day: 31) })
    }
    if cursor.take(anyOf: ["月底", "月末", "eom"]) {
      return nearest([last(of: month(after: -1)), last(of: month(after: 0))].compactMap { $0 })
    }
    let named = takeYear(&cursor)
    if let named, cursor.take(anyOf: ["底", "末", "年底", "年末"]) {
      return Day(year: named, month: 12, day: 31)
    }
    if named == nil, let offset = takeMonthName(&cursor) {
      return cursor.take(anyOf: ends) ? last(of: month(after: offset)) : nil
    }
    guard let number = DateWords.takeCount(&cursor), (1...12).contains(number), cursor.take("月"),
      cursor.take(anyOf: ends)
    else { return nil }
    if let named { return last(of: (named, number)) }
    return nearest((year - 1...year + 1).compactMap { last(of: ($0, number)) })
  }

  private func takeYear(_ cursor: inout Cursor) -> Int? {
    let years: [(String, Int)] = [("今年", 0), ("明年", 1), ("后年", 2), ("去年", -1), ("前年", -2)]
    return years.first { cursor.take($0.0) }.map { today.components.year + $0.1 }
  }

  private func takeMonthName(_ cursor: inout Cursor) -> Int? {
    let months: [(String, Int)] = [
      ("下个月", 1), ("下月", 1), ("上个月", -1), ("上月", -1), ("本月", 0), ("这个月", 0),
    ]
    return months.first { cursor.take($0.0) }?.1
  }

  /// `10-15`, `10/15`, `10月15日`, `十月十五日`, `明年3月1日`, `下月5号`, `15日`
  func dayOfMonth(_ cursor: inout Cursor) throws(Fault) -> Day? {
    let year = takeYear(&cursor)
    if year == nil, let offset = takeMonthName(&cursor) {
      guard let day = DateWords.takeCount(&cursor), cursor.take(anyOf: ["日", "号"]) else {
        return nil
      }
      let month = month(after: offset)
      guard let found = Day(year: month.year, month: month.month, day: day) else {
        throw .impossible
      }
      return found
    }
    guard let first = DateWords.takeCount(&cursor) else { return nil }
    if year == nil, cursor.take(anyOf: ["日", "号"]) { return try dayOfAnyMonth(first) }
    guard let (month, day) = try takeMonthAndDay(first, &cursor) else { return nil }
    guard let year else { return try dayOfYear(month: month, day: day) }
    guard let found = Day(year: year, month: month, day: day) else { throw .impossible }
    return found
  }

  private func takeMonthAndDay(
    _ first: Int, _ cursor: inout Cursor
  ) throws(Fault) -> (month: Int, day: Int)? {
    if cursor.take("月") {
      guard let day = DateWords.takeCount(&cursor), cursor.take(anyOf: ["日", "号"]) || cursor.atEnd
      else {
        return nil
      }
      return (first, day)
    }
    let isSlash = cursor.take("/")
    guard isSlash || cursor.take("-") || cursor.take("."), let second = cursor.takeNumber()?.value
    else { return nil }
    // In English, 5/6 may be the fifth of June or the sixth of May.
    if isSlash, charter.language == .en, first <= 12, second <= 12, first != second {
      throw .ambiguous(
        try dayOfYear(month: first, day: second), try dayOfYear(month: second, day: first))
    }
    return (first, second)
  }

  /// `15日`: of this month, or of the nearest month that has that day.
  func dayOfAnyMonth(_ day: Int) throws(Fault) -> Day {
    let candidates = (-2...2).map { month(after: $0) }
      .compactMap { Day(year: $0.year, month: $0.month, day: day) }
    guard let found = nearest(candidates) else { throw .impossible }
    return found
  }

  /// `oct 15`, `15 oct`, `15th of October 2025`
  func englishDate(_ cursor: inout Cursor) throws(Fault) -> Day? {
    let day: Int
    let month: Int
    if let first = takeEnglishMonth(&cursor) {
      cursor.skipSpaces()
      guard let number = takeOrdinal(&cursor) else { return nil }
      (month, day) = (first, number)
    } else {
      _ = cursor.take("the ")
      guard let number = takeOrdinal(&cursor) else { return nil }
      if isOrdinal(cursor) { return try dayOfAnyMonth(number) }
      cursor.skipSpaces()
      _ = cursor.take("of ")
      cursor.skipSpaces()
      guard let second = takeEnglishMonth(&cursor) else { return nil }
      (month, day) = (second, number)
    }
    var ahead = cursor
    _ = ahead.take(",")
    ahead.skipSpaces()
    guard let year = ahead.takeNumber(), year.digits == 4 else {
      return try dayOfYear(month: month, day: day)
    }
    cursor = ahead
    guard let found = Day(year: year.value, month: month, day: day) else { throw .impossible }
    return found
  }

  /// Whether nothing follows the `th` of `15th`.
  private func isOrdinal(_ cursor: Cursor) -> Bool {
    guard cursor.atEnd, cursor.index > cursor.bytes.startIndex else { return false }
    return !isDigit(cursor.bytes[cursor.index - 1])
  }

  private func takeOrdinal(_ cursor: inout Cursor) -> Int? {
    guard let number = cursor.takeNumber() else { return nil }
    _ = cursor.take(anyOf: ["st", "nd", "rd", "th"])
    return number.value
  }

  func takeEnglishMonth(_ cursor: inout Cursor) -> Int? {
    let names = [
      ["january", "jan"], ["february", "feb"], ["march", "mar"], ["april", "apr"], ["may"],
      ["june", "jun"], ["july", "jul"], ["august", "aug"], ["september", "sept", "sep"],
      ["october", "oct"], ["november", "nov"], ["december", "dec"],
    ]
    guard let month = names.firstIndex(where: { cursor.take(anyOf: $0) }) else { return nil }
    _ = cursor.take(".")
    return month + 1
  }
}
