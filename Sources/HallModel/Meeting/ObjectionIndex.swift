import HallSyntax

/// The days and the people of objections, made once: a text is looked through once, however many
/// there are and however often it names one.
struct ObjectionIndex: Sendable {
  private var days: [Int32: [Int]] = [:]
  private var names: [String: [Int]] = [:]
  /// The lengths of the names, the longest first.
  private var lengths: [Int] = []
  /// What each says, without its day and its person.
  private let words: [String]

  init(_ objections: [Objection]) {
    words = objections.map { ObjectionText($0.text).text.string }
    for (place, objection) in objections.enumerated() {
      if let day = objection.day { days[day.number, default: []].append(place) }
      guard let who = objection.who else { continue }
      // `居民/周九` is also called 周九.
      let bare = who.split(separator: "/").last.map(String.init) ?? who
      for name in Set([who, bare]) where !name.isEmpty { names[name, default: []].append(place) }
    }
    lengths = Set(names.keys.map(\.count)).sorted(by: >)
  }

  /// The objections whose day is written anywhere in a text.
  func places(byDayIn text: Slice) -> Set<Int> {
    var found: Set<Int> = []
    var index = text.startIndex
    while index < text.endIndex {
      var cursor = Cursor(text[index...])
      if isDigit(FullWidth.byte(in: text, at: index).byte), let day = try? cursor.takeDay() {
        found.formUnion(days[day.number] ?? [])
        index = cursor.index
      } else {
        index += FullWidth.byte(in: text, at: index).length
      }
    }
    return found
  }

  /// The objections whose person is named in a text. The longest names are looked for first: an
  /// answer to 周九斤 does not name 周九.
  ///
  /// - Parameter isKnown: whether the objection at a place is looked at.
  func places(byPersonIn text: String, where isKnown: (Int) -> Bool) -> Set<Int> {
    let characters = Array(text)
    var isTaken = [Bool](repeating: false, count: characters.count)
    var found: Set<Int> = []
    for length in lengths where length <= characters.count {
      for start in 0...(characters.count - length) {
        let range = start..<start + length
        guard let named = names[String(characters[range])],
          ObjectionIndex.isWhole(range, of: characters),
          !isTaken[range].contains(true)
        else { continue }
        let known = named.filter(isKnown)
        guard !known.isEmpty else { continue }
        found.formUnion(known)
        for place in range { isTaken[place] = true }
      }
    }
    return found
  }

  /// The objections of which a text quotes words between quotation marks: 「费用偏高」. A quotation that
  /// is all that somebody said means that one alone.
  ///
  /// - Parameter places: those that are looked at.
  func places(byWordsIn text: String, among places: Set<Int>) -> Set<Int> {
    var found: Set<Int> = []
    for quotation in ObjectionIndex.quoted(in: text) {
      let whole = places.filter { words[$0] == quotation }
      found.formUnion(whole.isEmpty ? places.filter { words[$0].contains(quotation) } : whole)
    }
    return found
  }

  private static func quoted(in text: String) -> [String] {
    var found: [String] = []
    var rest = text[...]
    while let open = rest.firstIndex(where: { "「“『\"".contains($0) }) {
      rest = rest[rest.index(after: open)...]
      guard let close = rest.firstIndex(where: { "」”』\"".contains($0) }) else { break }
      if close > rest.startIndex { found.append(String(rest[..<close])) }
      rest = rest[rest.index(after: close)...]
    }
    return found
  }

  /// Whether a name stands by itself: one of Latin letters is a whole word.
  private static func isWhole(_ range: Range<Int>, of characters: [Character]) -> Bool {
    func isLatin(_ place: Int) -> Bool {
      characters.indices.contains(place) && characters[place].isLetter && characters[place].isASCII
    }
    let (first, last) = (range.lowerBound, range.upperBound - 1)
    return !(isLatin(first) && isLatin(first - 1) || isLatin(last) && isLatin(last + 1))
  }
}
