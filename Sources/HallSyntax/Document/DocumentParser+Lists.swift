extension DocumentParser {
  /// Reads a list item: a task, a field, a log line, or prose; nil where the line is not an item.
  mutating func parseListItem(_ current: Line) -> Int? {
    guard let content = bytes.itemContent(current) else { return nil }
    if let end = parseFence(current, at: content.lowerBound) { return end }
    if takesTasks, let end = parseTask(current, content: content) { return end }
    if let opened = task {
      if current.indent > opened.indent { return parseTaskItem(current, content: content) }
      closeTask()
    }
    guard list.isOpen else { return appendProseItem(current, content: content, scope: list.scope) }
    guard list.takes(current.indent) else { return addNested(current, content: content) }
    if list.scope == .log { return addLogLine(current, content: content) }
    return addField(current, content: content, scope: list.scope)
  }

  /// Reads an item indented deeper than the open task: one of the task's fields, or prose within
  /// it.
  private mutating func parseTaskItem(_ current: Line, content: Range<Int>) -> Int {
    guard let opened = task, opened.fields.isOpen else {
      return appendProseItem(current, content: content, scope: .task)
    }
    guard task?.fields.takes(current.indent) == true else {
      return addNested(current, content: content)
    }
    return addField(current, content: content, scope: .task)
  }

  /// Adds an item indented deeper than its list of fields. It is an element of the field above it,
  /// if that field takes a list and has nothing on its own line. Otherwise, or if it begins with a
  /// key of its place, it is an item of its own.
  private mutating func addNested(_ current: Line, content: Range<Int>) -> Int {
    if !isField(content), let end = addElement(current, content: content) { return end }
    return addItem(.bullet, current, content: content)
  }

  /// Whether an item has a key of the list it is nested in; then it is not a name.
  private func isField(_ content: Range<Int>) -> Bool {
    guard openLine?.takesElements == true, let parts = bytes.splitKey(content) else { return false }
    return bytes.fieldKeyword(parts.key, in: task == nil ? list.scope : .task) != nil
  }

  /// Reads `1. [ ] T1 title`, or a numbered item that opens a fence or is an element of a list; nil
  /// where the line is prose.
  mutating func parseNumberedItem(_ current: Line) -> Int? {
    guard let start = numberedContent(current) else { return nil }
    if let end = parseFence(current, at: start) { return end }
    let content = start..<current.textEnd
    if takesTasks, let end = parseTask(current, content: content) { return end }
    return addElement(current, content: content)
  }

  /// Reads `[ ] T3 title`; nil where the item has no box.
  private mutating func parseTask(_ current: Line, content: Range<Int>) -> Int? {
    var cursor = ByteCursor(bytes, in: content)
    guard cursor.takeTaskBox() != nil else { return nil }
    closeTask()
    cursor.skipSpaces()
    var node = Node(
      .task, depth: current.indent, line: line, range: current.range, parent: open.last ?? -1)
    node.mark = content.lowerBound
    (node.key, node.value) = splitTaskNumber(cursor.index..<cursor.end)
    let added = add(node)
    task = OpenTask(node: added, indent: current.indent)
    openLine = OpenLine(node: added, indent: current.indent)
    return current.range.upperBound
  }

  /// Splits `T3` from the title after it: `T3 title`, `T3: title`, `**T3** title`.
  private func splitTaskNumber(_ range: Range<Int>) -> (number: Range<Int>, title: Range<Int>) {
    let text = withoutEmphasis(bytes, range)
    let marks = leadingMarks(bytes, text)
    var cursor = ByteCursor(bytes, in: text)
    cursor.index += marks
    let start = cursor.index
    if cursor.take("T"), cursor.takeNumber() != nil {
      let end = cursor.index
      let hasColon = cursor.take(":")
      let rest = cursor.index..<cursor.end
      let closes = marks > 0 && leadingMarks(bytes, rest) == marks
      if closes { cursor.index += marks }
      let isSplit = hasColon || closes || cursor.next.map(isBlank) ?? true
      if isSplit {
        if !hasColon { _ = cursor.take(":") }
        return (start..<end, withoutEmphasis(bytes, cursor.index..<cursor.end))
      }
    }
    return (text.lowerBound..<text.lowerBound, text)
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
    openLine = OpenLine(node: add(node), indent: current.indent)
    return current.range.upperBound
  }

  private mutating func addField(_ current: Line, content: Range<Int>, scope: Scope) -> Int {
    guard let parts = bytes.splitKey(content) else {
      return addItem(.bullet, current, content: content)
    }
    var node = Node(
      .field, keyword: bytes.fieldKeyword(parts.key, in: scope), depth: current.indent, line: line,
      range: current.range, parent: task?.node ?? open.last ?? -1)
    node.mark = content.lowerBound
    (node.key, node.value) = node.keyword == .option ? optionParts(parts) : parts
    let index = addField(node, after: task == nil ? list.lastField : task?.fields.lastField)
    if task == nil { list.lastField = index } else { task?.fields.lastField = index }
    openLine = OpenLine(
      node: index, indent: current.indent,
      takesElements: parts.value.isEmpty && takesElements(node.keyword, in: scope))
    return current.range.upperBound
  }

  /// The name and the count of an option whose name contains colons: `选项 方案：整体更换: 30`. The last
  /// colon separates them if a number, or nothing, follows it; but `居民: 12、物业: 1` is a list of
  /// counts.
  private func optionParts(
    _ parts: (key: Range<Int>, value: Range<Int>)
  ) -> (key: Range<Int>, value: Range<Int>) {
    var colon: Range<Int>?
    var index = parts.value.lowerBound
    while index < parts.value.upperBound {
      let (byte, length) = FullWidth.byte(in: bytes, at: index, end: parts.value.upperBound)
      if byte == UInt8(ascii: ":") { colon = index..<(index + length) }
      index += length
    }
    guard let colon else { return parts }
    let count = trimmed(colon.upperBound..<parts.value.upperBound)
    let name = parts.value.lowerBound..<colon.lowerBound
    func hasDigit(_ range: Range<Int>) -> Bool {
      range.contains { isDigit(FullWidth.byte(in: bytes, at: $0, end: range.upperBound).byte) }
    }
    guard !hasDigit(name) || NameList.split(Slice(bytes[name])).count == 1 else { return parts }
    if let first = count.first,
      !isDigit(FullWidth.byte(in: bytes, at: first, end: count.upperBound).byte)
    {
      return parts
    }
    return (trimmed(parts.key.lowerBound..<colon.lowerBound), count)
  }

  /// Adds `2025-03-10 word: text`; an item that does not begin with a number is a field with an
  /// unknown key.
  private mutating func addLogLine(_ current: Line, content: Range<Int>) -> Int {
    var cursor = ByteCursor(bytes, in: content)
    let marks = leadingMarks(bytes, content)
    if marks > 0, let step = splitEmphasizedStep(content) { return add(step, current, content) }
    cursor.index += marks
    guard let first = cursor.next, isDigit(first) else {
      return addField(current, content: content, scope: .log)
    }
    let parts = splitStep(
      &cursor, marks: Slice(bytes[content.lowerBound..<(content.lowerBound + marks)]))
    return add(parts, current, content)
  }

  private mutating func add(
    _ step: (key: Range<Int>, value: Range<Int>), _ current: Line, _ content: Range<Int>
  ) -> Int {
    openLine = OpenLine(
      node: add(logLine(step, current.range, content, line: line)), indent: current.indent)
    return current.range.upperBound
  }

  func logLine(
    _ step: (key: Range<Int>, value: Range<Int>), _ range: Range<Int>, _ content: Range<Int>,
    line: Int
  ) -> Node {
    var node = Node(
      .logLine, keyword: Vocabulary.keyword(in: bytes, step.key, .log),
      depth: Line(at: range.lowerBound, in: bytes).indent, line: line, range: range,
      parent: open.last ?? -1)
    node.mark = content.lowerBound
    (node.key, node.value) = step
    return node
  }

  /// Splits `**_2025-03-10 吹哨_**: text`, whose marks enclose the day and its word; nil where they
  /// enclose something else.
  private func splitEmphasizedStep(
    _ content: Range<Int>
  ) -> (key: Range<Int>, value: Range<Int>)? {
    let whole = withoutEmphasis(bytes, content)
    let parts = bytes.splitKey(content) ?? (key: whole, value: whole.upperBound..<whole.upperBound)
    var cursor = ByteCursor(bytes, in: parts.key)
    guard let first = cursor.next, isDigit(first), cursor.takeStepDay() != nil else { return nil }
    let word = trimmed(cursor.index..<cursor.end)
    return word.isEmpty ? nil : (word, parts.value)
  }

  /// Splits the text after a step's day into its word and its text.
  ///
  /// - Parameter marks: the emphasis in front of the day, which may end after the day, the word,
  ///   the colon or the text.
  private func splitStep(
    _ cursor: inout ByteCursor<UnsafeBufferPointer<UInt8>>,
    marks: Slice
  ) -> (key: Range<Int>, value: Range<Int>) {
    let end = cursor.end
    var day = cursor
    guard (try? day.takeDay()) != nil else {
      // The day goes up to the first blank, or through 日 where the day is written in Chinese.
      while let next = cursor.next, !isBlank(next), next != UInt8(ascii: ":") {
        cursor.index += FullWidth.byte(in: bytes, at: cursor.index, end: end).length
      }
      return stepParts(cursor.index..<end, marks)
    }
    let plain = stepParts(day.index..<end, marks)
    // The day may be followed by its weekday and an hour, unless somebody is called 周三.
    guard let step = cursor.takeStepDay() else { return plain }
    let parts = stepParts(cursor.index..<end, marks)
    let isWord = Vocabulary.keyword(in: bytes, parts.key, .log) != nil
    return step.isConsistent || isWord ? parts : plain
  }

  private func stepParts(
    _ range: Range<Int>, _ marks: Slice
  ) -> (key: Range<Int>, value: Range<Int>) {
    let mark = marks.first
    func opens(_ text: Range<Int>) -> Bool {
      mark != nil && leadingMarks(bytes, text) == marks.count && bytes[text.lowerBound] == mark
    }
    func closes(_ text: Range<Int>) -> Bool {
      mark.map { trailingMarks(bytes, text, of: $0) == marks.count } ?? false
    }
    var text = trimmed(range)
    if opens(text) { text = trimmed((text.lowerBound + marks.count)..<text.upperBound) }
    var parts = bytes.splitKey(text) ?? (text, text.upperBound..<text.upperBound)
    if closes(parts.key) {
      parts.key = trimmed(parts.key.lowerBound..<(parts.key.upperBound - marks.count))
    } else if opens(parts.value) {
      parts.value = trimmed((parts.value.lowerBound + marks.count)..<parts.value.upperBound)
    } else if closes(parts.value) {
      parts.value = trimmed(parts.value.lowerBound..<(parts.value.upperBound - marks.count))
    }
    return (withoutEmphasis(bytes, parts.key), parts.value)
  }

  /// Adds a list item where no fields are read; one with a known key gets its own kind, for a
  /// warning.
  private mutating func appendProseItem(
    _ current: Line, content: Range<Int>, scope: Scope
  ) -> Int {
    var places = scope
    if takesTasks { places.formUnion(.task) }
    guard !places.isEmpty, let parts = bytes.splitKey(content),
      let keyword = bytes.fieldKeyword(parts.key, in: scope)
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
