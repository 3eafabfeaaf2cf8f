import HallSyntax

/// Days as people read them.
enum DayText {
  private static let zh = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"]
  private static let en = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// `2025-12-01 周一`
  static func withWeekday(_ day: Day, _ language: Language) -> String {
    day.iso + " " + weekday(day, language)
  }

  /// `周一`
  static func weekday(_ day: Day, _ language: Language) -> String {
    (language == .zh ? zh : en)[day.weekday - 1]
  }

  /// A written day with its weekday; any other words as they stand.
  static func shown(_ text: String, _ language: Language) -> String {
    (try? Day(reading: Slice(text))).map { withWeekday($0, language) } ?? text
  }
}
