/// A document being changed, one fact at a time.
///
/// Every change writes a value or whole lines and leaves all other bytes as they are. Then the text
/// is parsed again and compared with what was meant, so that nothing a person types is read as a
/// fact they did not give. A node in front of a change keeps its index.
package struct DocumentEditor: Sendable {
  package private(set) var document: Document
  /// The language of the words it writes.
  package let language: Language

  package init(_ document: Document, language: Language) {
    self.document = document
    self.language = language
  }

  /// Writes a field: replaces its value if the field exists, else adds a line.
  ///
  /// - Parameters:
  ///   - node: the owner of the field: the front matter, a section, an item, a vote, a decision, a
  ///     task, a rule.
  ///   - word: another word for the field, for a line that is added.
  package mutating func set(
    _ keyword: Keyword, _ value: String, of node: Int, as word: String? = nil
  ) throws(EditFault) {
    guard let field = document.fieldNode(keyword, of: node) else {
      guard let word else { return try add(keyword, value, to: node) }
      var block = LineBlock(language)
      block.field(keyword, as: word, value)
      try insertField(block, keyword: keyword, to: node)
      return
    }
    try replace(document.replacingValue(of: field, with: value))
  }

  /// Writes a field whose key is a name, as in `- 居民: 张三、钱七`.
  package mutating func set(named name: String, _ value: String, of node: Int) throws(EditFault) {
    let wanted = FullWidth.name(Slice(name))
    let field = document.children(of: node).first { child in
      document.nodes[child].kind == .field
        && FullWidth.name(document.slice(document.nodes[child].key)) == wanted
    }
    if let field {
      try replace(document.replacingValue(of: field, with: value))
    } else {
      var block = LineBlock(language)
      block.field(named: name, value)
      try insertField(block, keyword: nil, to: node)
    }
  }

  /// Adds a line for a field, after the fields that come before it by custom.
  package mutating func add(
    _ keyword: Keyword, _ value: String, to node: Int
  ) throws(EditFault) {
    var block = LineBlock(language)
    block.field(keyword, value)
    try insertField(block, keyword: keyword, to: node)
  }

  /// Adds `- 选项 name: value` to a vote.
  package mutating func addOption(_ name: String, _ value: String, to vote: Int) throws(EditFault) {
    var block = LineBlock(language)
    block.option(name, value)
    try insertField(block, keyword: .option, to: vote)
  }

  /// Writes the sign for a state into a task's box.
  package mutating func setBox(_ state: TaskBox.State, of task: Int) throws(EditFault) {
    guard let splice = document.replacingBox(of: task, with: state) else {
      throw .notRead(line: Int(document.nodes[task].line))
    }
    try replace(splice)
  }

  /// Replaces the value after a field's colon.
  package mutating func replaceValue(of field: Int, with value: String) throws(EditFault) {
    try replace(document.replacingValue(of: field, with: value))
  }

  /// Removes a line: a field, or an entry of a log.
  package mutating func remove(_ node: Int) throws(EditFault) {
    try apply([Splice(document.nodes[node].range, [])]) { before, after in
      var expected = before
      if let place = expected.firstIndex(where: { $0.node == node }) { expected.remove(at: place) }
      return DocumentEditor.agree(expected, after)
    }
  }

  /// Removes a comment or a paragraph with its lines, and the blank lines after it if there are some
  /// before it.
  package mutating func removeText(_ node: Int) throws(EditFault) {
    var range = document.nodes[node].range
    while range.upperBound < document.bytes.count, document.isBlankLine(before: range.lowerBound),
      document.isBlankLine(at: range.upperBound),
      let newline = document.bytes[range.upperBound...].firstIndex(of: UInt8(ascii: "\n"))
    {
      range = range.lowerBound..<newline + 1
    }
    try apply([Splice(range, [])]) { before, after in
      DocumentEditor.agree(before.filter { $0.node != node }, after)
    }
  }

  // MARK: Applying

  /// What a node is, for comparing two readings of a text.
  struct Shape {
    let node: Int
    let kind: Node.Kind
    let keyword: Keyword?
  }

  static func shapes(_ document: Document) -> [Shape] {
    document.nodes.enumerated().compactMap { index, node in
      switch node.kind {
      case .blank, .prose: nil
      default: Shape(node: index, kind: node.kind, keyword: node.keyword)
      }
    }
  }

  static func agree(_ left: [Shape], _ right: [Shape]) -> Bool {
    left.count == right.count
      && zip(left, right).allSatisfy { $0.kind == $1.kind && $0.keyword == $1.keyword }
  }

  private mutating func replace(_ splice: Splice) throws(EditFault) {
    try apply([splice], isAsMeant: DocumentEditor.agree)
  }

  /// Inserts a block of lines at an offset that is the end of a line or of the file.
  ///
  /// - Returns: the index of the first node of the block that is not prose.
  @discardableResult
  mutating func insert(
    _ block: LineBlock, at offset: Int, blankBefore: Bool, blankAfter: Bool
  ) throws(EditFault) -> Int? {
    let ending = document.lineEnding(before: offset)
    let bytes = document.bytes
    var text: [UInt8] = []
    if offset > 0, bytes[offset - 1] != UInt8(ascii: "\n") { text += ending }
    if blankBefore, offset > 0, !document.isBlankLine(before: offset) { text += ending }
    let start = offset + text.count
    for line in block.lines {
      let typed = Document.oneLine(line.text)
      let words = typed.isEmpty ? trimmedEnd(Array(line.lead.utf8)) : Array(line.lead.utf8) + typed
      text += words + ending
    }
    if blankAfter, offset < bytes.count, !document.isBlankLine(at: offset) { text += ending }
    let meant = block.lines.compactMap { line in
      line.kind.map { Shape(node: -1, kind: $0, keyword: line.keyword) }
    }
    let cut = document.nodes.firstIndex { $0.range.lowerBound >= offset } ?? document.nodes.count
    try apply([Splice(offset..<offset, text)]) { before, after in
      let front = before.prefix { $0.node < cut }
      return DocumentEditor.agree(front + meant + before.dropFirst(front.count), after)
    }
    let first = document.node(at: start)
    return document.nodes[first...].firstIndex {
      $0.kind != .blank && $0.kind != .prose && $0.range.lowerBound >= start
    }
  }

  mutating func apply(
    _ splices: [Splice], isAsMeant: ([Shape], [Shape]) -> Bool
  ) throws(EditFault) {
    guard let bytes = try? document.applying(splices) else { throw .notRead(line: 1) }
    let changed = Document(path: document.path, kind: document.kind, bytes: bytes)
    guard changed.fault == nil,
      isAsMeant(DocumentEditor.shapes(document), DocumentEditor.shapes(changed))
    else {
      let line = splices.first.map { document.position(of: $0.range.lowerBound).line } ?? 1
      throw .notRead(line: line)
    }
    document = changed
  }

  private func trimmedEnd(_ bytes: [UInt8]) -> [UInt8] {
    Array(bytes[..<((bytes.lastIndex { $0 != UInt8(ascii: " ") } ?? -1) + 1)])
  }
}

/// Why a change cannot be written.
package enum EditFault: Error, Equatable, Sendable {
  /// The text at this line would not be read as what it is meant to be: a fence or a comment above
  /// it is not closed, or what was typed has a meaning there.
  case notRead(line: Int)
}
