/// Names that the record knows, looked for in texts however they are spaced or marked there.
struct KnownNames: Sendable {
  private struct Name {
    let text: String
    /// Its signs as they are compared.
    let signs: [Sign]
    /// Ann B. Lee is Ann Lee too.
    let hasBlank: Bool
    let isLatin: Bool
  }

  /// The first two signs of a name; blanks and dots between them, which a text may leave out, do not
  /// count.
  private struct Beginning: Hashable {
    let first: Sign
    let next: Sign?
  }

  /// Longer names come first, so that 王凯涛 is not taken for 王凯.
  private var names: [Beginning: [Name]] = [:]
  private var firsts = SignSet()

  init(_ all: Set<String>) {
    // Nobody has a name of a hundred signs, and such a one would be compared everywhere.
    for name in all where name.utf8.count <= 120 {
      let signs = SignText(name).signs.map(\.folded)
      guard let first = signs.first, let last = signs.last else { continue }
      firsts.insert(first)
      let next = signs.dropFirst().first { !KnownNames.mayBeMissing($0) }
      names[Beginning(first: first, next: next), default: []].append(
        Name(text: name, signs: signs, hasBlank: signs.contains(" "), isLatin: last.isASCII))
    }
    names = names.mapValues { names in
      names.sorted { ($1.signs.count, $0.text) < ($0.signs.count, $1.text) }
    }
  }

  /// Where they stand, in the order of the text.
  func found(in text: [Sign]) -> [(range: Range<Int>, name: String)] {
    guard !names.isEmpty else { return [] }
    var found: [(Range<Int>, String)] = []
    var place = 0
    while place < text.count {
      if firsts.contains(text[place].folded), let hit = hit(at: place, in: text) {
        found.append(hit)
        place = hit.0.upperBound
      } else {
        place += 1
      }
    }
    return found
  }

  private func hit(at place: Int, in text: [Sign]) -> (Range<Int>, String)? {
    let first = text[place].folded
    // A few signs may stand between the first two of a name.
    var next = place + 1
    while next < text.count, KnownNames.mayBeMissing(text[next]) { next += 1 }
    func among(_ names: [Name]?) -> (Range<Int>, String)? {
      for name in names ?? [] {
        if let end = end(of: name, in: text, from: place) { return (place..<end, name.text) }
      }
      return nil
    }
    if next < text.count,
      let hit = among(names[Beginning(first: first, next: text[next].folded)])
    {
      return hit
    }
    return among(names[Beginning(first: first, next: nil)])
  }

  /// What may stand within a name, or be left out of it.
  private static func mayBeMissing(_ sign: Sign) -> Bool {
    isNothing(sign) || isDot(sign) || sign.isBlank || sign.folded == "."
  }

  /// Where a name that begins at a place ends; nil if it does not stand there. Signs of emphasis and
  /// what takes no room may stand within it, and one blank in a name of two characters.
  private func end(of name: Name, in text: [Sign], from start: Int) -> Int? {
    end(of: name, in: text, from: start, skipsInitials: false)
      ?? (name.hasBlank ? end(of: name, in: text, from: start, skipsInitials: true) : nil)
  }

  /// - Parameter skipsInitials: Ann B. Lee is Ann Lee too.
  private func end(
    of name: Name, in text: [Sign], from start: Int, skipsInitials: Bool
  ) -> Int? {
    var place = start
    for (index, sign) in name.signs.enumerated() {
      if index > 0 {
        while place < text.count, KnownNames.isNothing(text[place]) { place += 1 }
        // Ann  Lee: one blank or several.
        if sign == " ", place < text.count, text[place].isBlank {
          while place + 1 < text.count, text[place + 1].isBlank { place += 1 }
          while skipsInitials, let next = KnownNames.endOfInitial(after: place, in: text) {
            place = next
          }
        }
        if index < 3, place < text.count,
          text[place] == "\u{3000}" || name.signs.count == 2 && text[place] == " "
        {
          place += 1
        }
        // 阿依古丽·买买提 is also written without the dot.
        if KnownNames.isDot(sign), place < text.count, !KnownNames.isDot(text[place]) { continue }
      }
      guard place < text.count,
        text[place].folded == sign || KnownNames.isDot(sign) && KnownNames.isDot(text[place])
      else { return nil }
      place += 1
    }
    // A name in Latin letters stands alone: Ann is not in Annex.
    guard name.isLatin else { return place }
    let isInWord =
      place < text.count && text[place].isLetter || start > 0 && text[start - 1].isLetter
    return isInWord ? nil : place
  }

  /// The blank after a capital, with a full stop or without, that follows a blank.
  private static func endOfInitial(after blank: Int, in text: [Sign]) -> Int? {
    guard blank + 2 < text.count, text[blank + 1].isCapital else { return nil }
    var end = blank + 2
    if text[end].folded == "." { end += 1 }
    guard end < text.count, text[end].isBlank else { return nil }
    while end + 1 < text.count, text[end + 1].isBlank { end += 1 }
    return end
  }

  private static func isDot(_ sign: Sign) -> Bool {
    switch sign {
    case "·", "•", "・", "‧", "．": true
    default: false
    }
  }

  /// `*`, `_`, and signs without width.
  private static func isNothing(_ sign: Sign) -> Bool {
    switch sign {
    case "*", "_", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}": true
    default: false
    }
  }
}
