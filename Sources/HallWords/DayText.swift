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

  /// `2025年12月1日`, `2025-12-01`: as letters and notices have it.
  package static func long(_ day: Day, _ language: Language) -> String {
    let (year, month, date) = day.components
    return language.say("\(year)年\(month)月\(date)日", day.iso)
  }

  /// A written day with its weekday, and its hours if it has any; any other text unchanged.
  package static func shown(_ text: String, _ language: Language) -> String {
    guard let moment = try? Moment(reading: Slice(text)) else { return text }
    let hours = [moment.start, moment.end].compactMap { $0?.text }.joined(separator: "-")
    return withWeekday(moment.day, language) + (hours.isEmpty ? "" : " " + hours)
  }
}
