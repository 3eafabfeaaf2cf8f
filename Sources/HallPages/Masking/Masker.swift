import HallModel
import HallSyntax
import HallWords

/// Masks residents in what the public reads: their names wherever they stand, names on no list where
/// names stand, and numbers that lead to somebody. The same person has the same mask on all of a page.
///
/// Officers of the other parties stay by name: their office is public.
package struct Masker {
  /// The names of residents and of officers, by their first character, the longest first: 王凯涛 is
  /// not 王凯.
  private var names: [Masker.First: [[Character]]] = [:]
  private var residents: Set<String>
  private let officers: Set<String>
  /// Names of two characters on no list: they are looked for only where a name may stand, as 金明 is
  /// in 资金明细.
  private var shortNames: Set<String> = []
  private var masks = NameMasks()
  /// Words that may be names and were left, in the order of the text.
  package private(set) var possible: [String] = []
  /// The signs of all texts that it was given.
  private(set) var signs = SignFilter()
  /// Names on no list that stood where names stand.
  package private(set) var found: Set<String> = []

  /// - Parameter meeting: whose attendance has residents who are on no roster.
  package init(_ charter: Charter, _ meeting: Meeting?) {
    self.init(ResidentNames(charter, meeting.map { [$0] } ?? []))
  }

  /// - Parameter hall: all of whose documents name residents.
  package init(_ hall: Hall) {
    self.init(ResidentNames(hall.charter, hall.meetings, hall.matters))
  }

  private init(_ known: ResidentNames) {
    (residents, officers) = (known.residents, known.officers)
    index(residents.union(officers))
  }

  /// Names that stand in the place of a name somewhere: they are masked wherever they stand.
  package mutating func learn(_ names: Set<String>) {
    let new = names.subtracting(officers)
    shortNames.formUnion(new.filter { $0.count == 2 })
    residents.formUnion(new.filter { $0.count > 2 })
    index(residents.union(officers))
  }

  private mutating func index(_ all: Set<String>) {
    var byFirst: [First: [[Character]]] = [:]
    // Nobody has a name of a hundred signs, and such a one would be compared everywhere.
    for name in all where name.utf8.count <= 120 {
      if let first = name.first {
        byFirst[First(first), default: []].append(Array(name))
      }
    }
    names = byFirst.mapValues { names in
      names.sorted { ($1.count, String($0)) < ($0.count, String($1)) }
    }
  }

  /// A text with masks in the places of residents and of private numbers.
  package mutating func masked(_ text: String) -> String {
    let characters = Array(text)
    guard !characters.isEmpty else { return text }
    let places = NamePlaces(characters)
    signs.insert(places.text)
    let latin = LatinNamePlaces(characters)
    var found = knownNames(in: characters)
    func isNew(_ range: Range<Int>) -> Bool { !found.contains { $0.range.overlaps(range) } }
    let (inChinese, sure) = places.found()
    for range in inChinese + latin.all() where isNew(range) {
      let name = FullWidth.name(
        Slice(String(characters[range].filter { !$0.isWhitespace || $0.isASCII })))
      found.append((range, name))
      // A guess by what stands before it holds for its own place only.
      if sure.contains(range.lowerBound) || name.first?.isASCII == true { self.found.insert(name) }
    }
    for range in places.possible() + latin.possible() where isNew(range) {
      let name = String(characters[range])
      if shortNames.contains(name) {
        found.append((range, name))
      } else {
        possible.append(name)
      }
    }
    found.removeAll { officers.contains($0.name) }
    var masked: [(range: Range<Int>, mask: String?)] = found.map { ($0.range, nil) }
    let homes = found.flatMap { places.shortUnits(beside: $0.range) }
    for range in PrivateNumber.all(in: characters).map(\.range) + homes
    where !masked.contains(where: { $0.range.overlaps(range) }) {
      masked.append((range, "＊＊＊"))
    }
    guard !masked.isEmpty else { return text }
    let keys = Dictionary(found.map { ($0.range.lowerBound, $0.name) }) { first, _ in first }
    var result = ""
    var place = 0
    for (range, mask) in masked.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      result += String(characters[place..<range.lowerBound])
      result += mask ?? masks.mask(keys[range.lowerBound] ?? "")
      place = range.upperBound
    }
    return result + String(characters[place...])
  }

  // MARK: Known names

  /// Where residents are named whom the record knows, however their names are spaced.
  private func knownNames(in text: [Character]) -> [(range: Range<Int>, name: String)] {
    var found: [(Range<Int>, String)] = []
    var place = 0
    while place < text.count {
      if let hit = names[First(text[place])]?.lazy.compactMap({ name in
        self.end(of: name, in: text, from: place).map { (place..<$0, String(name)) }
      }).first {
        found.append(hit)
        place = hit.0.upperBound
      } else {
        place += 1
      }
    }
    return found
  }

  /// Where a name that begins at a place ends; nil if it does not stand there. Signs of emphasis and
  /// what takes no room may stand within it, and one blank in a name of two characters.
  private func end(of name: [Character], in text: [Character], from start: Int) -> Int? {
    var place = start
    for (index, character) in name.enumerated() {
      if index > 0 {
        while place < text.count, Masker.isNothing(text[place]) { place += 1 }
        // Ann  Lee: one blank or several. Ann B. Lee is she too.
        if character == " ", place < text.count, text[place].isWhitespace {
          while place + 1 < text.count, text[place + 1].isWhitespace { place += 1 }
          if place + 3 < text.count, text[place + 1].isUppercase, text[place + 2] == ".",
            text[place + 3] == " ", index + 1 < name.count,
            Masker.folded(text[place + 1]) != Masker.folded(name[index + 1])
          {
            place += 3
          }
        }
        let blanks = name.count == 2 ? " \u{3000}" : "\u{3000}"
        if index < 3, place < text.count, blanks.contains(text[place]) { place += 1 }
        // 阿依古丽·买买提 is also written without the dot.
        if Masker.isDot(character), place < text.count, !Masker.isDot(text[place]) { continue }
      }
      guard place < text.count,
        Masker.folded(text[place]) == Masker.folded(character)
          || Masker.isDot(character) && Masker.isDot(text[place])
      else { return nil }
      place += 1
    }
    // A name in Latin letters stands alone: Ann is not in Annex.
    guard name.last?.isASCII == true else {
      return name.count == 2 && place == start + 2 && JoinedWords.hide(start, in: text)
        ? nil : place
    }
    let isInWord =
      place < text.count && text[place].isLetter || start > 0 && text[start - 1].isLetter
    return isInWord ? nil : place
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
        self = .varied(Masker.folded(character))
      }
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
