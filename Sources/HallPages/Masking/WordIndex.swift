/// Words that are looked for at places of a text: by their first sign after a place, by their last
/// before it.
struct WordIndex: Sendable {
  private var byFirst: [Sign: [[Sign]]] = [:]
  private var byLast: [Sign: [[Sign]]] = [:]

  init(_ words: [String]) {
    for word in words.sorted(by: { $0.count > $1.count }) {
      let signs = word.unicodeScalars.map { Sign($0) }
      guard let first = signs.first, let last = signs.last else { continue }
      byFirst[first, default: []].append(signs)
      byLast[last, default: []].append(signs)
    }
  }

  /// The length of the longest word that begins at a place; nil if none does.
  func length(at place: Int, in text: [Sign]) -> Int? {
    guard place < text.count, let words = byFirst[text[place]] else { return nil }
    return words.first { word in
      place + word.count <= text.count && text[place..<(place + word.count)].elementsEqual(word)
    }?.count
  }

  /// The length of the longest word that ends before a place and satisfies a condition; nil if none
  /// does.
  func length(
    before place: Int, in text: [Sign], where fits: (Int) -> Bool = { _ in true }
  ) -> Int? {
    guard place > 0, let words = byLast[text[place - 1]] else { return nil }
    return words.first { word in
      place >= word.count && text[(place - word.count)..<place].elementsEqual(word)
        && fits(word.count)
    }?.count
  }
}

/// Words of at most three signs, asked whether a word is one of them.
struct WordSet: Sendable {
  private let keys: Set<UInt64>

  init(_ words: some Sequence<String>) {
    keys = Set(words.compactMap { WordSet.key($0.unicodeScalars.map { Sign($0) }[...]) })
  }

  func contains(_ word: ArraySlice<Sign>) -> Bool {
    WordSet.key(word).map { keys.contains($0) } ?? false
  }

  /// A scalar has 21 bits.
  private static func key(_ word: ArraySlice<Sign>) -> UInt64? {
    guard (1...3).contains(word.count) else { return nil }
    return word.reduce(0) { $0 << 21 | UInt64($1.value) }
  }
}
