/// Lines that continue the one above them.
extension DocumentParser {
  /// Reads an indented line of text directly below a field, a task's title, a log entry, or another
  /// list item: it continues that line, as Markdown shows it. Nil where the line begins something
  /// new.
  mutating func parseContinuation(_ current: Line) -> Int? {
    guard let item = openLine, item.node == nodes.count - 1,
      nodes[item.node].range.upperBound == current.range.lowerBound,
      current.indent > item.indent, isPlainText(current),
      !(item.takesElements && numberedContent(current) != nil)
    else { return nil }
    if continuesAfterDay(current, of: item.node) { return current.range.upperBound }
    goOn(with: current.textStart..<current.textEnd, current, of: item.node)
    return current.range.upperBound
  }

  /// Reads the word of a step whose day stands alone on the line above.
  private mutating func continuesAfterDay(_ current: Line, of index: Int) -> Bool {
    let day = nodes[index]
    guard day.kind == .logLine, day.value.isEmpty, day.key.isEmpty || isLineBreak(day.key) else {
      return false
    }
    let text = current.textStart..<current.textEnd
    let step = bytes.splitKey(text) ?? (text, text.upperBound..<text.upperBound)
    nodes[index] = logLine(
      step, day.range.lowerBound..<current.range.upperBound, day.mark..<day.mark,
      line: Int(day.line))
    nodes[index].subtreeEnd = Int32(truncatingIfNeeded: index + 1)
    line += 1
    return true
  }

  /// Adds a list item to the field above it, which has nothing on its own line; nil where that
  /// field does not take a list.
  mutating func addElement(_ current: Line, content: Range<Int>) -> Int? {
    guard let item = openLine, item.takesElements, current.indent > item.indent,
      holdsNothing(after: item.node)
    else { return nil }
    // Blank lines between the elements of one list belong to the field.
    if nodes.count - 1 > item.node { nodes.removeLast(nodes.count - 1 - item.node) }
    nodes[item.node].range = nodes[item.node].range.lowerBound..<current.range.lowerBound
    goOn(with: content, current, of: item.node, separator: "、")
    return current.range.upperBound
  }

  /// Whether only blank lines follow a node.
  private func holdsNothing(after node: Int) -> Bool {
    nodes.count - 1 == node || nodes.count - 2 == node && nodes[node + 1].kind == .blank
  }

  private mutating func goOn(
    with piece: Range<Int>, _ current: Line, of index: Int, separator: String? = nil
  ) {
    let written = nodes[index].value
    let value = isLineBreak(written) ? written.lowerBound..<written.lowerBound : written
    let plain = value.isEmpty || separator != nil ? withoutEmphasis(bytes, piece) : piece
    nodes[index].value =
      value.isEmpty
      ? plain : joined.append(plain, to: value, in: bytes, separator: separator)
    nodes[index].range = nodes[index].range.lowerBound..<current.range.upperBound
    line += 1
  }

  /// Whether a text is nothing but the backslash that some editors break a line with.
  private func isLineBreak(_ text: Range<Int>) -> Bool {
    text.count == 1 && bytes[text.lowerBound] == UInt8(ascii: "\\")
  }

  /// Whether a key takes a list, so that the items below it are its elements.
  func takesElements(_ keyword: Keyword?, in scope: Scope) -> Bool {
    // In an attendance list, lines whose key is a party hold names.
    guard let keyword else { return scope == .attendance }
    switch Vocabulary.use(of: keyword, in: scope)?.value {
    case .names, .ballots, .person, .matterReference, .legs, .word(.method): return true
    default: return false
    }
  }

  /// Whether a line is plain text: not a heading, an item, a fence, a quotation, a comment or a
  /// rule between paragraphs.
  private func isPlainText(_ current: Line) -> Bool {
    switch bytes[current.textStart] {
    case UInt8(ascii: "#"):
      let next = bytes[current.textStart..<current.textEnd].firstIndex { $0 != UInt8(ascii: "#") }
      return next.map { blankLength(bytes, at: $0, end: current.textEnd) == 0 } ?? false
    case UInt8(ascii: "-"):
      // `-负责: 赵六` lacks the blank after the bullet, and `-3` is a number.
      let next = current.textStart + 1
      return next < current.textEnd && isDigit(bytes[next])
    case UInt8(ascii: "*"), UInt8(ascii: "+"):
      return bytes.itemContent(current) == nil && !isRule(current)
    case UInt8(ascii: "="), UInt8(ascii: "_"): return !isRule(current)
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      return !opensFence(current)
    case UInt8(ascii: ">"), UInt8(ascii: "|"): return false
    case UInt8(ascii: "<"):
      return !bytes[current.textStart..<current.textEnd].starts(with: "<!--".utf8)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      // Only a list that begins with 1 may follow text without a blank line (CommonMark 5.3).
      guard numberedContent(current) != nil else { return true }
      return bytes[current.textStart] != UInt8(ascii: "1")
        || isDigit(bytes[current.textStart + 1])
    default: return true
    }
  }

  /// Whether a line is nothing but one sign over and over, and blanks.
  private func isRule(_ current: Line) -> Bool {
    let sign = bytes[current.textStart]
    return bytes[current.textStart..<current.textEnd].allSatisfy { $0 == sign || isBlank($0) }
  }
}
