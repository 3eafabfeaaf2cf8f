/// Where names of people stand in a Chinese text that are on no list: before ：or a word of saying,
/// before a word of address, after a word for residents, beside a unit.
struct NamePlaces {
  let source: SignText
  let text: [Sign]
  /// Whether a name of several parts could stand anywhere.
  let hasDot: Bool

  init(_ source: SignText) {
    self.source = source
    text = source.signs
    hasDot = text.contains(where: NamePlaces.dots.contains)
  }

  static let dots = SignSet(of: "·•・‧")
  static let blanks = SignSet(of: " \u{3000}")
  private static let doors = SignSet(of: "室号户房")
  private static let unitSigns = SignSet(of: "-－—楼栋幢座元门号院#＃")
  static let hyphens = SignSet(of: "-－")
  static let counts = SignSet(of: "两三四五六几")
  static let people = SignSet(of: "位户家人名")
  static let besideUnit = SignSet(of: " \u{3000}，,的室")
  static let beforeUnit = SignSet(of: " （(，,")
  private static let looseStarts = SignSet(of: "劝到给遇找让叫帮替为了访")
  private static let looseEnds = SignSet(of: "家的去来到再也和与及牵配请退负在给跟同处那这")
  private static let ambiguous = SignSet(of: "人方家平")

  /// The ranges of the names, in the order of the text.
  func all() -> [Range<Int>] { found().all }

  /// The names, and where those begin of which something around them says for certain that they are.
  func found() -> (all: [Range<Int>], sure: Set<Int>) {
    var (all, sure): ([Range<Int>], Set<Int>) = ([], [])
    // Where no list of names begins: none is looked for twice, however long the text.
    var barren: Set<Int> = []
    var place = 0
    while place < text.count {
      guard canBegin(place), let names = names(at: place, &barren),
        let last = names.ranges.last
      else {
        place += 1
        continue
      }
      all += names.ranges
      if names.isSure { sure.formUnion(names.ranges.map(\.lowerBound)) }
      place = last.upperBound
    }
    return (all, sure)
  }

  /// Words that may be names though nothing around them says so: for a person to look at.
  func possible() -> [Range<Int>] {
    var found: [Range<Int>] = []
    var place = 0
    while place < text.count {
      let ends = canBegin(place) && startsLoosely(place) ? self.ends(from: place) : []
      let end = ends.first { end in
        endsLoosely(end) && !beginsOrdinarily(place..<end)
          // 杨树人 may be somebody, if something is said after it.
          || isFollowed(end) && NamePlaces.ambiguous.contains(text[end - 1]) && end - place == 3
            && starts(place)
      }
      guard let end else {
        place += 1
        continue
      }
      found.append(place..<end)
      place = end
    }
    return found
  }

  /// Whether a name could begin here, whatever stands around it.
  private func canBegin(_ place: Int) -> Bool {
    text[place].isHan
      && (hasDot || NameWords.surnames.contains(text[place])
        || place + 1 < text.count && NameMasks.isCompound(text[place...(place + 1)]))
  }

  // MARK: Before a name

  private func names(
    at place: Int, _ barren: inout Set<Int>
  ) -> (ranges: [Range<Int>], isSure: Bool)? {
    if let end = titledEnd(from: place) { return ([place..<end], true) }
    if let end = cellEnd(from: place) { return ([place..<end], true) }
    let beside = isAfterResident(place) || isAfterUnit(place)
    guard beside || starts(place) else { return nil }
    if let chain = chain(from: place, &barren) ?? list(from: place) { return (chain, true) }
    // 居民陈红、李勇来过: those who are joined to a resident are residents.
    var (ranges, next): ([Range<Int>], Int?) = ([], beside ? place : nil)
    while let start = next, let end = besideEnd(from: start, isHome: isAfterUnit(start)) {
      ranges.append(start..<end)
      next = joined(end)
    }
    return ranges.isEmpty ? nil : (ranges, false)
  }

  /// Where a name ends that only what stands before it tells.
  private func besideEnd(from place: Int, isHome: Bool) -> Int? {
    guard isHome || !NameWords.joiningSurnames.contains(text[place]) else { return nil }
    // 居民常反映
    if NameWords.weakSurnames.contains(text[place]),
      NameWords.saying.length(at: place + 1, in: text) != nil
    {
      return nil
    }
    return ends(from: place).filter { !beginsOrdinarily(place..<$0) }
      .min { cost(place, $0) < cost(place, $1) }
  }

  /// 刘芳、马涛、贺强: a list between signs, of which every entry could be a name.
  private func list(from place: Int) -> [Range<Int>]? {
    guard place == 0 || !text[place - 1].isHan else { return nil }
    var (found, start): ([Range<Int>], Int) = ([], place)
    while let end = ends(from: start).first(where: { end in
      !beginsOrdinarily(start..<end) && (end == text.count || !text[end].isHan)
    }) {
      found.append(start..<end)
      guard end < text.count, text[end] == "、", end + 1 < text.count else { break }
      start = end + 1
    }
    guard found.count > 1, let last = found.last else { return nil }
    return last.upperBound == text.count || text[last.upperBound] != "、" ? found : nil
  }

  /// 按成雪梅女士的建议: before a word of address a name needs nothing before it.
  private func titledEnd(from place: Int) -> Int? {
    guard !NameWords.functionSigns.contains(text[place]) else { return nil }
    return ends(from: place).first { end in
      !beginsOrdinarily(place..<end) && NameWords.address.length(at: end, in: text) != nil
        // 主任王女士, 会计王女士: the office has its last sign here.
        && NameWords.offices.length(before: place + 1, in: text) == nil
    }
  }

  /// `| 王洋鹏 |`: a cell of a table that holds nothing else.
  private func cellEnd(from place: Int) -> Int? {
    var start = place
    while start > 0, text[start - 1] == " " { start -= 1 }
    guard start > 0, text[start - 1] == "|" else { return nil }
    return ends(from: place).first { end in
      var next = end
      while next < text.count, text[next] == " " { next += 1 }
      return next < text.count && text[next] == "|" && !beginsOrdinarily(place..<end)
    }
  }

  /// Whether a sentence or a part of one begins.
  private func starts(_ place: Int) -> Bool {
    guard place > 0, text[place - 1].isHan else { return true }
    return NameWords.leads.length(before: place, in: text) { length in
      // 经费 is one word.
      !(length == 1 && OrdinaryWords.contains(text[(place - 1)...place]))
    } != nil
  }

  private func isAfterResident(_ place: Int) -> Bool {
    NameWords.residents.length(before: place, in: text) != nil
  }

  /// `3号楼2单元501 张三`, `12-301李四`: the number of a home stands before it.
  private func isAfterUnit(_ place: Int) -> Bool {
    var index = place
    while index > 0, NamePlaces.blanks.contains(text[index - 1]) { index -= 1 }
    let isDoor = index > 0 && (text[index - 1] == "室" || text[index - 1] == "户")
    if index > 0, NamePlaces.doors.contains(text[index - 1]) { index -= 1 }
    let digits = text[..<index].reversed().prefix { $0.isDigit }.count
    guard (3...4).contains(digits) else { return false }
    if isDoor { return true }
    guard index - digits > 0 else { return false }
    let sign = text[index - digits - 1]
    guard NamePlaces.unitSigns.contains(sign), index - digits > 1 else { return false }
    let before = text[index - digits - 2]
    return before.isDigit || before.isLetter
  }

  // MARK: Possible names

  private func startsLoosely(_ place: Int) -> Bool {
    starts(place) || NamePlaces.looseStarts.contains(text[place - 1])
  }

  private func endsLoosely(_ end: Int) -> Bool {
    guard end < text.count, text[end].isHan else { return true }
    return NamePlaces.looseEnds.contains(text[end])
  }
}
