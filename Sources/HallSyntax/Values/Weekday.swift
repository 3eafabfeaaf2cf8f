/// The days of the week in words; 1 is Monday, 7 is Sunday.
package enum Weekday {
  private static let zh = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"]
  private static let en = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// `周一`, `Mon`
  package static func name(_ number: Int, _ language: Language) -> String {
    language.pick(zh, en)[(number + 6) % 7]
  }
}

extension ByteCursor {
  private static var englishWeekdays: [[String]] {
    [
      ["monday", "mon"], ["tuesday", "tues", "tue"], ["wednesday", "wed"],
      ["thursday", "thurs", "thu"], ["friday", "fri"], ["saturday", "sat"], ["sunday", "sun"],
    ]
  }

  /// Takes `周三`, `星期日`, `Wed`, `Wednesday`; 0 where the word begins like a weekday but has no valid
  /// number, nil where there is no weekday. `周末` is not a weekday.
  package mutating func takeWeekdayName() -> Int? {
    var ahead = self
    if ahead.take(anyOf: ["星期", "礼拜", "周"]) {
      if ahead.take(anyOf: ["日", "天"]) {
        self = ahead
        return 7
      }
      guard let number = ahead.takeNumber()?.value ?? ahead.takeChineseNumber() else { return nil }
      self = ahead
      return (1...7).contains(number) ? number : 0
    }
    for (place, names) in Self.englishWeekdays.enumerated() where ahead.take(anyOf: names) {
      self = ahead
      return place + 1
    }
    return nil
  }
}
