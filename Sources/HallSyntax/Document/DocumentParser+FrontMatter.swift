extension DocumentParser {
  /// Reads the front matter, if the first line is `---`, and returns where the text after it
  /// begins.
  ///
  /// Front matter that is never closed ends before the first heading, so that the rest is still
  /// read; a line of dashes below a section is a rule between paragraphs and closes nothing.
  mutating func parseFrontMatter() -> Int {
    let start = bytes.starts(with: byteOrderMark) ? 3 : 0
    let first = start < bytes.count ? Line(at: start, in: bytes) : nil
    guard let first, isFence(first) else {
      if start > 0 { add(Node(.prose, line: 1, range: 0..<start, parent: -1), lines: 0) }
      return start
    }
    let front = add(Node(.frontMatter, line: line, range: 0..<first.range.upperBound, parent: -1))
    let isClosed = hasClosingFence(after: first.range.upperBound)
    nodes[front].isUnclosed = !isClosed
    var offset = first.range.upperBound
    var lastField: Int?
    while offset < bytes.count {
      let current = Line(at: offset, in: bytes)
      if isFence(current) {
        add(Node(.delimiter, line: line, range: current.range, parent: front))
        offset = current.range.upperBound
        break
      }
      if !isClosed, !current.isBlank, bytes[current.textStart] == UInt8(ascii: "#") { break }
      addFrontMatterLine(current, to: front, &lastField)
      offset = current.range.upperBound
    }
    nodes[front].subtreeEnd = Int32(truncatingIfNeeded: nodes.count)
    return offset
  }

  private mutating func addFrontMatterLine(
    _ current: Line, to front: Int, _ lastField: inout Int?
  ) {
    if current.isBlank {
      add(Node(.blank, line: line, range: current.range, parent: front))
    } else if bytes[current.textStart] == UInt8(ascii: "#") {
      add(Node(.comment, line: line, range: current.range, parent: front))
    } else if let parts = bytes.splitKey(current.textStart..<current.textEnd) {
      let keyword = Vocabulary.keyword(in: bytes, parts.key, .frontMatter(of: kind))
      var node = Node(.field, keyword: keyword, line: line, range: current.range, parent: front)
      node.mark = current.textStart
      (node.key, node.value) = (parts.key, withoutQuotes(parts.value))
      lastField = addField(node, after: lastField)
    } else {
      var node = Node(.malformed, line: line, range: current.range, parent: front)
      node.value = current.textStart..<current.textEnd
      add(node)
    }
  }

  /// A value without the quotation marks that YAML may put round it.
  private func withoutQuotes(_ value: Range<Int>) -> Range<Int> {
    guard let first = value.first, value.count > 2,
      bytes[first] == UInt8(ascii: "\"") || bytes[first] == UInt8(ascii: "'"),
      bytes[value.upperBound - 1] == bytes[first]
    else { return value }
    let inner = (first + 1)..<(value.upperBound - 1)
    return bytes[inner].contains(bytes[first]) ? value : trimmed(inner)
  }

  private func isFence(_ current: Line) -> Bool {
    current.indent == 0 && current.textEnd - current.textStart == 3
      && bytes[current.textStart..<current.textEnd].allSatisfy { $0 == UInt8(ascii: "-") }
  }

  private func hasClosingFence(after start: Int) -> Bool {
    var offset = start
    while offset < bytes.count {
      let current = Line(at: offset, in: bytes)
      if isFence(current) { return true }
      if bytes[offset..<current.textEnd].starts(with: "##".utf8) { return false }
      offset = current.range.upperBound
    }
    return false
  }
}
