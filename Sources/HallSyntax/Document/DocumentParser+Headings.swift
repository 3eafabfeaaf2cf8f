extension DocumentParser {
  /// Reads a heading; nil where the line is none (`#hashtag`, seven or more signs).
  mutating func parseHeading(_ current: Line) -> Int? {
    var index = current.textStart
    while index < current.textEnd, bytes[index] == UInt8(ascii: "#") { index += 1 }
    let level = index - current.textStart
    guard level <= 6 else { return nil }
    let text = headingText(index..<current.textEnd)
    guard index == current.textEnd || isBlank(bytes[index])
      || bytes[index...].starts(with: ideographicSpace)
    else { return nil }
    closeTask()
    closeHeadings(downTo: level)
    list = FieldList(scope: [])
    var node = makeHeading(level: level, text: text, range: current.range)
    if node.value.isEmpty, node.key.isEmpty { node.value = text }
    let added = add(node)
    if level > 1 { open.append(added) }
    return current.range.upperBound
  }

  /// The heading's text without the closing signs (`## 进展 ##`).
  private func headingText(_ range: Range<Int>) -> Range<Int> {
    var text = bytes[range].trimmed
    var end = text.endIndex
    while end > text.startIndex, bytes[end - 1] == UInt8(ascii: "#") { end -= 1 }
    if end == text.startIndex || (end < text.endIndex && isBlank(bytes[end - 1])) {
      text = bytes[text.startIndex..<end].trimmed
    }
    return text.startIndex..<text.endIndex
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
      guard let keyword = sectionKeyword(text) else { break }
      list = FieldList(scope: fieldScope(of: keyword))
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

  /// The section a heading opens in this kind of document; a colon behind the word is fine.
  private func sectionKeyword(_ text: Range<Int>) -> Keyword? {
    let scope: Scope
    switch kind {
    case .hall, .roster: scope = .hallSection
    case .matter: scope = .matterSection
    case .meeting: scope = .meetingSection
    case .ballots, .other: return nil
    }
    var word = bytes[text]
    if word.last == UInt8(ascii: ":") {
      word = word.dropLast()
    } else if word.suffix(3).elementsEqual([0xEF, 0xBC, 0x9A]) {
      word = word.dropLast(3)
    }
    return Vocabulary.keyword(word, in: scope)
  }

  private func fieldScope(of section: Keyword) -> Scope {
    switch section {
    case .parties: .partyList
    case .calendar: .calendar
    case .log: .log
    case .attendance: .attendance
    case .signatures: .signatureList
    default: []
    }
  }
}

/// Numbers and keywords at the front of a heading.
extension DocumentParser {
  /// Splits an item's number from its title: `1.`, `1、`, `一、`, `（一）`, `议题一：`, `Item 2:`.
  func splitItemNumber(_ text: Range<Int>) -> (number: Range<Int>, title: Range<Int>)? {
    var cursor = Cursor(bytes[text])
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
      guard cursor.take(".") || cursor.take("、") || cursor.take(":") || cursor.take(")")
        || (hasWord && cursor.atEnd)
      else { return nil }
    }
    let title = cursor.rest.trimmed
    return (number, title.startIndex..<title.endIndex)
  }

  /// Splits `表决: title`, `决议 D1: title`, `Vote: title`, `Decision D1: title`; nil where the word
  /// runs on into others and the heading is prose.
  func splitBlockHeading(
    _ text: Range<Int>
  ) -> (keyword: Keyword, number: Range<Int>, title: Range<Int>)? {
    for keyword in [Keyword.vote, .decision] {
      guard let entry = Vocabulary.entry(of: keyword) else { continue }
      for form in entry.zh + entry.en {
        var cursor = Cursor(bytes[text])
        guard cursor.take(form) else { continue }
        let isEnglish = form.utf8.first.map { $0 < 0x80 } ?? false
        if let parts = splitNumber(&cursor, of: keyword, isEnglish: isEnglish) {
          return (keyword, parts.number, parts.title)
        }
      }
    }
    return nil
  }

  private func splitNumber(
    _ cursor: inout Cursor, of keyword: Keyword, isEnglish: Bool
  ) -> (number: Range<Int>, title: Range<Int>)? {
    let behindWord = cursor.index
    cursor.skipSpaces()
    let hasSpace = cursor.index > behindWord
    let start = cursor.index
    var number = start..<start
    var ahead = cursor
    let hasLetter = keyword == .decision && ahead.take("D")
    if ahead.takeNumber() != nil {
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
    let hasNumber = !number.isEmpty || ahead.index > cursor.index
    let hasColon = cursor.take(":")
    guard hasColon || cursor.atEnd || hasNumber || (!isEnglish && hasSpace) else { return nil }
    let title = cursor.rest.trimmed
    return (number, title.startIndex..<title.endIndex)
  }
}
