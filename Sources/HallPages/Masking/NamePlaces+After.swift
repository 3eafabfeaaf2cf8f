/// What stands after a name: a colon, what somebody says, the number of a home, the next name.
extension NamePlaces {
  /// Where the next name of a list begins.
  func joined(_ end: Int) -> Int? {
    var index = end
    while index < text.count, text[index] == " " { index += 1 }
    guard index < text.count else { return nil }
    switch text[index] {
    case "、", "，", ",", "和", "与", "及", "跟", "同": index += 1
    case "以" where index + 1 < text.count && text[index + 1] == "及": index += 2
    default: return nil
    }
    while index < text.count, text[index] == " " { index += 1 }
    return index
  }

  func isFollowed(_ end: Int) -> Bool {
    var index = end
    while index < text.count, text[index] == "*" { index += 1 }
    let end = index
    while index < text.count, text[index] == " " { index += 1 }
    guard index < text.count else { return false }
    switch text[index] {
    case "：", ":": return true
    case "（", "(": return isResidentInBrackets(index + 1)
    case "等": return true
    default: break
    }
    if text[index].isDigit { return isUnit(index) }
    guard index == end else { return false }
    if NameWords.titles.length(at: end, in: text) != nil || isCountOfPeople(end) { return true }
    // 李国庆在群里说
    if end < text.count, text[end] == "在" {
      for place in (end + 2)..<(end + 8)
      where NameWords.saying.length(at: place, in: text) != nil {
        return text[end..<place].allSatisfy(\.isHan)
      }
    }
    // At most two words stand between a name and what somebody says.
    var place = end
    for _ in 0..<3 {
      if NameWords.saying.length(at: place, in: text) != nil { return true }
      guard let length = NameWords.between.length(at: place, in: text) else { return false }
      place += length
    }
    return false
  }

  /// 三位居民, 两家: how many people were listed.
  func isCountOfPeople(_ place: Int) -> Bool {
    place + 1 < text.count && NamePlaces.counts.contains(text[place])
      && NamePlaces.people.contains(text[place + 1])
  }

  /// （3号楼501）, （业主）.
  func isResidentInBrackets(_ place: Int) -> Bool {
    place < text.count && (isUnit(place) || NameWords.residents.length(at: place, in: text) != nil)
  }

  func isUnit(_ place: Int) -> Bool {
    let first = PrivateNumber.all(in: source, place..<min(text.count, place + 16)).first
    return first.map { $0.kind == .home && $0.range.lowerBound == place } ?? false
      || isShortUnit(place)
  }

  /// `12-301`: a building and a door, which alone could be a range of numbers.
  func isShortUnit(_ place: Int) -> Bool { shortUnitEnd(place) != nil }

  func shortUnitEnd(_ place: Int) -> Int? {
    let building = text[place...].prefix { $0.isDigit }.count
    let sign = place + building
    guard (1...3).contains(building), sign < text.count, NamePlaces.hyphens.contains(text[sign])
    else {
      return nil
    }
    let door = text[(sign + 1)...].prefix { $0.isDigit }.count
    return (3...4).contains(door) ? sign + 1 + door : nil
  }

  /// The numbers of homes beside a name that alone could be ranges of numbers: `12-301 张三`.
  func shortUnits(beside name: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = name.lowerBound
    func skipBlanks() {
      while start > 0, NamePlaces.besideUnit.contains(text[start - 1]) { start -= 1 }
    }
    skipBlanks()
    if let length = NameWords.residents.length(before: start, in: text) {
      start -= length
      skipBlanks()
    }
    let end = start
    while start > 0,
      text[start - 1].isDigit || NamePlaces.hyphens.contains(text[start - 1])
    {
      start -= 1
    }
    if start < end, shortUnitEnd(start) == end { found.append(start..<end) }
    var next = name.upperBound
    while next < text.count, NamePlaces.beforeUnit.contains(text[next]) { next += 1 }
    if next < text.count, let last = shortUnitEnd(next) { found.append(next..<last) }
    return found
  }
}
