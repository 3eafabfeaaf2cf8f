/// Where a name that begins at a place ends, and how little a word is like a name.
extension NamePlaces {
  private static let partEnds = SignSet(of: "和与及以室号户房")
  private static let lastPartEnds = SignSet(of: "说表需在")
  private static let pronouns = SignSet(of: "我你您他她它这那")
  private static let given = WordSet(["桂花", "兰花", "梅花", "文静", "金秋", "阳光", "平安", "和平"])

  /// The places where a name that begins here may end, the likeliest first.
  func ends(from place: Int) -> [Int] {
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
        if text[place..<(place + count)].allSatisfy(\.isHan) { ends.append(place + count) }
      }
    }
    if place + 1 < text.count, NameMasks.isCompound(text[place...(place + 1)]) { add([4, 3]) }
    if NameWords.surnames.contains(text[place]) { add([3, 2]) }
    // 刘　洋: names of two signs are set as wide as those of three.
    if place + 2 < text.count, NamePlaces.blanks.contains(text[place + 1]),
      text[place + 2].isHan,
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
      if text[index].isHan {
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
  func cost(_ place: Int, _ end: Int) -> Int {
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
    if end == text.count || !text[end].isHan { cost -= 3 }
    // Three signs are the commonest.
    return cost * 2 - (end - place == 3 ? 1 : 0)
  }

  /// Whether a word begins like an ordinary one: where nothing after it says that it is a name.
  func beginsOrdinarily(_ range: Range<Int>) -> Bool {
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
  func chain(from place: Int, _ barren: inout Set<Int>) -> [Range<Int>]? {
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
}
