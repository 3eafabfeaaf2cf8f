import HallModel
import HallSyntax
import HallWords

/// Masks residents in what the public reads: their names wherever they stand, names on no list where
/// names stand, and numbers that lead to somebody. The same person has the same mask on all of a page.
///
/// Officers of the other parties stay by name: their office is public.
package struct Masker {
  /// The names of residents and of officers.
  private var names: KnownNames
  private var residents: Set<String>
  private let officers: Set<String>
  private let residentOfficers: Set<String>
  /// Names of two characters on no list: they are looked for only where a name may stand, as 金明 is
  /// in 资金明细.
  private var shortNames: Set<String> = []
  private var masks = NameMasks()
  /// Words that may be names and were left, in the order of the text.
  package private(set) var possible: [String] = []
  /// The signs of all texts that it was given.
  private(set) var signs = SignFilter()
  /// Residents who stood in a text and stayed by name because of an office.
  package private(set) var shownResidents: Set<String> = []
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
    residentOfficers = known.residentOfficers
    names = KnownNames(residents.union(officers))
  }

  /// Names that stand in the place of a name somewhere: they are masked wherever they stand.
  package mutating func learn(_ names: Set<String>) {
    let new = names.subtracting(officers)
    shortNames.formUnion(new.filter { $0.count == 2 })
    residents.formUnion(new.filter { $0.count > 2 })
    self.names = KnownNames(residents.union(officers))
  }

  /// A text with masks in the places of residents and of private numbers.
  package mutating func masked(_ text: String) -> String {
    guard !text.isEmpty else { return text }
    let source = SignText(text)
    signs.insert(source.signs)
    let places = NamePlaces(source)
    let latin = LatinNamePlaces(source)
    var found: [(range: Range<Int>, name: String)] = []
    var taken = [Bool](repeating: false, count: source.signs.count)
    func isNew(_ range: Range<Int>) -> Bool { !taken[range].contains(true) }
    func take(_ range: Range<Int>) { for place in range { taken[place] = true } }
    func add(_ range: Range<Int>, _ name: String) {
      found.append((range, name))
      take(range)
    }
    for (range, name) in names.found(in: source.signs) {
      // 资金明细: whoever publishes looks whether 金明 is meant.
      if JoinedWords.hide(range, in: places.text) {
        if !officers.contains(name) { possible.append(name) }
        take(range)
      } else {
        add(range, name)
      }
    }
    let (inChinese, sure) = places.found()
    for range in inChinese + latin.all() where isNew(range) {
      let name = FullWidth.name(
        Slice(source.string(range).filter { !$0.isWhitespace || $0.isASCII }))
      add(range, name)
      // A guess by what stands before it holds for its own place only, and Brown is a colour too.
      if sure.contains(range.lowerBound) || name.first?.isASCII == true && name.contains(" ") {
        self.found.insert(name)
      }
    }
    for range in places.possible() + latin.possible() where isNew(range) {
      let name = source.string(range)
      if shortNames.contains(name) {
        add(range, name)
      } else {
        possible.append(name)
      }
    }
    // An officer stays by name.
    for (range, name) in found where officers.contains(name) {
      if residentOfficers.contains(name) { shownResidents.insert(name) }
      for place in range { taken[place] = false }
    }
    found.removeAll { officers.contains($0.name) }
    var masked: [(range: Range<Int>, mask: String?)] = found.map { ($0.range, nil) }
    let homes = found.flatMap { places.shortUnits(beside: $0.range) }
    for range in PrivateNumber.all(in: source).map(\.range) + homes
    where isNew(range) {
      masked.append((range, "＊＊＊"))
      take(range)
    }
    guard !masked.isEmpty else { return text }
    let keys = Dictionary(found.map { ($0.range.lowerBound, $0.name) }) { first, _ in first }
    var result = ""
    var place = 0
    for (range, mask) in masked.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      result += source.string(place..<range.lowerBound)
      result += mask ?? masks.mask(keys[range.lowerBound] ?? "")
      place = range.upperBound
    }
    return result + source.string(place..<source.signs.count)
  }
}
