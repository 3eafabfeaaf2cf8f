import HallSyntax

/// How many columns text takes on a terminal.
///
/// East Asian Wide and Fullwidth characters take two (UAX #11), combining marks take none,
/// Ambiguous ones take one, and so does everything else.
package enum DisplayWidth {
  package static func of(_ text: String) -> Int {
    if let width = plainWidth(of: text) { return width }
    var colour = ColourCode()
    return text.reduce(0) { $0 + (colour.holds($1) ? 0 : of($1)) }
  }

  /// The width of text that consists only of printable ASCII and Han, where each code point is a
  /// separate character whose number determines its width; nil for any other text.
  private static func plainWidth(of text: String) -> Int? {
    var width = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x20...0x7E: width += 1
      case 0x4E00...0x9FFF: width += 2
      default: return nil
      }
    }
    return width
  }

  /// The program's own colour codes have no width: `ESC [ 1 m`. Text that is shown contains no
  /// others.
  private struct ColourCode {
    private var isWithin = false

    /// Whether a character is part of a code; characters are passed in order.
    mutating func holds(_ character: Character) -> Bool {
      if character == "\u{1B}" {
        isWithin = true
        return true
      }
      guard isWithin else { return false }
      isWithin = character.unicodeScalars.first != "m"
      return true
    }
  }

  package static func of(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    if character.unicodeScalars.count > 1,
      character.unicodeScalars.contains(where: { $0.value == 0xFE0F })
    {
      return 2
    }
    return of(first)
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return scalar.value == 0 ? 0 : 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    if scalar.properties.isEmojiPresentation { return 2 }
    return WideCharacter.isWide(scalar.value) ? 2 : 1
  }

  /// The text cut to a width, with `…` where something was left out.
  package static func clipped(_ text: String, to width: Int) -> String {
    guard of(text) > width else { return text }
    var result = ""
    var used = 0
    var colour = ColourCode()
    var isCut = false
    for character in text {
      if colour.holds(character) {
        // A code after the cut that ends a colour is kept.
        result.append(character)
        continue
      }
      let next = of(character)
      isCut = isCut || used + next > width - 1
      guard !isCut else { continue }
      result.append(character)
      used += next
    }
    return result + "…"
  }

  /// The last characters of a text, as many as fit into a width.
  package static func ending(_ text: String, within width: Int) -> String {
    var used = 0
    let end = text.reversed().prefix { character in
      used += of(character)
      return used <= width
    }
    return String(end.reversed())
  }

  /// The text with blanks before it, so that it ends at a width.
  package static func alignedRight(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - of(text))) + text
  }

  /// The text padded with blanks to a width.
  package static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - of(text)))
  }

  /// Characters that must not begin a line in Chinese.
  private static let closing: Set<Character> = [
    "，", "。", "、", "；", "：", "！", "？", "）", "」", "』", "”", "’", "》", "…",
  ]

  /// Characters that must not end one.
  private static let opening: Set<Character> = ["（", "「", "『", "“", "‘", "《"]

  /// The text in lines of a width, broken at the last blank or next to the last wide character, so
  /// that words and numbers stay whole; no line begins with a closing character or ends with an
  /// opening one.
  package static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    // Where the line may end and the next begin; a blank between them is left out.
    var cut: (end: String.Index, next: String.Index)?
    var colour = ColourCode()
    for character in text {
      if colour.holds(character) {
        line.append(character)
        continue
      }
      let next = of(character)
      if character != " ", let last = line.last, last != " ", next == 2 || of(last) == 2,
        !closing.contains(character), !opening.contains(last)
      {
        cut = (line.endIndex, line.endIndex)
      }
      if used + next > max(width, 2), !line.isEmpty {
        let place = character == " " ? nil : cut
        let rest = place.map { String(line[$0.next...]) } ?? ""
        lines.append(place.map { String(line[..<$0.end]) } ?? line)
        line = rest
        used = of(line)
        cut = nil
        if character == " ", line.isEmpty { continue }
      }
      let end = line.endIndex
      line.append(character)
      if character == " " { cut = (end, line.endIndex) }
      used += next
    }
    lines.append(line)
    return lines
  }
}
