import HallSyntax

/// The forms in which people write a day.
extension DateWords {
  /// `周五`, `下周五`, `fri`, `last fri`
  func weekday(_ cursor: inout Cursor) throws(Fault) -> Day? {
    let weeks: [(String, Int)] = [
      ("下下个", 2), ("下下", 2), ("下个", 1), ("下", 1), ("上个", -1), ("上", -1), ("本", 0), ("这个", 0),
      ("这", 0), ("last ", -1), ("this ", 0),
    ]
    var ahead = cursor
    let isNextInEnglish = ahead.take("next ")
    let week = isNextInEnglish ? nil : weeks.first { ahead.take($0.0) }?.1
    ahead.skipSpaces()
    guard let number = ahead.takeWeekdayName() else { return nil }
    guard (1...7).contains(number) else { throw .impossible }
    cursor = ahead
    let monday = today + (1 - today.weekday)
    let thisWeek = monday + (number - 1)
    if isNextInEnglish {
      // To some people "next Friday", said on a Tuesday, is this week's, and to others next week's.
      if thisWeek > today { throw .ambiguous(thisWeek, thisWeek + 7) }
      return thisWeek + 7
    }
    if let week { return thisWeek + 7 * week }
    return nearest([thisWeek + -7, thisWeek, thisWeek + 7])
  }

  /// `月底`, `下月底`, `年底`, `eom`, `eoy`
  func monthEnd(_ cursor: inout Cursor) -> Day? {
    func last(of month: (year: Int, month: Int)) -> Day? {
      Day(
        year: month.year, month: month.month,
        day: Day.length(ofMonth: month.month, year: month.year))
    }
    let year = today.components.year
    if cursor.take(anyOf: ["年底", "年末", "eoy"]) {
      return nearest([year - 1, year].compactMap { Day(year: $0, month: 12, day: 31) })
    }
    let months: [(String, Int)] = [
      ("下个月", 1), ("下月", 1), ("上个月", -1), ("上月", -1), ("本月", 0), ("这个月", 0),
    ]
    var ahead = cursor
    if let offset = months.first(where: { ahead.take($0.0) })?.1, ahead.take(anyOf: ["底", "末"]) {
      cursor = ahead
      return last(of: month(after: offset))
    }
    guard cursor.take(anyOf: ["月底", "月末", "eom"]) else { return nil }
    return nearest([last(of: month(after: -1)), last(of: month(after: 0))].compactMap { $0 })
  }

  /// `3天后`, `两周后`, `3天前`, `+3d`, `in 3 days`, `5个工作日`, `5wd`, `半个月后`
  func counted(_ cursor: inout Cursor) throws(Fault) -> Day? {
    let isForward = cursor.take("+")
    let isBackward = !isForward && cursor.take("-")
    let saysIn = cursor.take("in ")
    cursor.skipSpaces()
    if cursor.take("半个月") { return try counted(days: 15, &cursor, inWorkingDays: false) }
    guard let count = takeCount(&cursor) else { return nil }
    guard count <= 3650 else { throw .impossible }
    cursor.skipSpaces()
    let sign = isBackward ? -1 : 1
    if cursor.take(anyOf: ["个工作日", "工作日", "working days", "working day", "wd"]) {
      guard !isBackward else { throw .unknown }
      return try counted(days: count, &cursor, inWorkingDays: true)
    }
    if cursor.take(anyOf: ["个月", "months", "month", "mo"]) {
      let back = takeBack(&cursor)
      guard back != nil || isForward || isBackward || saysIn else { return nil }
      return months(after: (back == true ? -1 : sign) * count)
    }
    let isWeeks = cursor.take(anyOf: ["个星期", "星期", "个礼拜", "礼拜", "周", "weeks", "week", "w"])
    let isDayOfMonth = !isWeeks && cursor.take("日")
    guard isWeeks || isDayOfMonth || cursor.take(anyOf: ["天", "days", "day", "d"]) else {
      return nil
    }
    // `15日` alone is the fifteenth of a month, or a number of days.
    if isDayOfMonth, cursor.atEnd, !isForward, !isBackward, !saysIn, count <= 31 {
      let dayOfMonth = try dayOfAnyMonth(count)
      guard sense != .done else { return dayOfMonth }
      throw .ambiguous(dayOfMonth, charter.end(of: Length(days: count), from: today))
    }
    let days = count * (isWeeks ? 7 : 1)
    if isForward || isBackward || saysIn { return today + sign * days }
    return try counted(days: days, &cursor, inWorkingDays: false)
  }

  /// Reads what follows a length: `后`, `前`, `内`, `ago`, or nothing.
  ///
  /// `3天内` and `3天` are a length of time to do something in, which by law ends on a working day
  /// (Civil Code 203); `3天后` is the third day from today.
  private func counted(
    days: Int, _ cursor: inout Cursor, inWorkingDays: Bool
  ) throws(Fault) -> Day? {
    let length = Length(days: days, inWorkingDays: inWorkingDays)
    if let isBack = takeBack(&cursor) {
      guard inWorkingDays else { return today + (isBack ? -days : days) }
      guard !isBack else { throw .unknown }
      return charter.end(of: length, from: today)
    }
    _ = cursor.take(anyOf: ["以内", "之内", "内"])
    // A length of time gives a due day, not the day something was done.
    guard sense != .done else { throw .unknown }
    return charter.end(of: length, from: today)
  }

  private func takeBack(_ cursor: inout Cursor) -> Bool? {
    cursor.skipSpaces()
    if cursor.take(anyOf: ["以后", "之后", "后", "from now"]) { return false }
    return cursor.take(anyOf: ["以前", "之前", "前", "ago"]) ? true : nil
  }

  private func takeCount(_ cursor: inout Cursor) -> Int? {
    cursor.takeNumber()?.value ?? cursor.takeChineseNumber()
  }

  /// The same day of another month; in a shorter month, its last day.
  private func months(after count: Int) -> Day? {
    let (year, month) = month(after: count)
    let length = Day.length(ofMonth: month, year: year)
    return Day(year: year, month: month, day: min(today.components.day, length))
  }

  /// `10-15`, `10/15`, `10月15日`, `十月十五日`, `明年3月1日`, `下月5号`, `15日`
  func dayOfMonth(_ cursor: inout Cursor) throws(Fault) -> Day? {
    let years: [(String, Int)] = [("今年", 0), ("明年", 1), ("后年", 2), ("去年", -1), ("前年", -2)]
    let year = years.first { cursor.take($0.0) }.map { today.components.year + $0.1 }
    let months: [(String, Int)] = [
      ("下个月", 1), ("下月", 1), ("上个月", -1), ("上月", -1), ("本月", 0), ("这个月", 0),
    ]
    if year == nil, let offset = months.first(where: { cursor.take($0.0) })?.1 {
      guard let day = takeCount(&cursor), cursor.take(anyOf: ["日", "号"]) else { return nil }
      let month = month(after: offset)
      guard let found = Day(year: month.year, month: month.month, day: day) else {
        throw .impossible
      }
      return found
    }
    guard let first = takeCount(&cursor) else { return nil }
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
      guard let day = takeCount(&cursor), cursor.take(anyOf: ["日", "号"]) || cursor.atEnd else {
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
  private func dayOfAnyMonth(_ day: Int) throws(Fault) -> Day {
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
      guard let number = takeOrdinal(&cursor) else { return nil }
      cursor.skipSpaces()
      _ = cursor.take("of ")
      cursor.skipSpaces()
      guard let second = takeEnglishMonth(&cursor) else { return nil }
      (month, day) = (second, number)
    }
    _ = cursor.take(",")
    cursor.skipSpaces()
    guard let year = cursor.takeNumber() else { return try dayOfYear(month: month, day: day) }
    guard year.digits == 4 else { return nil }
    guard let found = Day(year: year.value, month: month, day: day) else { throw .impossible }
    return found
  }

  private func takeOrdinal(_ cursor: inout Cursor) -> Int? {
    guard let number = cursor.takeNumber() else { return nil }
    _ = cursor.take(anyOf: ["st", "nd", "rd", "th"])
    return number.value
  }

  private func takeEnglishMonth(_ cursor: inout Cursor) -> Int? {
    let names = [
      ["january", "jan"], ["february", "feb"], ["march", "mar"], ["april", "apr"], ["may"],
      ["june", "jun"], ["july", "jul"], ["august", "aug"], ["september", "sept", "sep"],
      ["october", "oct"], ["november", "nov"], ["december", "dec"],
    ]
    return names.firstIndex { cursor.take(anyOf: $0) }.map { $0 + 1 }
  }
}
