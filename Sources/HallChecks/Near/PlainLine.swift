import HallSyntax

/// A line without its decoration: quotation signs, bullets and numbers of every kind, tags,
/// escapes, marks of emphasis. The strict parser knows few decorations; this one removes whatever
/// people, editors and word processors put around a line, so that the rest can be tested.
struct PlainLine {
  /// The remaining text. Its offsets are its own, not those of the file.
  var text: Slice
  /// Whether the line was an item of a list, of whatever kind.
  private(set) var isItem = false
  /// Whether emphasis, brackets or tags enclosed all of the line.
  var isEnclosed = false
  /// Whether it had heading signs in front of it: `> ## 议程`, `####表决`.
  private(set) var hasHeadingSigns = false
  /// Whether brackets enclosed the first words.
  var isHeadEnclosed = false
  /// What was between the bullet and the words: a task's box, or nothing.
  private(set) var box: TaskBox.State?

  /// - Parameter isItem: whether the line comes without its bullet, which the caller has read.
  init(_ line: Slice, isItem: Bool = false, takesBox: Bool = false) {
    text = line.trimmed
    self.isItem = isItem
    if text.contains(where: PlainLine.markup.contains) { takeMarkupOff() }
    // Each removed sign shortens the text, so the loop ends.
    while LineStart.word(text) == nil, takeSignOff(takesBox: takesBox) {}
    if let first = text.first, LineStart.mayBeBracket(first) {
      takeBracketsOff()
      takeHeadBracketsOff()
    }
    if self.isItem { takeEndOff() }
  }

  /// The same line with another text.
  func with(_ text: Slice) -> PlainLine {
    var line = self
    line.text = text
    return line
  }

  /// A text without tags and marks of emphasis.
  static func withoutMarkup(_ line: Slice) -> Slice {
    var plain = PlainLine(of: line)
    plain.takeMarkupOff()
    return plain.text
  }

  /// A text without brackets that enclose all of it.
  static func withoutBrackets(_ text: Slice) -> Slice {
    var plain = PlainLine(of: text)
    plain.takeBracketsOff()
    return plain.text
  }

  private init(of line: Slice) { text = line.trimmed }

  private static let markup = ByteSet("<&\\*_`~=%$^")

  /// Removes tags, entities that are blanks, escapes, and marks of emphasis.
  private mutating func takeMarkupOff() {
    var result: [UInt8] = []
    var index = text.startIndex
    let isBullet = !isItem && PlainLine.beginsWithBullet(text)
    // What comes after a bullet does not enclose the line.
    let first = isItem ? nil : text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "<"):
        if let end = tagEnd(from: index) {
          if index == first { isEnclosed = true }
          index = end
          continue
        }
      case UInt8(ascii: "&"):
        if let end = blankEntityEnd(from: index) {
          result.append(UInt8(ascii: " "))
          index = end
          continue
        }
      case UInt8(ascii: "\\") where index + 1 < text.endIndex && isPunctuation(text[index + 1]):
        // An escaped mark of emphasis was once a real one.
        if !"*_`~".utf8.contains(text[index + 1]) { result.append(text[index + 1]) }
        index += 2
        continue
      case UInt8(ascii: "\\") where result.isEmpty || result.last == UInt8(ascii: " "):
        index += 1
        continue
      case UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "~"):
        if byte == UInt8(ascii: "*"), index == first, isBullet { break }
        if index == first, text.count > 4, text.last == byte { isEnclosed = true }
        index += 1
        continue
      case UInt8(ascii: "$"), UInt8(ascii: "^"):
        index += 1
        continue
      case _
      where "_=%".utf8.contains(byte) && index + 1 < text.endIndex && text[index + 1] == byte:
        if index == first { isEnclosed = true }
        index += 2
        continue
      default: break
      }
      result.append(byte)
      index += 1
    }
    text = result[...].trimmed
  }

  private static func beginsWithBullet(_ text: Slice) -> Bool {
    guard text.first == UInt8(ascii: "*"), text.count > 1 else { return false }
    return text.dropFirst().trimmed.startIndex > text.startIndex + 1
  }

  private func tagEnd(from start: Int) -> Int? {
    let next = start + 1
    guard next < text.endIndex, isASCIILetter(text[next]) || text[next] == UInt8(ascii: "/") else {
      return nil
    }
    let limit = min(start + 80, text.endIndex)
    return text[next..<limit].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
  }

  private func blankEntityEnd(from start: Int) -> Int? {
    for entity in ["&nbsp;", "&ensp;", "&emsp;", "&thinsp;", "&#160;", "&#xa0;", "&#12288;"] {
      var cursor = Cursor(text[start...])
      if cursor.take(entity) { return cursor.index }
    }
    return nil
  }

  private func isPunctuation(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && !isDigit(byte) && !isASCIILetter(byte)
  }

  /// Removes one quotation sign, bullet, number or box from the beginning.
  private mutating func takeSignOff(takesBox: Bool) -> Bool {
    var cursor = Cursor(text)
    if takesBox, box == nil, let found = PlainLine.box(&cursor, isItem: isItem) {
      box = found
      text = cursor.rest.trimmed
      return true
    }
    if cursor.take(anyOf: ["#", "@"]) {
      if cursor.next == UInt8(ascii: "#") { hasHeadingSigns = true }
      text = cursor.rest.trimmed
      return true
    }
    if cursor.take(anyOf: [">", "|"]) {
      text = cursor.rest.trimmed
      if text.last == UInt8(ascii: "|") { text = text.dropLast().trimmed }
      return true
    }
    let isDash = cursor.take(anyOf: PlainLine.dashes)
    if isDash {
      // `-3` is a number.
      guard let next = cursor.next, !isDigit(next) || cursor.index < cursor.rest.trimmed.startIndex
      else { return false }
    } else if !cursor.take(anyOf: PlainLine.bullets), !takePictograph(&cursor),
      !PlainLine.takeNumber(&cursor)
    {
      return false
    }
    let rest = cursor.rest.trimmed
    guard !rest.isEmpty else { return false }
    isItem = true
    text = rest
    return true
  }

  private static let dashes: WordList = [
    "-", "+", "*", "–", "—", "―", "−", "‐", "‑", "⁃", "﹣",
  ]
  private static let bullets: WordList = ["•", "·", "‧", "∙", "・", "‣", "◦"]

  private func takePictograph(_ cursor: inout Cursor) -> Bool {
    let end = Pictograph.end(of: text)
    guard end > text.startIndex, end < text.endIndex else { return false }
    cursor.index = end
    return true
  }

  /// Takes `1.`, `1)`, `(1)`, `一、`, `（一）`, `①`, `a)`.
  private static func takeNumber(_ cursor: inout Cursor) -> Bool {
    var ahead = cursor
    let isOpen = ahead.take("(")
    let hasNumber =
      (ahead.takeNumber().map { $0.digits < 4 } ?? false) || ahead.takeChineseNumber() != nil
      || takeLetter(&ahead)
    if hasNumber {
      guard isOpen ? ahead.take(")") : ahead.take(anyOf: [".", ")", "、"]) else { return false }
      // `1.5` is one number.
      if !isOpen, let next = ahead.next, isDigit(next) { return false }
      cursor = ahead
      return true
    }
    guard !isOpen, let first = cursor.rest.first, first == 0xE2 else { return false }
    let character = cursor.rest.prefix(3).string.unicodeScalars.first?.value ?? 0
    guard (0x2460...0x24FF).contains(character) || (0x2776...0x2793).contains(character) else {
      return false
    }
    cursor.index += 3
    return true
  }

  private static func takeLetter(_ cursor: inout Cursor) -> Bool {
    guard let next = cursor.next, isASCIILetter(next) else { return false }
    var ahead = cursor
    _ = ahead.take(next)
    guard let after = ahead.next, after == UInt8(ascii: ".") || after == UInt8(ascii: ")")
    else { return false }
    cursor = ahead
    return true
  }

  /// Removes the sign that ends a sentence, which a list item may have and a value does not.
  private mutating func takeEndOff() { text = PlainLine.withoutEnd(text) }

  /// A text without the colon at its end.
  static func withoutColon(_ text: Slice) -> Slice {
    for sign in [":", "："] where text.ends(with: sign) {
      return text.dropLast(sign.utf8.count).trimmed
    }
    return text
  }

  /// A text without the sign that ends a sentence.
  static func withoutEnd(_ text: Slice) -> Slice {
    guard let last = text.last, ends.contains(last) else { return text }
    for sign in endSigns where text.ends(with: sign) {
      return text.dropLast(sign.utf8.count).trimmed
    }
    return text
  }

  private static let endSigns = ["。", "；", ";", "."]
  private static let ends = ByteSet(endSigns.compactMap(\.utf8.last))
}
