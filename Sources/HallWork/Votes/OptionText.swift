import HallModel
import HallSyntax
import HallWords

/// An option and its votes as a person types them: `甲: 40`, `方案：整体更换: 30`, `Bill Brook 5`.
package enum OptionText {
  /// Splits at the colon before a count or sides, or at the colon that ends the text. If there is no
  /// such colon, names may follow, and it splits at the first one. Nil if the text has no colon.
  package static func atColon(_ text: String) -> (label: String, votes: String)? {
    let colons = text.indices.filter { ":：".contains(text[$0]) }
    guard let first = colons.first else { return nil }
    let colon = colons.first { isCount(text[text.index(after: $0)...], orEmpty: true) } ?? first
    return (trimmed(text[..<colon]), trimmed(text[text.index(after: colon)...]))
  }

  /// Splits at the first blank before a count, or at the first blank if there is no count. Nil if
  /// the text has no blank.
  package static func atBlank(_ text: String) -> (label: String, votes: String)? {
    let blanks = text.indices.filter { text[$0].isWhitespace }
    guard let first = blanks.first else { return nil }
    let blank = blanks.first { isCount(text[$0...], orEmpty: false) } ?? first
    return (trimmed(text[..<blank]), trimmed(text[blank...]))
  }

  /// Splits before the digits after a name: `乔木40票`. Without a unit they belong to the name.
  package static func atDigit(_ text: String) -> (label: String, votes: String)? {
    guard let last = text.last, !last.isNumber, last != "." else { return nil }
    let digits = text.indices.filter { text[$0].isNumber }
    guard let digit = digits.first(where: { isCount(text[$0...], orEmpty: false) }) else {
      return nil
    }
    return (trimmed(text[..<digit]), trimmed(text[digit...]))
  }

  package static func isCount(_ text: String) -> Bool { isCount(text[...], orEmpty: false) }

  private static func isCount(_ text: Substring, orEmpty: Bool) -> Bool {
    let slice = Slice(FullWidth.name(Slice(String(text))))
    guard !slice.isEmpty else { return orEmpty }
    return (try? Count(reading: slice)) != nil || BallotEntry.hasSides(slice)
  }

  private static func trimmed(_ text: Substring) -> String { Slice(String(text)).trimmed.string }
}
