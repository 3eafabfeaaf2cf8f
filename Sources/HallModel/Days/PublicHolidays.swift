import HallSyntax

/// The public holidays of China as the State Council announced them, year by year: the days off,
/// and the weekend days that are worked instead.
package struct PublicHolidays: Sendable {
  package let year: Int
  /// The days off, as `01-28` or `01-28/02-04`.
  fileprivate let offWords: String
  fileprivate let workedWords: String

  /// The years whose arrangement is known. A new one is announced each November: add it here.
  package static let known: [PublicHolidays] = [
    PublicHolidays(
      year: 2025,
      offWords: "01-01 01-28/02-04 04-04/04-06 05-01/05-05 05-31/06-02 10-01/10-08",
      workedWords: "01-26 02-08 04-27 09-28 10-11"),
    PublicHolidays(
      year: 2026,
      offWords:
        "01-01/01-03 02-15/02-23 04-04/04-06 05-01/05-05 06-19/06-21 09-25/09-27 10-01/10-07",
      workedWords: "01-04 02-14 02-28 05-09 09-20 10-10"),
  ]

  package static func of(_ year: Int) -> PublicHolidays? { known.first { $0.year == year } }

  /// The lines of 日历 for this year.
  package func lines(_ language: Language) -> [(keyword: Keyword, value: String)] {
    let to = language.say(" 至 ", " to ")
    func values(_ words: String) -> [String] {
      words.split(separator: " ").map { word in
        word.split(separator: "/").map { "\(year)-\($0)" }.joined(separator: to)
      }
    }
    return values(offWords).map { (.dayOff, $0) } + values(workedWords).map { (.workingDay, $0) }
  }
}
