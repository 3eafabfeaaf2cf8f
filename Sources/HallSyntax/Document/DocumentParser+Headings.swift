extension DocumentParser {
  /// Reads a heading; nil where the line is not one (`#hashtag`, seven or more signs).
  mutating func parseHeading(_ current: Line) -> Int? {
    var index = current.textStart
    while index < current.textEnd, bytes[index] == UInt8(ascii: "#") { index += 1 }
    let level = index - current.textStart
    guard level <= 6 else { return nil }
    let text = headingText(index..<current.textEnd)
    guard index == current.textEnd || blankLength(bytes, at: index, end: current.textEnd) > 0
    else { return nil }
    addHeading(level: level, text: text, range: current.range, lines: 1)
    return current.range.upperBound
  }

  /// Reads `进展` underlined with dashes or equals signs (a setext heading), if it is the title or
  /// opens a section; any other text above dashes is prose, because people draw lines under many
  /// things.
  mutating func parseUnderlinedHeading(_ current: Line) -> Int? {
    let start = current.range.upperBound
    guard current.indent < 4, start < bytes.count, nodes.last?.kind != .prose else { return nil }
    // The first byte of the next line decides most cases.
    let sign = bytes[start]
    guard sign == UInt8(ascii: "=") || sign == UInt8(ascii: "-") else { return nil }
    let next = Line(at: start, in: bytes)
    guard !next.isBlank, bytes[next.textStart..<next.textEnd].allSatisfy({ $0 == sign }) else {
      return nil
    }
    let text = headingText(current.textStart..<current.textEnd)
    let isSection = sectionKeyword(text, in: .sections(of: kind)) != nil
    guard isSection || sign == UInt8(ascii: "=") && !seenTitle else { return nil }
    let range = current.range.lowerBound..<next.range.upperBound
    addHeading(level: isSection ? 2 : 1, text: text, range: range, lines: 2)
    return next.range.upperBound
  }

  private mutating func addHeading(level: Int, text: Range<Int>, range: Range<Int>, lines: Int) {
    closeTask()
    closeHeadings(downTo: level)
    list = FieldList(scope: [])
    var node = makeHeading(level: level, text: text, range: range)
    if node.value.isEmpty, node.key.isEmpty { node.value = text }
    let added = add(node, lines: lines)
    if level > 1 { open.append(added) }
    if node.kind == .heading { list = FieldList(closedIn: enclosingScope) }
  }

  /// The keys of the place that contains a heading without a meaning of its own. Such a key is not
  /// read, but looks as if it were.
  private var enclosingScope: Scope {
    for index in open.reversed() where nodes[index].kind != .heading {
      return .keys(of: nodes[index])
    }
    return []
  }

  /// The heading's text without its decoration: closing signs (`## 进展 ##`), an anchor (`## 进展
  /// {#log}`), a pictograph before the words, emphasis round all of them.
  private func headingText(_ range: Range<Int>) -> Range<Int> {
    var text = withoutClosingSigns(trimmed(range))
    if text.last.map({ bytes[$0] }) == UInt8(ascii: "}"),
      let brace = bytes[text].lastIndex(of: UInt8(ascii: "{")), brace + 1 < text.upperBound,
      bytes[brace + 1] == UInt8(ascii: "#") || bytes[brace + 1] == UInt8(ascii: ".")
    {
      text = trimmed(text.lowerBound..<brace)
    }
    return withoutEmphasis(bytes, withoutPictograph(withoutEmphasis(bytes, text)))
  }

  private func withoutClosingSigns(_ text: Range<Int>) -> Range<Int> {
    var end = text.upperBound
    while end > text.lowerBound, bytes[end - 1] == UInt8(ascii: "#") { end -= 1 }
    let isClosing =
      end == text.lowerBound
      || (end < text.upperBound
        && (isBlank(bytes[end - 1])
          || wideBlankLength(bytes, endingAt: end, from: text.lowerBound) > 0))
    return isClosing ? trimmed(text.lowerBound..<end) : text
  }

  private func withoutPictograph(_ text: Range<Int>) -> Range<Int> {
    guard let first = text.first, bytes[first] >= 0xE2 else { return text }
    let end = Pictograph.end(bytes, text)
    let rest = trimmed(end..<text.upperBound)
    return rest.isEmpty ? text : rest
  }

  private mutating func makeHeading(level: Int, text: Range<Int>, range: Range<Int>) -> Node {
    func node(_ kind: Node.Kind, _ keyword: Keyword? = nil) -> Node {
      var node = Node(
        kind, keyword: keyword, depth: level, line: line, range: range, parent: open.last ?? -1)
      node.key = text.lowerBound..<text.lowerBound
      node.value = text
      return node
    }
    switch level {
    case 1 where !seenTitle:
      seenTitle = true
      return node(.title)
    case 2:
      guard let keyword = sectionKeyword(text, in: .sections(of: kind)) else { break }
      list = FieldList(scope: .keys(under: keyword))
      var section = node(.section, keyword)
      section.value = sectionWord(text)
      return section
    case 3:
      guard let section = open.last, nodes[section].kind == .section else { break }
      if nodes[section].keyword == .agenda {
        list = FieldList(scope: .item)
        (inItem, takesTasks) = (true, true)
        var item = node(.item)
        if let (number, title) = splitItemNumber(text) { (item.key, item.value) = (number, title) }
        return item
      }
      if nodes[section].keyword == .rules {
        list = FieldList(scope: .rule)
        return node(.rule)
      }
    case 4 where inItem:
      guard let block = splitBlockHeading(text) else { break }
      list = FieldList(scope: block.keyword == .vote ? .vote : .decision)
      var heading = node(block.keyword == .vote ? .vote : .decision, block.keyword)
      (heading.key, heading.value, heading.mark) = (block.number, block.title, text.lowerBound)
      return heading
    default: break
    }
    return node(.heading)
  }

  /// The section a heading opens in a kind of document; a colon after the word is allowed.
  func sectionKeyword(_ text: Range<Int>, in scope: Scope) -> Keyword? {
    Vocabulary.keyword(in: bytes, sectionWord(text), scope)
  }

  private func sectionWord(_ text: Range<Int>) -> Range<Int> {
    var end = text.upperBound
    for (colon, length) in [(end - 1, 1), (end - 3, 3)] where colon > text.lowerBound {
      if FullWidth.byte(in: bytes, at: colon, end: end) == (UInt8(ascii: ":"), length) {
        end = colon
        break
      }
    }
    return withoutEmphasis(bytes, text.lowerBound..<end)
  }
}

/// Numbers and keywords at the front of a heading.
extension DocumentParser {
  /// Splits an item's number from its title: `1.`, `1、`, `一、`, `（一）`, `议题一：`, `Item 2:`.
  func splitItemNumber(_ text: Range<Int>) -> (number: Range<Int>, title: Range<Int>)? {
    if let emphasis = leadingEmphasis(text), let parts = splitPlainNumber(emphasis.inner) {
      // `**1.** title`, and `**1. title** and more`.
      return (
        parts.number, parts.title.isEmpty ? emphasis.rest : parts.title.lowerBound..<text.upperBound
      )
    }
    return splitPlainNumber(text)
  }

  /// The text that emphasis at the start of a text encloses, and the text after it; nil where the
  /// text does not begin with emphasis.
  private func leadingEmphasis(_ text: Range<Int>) -> (inner: Range<Int>, rest: Range<Int>)? {
    let count = leadingMarks(bytes, text)
    guard count > 0, count <= 3 else { return nil }
    let start = text.lowerBound + count
    let mark = bytes[text.lowerBound]
    guard let close = bytes[start..<text.upperBound].firstIndex(of: mark),
      leadingMarks(bytes, close..<text.upperBound) >= count
    else { return nil }
    return (trimmed(start..<close), trimmed((close + count)..<text.upperBound))
  }

  private func splitPlainNumber(
    _ text: Range<Int>
  ) -> (number: Range<Int>, title: Range<Int>)? {
    var cursor = ByteCursor(bytes, in: text)
    let hasWord = cursor.take(anyOf: ["议题", "议程", "item "])
    cursor.skipSpaces()
    let isEnclosed = !hasWord && cursor.take("(")
    _ = hasWord && cursor.take("第")
    let start = cursor.index
    guard cursor.takeNumber() != nil || cursor.takeChineseNumber() != nil else { return nil }
    let number = start..<cursor.index
    cursor.skipSpaces()
    if isEnclosed {
      guard cursor.take(")") else { return nil }
    } else {
      let hasColon = cursor.take(":")
      // `14:30 开场` begins with a time of day.
      if hasColon, !hasWord, cursor.next.map(isDigit) ?? false { return nil }
      guard
        hasColon || cursor.take(".") || cursor.take("、") || cursor.take(")")
          || (hasWord && cursor.atEnd)
      else { return nil }
    }
    return (number, trimmed(cursor.index..<text.upperBound))
  }

  /// Splits `表决: title`, `决议 D1: title`, `Vote: title`, `Decision D1: title`; nil where the word is
  /// the start of a sentence and the heading is prose.
  func splitBlockHeading(
    _ text: Range<Int>
  ) -> (keyword: Keyword, number: Range<Int>, title: Range<Int>)? {
    guard let emphasis = leadingEmphasis(text), var block = splitPlainBlock(emphasis.inner) else {
      return splitPlainBlock(text)
    }
    guard block.title.isEmpty else {
      block.title = block.title.lowerBound..<text.upperBound
      return block
    }
    // `**表决**: title`, `**表决：** title`
    var cursor = ByteCursor(bytes, in: emphasis.rest)
    _ = cursor.take(":")
    block.title = trimmed(cursor.index..<text.upperBound)
    return block
  }

  private func splitPlainBlock(
    _ text: Range<Int>
  ) -> (keyword: Keyword, number: Range<Int>, title: Range<Int>)? {
    for (form, keyword, isEnglish) in DocumentParser.blockForms {
      var cursor = ByteCursor(bytes, in: text)
      guard cursor.take(form) else { continue }
      if let parts = splitNumber(&cursor, of: keyword, isEnglish: isEnglish) {
        return (keyword, parts.number, parts.title)
      }
    }
    return nil
  }

  private static let blockForms: [(form: String, keyword: Keyword, isEnglish: Bool)] =
    [Keyword.vote, .decision].flatMap { keyword -> [(String, Keyword, Bool)] in
      guard let entry = Vocabulary.entry(of: keyword) else { return [] }
      return entry.zh.map { ($0, keyword, false) } + entry.en.map { ($0, keyword, true) }
    }

  private func splitNumber(
    _ cursor: inout ByteCursor<UnsafeBufferPointer<UInt8>>, of keyword: Keyword, isEnglish: Bool
  ) -> (number: Range<Int>, title: Range<Int>)? {
    let afterWord = cursor.index
    cursor.skipSpaces()
    let hasSpace = cursor.index > afterWord
    let start = cursor.index
    var number = start..<start
    var hasNumber = false
    var ahead = cursor
    let hasLetter = keyword == .decision && ahead.take("D")
    if ahead.takeNumber() != nil {
      hasNumber = true
      let end = ahead.index
      ahead.skipSpaces()
      let isClosed = ahead.atEnd || ahead.next == UInt8(ascii: ":")
      if isClosed || hasLetter && ahead.index > end {
        number = start..<end
        cursor = ahead
      } else if isEnglish, !hasSpace {
        return nil
      }
    }
    let hasColon = cursor.take(":")
    guard hasColon || cursor.atEnd || hasNumber || (!isEnglish && hasSpace) else { return nil }
    return (number, trimmed(cursor.index..<cursor.end))
  }
}
