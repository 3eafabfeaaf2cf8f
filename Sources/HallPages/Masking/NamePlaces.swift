/// Where names of people stand in a Chinese text that are on no list: before ：or a word of saying,
/// before a word of address, after a word for residents, beside a unit.
struct NamePlaces {
  let characters: [Character]
  let text: [Sign]
  /// Whether a name of several parts could stand anywhere.
  private let hasDot: Bool

  init(_ characters: [Character]) {
    self.characters = characters
    text = characters.map { Sign($0) }
    hasDot = text.contains(where: NamePlaces.dots.contains)
  }

  private static let dots = Set<Sign>(of: "·•・‧")
  private static let blanks = Set<Sign>(of: " \u{3000}")
  private static let doors = Set<Sign>(of: "室号户房")
  private static let unitSigns = Set<Sign>(of: "-－—楼栋幢座元门号院#＃")
  static let hyphens = Set<Sign>(of: "-－")
  private static let partEnds = Set<Sign>(of: "和与及以室号户房")
  private static let lastPartEnds = Set<Sign>(of: "说表需在")
  private static let pronouns = Set<Sign>(of: "我你您他她它这那")
  static let counts = Set<Sign>(of: "两三四五六几")
  static let people = Set<Sign>(of: "位户家人名")
  static let besideUnit = Set<Sign>(of: " \u{3000}，,的室")
  static let beforeUnit = Set<Sign>(of: " （(，,")
  private static let looseStarts = Set<Sign>(of: "劝到给遇找让叫帮替为了访")
  private static let looseEnds = Set<Sign>(of: "家的去来到再也和与及牵配请退负在给跟同处那这")
  private static let ambiguous = Set<Sign>(of: "人方家平")
  private static let given = WordSet(["桂花", "兰花", "梅花", "文静", "金秋", "阳光", "平安", "和平"])

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

  /// A figure; 三 is a letter.
  static func isDigit(_ sign: Sign) -> Bool {
    (0x30...0x39).contains(sign.value) || (0xFF10...0xFF19).contains(sign.value)
  }

  static func isHan(_ sign: Sign) -> Bool {
    (0x3400...0x9FFF).contains(sign.value) || (0x20000...0x3FFFF).contains(sign.value)
  }

  /// Whether a name could begin here, whatever stands around it.
  private func canBegin(_ place: Int) -> Bool {
    NamePlaces.isHan(text[place])
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
    guard place == 0 || !NamePlaces.isHan(text[place - 1]) else { return nil }
    var (found, start): ([Range<Int>], Int) = ([], place)
    while let end = ends(from: start).first(where: { end in
      !beginsOrdinarily(start..<end) && (end == text.count || !NamePlaces.isHan(text[end]))
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
    guard place > 0, NamePlaces.isHan(text[place - 1]) else { return true }
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
    let digits = text[..<index].reversed().prefix { NamePlaces.isDigit($0) }.count
    guard (3...4).contains(digits) else { return false }
    if isDoor { return true }
    guard index - digits > 0 else { return false }
    let sign = text[index - digits - 1]
    guard NamePlaces.unitSigns.contains(sign), index - digits > 1 else { return false }
    let before = text[index - digits - 2]
    return NamePlaces.isDigit(before) || characters[index - digits - 2].isLetter
      || NamePlaces.isHan(before)
  }

  // MARK: The name itself

  /// The places where a name that begins here may end, the likeliest first.
  private func ends(from place: Int) -> [Int] {
    // A list may end with the sign that joins.
    guard place < text.count else { return [] }
    if let foreign = foreignEnd(from: place) { return foreign }
    // 王先生, 欧阳老师 have no given name.
    for length in [1, 2] where place + length + 2 <= text.count {
      let isSurname = length == 1 || NameMasks.isCompound(text[place...(place + 1)])
      let rest = text[(place + length)..<(place + length + 2)]
      if isSurname, NameWords.courtesies.contains(rest) { return [] }
    }
    var ends: [Int] = []
    func add(_ counts: [Int]) {
      for count in counts where place + count <= text.count {
        if text[place..<(place + count)].allSatisfy(NamePlaces.isHan) { ends.append(place + count) }
      }
    }
    if place + 1 < text.count, NameMasks.isCompound(text[place...(place + 1)]) { add([4, 3]) }
    if NameWords.surnames.contains(text[place]) { add([3, 2]) }
    // 刘　洋: names of two signs are set as wide as those of three.
    if place + 2 < text.count, NamePlaces.blanks.contains(text[place + 1]),
      NamePlaces.isHan(text[place + 2]),
      NameWords.surnames.contains(text[place]), isFollowed(place + 3)
    {
      ends.append(place + 3)
    }
    return ends.filter { !NameWords.functionSigns.contains(text[$0 - 1]) }
      + ends.filter { NameWords.functionSigns.contains(text[$0 - 1]) }
  }

  /// 阿依古丽·买买提: the places where a name of parts with dots may end; nil if no such name begins here.
  private func foreignEnd(from place: Int) -> [Int]? {
    guard hasDot else { return nil }
    var index = place
    var dot: Int?
    // 最后买买提: the name begins after the word.
    if NameWords.leads.length(at: place, in: text) != nil
      || NameWords.residents.length(at: place, in: text) != nil
    {
      return nil
    }
    while index < text.count, index - place < 20 {
      if NamePlaces.isHan(text[index]) {
        guard index - (dot ?? place) < 7 else { break }
        if NamePlaces.partEnds.contains(text[index])
          || dot != nil && NamePlaces.lastPartEnds.contains(text[index])
        {
          break
        }
        index += 1
      } else if NamePlaces.dots.contains(text[index]), index > place {
        dot = index
        index += 1
      } else {
        break
      }
    }
    guard let dot, dot + 1 < index else { return nil }
    // Three signs are the commonest after the dot.
    return ((dot + 2)...index).sorted { abs($0 - dot - 4) < abs($1 - dot - 4) }
  }

  /// How little a range is like a name after a unit, where only what follows can say where it ends.
  private func cost(_ place: Int, _ end: Int) -> Int {
    var cost = 0
    if NameWords.functionSigns.contains(text[end - 1]) { cost += 3 }
    if end < text.count {
      let next = text[(end - 1)...end]
      if NameWords.following.contains(next) || OrdinaryWords.contains(next) {
        cost += 2
      }
      if end + 1 < text.count, NameWords.following.contains(text[end...(end + 1)]) {
        cost -= 2
      }
    }
    if end == text.count || !NamePlaces.isHan(text[end]) { cost -= 3 }
    // Three signs are the commonest.
    return cost * 2 - (end - place == 3 ? 1 : 0)
  }

  /// Whether a word begins like an ordinary one: where nothing after it says that it is a name.
  private func beginsOrdinarily(_ range: Range<Int>) -> Bool {
    isOrdinary(range)
      || range.count == 3 && OrdinaryWords.contains(text[range].dropLast())
        && !text[range].contains(where: NamePlaces.dots.contains)
  }

  private func isOrdinary(_ range: Range<Int>) -> Bool {
    let word = text[range]
    if OrdinaryWords.contains(word) { return true }
    // 花业主的钱我弃权
    if word.dropFirst().contains(where: NamePlaces.pronouns.contains) { return true }
    // 于周六, 常反映: a word that joins or points, and another word.
    if range.count > 2, NameWords.weakSurnames.contains(word[range.lowerBound]) {
      let rest = word.dropFirst()
      let isSaid = NameWords.saying.length(at: rest.startIndex, in: text) == rest.count
      if !NamePlaces.given.contains(rest), OrdinaryWords.contains(rest) || isSaid {
        return true
      }
    }
    // 和物业, 向业主: the same before a party.
    if range.count > 2, NameWords.bodies.contains(word.dropFirst().prefix(2)) {
      return true
    }
    let surname = NameMasks.isCompound(word.prefix(2)) ? 2 : 1
    if NameWords.courtesies.contains(word.dropFirst(surname)) { return true }
    guard range.count == 3, let last = word.last else { return false }
    return OrdinaryWords.contains(word.dropLast())
      && (NameWords.endings.contains(last) || NameWords.functionSigns.contains(last))
  }

  // MARK: Lists of names

  /// Names that are joined, of which the last stands where a name stands.
  private func chain(from place: Int, _ barren: inout Set<Int>) -> [Range<Int>]? {
    guard !barren.contains(place) else { return nil }
    var ranges: [Range<Int>] = []
    var next: Int? = place
    while let start = next, ranges.count < 200 {
      let fitting = ends(from: start).filter { !isOrdinary(start..<$0) }
      let followed = fitting.first { end in
        isFollowed(end)
          // 司机王师傅: an office, and a surname alone.
          && !(NameWords.titles.length(at: end, in: text) != nil && beginsOrdinarily(start..<end))
      }
      if let end = followed { return ranges + [start..<end] }
      guard let end = fitting.first(where: { joined($0) != nil }) else { break }
      ranges.append(start..<end)
      next = joined(end)
      if let next, barren.contains(next) { break }
    }
    barren.formUnion(ranges.map(\.lowerBound) + [place])
    if let next { barren.insert(next) }
    return nil
  }

  // MARK: Possible names

  private func startsLoosely(_ place: Int) -> Bool {
    starts(place) || NamePlaces.looseStarts.contains(text[place - 1])
  }

  private func endsLoosely(_ end: Int) -> Bool {
    guard end < text.count, NamePlaces.isHan(text[end]) else { return true }
    return NamePlaces.looseEnds.contains(text[end])
  }
}
