import HallModel
import HallSyntax

/// Values that contain more than their key takes: several people as one name, a second key; and the
/// words of a signature.
extension NearReader {
  func readValue(_ index: Int, _ report: inout Report) {
    let node = document.nodes[index]
    guard !node.value.isEmpty else { return }
    let value = document.slice(node.value)
    let use = document.use(of: index)
    // A count holds nothing else.
    if use?.value.isCount ?? false, (try? Count(reading: value)) != nil { return }
    let place = place(index, followsFields: true)
    if place.scope == .signatureList, node.kind == .field {
      return readSignature(index, &report)
    }
    let isOfNames =
      use?.value.takesNames ?? (place.scope == .attendance && node.kind == .field)
    if swallowed(in: value, index, place, isOfNames: isOfNames, &report) || !isOfNames { return }
    let parts = NameList.split(value)
    for part in parts {
      guard let names = JoinedNames.parts(of: part, self.names), !isNamedAsUnknown(index)
      else { continue }
      return addJoined(part.string, names, document.source(of: part.indices), &report)
    }
    readBrokenNames(index, parts, &report)
  }

  /// A key of the place in a value: `- 同意: 张三、赵六 反对: 李四`, `- [ ] T1 报价 负责: 赵六`.
  private func swallowed(
    in value: Slice, _ index: Int, _ place: FactPlace, isOfNames: Bool, _ report: inout Report
  ) -> Bool {
    let node = document.nodes[index]
    let scope: Scope = node.kind == .task ? .task : place.scope
    let own = document.use(of: index)?.value ?? (scope == .attendance ? .names : nil)
    // A remark may contain anything, except something that reads as a fact with its colon.
    let isText =
      node.kind != .field || own == nil || own == .text || own == .dayAndText
      || own == .dueDayAndText
    var inner = FactPlace(
      scope: scope, takesTasks: false, takesSteps: false, followsFields: !isText, names: names)
    inner.takesText = false
    inner.takesAnyValue = !isText
    let pieces = InnerKeys.pieces(of: value, inner)
    if pieces.isEmpty, !isOfNames { return false }
    // A value that cannot be read is a separate error.
    if node.kind == .field, let own,
      ValueReading.fault(of: value, as: own, parties: names.parties) != nil
    {
      return true
    }
    for piece in pieces {
      guard isText ? piece.hasColon : true, let fact = inner.fact(in: piece.text, isItem: true)
      else {
        continue
      }
      guard !isNamedAsUnknown(index) else { return true }
      add(document.source(of: piece.text.indices), write: fact, &report)
      return true
    }
    return false
  }

  /// Whether the checks of people already report it as an unknown name: they do so if there is a
  /// roster.
  private func isNamedAsUnknown(_ index: Int) -> Bool {
    guard !charter.roster.isEmpty, document.kind == .meeting else { return false }
    switch document.nodes[index].keyword {
    case .observing, .invited, .absent, .excused: return false
    default: break
    }
    guard document.nodes[index].kind == .field, document.use(of: index)?.value != .count else {
      return false
    }
    return document.use(of: index)?.value.takesNames ?? true
  }

  /// Names on separate lines that are read as one, because a separator is missing.
  private func readBrokenNames(_ index: Int, _ parts: [Slice], _ report: inout Report) {
    let node = document.nodes[index]
    guard document.hasSeveralLines(node), !isNamedAsUnknown(index) else { return }
    let lines = document.lines(in: node.range)
    for (above, line) in zip(lines, lines.dropFirst()) {
      let text = document.slice(line).trimmed
      var before = document.slice(above).trimmed
      if let colon = before.lastIndex(where: { $0 == UInt8(ascii: ":") }) {
        before = before[(colon + 1)...].trimmed
      } else if let colon = before.firstPlace(of: "：") {
        before = before[colon.upperBound...].trimmed
      }
      guard !PlainLine(text).isItem,
        let last = NameList.split(PlainLine.withoutMarkup(before)).last,
        let first = NameList.split(text).first.map(PlainLine.withoutMarkup),
        !JoinedNames.isSeparated(before, text),
        JoinedNames.isName(last), JoinedNames.isName(first)
      else { continue }
      let joined = [last.string + first.string, last.string + " " + first.string]
      guard parts.contains(where: { joined.contains($0.string) }),
        !joined.contains(where: charter.roster.hasPerson)
      else { continue }
      return addJoined(
        last.string + first.string, [last.string, first.string], first.indices, &report)
    }
  }

  private func addJoined(
    _ text: String, _ names: [String], _ range: Range<Int>, _ report: inout Report
  ) {
    report.warning(
      document, range, zh: "「\(text)」当成了一个人：姓名之间要用顿号隔开",
      en: "'\(text)' is read as one name: names are parted by commas",
      hint: Phrase(
        zh: "写成「\(names.joined(separator: "、"))」",
        en: "write '\(names.joined(separator: ", "))'"))
  }

  /// A signature whose word is not read because of what precedes it: `2025-10-17，同意`,
  /// `2025-10-17（同意）`, `2025-10-17<br>同意`.
  func readSignature(_ index: Int, _ report: inout Report) {
    let signOff = SignOff(document: document, node: index)
    guard signOff.day != nil, signOff.stance == nil, !signOff.remark.isEmpty else { return }
    // A name that ends with a comma is an unknown name.
    if signOff.person.hasSuffix(","), !charter.roster.isEmpty { return }
    let remark = Slice(signOff.remark)
    var words = PlainLine(Traditional.simplified(remark) ?? remark).text
    while let first = words.first, !isASCIILetter(first) {
      var cursor = Cursor(words)
      guard cursor.take(anyOf: [",", "、", "。", ":", ";", "(", "-", "—", ".", "/", "【", "「"])
      else { break }
      words = cursor.rest.trimmed
    }
    let end = words.indices.first {
      let byte = FullWidth.byte(in: words, at: $0).byte
      return byte < 0x80 && !isASCIILetter(byte) && !isDigit(byte)
    }
    let signs = ["】", "」", "。", "、"].compactMap { words.firstPlace(of: $0)?.lowerBound }
    let word = words[..<min(end ?? words.endIndex, signs.min() ?? words.endIndex)]
    guard Vocabulary.keyword(word, in: .stance) != nil else { return }
    let value = document.slice(document.nodes[index].value)
    let text = value.string
    let head = text.hasSuffix(signOff.remark) ? text.dropLast(signOff.remark.count) : ""
    let form =
      head.isEmpty
      ? "2025-09-27 \(word.string)" : Slice(String(head)).trimmed.string + " " + word.string
    report.warning(
      document, value.indices, zh: "「\(signOff.remark)」没有读成签字意见",
      en: "'\(signOff.remark)' is not read as the word of the signature",
      hint: Phrase(
        zh: "日期后面空一格再写：「- \(signOff.party): \(form)」",
        en: "a space after the day, and then the word: '- \(signOff.party): \(form)'"))
  }
}

/// Several names written as one.
enum JoinedNames {
  /// The names of `张三<br>赵六`, `张三 赵六`, `张三+赵六`, `[x] 张三`; nil where it is one name.
  static func parts(of name: Slice, _ known: KnownNames) -> [String]? {
    let bare = NameList.Element(name).name
    // Most names have none of the signs, and no blank.
    guard bare.contains(where: signBytes.contains) else { return nil }
    let text = bare.string
    for sign in signs where bare.firstPlace(of: sign) != nil {
      let parts = text.split(separator: sign).map { String($0).trimmingBlanks }
        .filter { !$0.isEmpty }
      if !parts.isEmpty, parts.allSatisfy({ $0.count > 1 }) {
        return parts.flatMap { JoinedNames.parts(of: Slice($0), known) ?? [$0] }
      }
    }
    let pieces = FullWidth.name(bare).split(separator: " ")
    guard pieces.count > 1 else { return nil }
    // Each with its number: `1.张三 2.赵六`.
    let words = pieces.map { PlainLine(Slice(String($0))).text.string }
    guard words.allSatisfy({ isChineseName($0) }),
      known.parties[words[0]] == nil
    else { return nil }
    return words
  }

  /// The signs that people separate names with, and boxes in front of names.
  private static let signs = [
    "[x]", "[X]", "[ ]", "[√]", "☑", "☐", "✓", "✅", "□", "<br>", "<br/>", "<br />", "<BR>", "+",
    "|", "&", " and ", " 和 ", " 与 ", "＋", "｜",
  ]

  /// What the signs, and blanks of every kind, begin with.
  private static let signBytes = ByteSet(
    signs.compactMap(\.utf8.first) + Array("\t\r".utf8) + [0xC2, 0xE1, 0xE2, 0xE3])

  /// Whether a text may be a complete name: two to four Chinese characters, or at least two words.
  static func isName(_ text: Slice) -> Bool {
    let words = text.string.split(separator: " ")
    return isChineseName(text.string)
      || words.count > 1 && words.allSatisfy { $0.first?.isLetter ?? false }
  }

  private static func isChineseName(_ text: String) -> Bool {
    (2...4).contains(text.count)
      && text.unicodeScalars.allSatisfy { (0x3400...0x9FFF).contains($0.value) }
  }

  /// Whether a separator, or an open parenthesis, is between two lines.
  static func isSeparated(_ above: Slice, _ line: Slice) -> Bool {
    ["、", "，", ",", "；", ";", "(", "（"].contains { sign in
      above.ends(with: sign) || line.starts(with: sign.utf8)
    }
  }
}

extension String {
  fileprivate var trimmingBlanks: String { Slice(self).trimmed.string }
}
