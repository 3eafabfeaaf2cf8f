/// How long an item may take, in minutes.
package struct Minutes: Equatable, Sendable {
  package let count: Int

  /// Reads `20分钟`, `20min`, `1小时`, `1h30m`, `1小时30分`, and as people say it: `半个小时`,
  /// `一个半小时`, `三刻钟`, `half an hour`, `an hour and a half`.
  package init(reading slice: Slice) throws(ValueFault) {
    var cursor = Cursor(slice.trimmed)
    guard !cursor.atEnd else { throw .emptyValue }
    if cursor.next == UInt8(ascii: "-") { throw .negative }
    var total = 0
    if let hours = try Minutes.takeHours(&cursor) {
      total = hours
      cursor.skipSpaces()
      _ = cursor.take(anyOf: ["零", "and "])
      if cursor.atEnd {
        count = total
        return
      }
      if cursor.take(anyOf: ["半", "a half", "half"]) {
        guard cursor.atEnd, total % 60 == 0 else { throw .malformed }
        count = total + 30
        return
      }
    }
    count = total + (try Minutes.takeMinutes(&cursor))
    guard cursor.atEnd else { throw .malformed }
  }

  private static let hourWords = [
    "个小时", "小时", "个钟头", "钟头", "hours", "hour", "h",
  ]

  /// `一个半小时`, `半小时`, `half an hour`: the minutes; nil if the text does not begin with hours.
  private static func takeHours(_ cursor: inout Cursor) throws(ValueFault) -> Int? {
    var ahead = cursor
    if ahead.take(anyOf: ["半个", "半"]), ahead.take(anyOf: ["小时", "钟头"]) {
      cursor = ahead
      return 30
    }
    ahead = cursor
    if ahead.take(anyOf: ["half an hour", "half hour"]) {
      cursor = ahead
      return 30
    }
    guard let hours = takeCount(&ahead) else { return nil }
    ahead.skipSpaces()
    let isAndAHalf = ahead.take(anyOf: ["个半", "and a half "])
    guard ahead.take(anyOf: hourWords) else { return nil }
    guard hours <= 10_000 else { throw .tooLarge }
    cursor = ahead
    return hours * 60 + (isAndAHalf ? 30 : 0)
  }

  /// `30分钟`, `三十分`, `三刻钟`, `30 min`.
  private static func takeMinutes(_ cursor: inout Cursor) throws(ValueFault) -> Int {
    guard let number = takeCount(&cursor) else { throw .malformed }
    cursor.skipSpaces()
    if cursor.take(anyOf: ["刻钟", "刻"]) {
      guard number <= 3 else { throw .malformed }
      return number * 15
    }
    guard cursor.take(anyOf: ["分钟", "分", "minutes", "minute", "mins", "min", "m"]) else {
      throw .malformed
    }
    guard number <= 600_000 else { throw .tooLarge }
    return number
  }

  /// `3`, `三`, `an`, `one`.
  private static func takeCount(_ cursor: inout Cursor) -> Int? {
    if cursor.take(anyOf: ["an ", "one "]) { return 1 }
    return cursor.takeNumber()?.value ?? cursor.takeChineseNumber()
  }

  package func text(_ language: Language) -> String {
    language.say("\(count)分钟", "\(count) min")
  }
}
