extension DocumentParser {
  /// Reads a heading; nil where the line is none (`#hashtag`, seven or more signs).
  mutating func parseHeading(_ current: Line) -> Int? {
    var index = current.textStart
    while index < current.textEnd, bytes[index] == UInt8(ascii: "#") { index += 1 }
    let level = index - current.textStart
    guard level <= 6 else { return nil }
    let text = headingText(index..<current.textEnd)
    guard
      index == current.textEnd || isBlank(bytes[index])
        || isIdeographicSpace(bytes, at: index, end: current.textEnd)
    else { return nil }
    closeTask()
    closeHeadings(downTo: level)
    list = FieldList(scope: [])
    var node = makeHeading(level: level, text: text, range: current.range)
    if node.value.isEmpty, node.key.isEmpty { node.value = text }
    let added = add(node)
    if level > 1 { open.append(added) }
    if node.kind == .heading { list = FieldList(closedIn: enclosingScope) }
    return current.range.upperBound
  }

  /// The keys of what a heading without a meaning of its own stands in, where a key is not read but
  /// looks as if it were.
  private var enclosingScope: Scope {
    for index in open.reversed() where nodes[index].kind != .heading {
      return .keys(of: nodes[index])
    }
    return []
  }

  /// The heading's text without the closing signs (`## 进展 ##`).
  private func headingText(_ range: Range<Int>) -> Range<Int> {
    let text = trimmed(range)
    var end = text.upperBound
    while end > text.lowerBound, bytes[end - 1] == UInt8(ascii: "#") { end -= 1 }
    let isClosing = end == text.lowerBound || (end < text.upperBound && isBlank(bytes[end - 1]))
    return isClosing ? trimmed(text.lowerBound..<end) : text
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
      return node(.section, keyword)
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

  /// The section a heading opens in a kind of document; a colon behind the word is fine.
  func sectionKeyword(_ text: Range<Int>, in scope: Scope) -> Keyword? {
    var end = text.upperBound
    for (colon, length) in [(end - 1, 1), (end - 3, 3)] where colon > text.lowerBound {
      if FullWidth.byte(in: bytes, at: colon, end: end) == (UInt8(ascii: ":"), length) {
        end = colon
        break
      }
    }
    return Vocabulary.keyword(in: bytes, text.lowerBound..<end, scope)
  }
}

/// Numbers and keywords at the front of a heading.
extension DocumentParser {
  /// Splits an item's number from its title: `1.`, `1、`, `一、`, `（一）`, `议题一：`, `Item 2:`.
  func splitItemNumber(_ text: Range<Int>) -> (number: Range<Int>, title: Range<Int>)? {
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
      // `14:30 开场` begins with an hour.
      if hasColon, !hasWord, cursor.next.map(isDigit) ?? false { return nil }
      guard
        hasColon || cursor.take(".") || cursor.take("、") || cursor.take(")")
          || (hasWord && cursor.atEnd)
      else { return nil }
    }
    return (number, trimmed(cursor.index..<text.upperBound))
  }

  /// Splits `表决: title`, `决议 D1: title`, `Vote: title`, `Decision D1: title`; nil where the word
  /// runs on into others and the heading is prose.
  func splitBlockHeading(
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
    let behindWord = cursor.index
    cursor.skipSpaces()
    let hasSpace = cursor.index > behindWord
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
