import HallSyntax

/// Distinguishes names from words that stand for a number, or for everybody: `十二票`, `约5票`, `全体`.
/// Such a text is not a name, and does not count as a voter.
enum NumberWords {
  /// Whether a text contains anything like a number, so that it needs a closer look.
  static func mayBeNumber(_ name: Slice) -> Bool {
    for index in name.indices where isDigit(FullWidth.byte(in: name, at: index).byte) {
      return true
    }
    guard let first = name.first else { return false }
    if first == UInt8(ascii: "-") { return true }
    // In a long list of names, few begin like one of the words.
    return firstCharacters.contains(character(name)) && isNumber(name)
  }

  /// The first character of a text, letters in lower case.
  private static func character(_ text: Slice) -> UInt32 {
    guard let first = text.first else { return 0 }
    if first < 0x80 { return UInt32(isASCIILetter(first) ? first | 0x20 : first) }
    return text.prefix(3).reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static let firstCharacters: Set<UInt32> = {
    let characters = (numerals + formal).map(String.init)
    let all = characters + prefixes + beginnings + Array(words) + Array(numbers)
    return Set(all.map { character(Slice($0)) })
  }()

  /// Whether a text is a number, in digits or words, with or without a unit, exact or approximate.
  static func isNumber(_ name: Slice) -> Bool {
    let text = FullWidth.name(name).lowercased()
    if words.contains(text) || beginnings.contains(where: text.hasPrefix) { return true }
    var rest = text[...]
    let hasPrefix = take(prefixes, from: &rest)
    if let first = text.utf8.first, isDigit(first) || first == UInt8(ascii: "-") { return true }
    while let suffix = suffixes.first(where: rest.hasSuffix) { rest.removeLast(suffix.count) }
    trim(&rest)
    let unit = units.first { rest.hasSuffix($0) && rest.count > $0.count }
    if let unit { rest.removeLast(unit.count) }
    trim(&rest)
    if rest.isEmpty { return false }
    if rest.allSatisfy({ "0123456789.,".contains($0) }) { return hasPrefix || unit != nil }
    if numbers.contains(String(rest)) { return true }
    if rest.allSatisfy(numerals.contains) { return true }
    return unit != nil && rest.allSatisfy { numerals.contains($0) || formal.contains($0) }
  }

  /// Whether a text with a digit looks like a unit: `2-1-301`, `2号楼301`, `A座301`, `B301`.
  static func isUnit(_ name: Slice) -> Bool {
    let text = FullWidth.name(name).lowercased()
    guard let first = text.utf8.first, first != UInt8(ascii: "-"),
      text.utf8.contains(where: isDigit)
    else { return false }
    if text.contains("-") || unitWords.contains(where: text.contains) { return true }
    // A letter and a number, as one word.
    return isASCIILetter(first) && text.utf8.allSatisfy { isASCIILetter($0) || isDigit($0) }
  }

  private static func take(_ words: [String], from rest: inout Substring) -> Bool {
    guard let word = words.first(where: rest.hasPrefix) else { return false }
    rest.removeFirst(word.count)
    trim(&rest)
    return true
  }

  private static func trim(_ rest: inout Substring) {
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
  }

  private static let prefixes = [
    "约", "大约", "近", "共", "共计", "一共", "总共", "总计", "合计", "计", "仅", "只有", "至少", "不足", "超过", "about ",
    "around ", "approximately ", "approx. ", "ca. ", "some ", "nearly ", "over ", "at least ",
  ].sorted { $0.count > $1.count }

  private static let suffixes = ["左右", "以上", "以内", "上下", "多", "余", "来", "in total", "or so"]

  private static let units = [
    "户", "人", "票", "名", "位", "家", "个", "张", "households", "household", "people", "persons",
    "person",
    "units", "unit", "votes", "vote", "ballots", "ballot", "owners", "residents",
  ]

  private static let numerals = Array("〇零一二三四五六七八九十百千万亿两半几数廿")
  private static let formal = Array("壹贰叁肆伍陆柒捌玖拾佰仟")

  private static let numbers: Set<String> = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty", "zero",
  ]

  private static let unitWords = [
    "号", "楼", "栋", "幢", "座", "室", "单元", "弄", "铺", "车位", "flat", "unit ", "apt", "apartment",
    "house ", "room ", "block ", "building ", "shop ",
  ]

  private static let beginnings = ["全体", "所有", "全部"]

  private static let words: Set<String> = [
    "全票", "全员", "全数", "居民全体", "业主全体", "大家", "众人", "一致", "一致同意", "一致通过", "一致反对", "全票通过", "全票同意",
    "没有", "没有人", "没人", "无人", "多数", "大多数", "绝大多数", "少数", "半数", "过半", "过半数", "若干", "其余", "其他", "其他人",
    "其它", "余下", "不详", "未知", "不清楚", "不明", "待定", "待统计", "多人", "多户", "各方", "双方", "到会人员", "与会人员",
    "参会人员",
    "all", "everyone", "everybody", "all present", "nobody", "no one", "nil", "unanimous",
    "unanimously", "most", "the majority", "majority", "a majority", "many", "several", "some",
    "few", "a few", "the rest", "others", "the others", "unknown", "tbd", "n/a",
  ]
}
