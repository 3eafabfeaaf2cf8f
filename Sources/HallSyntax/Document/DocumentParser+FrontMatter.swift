extension DocumentParser {
  /// Reads the front matter, where the first line is `---`; where the text behind it begins.
  ///
  /// Front matter that is never closed ends before the first heading, so that what follows is
  /// still read; a line of dashes below a section is a rule between paragraphs and closes nothing.
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
    } else if let parts = splitKey(current.textStart..<current.textEnd) {
      let keyword = Vocabulary.keyword(in: bytes, parts.key, .frontMatter(of: kind))
      var node = Node(.field, keyword: keyword, line: line, range: current.range, parent: front)
      node.mark = current.textStart
      (node.key, node.value) = (parts.key, withoutQuotes(parts.value))
      lastField = addField(node, behind: lastField)
    } else {
      var node = Node(.malformed, line: line, range: current.range, parent: front)
      node.value = current.textStart..<current.textEnd
      add(node)
    }
  }

  /// A value without the quotation marks that YAML may have round it.
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

  /// Splits `key: value` at its first colon, full-width or not, without marks of emphasis round
  /// either; nil without a colon or a key.
  func splitKey(_ text: Range<Int>) -> (key: Range<Int>, value: Range<Int>)? {
    guard var parts = splitField(text), !parts.key.isEmpty else { return nil }
    parts.value = withoutBreak(bytes, parts.value)
    guard mayBeMark(parts.key) || mayBeMark(parts.value) else { return parts }
    let plain = withoutEmphasis(bytes, key: parts.key, value: parts.value)
    return plain.key.isEmpty ? parts : plain
  }

  private func mayBeMark(_ text: Range<Int>) -> Bool {
    text.first.map { isEmphasisMark(bytes[$0]) || bytes[$0] == UInt8(ascii: "<") } ?? false
  }

  private func splitField(_ text: Range<Int>) -> (key: Range<Int>, value: Range<Int>)? {
    var index = text.lowerBound
    while index < text.upperBound {
      let byte = bytes[index]
      var length = 0
      if byte == UInt8(ascii: ":") {
        length = 1
      } else if byte == 0xEF, index + 2 < text.upperBound, bytes[index + 1] == 0xBC,
        bytes[index + 2] == 0x9A
      {
        length = 3
      }
      if length > 0 {
        let key = trimmed(text.lowerBound..<index)
        guard !key.isEmpty else { return nil }
        // `反对：：3`: one colon is as good as two.
        var behind = ByteCursor(bytes, in: (index + length)..<text.upperBound)
        while behind.take(":") {}
        return (key, trimmed(behind.index..<text.upperBound))
      }
      index += 1
    }
    return nil
  }
}
