/// Where new lines go.
extension DocumentEditor {
  /// Appends a block after everything a node holds, as a vote or a decision after the rest of its
  /// item; without a node, at the end of the document.
  ///
  /// - Returns: the index of the block's first node that is not prose.
  @discardableResult
  package mutating func append(_ block: LineBlock, to node: Int?) throws(EditFault) -> Int? {
    let end = node.map { Int(document.nodes[$0].subtreeEnd) } ?? document.nodes.count
    let last = lastWritten(before: end, after: node ?? -1)
    return try insert(
      block, at: last.map { document.nodes[$0].range.upperBound } ?? 0, blankBefore: true,
      blankAfter: true)
  }

  /// Appends a block after a node's own content, in front of the headings below it: a task or a
  /// paragraph of an item goes above its votes.
  @discardableResult
  package mutating func appendOwn(_ block: LineBlock, to node: Int) throws(EditFault) -> Int? {
    let heading = document.children(of: node).first { isHeading(document.nodes[$0].kind) }
    let end = heading ?? Int(document.nodes[node].subtreeEnd)
    let last = lastWritten(before: end, after: node) ?? node
    // Tasks form one list.
    let followsTask =
      block.lines.first?.kind == .task
      && (document.nodes[last].kind == .task || document.ancestor(of: last, .task) != nil)
    return try insert(
      block, at: document.nodes[last].range.upperBound, blankBefore: !followsTask,
      blankAfter: true)
  }

  /// Appends a block to the list a section begins with, such as an entry of 进展 or a task. The
  /// section is added if it is missing.
  @discardableResult
  package mutating func appendToList(
    of section: Keyword, _ block: LineBlock
  ) throws(EditFault) -> Int? {
    let node = try self.section(section)
    guard let last = listEnd(of: node) else {
      return try insert(
        block, at: document.nodes[node].range.upperBound, blankBefore: true, blankAfter: true)
    }
    return try insert(
      block, at: document.nodes[last].range.upperBound, blankBefore: false,
      blankAfter: !continuesList(after: last))
  }

  /// The index of a section, added at the end of the document if it is missing; 参会人员 is added in
  /// front of 议程.
  package mutating func section(_ keyword: Keyword) throws(EditFault) -> Int {
    if let node = document.section(keyword) { return node }
    var block = LineBlock(language)
    block.section(keyword)
    // People come before what they talk about, and parties before their people.
    let next: Int? =
      switch keyword {
      case .attendance: document.section(.agenda)
      case .parties: document.section(.attendance) ?? document.section(.agenda)
      default: nil
      }
    if let next {
      _ = try insert(
        block, at: document.nodes[next].range.lowerBound, blankBefore: true, blankAfter: true)
    } else {
      try append(block, to: nil)
    }
    guard let node = document.section(keyword) else {
      throw .notRead(line: document.position(of: document.bytes.count).line)
    }
    return node
  }

  /// Inserts a field's line where it belongs by custom: after the last field that comes before it.
  mutating func insertField(
    _ block: LineBlock, keyword: Keyword?, to node: Int
  ) throws(EditFault) {
    let siblings = fields(of: node)
    guard let nearest = siblings.last else {
      let heading = document.nodes[node]
      // After the heading and the blank line below it; for a task, directly below its line.
      var line = block
      if heading.kind == .task {
        line = block.indented(like: document.indentation(of: node) + "  - ")
      }
      if heading.kind == .frontMatter { line = block.indented(like: "") }
      let isHeading = isHeading(heading.kind)
      let offset = isHeading ? afterBlank(node) : heading.range.upperBound
      try insert(line, at: offset, blankBefore: isHeading, blankAfter: isHeading)
      return
    }
    let rank = rank(keyword, under: node)
    let before = siblings.last { self.rank(document.nodes[$0].keyword, under: node) <= rank }
    let lead = document.lead(of: before ?? nearest)
    let offset =
      before.map { document.nodes[lastOf($0)].range.upperBound }
      ?? document.nodes[siblings[0]].range.lowerBound
    try insert(block.indented(like: lead), at: offset, blankBefore: false, blankAfter: false)
  }

  /// The customary order of fields; names come first.
  private func rank(_ keyword: Keyword?, under node: Int) -> Int {
    guard let keyword else { return -1 }
    func place(_ keyword: Keyword) -> Int { 2 * Int(keyword.rawValue) }
    switch (keyword, document.nodes[node].kind) {
    // A decision is posted after it is made.
    case (.posted, .decision): return place(.funds)
    // Who takes no part is known before an item has its outcome.
    case (.recused, .item): return place(.interest) + 1
    // Whether residents may read it is said last.
    case (.isPublic, .frontMatter): return .max
    default: return place(keyword)
    }
  }

  /// The fields of the list a node begins with.
  private func fields(of node: Int) -> [Int] {
    var fields: [Int] = []
    for child in document.children(of: node) {
      switch document.nodes[child].kind {
      case .field: fields.append(child)
      case .bullet, .blank, .comment, .malformed, .logLine: continue
      default: return fields
      }
    }
    return fields
  }

  /// The last entry, of any kind, in the list that a section begins with.
  private func listEnd(of node: Int) -> Int? {
    var last: Int?
    for child in document.children(of: node) {
      switch document.nodes[child].kind {
      case .field, .bullet, .logLine: last = child
      case .task:
        last = lastWritten(before: Int(document.nodes[child].subtreeEnd), after: child) ?? child
      case .blank, .comment: continue
      default: return last
      }
    }
    return last
  }

  private func continuesList(after last: Int) -> Bool {
    let next = last + 1
    guard next < document.nodes.count else { return true }
    switch document.nodes[next].kind {
    case .field, .bullet, .logLine, .task: return true
    default: return false
    }
  }

  /// The last node before an index that is not blank.
  func lastWritten(before end: Int, after start: Int) -> Int? {
    var index = end - 1
    while index > start, document.nodes[index].kind == .blank { index -= 1 }
    return index >= 0 ? index : nil
  }

  /// The last node that belongs to an entry of a list, including what is nested in it.
  private func lastOf(_ field: Int) -> Int {
    var last = field
    while last + 1 < document.nodes.count, document.nodes[last + 1].kind == .bullet,
      document.nodes[last + 1].depth > document.nodes[field].depth
    {
      last += 1
    }
    return last
  }

  private func afterBlank(_ node: Int) -> Int {
    let next = node + 1
    guard next < document.nodes.count, document.nodes[next].kind == .blank else {
      return document.nodes[node].range.upperBound
    }
    // One of the blank lines, however many there are.
    let blanks = document.nodes[next].range
    return document.bytes[blanks].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
      ?? blanks.upperBound
  }

  private func isHeading(_ kind: Node.Kind) -> Bool {
    switch kind {
    case .title, .section, .item, .rule, .vote, .decision, .heading: true
    default: false
    }
  }
}

extension Document {
  /// The text in front of a list item's content: its indent and its bullet.
  func lead(of node: Int) -> String {
    let syntax = nodes[node]
    return slice(syntax.range.lowerBound..<syntax.mark).string
  }

  /// The blanks a line begins with.
  func indentation(of node: Int) -> String {
    let line = slice(nodes[node].range)
    return String(decoding: line.prefix { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
  }

  /// Whether the line that ends at an offset is blank.
  func isBlankLine(before offset: Int) -> Bool {
    guard offset > 0 else { return true }
    let index = node(at: offset - 1)
    return nodes[index].kind == .blank
  }

  func isBlankLine(at offset: Int) -> Bool { nodes[node(at: offset)].kind == .blank }
}
