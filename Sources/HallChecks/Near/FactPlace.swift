import HallModel
import HallSyntax

/// A place of a document, and what would be a fact there.
struct FactPlace {
  /// The keys that are read there.
  let scope: Scope
  /// Whether a task may stand there, and so its keys.
  let takesTasks: Bool
  /// Whether a step of a matter's log may stand there.
  let takesSteps: Bool
  /// Whether the line stands in a list of fields or directly behind one, where a key of free text
  /// may be meant as one.
  let followsFields: Bool
  let names: KnownNames
  /// Whether a key with its colon is enough, whatever stands behind it: where a line goes on with
  /// the value above it, nothing else begins like this.
  var takesAnyValue = false

  /// The line as the strict reader would take it, where it would be a fact; else nil.
  func fact(in line: Slice) -> String? {
    let plain = PlainLine(line, takesBox: takesTasks)
    if takesTasks, let box = plain.box { return task(box, plain.text) }
    return fact(plain)
  }

  func fact(_ plain: PlainLine) -> String? {
    if takesSteps, let step = step(plain.text) { return step }
    if [.attendance, .partyList, .signatureList].contains(scope),
      let line = partyLine(plain.text)
    {
      return line
    }
    let tight = PlainLine.withoutInnerBlanks(plain.text)
    for places in takesTasks && scope != .task ? [scope, .task] : [scope] where places != .log {
      guard let forms = KeyForms.of(places) else { continue }
      for text in tight.map({ [plain.text, $0] }) ?? [plain.text] {
        for form in forms.candidates(for: text) {
          if let line = field(form, text, plain) { return line }
        }
      }
    }
    return nil
  }

  private func task(_ box: TaskBox.State, _ title: Slice) -> String? {
    guard !title.isEmpty else { return nil }
    let sign = box == .open ? " " : box == .done ? "x" : "-"
    return "- [\(sign)] \(title.string)"
  }

  /// `2025-03-10 吹哨: text`
  private func step(_ text: Slice) -> String? {
    var cursor = Cursor(text)
    _ = cursor.take(anyOf: ["(", "【", "["])
    guard let day = cursor.takeStepDay() else { return nil }
    _ = cursor.take(anyOf: [")", "】", "]"])
    cursor.skipSpaces()
    if cursor.take(anyOf: ["上午", "下午", "早上", "晚上", "中午"]) { _ = try? cursor.takeTime() }
    _ = cursor.takeSeparator()
    _ = cursor.take(anyOf: [",", ".", "、", "。"])
    cursor.skipSpaces()
    guard let forms = KeyForms.of(.log) else { return nil }
    _ = cursor.take(anyOf: ["【", "[", "「", "“", "#"])
    for form in forms.candidates(for: cursor.rest) {
      var behind = cursor
      guard behind.take(form) else { continue }
      let word = cursor.rest[cursor.index..<behind.index].string
      let isEnclosed =
        behind.take(anyOf: ["】", "]", "」", "”"]) || behind.take(anyOf: [",", "。", "、"])
        || behind.next == UInt8(ascii: "(")
      let before = behind.index
      let separator = behind.takeSeparator()
      behind.skipSpaces()
      guard isEnclosed || separator != nil || behind.atEnd || behind.index > before else {
        continue
      }
      let rest = behind.rest.string
      return "- \(day.day.iso) \(word)" + (rest.isEmpty ? "" : ": \(rest)")
    }
    return nil
  }

  /// `居民: 张三`, `居民: 表决`, `居民: 张三 2025-09-27 同意`
  private func partyLine(_ text: Slice) -> String? {
    if scope == .partyList { return party(text) }
    for party in names.parties.parties {
      var cursor = Cursor(text)
      guard cursor.take(party.name) else { continue }
      let end = cursor.index
      let separator = cursor.takeSeparator()
      cursor.skipSpaces()
      guard separator != nil || cursor.index > end || cursor.next == UInt8(ascii: "(") else {
        continue
      }
      let value = cursor.rest.trimmed
      guard !value.isEmpty else { continue }
      // Behind a mere blank only names that are known are names.
      if separator == nil, scope == .attendance, !names.areKnown(value) { continue }
      let isFact =
        switch scope {
        case .attendance:
          (try? Count(reading: value)) != nil || names.areKnown(value) || looksLikeNames(value)
        default: value.holdsDay
        }
      if isFact { return "- \(party.name): \(value.string)" }
    }
    return nil
  }

  /// `居民: 表决`, where the name may be any.
  private func party(_ text: Slice) -> String? {
    for index in text.indices.dropFirst().prefix(120) {
      var cursor = Cursor(text[index...])
      guard let separator = cursor.takeSeparator() else { continue }
      let name = PlainLine.withoutInnerBlanks(text[..<index]) ?? text[..<index].trimmed
      let part = cursor.rest.trimmed
      guard !name.isEmpty, separator == .colon || name.count < 60 else { return nil }
      return Vocabulary.keyword(part, in: .partyPart) == nil
        ? nil : "- \(name.string): \(part.string)"
    }
    return nil
  }

  private func field(_ form: KeyForms.Form, _ text: Slice, _ plain: PlainLine) -> String? {
    var cursor = Cursor(text)
    guard cursor.take(form) else { return nil }
    if form.keyword == .option { return option(form, cursor, text) }
    let key = text[..<cursor.index].string
    cursor.skipDecoration()
    let end = cursor.index
    let separator = cursor.takeSeparator()
    cursor.skipSpaces()
    guard separator != nil || cursor.index > end else { return nil }
    let value = cursor.rest.trimmed.withoutEmphasis
    guard !value.isEmpty, reads(value, as: form.value, separator, plain) else { return nil }
    // Behind a mere blank a count, or a day with words behind it, may begin a sentence.
    if separator == nil, !plain.isHeadEnclosed {
      if !followsFields { return nil }
      if form.value.isDue || form.value == .dayAndText, (try? Day(reading: value)) == nil {
        return nil
      }
    }
    return "- \(key): \(value.string)"
  }

  /// `选项 张三: 31户`
  private func option(_ form: KeyForms.Form, _ behind: Cursor, _ text: Slice) -> String? {
    let rest = behind.rest
    // A name is short, and has few dashes in it.
    var tries = 0
    for index in rest.indices.prefix(200) where tries < 8 {
      var cursor = Cursor(rest[index...])
      guard cursor.takeSeparator() != nil else { continue }
      tries += 1
      let name = rest[..<index].trimmed
      let value = cursor.rest.trimmed
      // A name may have a dash in it.
      guard !name.isEmpty, !value.isEmpty, isBallots(value, isListed: false) else { continue }
      return "- \(form.text) \(name.string): \(value.string)"
    }
    return nil
  }

  /// Whether a value reads strictly as its key asks.
  private func reads(
    _ value: Slice, as kind: ValueKind, _ separator: Separator?, _ plain: PlainLine
  ) -> Bool {
    // A name, or words, behind a mere blank are the beginning of a sentence.
    let isListed = separator != nil && followsFields
    if takesAnyValue, separator == .colon { return true }
    switch kind {
    case .text: return separator != nil && followsFields
    case .person, .names:
      guard separator != nil || plain.isItem || followsFields else { return false }
      return names.areKnown(value) || isListed && looksLikeNames(value)
    case .ballots:
      return isBallots(
        value, isListed: isListed, takesNames: separator != nil || plain.isItem || followsFields)
    case .proxy: return separator != nil && (try? Change(reading: value)) != nil
    default: return ValueReading.fault(of: value, as: kind, parties: names.parties) == nil
    }
  }

  private func isBallots(_ value: Slice, isListed: Bool, takesNames: Bool = true) -> Bool {
    guard let entry = try? BallotEntry(reading: value, parties: names.parties) else { return false }
    // Anything may be a name; what a speaker said is one only by chance.
    guard case .names = entry else { return true }
    return takesNames && (names.areKnown(value) || isListed && looksLikeNames(value))
  }

  /// Whether every element of a list is as short as a name and has nothing of a sentence in it.
  private func looksLikeNames(_ value: Slice) -> Bool {
    let parts = NameList(value).elements
    return !parts.isEmpty
      && parts.allSatisfy { part in
        let name = part.name.string
        let words = name.split(separator: " ")
        return name.count <= (part.name.first.map { $0 < 0x80 } ?? false ? 30 : 8)
          && words.count <= 3
          && !name.contains { "，。！？：!?.…“”".contains($0) }
      }
  }
}

/// Who is known by name in a document: on the roster, in its attendance, or as a party.
struct KnownNames {
  let charter: Charter
  let parties: PartyList
  let meeting: Meeting?

  init(in document: Document, _ charter: Charter) {
    self.charter = charter
    let meeting = document.kind == .meeting ? Meeting(document, charter: charter) : nil
    self.meeting = meeting
    parties = meeting?.parties ?? charter.parties
  }

  /// Whether every name of a list is somebody's.
  func areKnown(_ value: Slice) -> Bool {
    let parts = NameList.split(value)
    return !parts.isEmpty && parts.allSatisfy(isKnown)
  }

  private func isKnown(_ slice: Slice) -> Bool {
    let person = charter.person(slice, parties: parties)
    if person.hasWrittenParty { return person.party.flatMap { parties[$0] } != nil }
    guard let name = person.name else { return false }
    return charter.roster.hasPerson(name) || (meeting?.knows(name) ?? false)
  }
}

/// What stands between a key and its value, as people write it.
enum Separator {
  case colon, other
}

extension ByteCursor<Slice> {
  /// Takes a key's form; an English word must end behind it.
  fileprivate mutating func take(_ form: KeyForms.Form) -> Bool {
    var ahead = self
    guard ahead.take(form.text) else { return false }
    if form.isEnglish, let next = ahead.next, isASCIILetter(next) || isDigit(next) { return false }
    self = ahead
    return true
  }

  /// Skips what may decorate the end of a key: pictographs, a class of words, a closing sign.
  fileprivate mutating func skipDecoration() {
    while index < end {
      if let first = rest.unicodeScalar,
        first.properties.isEmojiPresentation || first == "\u{FE0F}"
          || first == "\u{200D}"
      {
        index += first.utf8.count
      } else if take(anyOf: ["\u{AD}", "]]", "]", "】", "」", "”", "》", "$", "%%"]) {
        continue
      } else {
        return
      }
    }
  }

  /// Takes a colon of any kind, or an equals sign, a dash, an arrow in its place.
  mutating func takeSeparator() -> Separator? {
    var ahead = self
    ahead.skipSpaces()
    if ahead.take(anyOf: [":", "∶", "︰", "﹕", "ː", "꞉"]) {
      while ahead.take(":") {}
      self = ahead
      return .colon
    }
    guard ahead.take(anyOf: ["=", ";", "|", "→", "->", "——", "—", "–", "-"]) else { return nil }
    self = ahead
    return .other
  }
}

extension PlainLine {
  /// A text without the blanks between wide characters in front of its first colon (`反 对: 3`); nil
  /// where there are none.
  static func withoutInnerBlanks(_ text: Slice) -> Slice? {
    let head = text.prefix(36)
    var result: [UInt8] = []
    var index = head.startIndex
    var isChanged = false
    while index < head.endIndex {
      let (byte, length) = FullWidth.byte(in: head, at: index)
      if byte == UInt8(ascii: ":") { break }
      if isBlank(byte), (result.last ?? 0) >= 0x80 {
        var behind = Cursor(head[index...])
        behind.skipSpaces()
        guard let next = behind.next, next >= 0x80 else { break }
        index = behind.index
        isChanged = true
        continue
      }
      result += head[index..<min(index + length, head.endIndex)]
      index += length
    }
    return isChanged ? (result + text[min(index, text.endIndex)...])[...] : nil
  }
}

extension ArraySlice<UInt8> {
  /// The character it begins with; nil where it is ASCII.
  fileprivate var unicodeScalar: Unicode.Scalar? {
    guard let first, first >= 0x80 else { return nil }
    return prefix(4).string.unicodeScalars.first
  }

  /// Whether a day stands anywhere in it.
  fileprivate var holdsDay: Bool {
    indices.contains { index in
      guard isDigit(FullWidth.byte(in: self, at: index).byte) else { return false }
      var cursor = Cursor(self[index...])
      return (try? cursor.takeDay()) != nil
    }
  }
}
