extension DocumentParser {
  /// Reads a list item: a task, a field, a log line, or prose; nil where the line is no item.
  mutating func parseListItem(_ current: Line) -> Int? {
    guard let content = itemContent(current) else { return nil }
    if let end = parseFence(current, at: content.lowerBound) { return end }
    if takesTasks, let end = parseTask(current, content: content) { return end }
    if let opened = task {
      if current.indent > opened.indent { return parseTaskItem(current, content: content) }
      closeTask()
    }
    guard list.isOpen else { return appendProseItem(current, content: content, scope: list.scope) }
    guard list.takes(current.indent) else { return addItem(.bullet, current, content: content) }
    if list.scope == .log { return addLogLine(current, content: content) }
    return addField(current, content: content, scope: list.scope)
  }

  /// An item deeper than the open task: one of its fields, or prose within it.
  private mutating func parseTaskItem(_ current: Line, content: Range<Int>) -> Int {
    guard let opened = task, opened.fields.isOpen else {
      return appendProseItem(current, content: content, scope: .task)
    }
    guard task?.fields.takes(current.indent) == true else {
      return addItem(.bullet, current, content: content)
    }
    return addField(current, content: content, scope: .task)
  }

  /// What stands behind the bullet; nil without a blank behind it, and for a thematic break.
  func itemContent(_ current: Line) -> Range<Int>? {
    let behind = current.textStart + 1
    guard behind < current.textEnd else { return current.textEnd..<current.textEnd }
    guard isBlank(bytes[behind]) || isIdeographicSpace(bytes, at: behind, end: current.textEnd)
    else { return nil }
    let bullet = bytes[current.textStart]
    if bullet != UInt8(ascii: "+") {
      var signs = 0
      var index = current.textStart
      while index < current.textEnd, bytes[index] == bullet || isBlank(bytes[index]) {
        if bytes[index] == bullet { signs += 1 }
        index += 1
      }
      if index == current.textEnd, signs >= 3 { return nil }
    }
    return trimmed(behind..<current.textEnd)
  }

  /// Reads `[ ] T3 title`; nil where the item has no box.
  private mutating func parseTask(_ current: Line, content: Range<Int>) -> Int? {
    var cursor = ByteCursor(bytes, in: content)
    // Brackets are ASCII; what stands between them may be full-width.
    guard !content.isEmpty, bytes[content.lowerBound] == UInt8(ascii: "[") else { return nil }
    cursor.index += 1
    guard let box = cursor.next else { return nil }
    let isBox =
      box == UInt8(ascii: " ") || box == UInt8(ascii: "-") || box | 0x20 == UInt8(ascii: "x")
    guard isBox, cursor.take(box), !cursor.atEnd, bytes[cursor.index] == UInt8(ascii: "]") else {
      return nil
    }
    cursor.index += 1
    guard cursor.next.map(isBlank) ?? true else { return nil }
    closeTask()
    cursor.skipSpaces()
    var node = Node(
      .task, depth: current.indent, line: line, range: current.range, parent: open.last ?? -1)
    node.mark = content.lowerBound
    node.key = cursor.index..<cursor.index
    var ahead = cursor
    let start = ahead.index
    if ahead.take("T"), ahead.takeNumber() != nil,
      ahead.next.map({ isBlank($0) || $0 == UInt8(ascii: ":") }) ?? true
    {
      node.key = start..<ahead.index
      _ = ahead.take(":")
      cursor = ahead
    }
    node.value = trimmed(cursor.index..<cursor.end)
    task = OpenTask(node: add(node), indent: current.indent)
    return current.range.upperBound
  }

  private mutating func addItem(
    _ kind: Node.Kind, _ current: Line, content: Range<Int>
  ) -> Int {
    var node = Node(
      kind, depth: current.indent, line: line, range: current.range,
      parent: task?.node ?? open.last ?? -1)
    node.mark = content.lowerBound
    node.key = content.lowerBound..<content.lowerBound
    node.value = content
    add(node)
    return current.range.upperBound
  }

  private mutating func addField(_ current: Line, content: Range<Int>, scope: Scope) -> Int {
    guard let parts = splitField(content) else {
      return addItem(.bullet, current, content: content)
    }
    var node = Node(
      .field, keyword: fieldKeyword(parts.key, in: scope), depth: current.indent, line: line,
      range: current.range, parent: task?.node ?? open.last ?? -1)
    node.mark = content.lowerBound
    (node.key, node.value) = (parts.key, parts.value)
    let index = addField(node, behind: task == nil ? list.lastField : task?.fields.lastField)
    if task == nil { list.lastField = index } else { task?.fields.lastField = index }
    return current.range.upperBound
  }

  /// The meaning of a key; `选项 甲` is 选项, with a name behind it.
  private func fieldKeyword(_ key: Range<Int>, in scope: Scope) -> Keyword? {
    if let keyword = Vocabulary.keyword(in: bytes, key, scope) { return keyword }
    guard scope == .vote, let entry = Vocabulary.entry(of: .option) else { return nil }
    for form in entry.zh + entry.en {
      var cursor = ByteCursor(bytes, in: key)
      guard cursor.take(form) else { continue }
      let isEnglish = form.utf8.first.map { $0 < 0x80 } ?? false
      if !isEnglish || cursor.next == UInt8(ascii: " ") { return .option }
    }
    return nil
  }

  /// Adds `2025-03-10 word: text`; an item that does not begin with a number is a field nobody
  /// knows.
  private mutating func addLogLine(_ current: Line, content: Range<Int>) -> Int {
    guard let first = ByteCursor(bytes, in: content).next, isDigit(first) else {
      return addField(current, content: content, scope: .log)
    }
    // The day goes up to the first blank, or through 日 where the day is written in Chinese.
    var cursor = ByteCursor(bytes, in: content)
    if (try? cursor.takeDay()) == nil {
      while let next = cursor.next, !isBlank(next), next != UInt8(ascii: ":") {
        cursor.index += FullWidth.byte(in: bytes, at: cursor.index, end: cursor.end).length
      }
    }
    let text = trimmed(cursor.index..<content.upperBound)
    let parts = splitField(text) ?? (key: text, value: text.upperBound..<text.upperBound)
    var node = Node(
      .logLine, keyword: Vocabulary.keyword(in: bytes, parts.key, .log), depth: current.indent,
      line: line, range: current.range, parent: open.last ?? -1)
    node.mark = content.lowerBound
    (node.key, node.value) = (parts.key, parts.value)
    add(node)
    return current.range.upperBound
  }

  /// A list item where no fields are read; one with a known key is kept apart, for a warning.
  private mutating func appendProseItem(
    _ current: Line, content: Range<Int>, scope: Scope
  ) -> Int {
    var places = scope
    if takesTasks { places.formUnion(.task) }
    guard !places.isEmpty, let parts = splitField(content),
      let keyword = fieldKeyword(parts.key, in: scope)
        ?? Vocabulary.keyword(in: bytes, parts.key, places)
    else { return append(.prose, current) }
    var node = Node(
      .stray, keyword: keyword, depth: current.indent, line: line, range: current.range,
      parent: task?.node ?? open.last ?? -1)
    node.mark = content.lowerBound
    (node.key, node.value) = (parts.key, parts.value)
    add(node)
    return current.range.upperBound
  }
}
