import HallModel
import HallSyntax

/// A place in a document, and what would be a fact there.
struct FactPlace {
  /// The keys that are read there.
  let scope: Scope
  /// Whether a task, and so its keys, is allowed there.
  let takesTasks: Bool
  /// Whether a step of a matter's log is allowed there.
  let takesSteps: Bool
  /// Whether the line is in a list of fields or directly after one, where a key of free text may be
  /// meant as one.
  let followsFields: Bool
  let names: KnownNames
  /// Whether a key with its colon is enough, whatever follows: in a line that continues the value
  /// above it, nothing else begins like this.
  var takesAnyValue = false
  /// Whether keys of free text are tried at all.
  var takesText = true

  /// The line as the strict parser would accept it, if it would be a fact; else nil.
  ///
  /// - Parameter isItem: whether the line comes without its bullet, which the caller has read.
  func fact(in line: Slice, isItem: Bool = false) -> String? {
    if let first = LineStart.word(line), !mayBegin(with: first) { return nil }
    let plain = PlainLine(line, isItem: isItem, takesBox: takesTasks)
    if takesTasks, let box = plain.box { return task(box, plain.text) }
    if takesTasks, plain.isItem, let task = NearReader.taskWithMovedBox(plain.text) { return task }
    return fact(plain)
  }

  /// - Returns: the line, or several if it contains several facts.
  func fact(_ plain: PlainLine) -> String? {
    if let fact = plainFact(plain) ?? several(plain) { return fact }
    guard let simplified = Traditional.simplified(plain.text) else { return nil }
    return plainFact(plain.with(simplified))
  }

  /// Whether a fact of the place may begin with a Chinese character that is no sign.
  private func mayBegin(with first: UInt32) -> Bool {
    takesSteps || [.attendance, .partyList, .signatureList].contains(scope)
      || Traditional.contains(first)
      || keyPlaces.contains { KeyForms.of($0)?.mayBegin(with: first) ?? false }
  }

  /// The places whose keys are read there.
  private var keyPlaces: [Scope] { takesTasks && scope != .task ? [scope, .task] : [scope] }

  private func plainFact(_ plain: PlainLine) -> String? {
    if takesSteps, let step = step(plain.text) { return step }
    if [.attendance, .partyList, .signatureList].contains(scope),
      let line = partyLine(plain.text)
    {
      return line
    }
    let tight = PlainLine.withoutInnerBlanks(plain.text)
    for places in keyPlaces where places != .log {
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
    return "- [\(NearReader.sign(of: box))] \(title.string)"
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
      // After only a blank, only known names count as names.
      if separator == nil, scope == .attendance, !names.areKnown(value) { continue }
      let isFact =
        switch scope {
        case .attendance:
          (try? Count(reading: value)) != nil || areNames(value, isListed: true)
        default: value.holdsDay
        }
      if isFact { return "- \(party.name): \(value.string)" }
    }
    return nil
  }

  /// `居民: 表决`, where the name can be any word.
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
    let isLonger = followsFields && skipEndOfKey(&cursor, form)
    let end = cursor.index
    let separator = cursor.takeSeparator()
    cursor.skipSpaces()
    if separator == nil, let count = looseCount(cursor, form) {
      return "- \(key): \(count.string)"
    }
    guard separator != nil || cursor.index > end else { return nil }
    let value = cursor.rest.trimmed.withoutEmphasis
    guard !value.isEmpty, reads(value, as: form.value, separator, plain, ofKey: !isLonger) else {
      return nil
    }
    // After only a blank, a count, or a day with words after it, may begin a sentence.
    if separator == nil, !plain.isHeadEnclosed {
      if !followsFields { return nil }
      if form.value.isDue || form.value == .dayAndText, (try? Day(reading: value)) == nil {
        return nil
      }
    }
    return "- \(key): \(value.string)"
  }

  /// Skips the rest of a longer word that begins with a key, up to a colon: `牵头部门: 物业`, `应到人数: 30`.
  /// Such a key is only tried if its value shows what it is.
  private func skipEndOfKey(_ cursor: inout Cursor, _ form: KeyForms.Form) -> Bool {
    guard form.value != .text, !form.isEnglish else { return false }
    var ahead = cursor
    for _ in 0..<3 {
      guard let scalar = ahead.rest.unicodeScalar, scalar.properties.isIdeographic else { break }
      ahead.index += scalar.utf8.count
      if ahead.next == UInt8(ascii: ":") {
        cursor = ahead
        return true
      }
    }
    return false
  }

  /// The count of `反对3`, `反对，3票`, `反对（3票）`, `反对共3票`: in a list of fields only a figure looks like
  /// this.
  private func looseCount(_ afterKey: Cursor, _ form: KeyForms.Form) -> Slice? {
    guard followsFields, form.value.isCount else {
      return nil
    }
    var cursor = afterKey
    _ = cursor.take(anyOf: [",", "、", "。", ".", "…", "/", "~"])
    cursor.skipSpaces()
    _ = cursor.take(anyOf: ["票数", "户数", "人数", "票"])
    _ = cursor.take(anyOf: ["共计", "合计", "共有", "共", "为", "有", "是", "的有"])
    let separator = cursor.takeSeparator()
    cursor.skipSpaces()
    var value = cursor.rest.trimmed
    if separator == nil, cursor.take("(") {
      value = cursor.rest.trimmed
      for sign in [")", "）"] where value.ends(with: sign) {
        value = value.dropLast(sign.utf8.count).trimmed
      }
    }
    return (try? Count(reading: value)) == nil ? nil : value
  }

  /// `同意12票，反对3票，弃权1票`, `同意12 反对3`: each part is a key and its count.
  private func several(_ plain: PlainLine) -> String? {
    guard followsFields, scope == .vote, let forms = KeyForms.of(scope),
      forms.beginsWithKey(plain.text)
    else { return nil }
    let pieces = InnerKeys.pieces(of: plain.text, self)
    guard let second = pieces.first else { return nil }
    let first = InnerKeys.withoutSeparator(plain.text[..<second.text.startIndex])
    var lines: [String] = []
    for text in [first] + pieces.map(\.text) {
      guard let line = forms.candidates(for: text).lazy.compactMap({ field($0, text, plain) }).first
      else { return nil }
      lines.append(line)
    }
    return lines.joined(separator: "\n")
  }

  /// `选项 张三: 31户`
  private func option(_ form: KeyForms.Form, _ after: Cursor, _ text: Slice) -> String? {
    let rest = after.rest
    // A name is short, and has few dashes.
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

  /// Whether the strict parser would accept a value for its key.
  ///
  /// - Parameter ofKey: whether the key is written exactly; after a longer word, only known names
  ///   count as names.
  private func reads(
    _ value: Slice, as kind: ValueKind, _ separator: Separator?, _ plain: PlainLine,
    ofKey isKey: Bool
  ) -> Bool {
    // A name, or words, after only a blank are the beginning of a sentence.
    let isListed = separator != nil && followsFields && isKey
    if takesAnyValue, separator == .colon { return true }
    switch kind {
    case .text: return takesText && separator != nil && followsFields
    case .person, .names:
      guard separator != nil || plain.isItem || followsFields else { return false }
      return areNames(value, isListed: isListed)
    case .ballots:
      return isBallots(
        value, isListed: isListed, takesNames: separator != nil || plain.isItem || followsFields)
    case .proxy: return separator != nil && (try? Delegation(reading: value)) != nil
    default: return ValueReading.fault(of: value, as: kind, parties: names.parties) == nil
    }
  }

  /// Whether a table cell can be read for the key above it; free text is never accepted.
  func reads(_ cell: Slice, as kind: ValueKind) -> Bool {
    switch kind {
    case .text: false
    case .person, .names: names.areKnown(cell)
    case .ballots: isBallots(cell, isListed: false)
    default: ValueReading.fault(of: cell, as: kind, parties: names.parties) == nil
    }
  }

  private func isBallots(_ value: Slice, isListed: Bool, takesNames: Bool = true) -> Bool {
    guard
      let entry = try? BallotEntry(
        side: value, parties: names.parties)
    else { return false }
    // Any text may be a name; what a speaker said matches one only by chance.
    guard case .names = entry else { return true }
    return takesNames && areNames(value, isListed: isListed)
  }

  /// Whether every name of a list is known, or, in a list of fields, looks like a name.
  private func areNames(_ value: Slice, isListed: Bool) -> Bool {
    let parts = NameList.split(value)
    return names.areKnown(parts) || isListed && looksLikeNames(parts)
  }

  /// Whether every element is as short as a name and contains nothing typical of a sentence.
  private func looksLikeNames(_ parts: [Slice]) -> Bool {
    !parts.isEmpty
      && parts.allSatisfy { part in
        let name = NameList.Element(part).name.string
        let words = name.split(separator: " ")
        return !name.isEmpty && name.count <= (name.first.map { $0 < "\u{80}" } ?? false ? 30 : 8)
          && words.count <= 3
          && !name.contains { "，。！？：!?.…“”".contains($0) }
      }
  }
}
