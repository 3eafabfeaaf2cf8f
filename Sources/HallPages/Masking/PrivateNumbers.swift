import HallSyntax

/// Numbers in a text that lead to a person: phones, identity numbers, plates, bank cards, homes. They
/// are found by their own form, so that a sum, a day or an area is not taken for one.
struct PrivateNumber: Equatable {
  enum Kind: Equatable { case phone, identity, passport, plate, card, home, mail }

  let kind: Kind
  let range: Range<Int>

  /// All of them in a part of a text, in its order; their ranges count its signs. Full-width signs are
  /// read like those of ASCII.
  static func all(in text: SignText, _ part: Range<Int>? = nil) -> [PrivateNumber] {
    let part = part ?? text.signs.indices
    guard text.signs[part].contains(where: mayBeIn) else { return [] }
    var bytes: [UInt8] = []
    /// The sign that each of them belongs to.
    var places: [Int] = []
    bytes.reserveCapacity(text.bytes.count)
    places.reserveCapacity(text.bytes.count)
    for place in part {
      let (sign, length) = (text.signs[place].narrow, text.bytes(of: place).count)
      // Only a character of one scalar is read as ASCII: x with an accent is not x.
      if sign.isASCII, length == (sign == text.signs[place] ? 1 : 3) {
        bytes.append(UInt8(truncatingIfNeeded: sign.value))
        places.append(place)
      } else {
        for index in text.bytes(of: place) {
          bytes.append(text.bytes[index])
          places.append(place)
        }
      }
    }
    return all(in: bytes).map { number in
      let (first, last) = (number.range.lowerBound, number.range.upperBound - 1)
      return PrivateNumber(kind: number.kind, range: places[first]..<(places[last] + 1))
    }
  }

  /// Whether a sign is one of those without which no number is in a text: a figure, or that of an
  /// address of mail.
  private static func mayBeIn(_ sign: Sign) -> Bool {
    sign.isDigit || sign.narrow == "@" || figureSigns.contains(sign)
  }

  private static let figureSigns = SignSet(of: figures.joined())

  /// The same; the ranges count bytes.
  private static func all(in text: [UInt8]) -> [PrivateNumber] {
    let mayBeMail = text.contains(UInt8(ascii: "@"))
    var found: [PrivateNumber] = []
    var place = 0
    while place < text.count {
      guard mayBegin(text, place) else {
        place += 1
        continue
      }
      if let number = areaInBrackets(text, place) ?? digits(text, place) ?? toldPhone(text, place)
        ?? (mayBeMail ? mail(text, place) : nil) ?? passport(text, place) ?? plate(text, place)
        ?? home(text, place)
      {
        let end =
          number.kind == .phone ? extended(text, number.range.upperBound) : number.range.upperBound
        found.append(PrivateNumber(kind: number.kind, range: number.range.lowerBound..<end))
        place = end
      } else {
        // Any other number is skipped to its last digit, so that no part of it is taken for a phone.
        let isDigit = PrivateNumber.isDigit(text[place])
        place += 1
        while isDigit, place < text.count, PrivateNumber.isDigit(text[place]) { place += 1 }
      }
    }
    return found
  }

  /// Whether a number of any kind could begin at a place, by the sign there.
  private static func mayBegin(_ text: [UInt8], _ place: Int) -> Bool {
    let byte = text[place]
    guard byte >= 0x80 else {
      return isDigit(byte) || isLetter(byte) || "(._+-".utf8.contains(byte)
    }
    guard byte >= 0xE0, place + 2 < text.count else { return false }
    return signs.contains(sign(text, place))
  }

  /// The three bytes of a sign as one number.
  private static func sign(_ text: [UInt8], _ place: Int) -> UInt32 {
    UInt32(text[place]) << 16 | UInt32(text[place + 1]) << 8 | UInt32(text[place + 2])
  }

  /// The signs of provinces and the Chinese figures.
  private static let signs = provinces.union(figures.map { sign(Array($0.utf8), 0) })

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  // MARK: Numbers of digits

  /// Digits, which may be parted by single blanks and hyphens: `138 0000 0000`, `010-62345678`.
  private static func digits(_ text: [UInt8], _ start: Int) -> PrivateNumber? {
    guard isDigit(text[start]) else { return nil }
    if start > 0, isDigit(text[start - 1]) || isLetter(text[start - 1]) { return nil }
    var numbers: [UInt8] = []
    var ends: [Int] = []
    /// How many digits stand before each blank or hyphen.
    var cuts: [Int] = []
    var place = start
    while place < text.count, numbers.count < 20 {
      let byte = text[place]
      if isDigit(byte) {
        numbers.append(byte - 0x30)
        place += 1
        ends.append(place)
      } else if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-"), place + 1 < text.count,
        isDigit(text[place + 1])
      {
        cuts.append(numbers.count)
        place += 1
      } else {
        break
      }
    }
    // A number of 17 digits and X.
    if numbers.count == 17, place < text.count, text[place] | 0x20 == UInt8(ascii: "x"),
      isIdentity(numbers, last: 10)
    {
      return PrivateNumber(kind: .identity, range: start..<(place + 1))
    }
    // A part of a longer number is no phone.
    let isPart =
      start > 1 && isDigit(text[start - 2])
      && (text[start - 1] == UInt8(ascii: " ") || text[start - 1] == UInt8(ascii: "-"))
    // 13812345678 3号楼: another number may follow after a blank.
    for count in [numbers.count] + cuts.reversed() {
      if let kind = kind(of: Array(numbers.prefix(count)), isPart: isPart) {
        return PrivateNumber(kind: kind, range: start..<ends[count - 1])
      }
    }
    guard (7...8).contains(numbers.count), !isPart, let end = ends.last,
      end - start > numbers.count, isLocalPhone(text, start, end)
    else { return nil }
    return PrivateNumber(kind: .phone, range: start..<end)
  }

  /// What so many digits are by themselves; nil if they could be anything.
  private static func kind(of digits: [UInt8], isPart: Bool) -> Kind? {
    switch digits.count {
    case 18 where isIdentity(Array(digits.dropLast()), last: Int(digits[17])): .identity
    case 16...19 where isCard(digits): .card
    case 11 where digits[0] == 1 && digits[1] >= 3: .phone
    case 13 where digits.starts(with: [8, 6, 1]) && digits[3] >= 3: .phone
    case 10...12 where digits[0] == 0 && !isPart: .phone
    default: nil
    }
  }

  /// `(010)62345678`: the area stands in brackets.
  private static func areaInBrackets(_ text: [UInt8], _ start: Int) -> PrivateNumber? {
    guard text[start] == UInt8(ascii: "("), start + 1 < text.count, text[start + 1] == 0x30 else {
      return nil
    }
    let area = text[(start + 1)...].prefix { isDigit($0) }.count
    var place = start + 1 + area
    guard (3...4).contains(area), place < text.count, text[place] == UInt8(ascii: ")") else {
      return nil
    }
    place += 1
    while place < text.count, text[place] == UInt8(ascii: " ") || text[place] == UInt8(ascii: "-") {
      place += 1
    }
    let count = text[place...].prefix { isDigit($0) }.count
    guard (7...8).contains(count) else { return nil }
    return PrivateNumber(kind: .phone, range: start..<(place + count))
  }

  /// `电话62345678`: seven or eight digits that the text calls a phone.
  private static func toldPhone(_ text: [UInt8], _ start: Int) -> PrivateNumber? {
    guard isDigit(text[start]), start > 0, !isDigit(text[start - 1]) else { return nil }
    let count = text[start...].prefix { isDigit($0) }.count
    guard (7...8).contains(count), text[start] >= UInt8(ascii: "2") else { return nil }
    let before = String(decoding: text[max(0, start - 24)..<start], as: UTF8.self).lowercased()
      .filter { !" :：是为".contains($0) }
    guard
      ["电话", "座机", "手机", "号码", "拨打", "请打", "联系", "tel", "tel.", "phone", "call"].contains(
        where: before.hasSuffix)
    else { return nil }
    return PrivateNumber(kind: .phone, range: start..<(start + count))
  }

  /// Where a phone with its extension ends: `转801`, `ext 12`.
  private static func extended(_ text: [UInt8], _ end: Int) -> Int {
    for word in [" 转 ", "转", "-转", " ext. ", " ext ", " ext.", "ext"]
    where text[end...].starts(with: word.utf8) {
      let digits = text[(end + word.utf8.count)...].prefix { isDigit($0) }.count
      if (1...6).contains(digits) { return end + word.utf8.count + digits }
    }
    return end
  }

  /// `6234-5678`: a fixed phone without its area, and no day or period.
  private static func isLocalPhone(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    // GB/T 9704-2012 is a standard, tel 6234-5678 a phone.
    let before = text[..<start].reversed().drop { $0 == UInt8(ascii: " ") }.prefix(while: isLetter)
    let word = String(decoding: before.reversed(), as: UTF8.self).lowercased()
    guard word.isEmpty || ["tel", "phone", "call", "fax"].contains(word) else { return false }
    let parts = text[start..<end].split { !isDigit($0) }
    return parts.count == 2 && (3...4).contains(parts[0].count) && parts[1].count == 4
      && parts[0].first.map { $0 >= UInt8(ascii: "2") } ?? false
      && !isYear(Array(parts[0]))
  }

  /// 2024-2025 is a period.
  private static func isYear(_ digits: [UInt8]) -> Bool {
    digits.count == 4 && (1900...2099).contains(digits.reduce(0) { $0 * 10 + Int($1) - 0x30 })
  }

  /// GB 11643: the last sign of an identity number is the check of the seventeen before it.
  private static func isIdentity(_ digits: [UInt8], last: Int) -> Bool {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(digits, weights).reduce(0) { $0 + Int($1.0) * $1.1 }
    let month = Int(digits[10]) * 10 + Int(digits[11])
    return (12 - sum % 11) % 11 == last && (1...12).contains(month)
  }

  /// `E12345678`, `EA1234567`: a passport, a permit for Hong Kong, Macao or Taiwan, by the form that the
  /// Exit and Entry Administration gives them; any other where the text says that it is a passport.
  private static func passport(_ text: [UInt8], _ start: Int) -> PrivateNumber? {
    func isPart(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }
    guard isPart(text[start]), start == 0 || !isPart(text[start - 1]) else { return nil }
    let number = text[start...].prefix(while: isPart)
    let letters = number.prefix(while: isLetter)
    let digits = number.dropFirst(letters.count)
    guard (6...11).contains(number.count), (5...10).contains(digits.count),
      digits.allSatisfy(isDigit)
    else { return nil }
    let found = PrivateNumber(kind: .passport, range: number.startIndex..<number.endIndex)
    if isToldPassport(text[max(0, start - 40)..<start]) { return found }
    // G20251101 is the number of a paper.
    guard !isDated(digits) else { return nil }
    let fits =
      switch String(decoding: letters, as: UTF8.self).uppercased() {
      case "C", "D", "E", "G", "K", "L", "P", "S", "T", "W": digits.count == 8
      case "H", "M": (8...10).contains(digits.count)
      case "DE", "PE", "SE": digits.count == 7
      case let word: word.count == 2 && "CE".contains(word.prefix(1)) && digits.count == 7
      }
    return fits ? found : nil
  }

  /// `护照号：`, `passport no. `
  private static func isToldPassport(_ before: ArraySlice<UInt8>) -> Bool {
    var words = String(decoding: before, as: UTF8.self).lowercased().filter {
      !" :：是为".contains($0)
    }
    if words.hasSuffix("is") { words.removeLast(2) }
    return [
      "护照", "护照号", "护照号码", "通行证", "通行证号", "通行证号码", "passport", "passportno.", "passportno",
      "passportnumber",
    ].contains(where: words.hasSuffix)
  }

  /// Whether digits begin with a year of our time, as the numbers of papers do.
  private static func isDated(_ digits: ArraySlice<UInt8>) -> Bool {
    (2010...2039).contains(digits.prefix(4).reduce(0) { $0 * 10 + Int($1) - 0x30 })
  }

  /// Luhn's check of a card's number (ISO/IEC 7812).
  private static func isCard(_ digits: [UInt8]) -> Bool {
    guard (3...6).contains(digits[0]) else { return false }
    let sum = digits.reversed().enumerated().reduce(0) { sum, entry in
      let value = Int(entry.element) * (entry.offset % 2 == 1 ? 2 : 1)
      return sum + (value > 9 ? value - 9 : value)
    }
    return sum % 10 == 0
  }

  /// `name@example.org`
  private static func mail(_ text: [UInt8], _ start: Int) -> PrivateNumber? {
    func isPart(_ byte: UInt8) -> Bool {
      isLetter(byte) || isDigit(byte) || ".-_+".utf8.contains(byte)
    }
    guard isPart(text[start]), start == 0 || !isPart(text[start - 1]) else { return nil }
    let name = text[start...].prefix(while: isPart).count
    let sign = start + name
    guard sign < text.count, text[sign] == UInt8(ascii: "@") else { return nil }
    let host = text[(sign + 1)...].prefix(while: isPart)
    guard host.contains(UInt8(ascii: ".")), host.first != UInt8(ascii: ".") else { return nil }
    return PrivateNumber(kind: .mail, range: start..<(sign + 1 + host.count))
  }

  // MARK: Plates

  private static let provinces = Set(
    "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼".map { sign(Array($0.utf8), 0) })

  /// `京A12345`, `沪AD12345`: GA 36, a province, a letter, and five or six signs.
  private static func plate(_ text: [UInt8], _ start: Int) -> PrivateNumber? {
    guard start + 3 < text.count, text[start] >= 0xE0,
      provinces.contains(sign(text, start)), isLetter(text[start + 3])
    else { return nil }
    var place = start + 4
    // `京A·12345`, `京A 12345`
    if text[place...].starts(with: [0xC2, 0xB7]) { place += 2 }
    if place < text.count, text[place] == UInt8(ascii: " ") { place += 1 }
    let signs = text[place...].prefix { isDigit($0) || isLetter($0) }
    let end = place + signs.count
    // 京A1234警: of the police, of Hong Kong and Macao, of learners, of trailers.
    let special = ["警", "港", "澳", "学", "挂", "领"].first { text[end...].starts(with: $0.utf8) }
    guard (5...6).contains(signs.count) || special != nil && signs.count == 4,
      signs.contains(where: isDigit)
    else { return nil }
    return PrivateNumber(kind: .plate, range: start..<(end + (special?.utf8.count ?? 0)))
  }
}
