import HallSyntax

/// Reads the hours of a meeting as people write them: `下午3点`, `2点半`, `14点30分`, `3pm`, and two of
/// them with a dash between.
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

  private struct Time {
    let minutes: Int
    /// The part of the day that is written with it.
    let part: Part?

    var text: String { TimeOfDay(minutes: minutes).text }
  }

  private enum Part { case morning, noon, afternoon }

  private static let parts: [(word: String, part: Part)] = [
    ("上午", .morning), ("早上", .morning), ("早晨", .morning), ("清早", .morning),
    ("中午", .noon), ("下午", .afternoon), ("傍晚", .afternoon), ("晚上", .afternoon),
  ]

  private static let hours = [
    "十二", "十一", "十", "九", "八", "七", "六", "五", "四", "三", "两", "二", "一",
  ]

  /// - Parameter start: when reading an end, the beginning, whose part of the day it shares.
  private static func time(_ cursor: inout Cursor, after start: Time?) -> Time? {
    var part = parts.first { cursor.take($0.word) }?.part
    cursor.skipSpaces()
    guard let hour = number(&cursor), hour <= 24 else { return nil }
    var minute = 0
    var isSaid = false
    if cursor.take(anyOf: [":", "："]) {
      guard let value = cursor.takeNumber(), value.digits == 2 else { return nil }
      minute = value.value
    } else if cursor.take(anyOf: ["点钟", "点整", "点", "时"]) {
      isSaid = true
      if cursor.take("半") {
        minute = 30
      } else if cursor.take("一刻") {
        minute = 15
      } else if cursor.take("三刻") {
        minute = 45
      } else if let value = cursor.takeNumber() {
        minute = value.value
        _ = cursor.take("分")
      }
    } else if part != nil || !isHalfOfDay(cursor) {
      return nil
    }
    guard minute < 60 else { return nil }
    cursor.skipSpaces()
    if part == nil {
      if cursor.take(anyOf: ["pm", "PM", "p.m."]) { part = .afternoon }
      if cursor.take(anyOf: ["am", "AM", "a.m."]) { part = .morning }
    }
    var minutes = hour * 60 + minute
    switch part {
    case .morning: if hour == 12 { minutes -= 720 }
    case .noon: if hour < 10 { minutes += 720 }
    case .afternoon: if hour < 12 { minutes += 720 }
    case nil:
      let begins = start?.minutes ?? 0
      // The end of `下午3点到5点` is in the afternoon, and so is that of `11点到1点`.
      let isLater = isSaid && hour < 12 && minutes < begins
      if isSaid, hour < 7 || isLater { minutes += hour < 12 ? 720 : 0 }
    }
    guard minutes <= 24 * 60 else { return nil }
    return Time(minutes: minutes, part: part)
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
