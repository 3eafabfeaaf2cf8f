import HallSyntax

/// Days as shown to people.
package enum DayText {
  /// `2025-12-01 周一`
  package static func withWeekday(_ day: Day, _ language: Language) -> String {
    day.iso + " " + weekday(day, language)
  }

  /// `周一`
  package static func weekday(_ day: Day, _ language: Language) -> String {
    Weekday.name(day.weekday, language)
  }

  /// A written day with its weekday; any other text unchanged.
  package static func shown(_ text: String, _ language: Language) -> String {
    (try? Day(reading: Slice(text))).map { withWeekday($0, language) } ?? text
  }
}
