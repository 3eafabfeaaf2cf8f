/// Numbers of homes in a text: `2-1-301`, `3号楼2单元501室`, `三号楼二单元五〇一`, `A座1203`, `flat 12B`.
extension PrivateNumber {
  static func home(_ text: [UInt8], _ start: Int) -> PrivateNumber? {
    let before = start > 0 ? text[start - 1] : UInt8(ascii: " ")
    guard !isDigit(before), before != UInt8(ascii: "-"), !isLetter(before) || !isLetter(text[start])
    else { return nil }
    return numbered(text, start) ?? chinese(text, start) ?? english(text, start)
  }

  private static let buildings = ["号楼", "号院", "栋", "幢", "座", "#楼", "#", "弄"]

  static let figures = "〇零一二三四五六七八九十".map { String($0) }

  private static func numbered(_ text: [UInt8], _ start: Int) -> PrivateNumber? {
    guard text[start] < 0x80 else { return nil }
    var cursor = HomeCursor(text, start)
    // A座1203 is called by a letter.
    let isLettered = isLetter(text[start]) && start + 1 < text.count && !isLetter(text[start + 1])
    if isLettered { cursor.place += 1 } else { guard cursor.number(3) != nil else { return nil } }
    if !isLettered, cursor.sign() {
      let middle = cursor.place
      guard let count = cursor.number(4) else { return nil }
      // 2-1-301, and no day: the last part has a floor and a door.
      if count <= 2, cursor.sign(), let last = cursor.number(4), last >= 3 {
        return PrivateNumber(kind: .home, range: start..<cursor.place)
      }
      // 12-301, and no range of numbers: 10-150元.
      cursor.place = middle
      guard cursor.door(), !cursor.isMeasured else { return nil }
      return PrivateNumber(kind: .home, range: start..<cursor.place)
    }
    guard cursor.word(buildings) else { return nil }
    let afterBuilding = cursor.place
    if cursor.number(2) != nil, !cursor.word(["单元", "门"]), !cursor.sign() {
      cursor.place = afterBuilding
    }
    _ = cursor.letter()
    guard let door = cursor.number(4), door >= 3 else { return nil }
    _ = cursor.word(["室", "号", "户", "房"])
    return PrivateNumber(kind: .home, range: start..<cursor.place)
  }

  private static func chinese(_ text: [UInt8], _ start: Int) -> PrivateNumber? {
    guard text[start] >= 0xE0 else { return nil }
    var cursor = HomeCursor(text, start)
    guard let building = cursor.characters(3), building > 0, cursor.word(buildings) else {
      return nil
    }
    let afterBuilding = cursor.place
    if cursor.characters(2) == nil || !cursor.word(["单元", "门"]) { cursor.place = afterBuilding }
    guard let door = cursor.characters(4), door >= 3 else { return nil }
    _ = cursor.word(["室", "号", "户", "房"])
    return PrivateNumber(kind: .home, range: start..<cursor.place)
  }

  /// `Flat 12B`, `Unit 4-1-301`.
  private static func english(_ text: [UInt8], _ start: Int) -> PrivateNumber? {
    guard isLetter(text[start]) else { return nil }
    var cursor = HomeCursor(text, start)
    let word = text[start...].prefix { isLetter($0) }.map { $0 | 0x20 }
    guard
      ["flat", "unit", "apt", "apartment", "suite", "room"].contains(
        String(decoding: word, as: UTF8.self))
    else { return nil }
    cursor.place += word.count
    _ = cursor.word(["."])
    guard cursor.word([" "]) else { return nil }
    _ = cursor.word(["no. ", "No. ", "#"])
    guard cursor.number(4) != nil else { return nil }
    while cursor.sign(), cursor.number(4) != nil {}
    _ = cursor.letter()
    return PrivateNumber(kind: .home, range: start..<cursor.place)
  }
}

/// Reads the parts of a home's number.
private struct HomeCursor {
  private let text: [UInt8]
  var place: Int

  init(_ text: [UInt8], _ place: Int) { (self.text, self.place) = (text, place) }

  /// Passes a number, and returns how many digits it has.
  mutating func number(_ most: Int) -> Int? {
    let count = text[place...].prefix { PrivateNumber.isDigit($0) }.count
    guard (1...most).contains(count) else { return nil }
    place += count
    return count
  }

  /// The same of a number in Chinese characters.
  mutating func characters(_ most: Int) -> Int? {
    var count = 0
    while count <= most, word(PrivateNumber.figures) { count += 1 }
    return (1...most).contains(count) ? count : nil
  }

  mutating func word(_ words: [String]) -> Bool {
    for word in words where text[place...].starts(with: word.utf8) {
      place += word.utf8.count
      return true
    }
    return false
  }

  mutating func sign() -> Bool { word(["-", "–", "—"]) }

  /// Passes a floor from 1 to 40 and a door from 01 to 12, as in 1203, with nothing after it.
  mutating func door() -> Bool {
    let digits = text[place...].prefix { PrivateNumber.isDigit($0) }.map { Int($0) - 0x30 }
    guard (3...4).contains(digits.count), digits[0] > 0 else { return false }
    let number = digits.reduce(0) { $0 * 10 + $1 }
    guard (1...40).contains(number / 100), (1...12).contains(number % 100) else { return false }
    place += digits.count
    return true
  }

  /// Whether what follows says that the number counts something.
  var isMeasured: Bool {
    [
      "元", "人", "天", "日", "米", "平", "%", "％", "年", "份", "次", "票", "万", "个", "-", ".", "~",
      "kg", "m",
    ]
    .contains { text[place...].starts(with: $0.utf8) }
  }

  /// Passes one letter that stands alone.
  mutating func letter() -> Bool {
    guard place < text.count, PrivateNumber.isLetter(text[place]),
      place + 1 == text.count || !PrivateNumber.isLetter(text[place + 1])
    else { return false }
    place += 1
    return true
  }
}
