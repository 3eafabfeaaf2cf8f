import HallModel
import HallSyntax

/// Lines that were meant as headings.
extension NearReader {
  /// A heading whose words are similar to a keyword: `## 一、议程`, `#### Vote 方案`, `#### 决议一: …`; or
  /// that continues the numbers of the agenda at another level.
  func readHeading(_ index: Int, _ report: inout Report) {
    let node = document.nodes[index]
    let plain = PlainLine(document.slice(node.value))
    let line = document.firstLine(of: node)
    if document.sectionKeyword(of: node.value, in: .anySection) != nil
      || document.blockKeyword(of: node.value) != nil
    {
      return
    }
    if node.depth == 2, let word = section(plain.text) ?? longSection(plain.text, line) {
      return add(line, write: "## \(word)", &report)
    }
    guard document.kind == .meeting else { return }
    if document.ancestor(of: index, .item) != nil, let block = block(plain.text),
      block.isSure || plain.isHeadEnclosed || hasFields(of: block.scope, after: node.range)
    {
      return add(line, write: "#### \(block.form)", &report)
    }
    if let item = agenda.items[index] { add(line, write: "### \(item)", &report) }
  }

  /// The heading that a line of prose was meant to be; nil where it was not meant as one.
  func heading(instead text: Slice, at line: Range<Int>, _ index: Int) -> String? {
    // A heading is short; most prose is long, or begins with the speaker.
    guard text.count < 400, text.first != UInt8(ascii: "-") else { return nil }
    if let rule = rule(text, at: line, index) { return rule }
    let plain = PlainLine(text)
    guard !plain.isItem || plain.isEnclosed || plain.text.count < 40 else { return nil }
    let isHeading = plain.isEnclosed || plain.hasHeadingSigns
    if let word = section(plain.text), let keyword = sectionKeyword(Slice(word)) {
      let scope = Scope.ofList(under: keyword)
      let isFollowed = scope.map { hasFields(of: $0, after: line) } ?? false
      if isHeading || isFollowed { return "## \(word)" }
    }
    guard document.kind == .meeting else { return nil }
    if document.ancestor(of: index, .item) != nil, let block = block(plain.text),
      hasFields(of: block.scope, after: line) || isHeading && block.isSure
    {
      return "#### \(block.form)"
    }
    if line.lowerBound == document.nodes[index].range.lowerBound, let item = agenda.items[index] {
      return "### \(item)"
    }
    if plain.isEnclosed, plain.isItem, isInAgenda(index), hasFields(of: .item, after: line) {
      return "### \(plain.text.string)"
    }
    return nil
  }

  /// `###一户一票` among the rules: a heading without its blank or with other signs.
  private func rule(_ text: Slice, at line: Range<Int>, _ index: Int) -> String? {
    var cursor = Cursor(text)
    guard cursor.take("###"), document.kind == .hall,
      document.ancestor(of: index, .section).map({ document.nodes[$0].keyword == .rules }) ?? false,
      hasFields(of: .rule, after: line)
    else { return nil }
    return "### " + cursor.rest.trimmed.string
  }

  private func isInAgenda(_ index: Int) -> Bool {
    document.ancestor(of: index, .section).map { document.nodes[$0].keyword == .agenda } ?? false
  }

  /// The keyword of a section that a text consists of, apart from a colon, a remark, a number
  /// before it, traditional characters, or blanks between its characters: `议 程`, `进展（办理过程）`,
  /// `第一部分 各方签字`.
  private func section(_ text: Slice) -> String? {
    var words = Traditional.simplified(text) ?? text
    if let open = words.firstIndex(of: UInt8(ascii: "("))
      ?? words.firstPlace(of: "（")?.lowerBound,
      open > words.startIndex
    {
      words = words[..<open].trimmed
    }
    for sign in [":", "：", "。"] where words.ends(with: sign) {
      words = words.dropLast(sign.utf8.count).trimmed
    }
    guard !words.isEmpty, words.count <= 60 else { return nil }
    let rest = HeadingNumber(words, endsWithBlank: true).rest
    for candidate in [words, rest, PlainLine.withoutInnerBlanks(words) ?? words]
    where sectionKeyword(candidate) != nil {
      return candidate.string
    }
    return nil
  }

  /// The keyword of a section that a longer text begins or ends with, if its list follows:
  /// `参会人员名单`, `会议议程`.
  private func longSection(_ text: Slice, _ line: Range<Int>) -> String? {
    let text = Traditional.simplified(text) ?? text
    // An invisible character before a word is a separate error.
    guard text.count <= 40, text.first.map({ $0 != 0xEF }) ?? false,
      !text.starts(with: [0xE2, 0x80])
    else { return nil }
    for keyword in Vocabulary.keywords(in: .sections(of: document.kind)) {
      for word in Vocabulary.entry(of: keyword).map({ $0.zh + $0.en }) ?? []
      where text.starts(with: word.utf8) || text.ends(with: word) {
        if keyword == .agenda ? hasItem(after: line) : hasList(of: keyword, after: line) {
          return word
        }
      }
    }
    return nil
  }

  private func hasList(of keyword: Keyword, after line: Range<Int>) -> Bool {
    Scope.ofList(under: keyword).map { hasFields(of: $0, after: line) } ?? false
  }

  /// Whether the next heading has the level and the number of an item.
  private func hasItem(after line: Range<Int>) -> Bool {
    let next = document.nodes.first {
      $0.range.lowerBound > line.lowerBound && $0.kind == .heading
    }
    return next.map { $0.depth == 3 && document.hasItemNumber($0.value) } ?? false
  }

  private func sectionKeyword(_ word: Slice) -> Keyword? {
    Vocabulary.keyword(word, in: .sections(of: document.kind))
  }

  /// A vote or a decision named by a text.
  private struct Block {
    let scope: Scope
    /// The heading as it would be read.
    let form: String
    /// Whether only a heading is written like this.
    let isSure: Bool
  }

  /// `Vote 方案`, `决议一: …`, `【表决】方案`, `表决（方案）`.
  private func block(_ text: Slice) -> Block? {
    let plain = Traditional.simplified(text) ?? text
    let inner = NearReader.withoutBrackets(PlainLine.withoutInnerBlanks(plain) ?? plain)
    for keyword in [Keyword.vote, .decision] {
      guard let entry = Vocabulary.entry(of: keyword) else { continue }
      for form in entry.zh + entry.en {
        var cursor = Cursor(inner)
        guard cursor.take(form) else { continue }
        if let first = form.utf8.first, first < 0x80, let next = cursor.next, isASCIILetter(next) {
          continue
        }
        let word = inner[..<cursor.index].string
        let start = cursor.index
        cursor.skipSpaces()
        var ahead = cursor
        let isOpen = ahead.take("(")
        _ = keyword == .decision && ahead.take("D")
        let number = ahead.takeNumber()?.value ?? ahead.takeChineseNumber()
        if !isOpen || number != nil && ahead.take(")") { cursor = ahead }
        let separator = cursor.takeSeparator()
        let title = cursor.rest.trimmed
        let digits = number.map { keyword == .decision ? " D\($0)" : " \($0)" } ?? ""
        let name = title.isEmpty ? Slice(inner[start...]).trimmed.string : title.string
        return Block(
          scope: keyword == .vote ? .vote : .decision, form: "\(word)\(digits): \(name)",
          isSure: separator != nil && (number != nil || cursor.index > start))
      }
    }
    return nil
  }

  /// `【表决】方案` as `表决: 方案`.
  private static func withoutBrackets(_ text: Slice) -> Slice {
    let words = text.string
    guard words.hasPrefix("【") else { return text }
    return Slice(String(words.dropFirst().replacing("】", with: ": ", maxReplacements: 1)))
  }

  /// Whether the first list after a line begins with a fact of a place.
  private func hasFields(of scope: Scope, after line: Range<Int>) -> Bool {
    let place = FactPlace(
      scope: scope, takesTasks: false, takesSteps: scope == .log, followsFields: false,
      names: names)
    var offset = line.upperBound
    var seen = 0
    while offset < document.bytes.count, seen < 3 {
      let end = document.bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? document.bytes.count
      let text = document.slice(offset..<end).trimmed
      offset = end + 1
      if text.isEmpty { continue }
      if text.first == UInt8(ascii: "#") { return false }
      seen += 1
      let plain = PlainLine(text)
      if plain.isItem, place.fact(plain) != nil || isFreeField(plain.text, in: scope) {
        return true
      }
    }
    return false
  }

  /// `- 规则: …`: a key of free text with its colon, in the list right below.
  private func isFreeField(_ text: Slice, in scope: Scope) -> Bool {
    guard
      let colon = text.indices.first(where: {
        FullWidth.byte(in: text, at: $0).byte == UInt8(ascii: ":")
      })
    else { return false }
    return Vocabulary.keyword(text[..<colon], in: scope) != nil
  }
}

extension Scope {
  /// The keys of the list that a section begins with; nil if it does not begin with one.
  fileprivate static func ofList(under section: Keyword) -> Scope? {
    switch section {
    case .log: .log
    case .attendance: .attendance
    case .parties: .partyList
    case .signatures: .signatureList
    case .calendar: .calendar
    default: nil
    }
  }
}
