import HallModel
import HallSyntax
import HallSheets
import HallWords

/// The text of a new hall.
struct NewHall {
  let name: String
  let community: String?
  let language: Language
  /// Seconds east of Greenwich.
  let zone: Int
  let year: Int
  /// Whether the public holidays of China are written.
  let hasHolidays: Bool
  /// The rows of the roster; nil if it is private.
  let roster: [RosterSheet.Entry]?

  /// The public holidays of this year and the next, as far as they are known.
  var holidays: [PublicHolidays] {
    hasHolidays ? [year, year + 1].compactMap(PublicHolidays.of) : []
  }

  var text: String {
    var text = "---\n"
    for (keyword, value) in front {
      text += "\(keyword.word(language)): \(value)\n"
    }
    text += "---\n\n# \(oneLine(name))\n\n"
    text += "## \(Keyword.parties.word(language))\n\n"
    for (party, part) in NewHall.parties {
      text += "- \(party.word(language)): \(part.word(language))\n"
    }
    text += "\n## \(Keyword.roster.word(language))\n\n"
    text += roster.map { RosterPlan.tableText($0.map(RosterPlan.cells), language) } ?? notHere
    if !holidays.isEmpty {
      text += "\n## \(Keyword.calendar.word(language))\n\n"
      for (keyword, value) in holidays.flatMap({ $0.lines(language) }) {
        text += "- \(keyword.word(language)): \(value)\n"
      }
    }
    return text
  }

  private var front: [(Keyword, String)] {
    let isChinese = language == .zh
    var front: [(Keyword, String)] = [(.hall, oneLine(name))]
    if let community { front.append((.community, oneLine(community))) }
    return front + [
      (.language, language.rawValue), (.timeZone, ZoneOffset(seconds: zone).text),
      (.format, String(HallFormat.newest)),
      (.noticePeriod, isChinese ? "3天" : "3 days"),
      (.revisitPeriod, isChinese ? "15天" : "15 days"),
    ]
  }

  /// The five default parties, with their parts.
  private static let parties: [(Keyword, Keyword)] = [
    (.residents, .votes), (.property, .votes), (.units, .votes), (.departments, .observes),
    (.communityParty, .convenes),
  ]

  private var notHere: String {
    Phrase(
      zh: "名册在 private/roster.md，不进 git。\n",
      en: "The roster is in private/roster.md, which stays out of git.\n")[language]
  }

  private func oneLine(_ text: String) -> String {
    Slice(
      String(
        decoding: text.unicodeScalars.map { scalar in
          VisibleText.isHostile(scalar) ? " " : scalar
        }.flatMap { String($0).utf8 }, as: UTF8.self)
    ).trimmed.string
  }
}
