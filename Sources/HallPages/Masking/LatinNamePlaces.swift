/// Where names of people stand in an English text that are on no list: two words with capitals before a
/// colon or a verb of saying, after Mr, beside the number of a home.
struct LatinNamePlaces {
  private struct Word {
    /// With the initials before it: `J. Brown`.
    let range: Range<Int>
    /// Without them.
    let text: String
    let hasInitial: Bool
    var isCapitalised: Bool { text.first?.isUppercase ?? false }
    /// Whether the word could be a part of a name.
    var isNameLike: Bool {
      isCapitalised && text.count > 1 && !LatinNamePlaces.ordinary.contains(text.lowercased())
    }
  }

  private let source: SignText
  private let text: [Sign]
  private let words: [Word]

  init(_ source: SignText) {
    self.source = source
    text = source.signs
    words = LatinNamePlaces.words(of: source)
  }

  /// The ranges of the names, in the order of the text.
  func all() -> [Range<Int>] {
    var found: [Range<Int>] = []
    // Where no list of names begins: none is looked for twice.
    var barren: Set<Int> = []
    var index = 0
    while index < words.count {
      if !barren.contains(index), let count = count(from: index),
        let names = names(from: index, count, &barren)
      {
        found += names.map {
          words[$0.lowerBound].range.lowerBound..<words[$0.upperBound].range.upperBound
        }
        index = (names.last?.upperBound ?? index) + 1
      } else {
        index += 1
      }
    }
    return found
  }

  /// Two words with capitals of which nothing around them says that they are a name.
  func possible() -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < words.count {
      guard let count = count(from: index), isWhole(index, count) else {
        index += 1
        continue
      }
      found.append(words[index].range.lowerBound..<words[index + count - 1].range.upperBound)
      index += count
    }
    return found
  }

  private static func words(of source: SignText) -> [Word] {
    let text = source.signs
    var words: [Word] = []
    var place = 0
    func isPart(_ sign: Sign) -> Bool { sign.value < 0x2E80 && sign.isLetter }
    func isApostrophe(_ place: Int) -> Bool {
      place < text.count && (text[place] == "'" || text[place] == "’")
    }
    while place < text.count {
      guard isPart(text[place]) else {
        place += 1
        continue
      }
      let start = place
      while place < text.count,
        isPart(text[place])
          || (isApostrophe(place) || text[place] == "-") && place + 1 < text.count
            && isPart(text[place + 1])
      {
        // Ann's: the name ends before it.
        if isApostrophe(place), place + 1 < text.count, text[place + 1].folded == "s",
          place + 2 == text.count || !isPart(text[place + 2])
        {
          break
        }
        place += 1
      }
      let word = source.string(start..<place)
      var (first, hasInitial) = (start, false)
      // Bob J. Brown, J. R. Brown
      while word.count > 1, word.first?.isUppercase ?? false, let last = words.last,
        last.text.count == 1,
        isInitial(last, after: words.dropLast().last, before: first, in: source)
      {
        (first, hasInitial) = (last.range.lowerBound, true)
        words.removeLast()
      }
      words.append(Word(range: first..<place, text: word, hasInitial: hasInitial))
      if isApostrophe(place) { place += 2 }
    }
    return words
  }

  /// Whether one letter is the initial of the name that follows it: `J. Brown`, and not `12B. Brown`, nor
  /// the end of a sentence, as in `plan B. Brown`.
  private static func isInitial(
    _ word: Word, after before: Word?, before place: Int, in source: SignText
  ) -> Bool {
    let start = word.range.lowerBound
    guard word.isCapitalised, word.text != "I", start == 0 || !source.signs[start - 1].isDigit,
      !(before.map { labels.contains($0.text.lowercased()) } ?? false)
    else { return false }
    return [". ", "."].contains(source.string(word.range.upperBound..<place))
  }

  /// Whether words are a name of two parts at least.
  private func isWhole(_ index: Int, _ count: Int) -> Bool {
    count > 1 || words[index].hasInitial
  }

  /// How many words from one on could be a name: two or three, with one blank between them.
  private func count(from index: Int) -> Int? {
    // Mrs Green
    guard
      words[index].isNameLike
        || words[index].isCapitalised && words[index].text.count > 1 && isTitled(index),
      !LatinNamePlaces.titles.contains(words[index].text.lowercased())
    else { return nil }
    var count = 1
    while count < 3, index + count < words.count, words[index + count].isNameLike,
      isOneBlank(index + count - 1)
    { count += 1 }
    // Anna Lee Road is no person.
    if index + count < words.count, words[index + count].isCapitalised,
      isOneBlank(index + count - 1)
    {
      return nil
    }
    if index > 0, words[index - 1].text.count > 1, words[index - 1].isCapitalised,
      isOneBlank(index - 1),
      !LatinNamePlaces.titles.contains(words[index - 1].text.lowercased()),
      !LatinNamePlaces.openings.contains(words[index - 1].text.lowercased())
    {
      return nil
    }
    return count
  }

  private func isOneBlank(_ index: Int) -> Bool {
    let (end, next) = (words[index].range.upperBound, words[index + 1].range.lowerBound)
    return next == end + 1 && text[end] == " "
  }

  /// The names that are joined from a word on, as ranges of words with both ends.
  private func names(
    from start: Int, _ count: Int, _ barren: inout Set<Int>
  ) -> [ClosedRange<Int>]? {
    var (ranges, index, count): ([ClosedRange<Int>], Int, Int) = ([], start, count)
    while true {
      let own = index...(index + count - 1)
      ranges.append(own)
      if isTitled(index)
        || isWhole(index, count) && (isFollowed(own.upperBound) || isAfterHome(index))
      {
        return ranges
      }
      guard isWhole(index, count), let next = joined(own.upperBound), !barren.contains(next),
        let more = self.count(from: next), isWhole(next, more) || isTitled(next)
      else { break }
      (index, count) = (next, more)
    }
    barren.formUnion(ranges.map(\.lowerBound))
    return nil
  }

  private func isTitled(_ index: Int) -> Bool {
    guard index > 0, LatinNamePlaces.titles.contains(words[index - 1].text.lowercased()) else {
      return false
    }
    let between = text[words[index - 1].range.upperBound..<words[index].range.lowerBound]
    return between.allSatisfy { $0 == " " || $0 == "." }
  }

  private func isFollowed(_ index: Int) -> Bool {
    var place = words[index].range.upperBound
    while place < text.count, text[place] == " " { place += 1 }
    guard place < text.count else { return false }
    if text[place] == ":" || text[place] == "：" { return true }
    if text[place] == "(" { return isHome(place + 1) }
    var next = index + 1
    while next < words.count, LatinNamePlaces.between.contains(words[next].text.lowercased()) {
      next += 1
    }
    guard next < words.count, words[index + 1].range.lowerBound == place else { return false }
    let word = words[next].text.lowercased()
    if LatinNamePlaces.saying.contains(word) { return true }
    return (word == "of" || word == "at" || word == "from")
      && isHome(words[next].range.upperBound + 1)
  }

  private func isHome(_ place: Int) -> Bool {
    guard place < text.count else { return false }
    let number = PrivateNumber.all(in: source, place..<min(text.count, place + 20)).first
    return number?.kind == .home && number?.range.lowerBound == place
  }

  /// `Flat 12B, Alice Abbott`
  private func isAfterHome(_ index: Int) -> Bool {
    let end = words[index].range.lowerBound
    let from = max(0, end - 24)
    guard let last = PrivateNumber.all(in: source, from..<end).last, last.kind == .home else {
      return false
    }
    return text[last.range.upperBound..<end].allSatisfy { [" ", ",", ":"].contains($0) }
  }

  /// The word where the next name of a list begins.
  private func joined(_ index: Int) -> Int? {
    guard index + 1 < words.count else { return nil }
    let between = text[words[index].range.upperBound..<words[index + 1].range.lowerBound]
    let signs: [Sign] = [",", ";", "&"]
    guard between.allSatisfy({ $0 == " " || signs.contains($0) }) else { return nil }
    var next = index + 1
    if words[next].text == "and" {
      next += 1
    } else if !between.contains(where: signs.contains) {
      return nil
    }
    // Ann Lee and Mrs Green
    if next < words.count, LatinNamePlaces.titles.contains(words[next].text.lowercased()) {
      next += 1
    }
    return next < words.count ? next : nil
  }

  // MARK: Words

  private static let titles: Set = ["mr", "mrs", "ms", "miss", "mx", "dr"]

  /// Words with a capital that begin a sentence, after which a name may follow.
  private static let openings: Set = [
    "after", "then", "later", "and", "but", "when", "while", "as", "since", "before", "according",
    "for",
    "to", "by", "with", "from", "also", "finally", "first", "today", "yesterday", "here",
    "resident", "owner", "tenant",
  ]

  /// Words after which a letter is a label.
  private static let labels: Set = Set(
    """
    plan option block item tower flat unit building section part phase zone class grade type group team route \
    line gate level stage category schedule exhibit form table figure lot house hall room floor court apartment \
    apt appendix annex clause rule bus step site area row bay pier point question scheme model version
    """.split { $0.isWhitespace }.map(String.init))

  private static let between: Set = [
    "also", "then", "again", "has", "had", "was", "is", "both", "all", "strongly", "still", "never",
    "not",
    "did", "does", "would", "later", "once", "twice", "first",
  ]

  private static let saying: Set = Set(
    """
    said says asked asks suggested suggests reported reports proposed proposes objected objects thinks thought \
    agreed agrees voted votes abstained abstains offered offers wants wanted explained replied complained \
    seconded moved noted felt feels promised raised requested told stated called calls opposed opposes \
    supported supports added mentioned believes believed declined refused apologised apologized spoke speaks \
    insisted warned urged questioned disagreed signed volunteered lives hopes hoped welcomed accepted
    """.split { $0.isWhitespace }.map(String.init))

  /// Words that stand with a capital and are no part of a person's name.
  fileprivate static let ordinary: Set = Set(
    """
    the a an this that these those our their his her its my your some any every each no all both other another \
    nobody everybody everyone somebody someone anyone many most several few one two three four five six seven \
    eight nine ten residents resident owners owner tenants tenant neighbours neighbors neighbour members member \
    board committee council councillor company office officer association authority department ministry \
    manager management property parks park fire brigade police school primary secondary college university \
    hospital library church club centre center community street road lane avenue drive close court square \
    place terrace way bridge river lake green house hall room flat unit apt apartment block building tower \
    floor garden gardens gate lift roof drain light lights rules rule item items agenda minutes motion vote \
    votes decision decisions task tasks action actions matter matters meeting meetings next last new old year \
    annual general special extraordinary ordinary good total cost costs budget fund funds account accounts \
    date time when where who what why how which if in on at by for from to of with without and or but not \
    yes monday tuesday wednesday thursday friday saturday sunday january february march april may june july \
    august september october november december spring summer autumn winter morning afternoon evening \
    questions question answers answer clause article section part annex appendix chair chairman chairwoman \
    chairperson treasurer secretary clerk president director trustee trustees councillors mayor deputy vice \
    city town county district state national local public private joint united north south east west northern \
    southern eastern western main high central water gas electricity power energy waste parking works service \
    services safety health security insurance bank post plan plans project report reports review notice \
    proposal proposals option options result results quorum present absent apologies welcome proxy proxies \
    after before during then later also there here it he she they we you i as is was are were be been has have \
    had do does did can could will would shall should must may might so such same first second third final
    """.split { $0.isWhitespace }.map(String.init))
}
