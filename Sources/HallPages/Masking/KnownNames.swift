/// Names that the record knows, looked for in texts however they are spaced or marked there.
struct KnownNames: Sendable {
  /// By the first two signs of a name; blanks and dots between them, which a text may leave out, do not
  /// count. Longer names come first, so that 王凯涛 is not taken for 王凯.
  private var names: [First: [First?: [[Character]]]] = [:]

  init(_ all: Set<String>) {
    // Nobody has a name of a hundred signs, and such a one would be compared everywhere.
    for name in all where name.utf8.count <= 120 {
      let signs = Array(name)
      guard let first = signs.first else { continue }
      let next = signs.dropFirst().first { !KnownNames.mayBeMissing($0) }
      for first in First.all(of: first) {
        for next in next.map({ First.all(of: $0).map(Optional.some) }) ?? [nil] {
          names[first, default: [:]][next, default: []].append(signs)
        }
      }
    }
    names = names.mapValues { groups in
      groups.mapValues { names in
        names.sorted { ($1.count, String($0)) < ($0.count, String($1)) }
      }
    }
  }

  /// Where they stand, in the order of the text.
  func found(in text: [Character]) -> [(range: Range<Int>, name: String)] {
    guard !names.isEmpty else { return [] }
    var found: [(Range<Int>, String)] = []
    var place = 0
    while place < text.count {
      if let hit = hit(at: place, in: text) {
        found.append(hit)
        place = hit.0.upperBound
      } else {
        place += 1
      }
    }
    return found
  }

  private func hit(at place: Int, in text: [Character]) -> (Range<Int>, String)? {
    guard let groups = names[First(text[place])] else { return nil }
    // A few signs may stand between the first two of a name.
    var next = place + 1
    while next < text.count, KnownNames.mayBeMissing(text[next]) { next += 1 }
    for group in [next < text.count ? groups[First(text[next])] : nil, groups[nil]] {
      for name in group ?? [] {
        if let end = end(of: name, in: text, from: place) { return (place..<end, String(name)) }
      }
    }
    return nil
  }

  /// What may stand within a name, or be left out of it.
  private static func mayBeMissing(_ character: Character) -> Bool {
    isNothing(character) || isDot(character) || character.isWhitespace || folded(character) == "."
  }

  /// Where a name that begins at a place ends; nil if it does not stand there. Signs of emphasis and
  /// what takes no room may stand within it, and one blank in a name of two characters.
  private func end(of name: [Character], in text: [Character], from start: Int) -> Int? {
    end(of: name, in: text, from: start, skipsInitials: false)
      ?? (name.contains(" ") ? end(of: name, in: text, from: start, skipsInitials: true) : nil)
  }

  /// - Parameter skipsInitials: Ann B. Lee is Ann Lee too.
  private func end(
    of name: [Character], in text: [Character], from start: Int, skipsInitials: Bool
  ) -> Int? {
    var place = start
    for (index, character) in name.enumerated() {
      if index > 0 {
        while place < text.count, KnownNames.isNothing(text[place]) { place += 1 }
        // Ann  Lee: one blank or several.
        if character == " ", place < text.count, text[place].isWhitespace {
          while place + 1 < text.count, text[place + 1].isWhitespace { place += 1 }
          while skipsInitials, let next = KnownNames.endOfInitial(after: place, in: text) {
            place = next
          }
        }
        let blanks = name.count == 2 ? " \u{3000}" : "\u{3000}"
        if index < 3, place < text.count, blanks.contains(text[place]) { place += 1 }
        // 阿依古丽·买买提 is also written without the dot.
        if KnownNames.isDot(character), place < text.count, !KnownNames.isDot(text[place]) {
          continue
        }
      }
      guard place < text.count,
        KnownNames.folded(text[place]) == KnownNames.folded(character)
          || KnownNames.isDot(character) && KnownNames.isDot(text[place])
      else { return nil }
      place += 1
    }
    // A name in Latin letters stands alone: Ann is not in Annex.
    guard name.last?.isASCII == true else { return place }
    let isInWord =
      place < text.count && text[place].isLetter || start > 0 && text[start - 1].isLetter
    return isInWord ? nil : place
  }

  /// The blank after a capital, with a full stop or without, that follows a blank.
  private static func endOfInitial(after blank: Int, in text: [Character]) -> Int? {
    guard blank + 2 < text.count, text[blank + 1].isUppercase else { return nil }
    var end = blank + 2
    if folded(text[end]) == "." { end += 1 }
    guard end < text.count, text[end].isWhitespace else { return nil }
    while end + 1 < text.count, text[end + 1].isWhitespace { end += 1 }
    return end
  }

  /// The first sign of a name as it is looked up. Most are one scalar, which is quicker to compare than
  /// a character.
  private enum First: Hashable {
    case scalar(UInt32)
    case varied(Character)

    init(_ character: Character) {
      let scalars = character.unicodeScalars
      if let value = scalars.first?.value, (0x3400...0x9FFF).contains(value), scalars.count == 1 {
        self = .scalar(value)
      } else {
        self = .varied(KnownNames.folded(character))
      }
    }

    /// The keys under which a sign of a name may be looked up: one that is written with another scalar, as
    /// texts from a PDF have them, is equal as a character.
    static func all(of character: Character) -> [First] {
      let own = First(character)
      if case .scalar = own { return [own, .varied(character)] }
      return [own]
    }
  }

  /// Full-width signs and capitals as the small letters that they stand for.
  private static func folded(_ character: Character) -> Character {
    guard let value = character.unicodeScalars.first?.value else { return character }
    let plain = (0xFF01...0xFF5E).contains(value) ? value - 0xFEE0 : value
    guard plain < 0x80, let scalar = Unicode.Scalar(plain) else { return character }
    return Character(Character(scalar).lowercased())
  }

  private static func isDot(_ character: Character) -> Bool { "·•・‧．".contains(character) }

  /// `*`, `_`, and signs without width.
  private static func isNothing(_ character: Character) -> Bool {
    "*_\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}".contains(character)
  }
}
