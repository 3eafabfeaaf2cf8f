import HallSyntax

/// Reads hours as people write them: `下午3点`, `下午三点半`, `2点半`, `14点30分`, `3pm`, and two of them
/// with a dash between.
package enum HourWords {
  /// The hours in the written form, as in `15:00-16:30`; nil for words that give no hour.
  ///
  /// `2点半` without a part of the day is in the afternoon: nobody meets at night. `2:30` is taken
  /// literally.
  package static func written(_ text: String) -> String? {
    var cursor = Cursor(Slice(text).trimmed)
    guard let first = time(&cursor, after: nil) else { return nil }
    cursor.skipSpaces()
    guard !cursor.atEnd else { return first.text }
    guard cursor.take(anyOf: ["-", "–", "—", "至", "到", "~", "to "]) else { return nil }
    cursor.skipSpaces()
    guard let last = time(&cursor, after: first), cursor.atEnd else { return nil }
    return first.text + "-" + last.text
  }

  /// One hour as it was said.
  package struct Time {
    package let minutes: Int
    /// The part of the day that is said with it.
    package let part: Part?
    /// Whether it is in the afternoon though nothing says so.
    package let isAssumed: Bool

    var text: String { TimeOfDay(minutes: minutes).text }
  }

  package enum Part { case early, forenoon, noon, afternoon, evening }

  private static let parts: [(word: String, part: Part)] = [
    ("上午", .forenoon), ("早上", .early), ("早晨", .early), ("清早", .early), ("清晨", .early),
    ("今早", .early), ("凌晨", .early), ("中午", .noon), ("下午", .afternoon),
    ("傍晚", .afternoon), ("晚上", .evening), ("今晚", .evening),
  ]

  private static let hours = [
    "十二", "十一", "十", "九", "八", "七", "六", "五", "四", "三", "两", "二", "一",
  ]

  /// - Parameter start: when reading an end, the beginning, whose part of the day it shares.
  package static func time(_ cursor: inout Cursor, after start: Time? = nil) -> Time? {
    var part = parts.first { cursor.take($0.word) }?.part
    cursor.skipSpaces()
    guard let hour = number(&cursor), hour <= 24 else { return nil }
    var minute = 0
    var isSaid = false
    if let value = takeMinutes(&cursor) {
      minute = value
    } else if cursor.take(anyOf: ["点钟", "点整", "点", "时"]) {
      isSaid = true
      if cursor.take("半") {
        minute = 30
      } else if cursor.take("一刻") {
        minute = 15
      } else if cursor.take("三刻") {
        minute = 45
      } else {
        let hasNought = cursor.take(anyOf: ["零", "〇"])
        let value = cursor.takeNumber()?.value ?? cursor.takeChineseNumber()
        guard value != nil || !hasNought else { return nil }
        minute = value ?? 0
        if value != nil { _ = cursor.take(anyOf: ["分钟", "分"]) }
      }
    } else if part != nil || !isHalfOfDay(cursor) {
      return nil
    }
    guard minute < 60 else { return nil }
    cursor.skipSpaces()
    if part == nil {
      if cursor.take(anyOf: ["pm", "PM", "p.m."]) { part = .afternoon }
      if cursor.take(anyOf: ["am", "AM", "a.m."]) { part = .early }
    }
    var minutes = hour * 60 + minute
    var isAssumed = false
    switch part {
    case .early: if hour == 12 { minutes -= 720 }
    case .forenoon: break
    case .noon: if hour < 10 { minutes += 720 }
    case .afternoon: if hour < 12 { minutes += 720 }
    case .evening:
      // 晚上12点 is midnight; 晚上1点 is the next day.
      guard hour >= 5 else { return nil }
      if hour <= 12 { minutes += 720 }
    case nil:
      let begins = start?.minutes ?? 0
      // The end of `下午3点到5点` is in the afternoon, and so is that of `11点到1点`.
      let isLater = isSaid && hour < 12 && minutes < begins
      isAssumed = isSaid && (hour < 7 || isLater)
      if isAssumed { minutes += 720 }
    }
    guard minutes <= 24 * 60 else { return nil }
    return Time(minutes: minutes, part: part, isAssumed: isAssumed)
  }

  /// The minutes in digits: `:30`, and in English also `.30pm`.
  private static func takeMinutes(_ cursor: inout Cursor) -> Int? {
    var ahead = cursor
    let isDot = ahead.take(".")
    guard isDot || ahead.take(":"), let value = ahead.takeNumber(), value.digits == 2,
      !isDot || isHalfOfDay(ahead)
    else { return nil }
    cursor = ahead
    return value.value
  }

  /// Whether `am` or `pm` follows.
  private static func isHalfOfDay(_ cursor: Cursor) -> Bool {
    var ahead = cursor
    ahead.skipSpaces()
    return ahead.take(anyOf: ["pm", "PM", "p.m.", "am", "AM", "a.m."])
  }

  private static func number(_ cursor: inout Cursor) -> Int? {
    if let value = cursor.takeNumber() { return value.digits <= 2 ? value.value : nil }
    guard let place = hours.firstIndex(where: { cursor.take($0) }) else { return nil }
    return [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 2, 1][place]
  }
}
