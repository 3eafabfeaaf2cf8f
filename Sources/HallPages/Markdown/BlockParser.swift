/// Parses the blocks of a text, line by line: first the blocks that go on, then those that begin.
/// Follows the strategy of the CommonMark specification (appendix "A parsing strategy").
struct BlockParser {
  private(set) var tree = BlockTree()
  /// The deepest block that is open.
  private var tip = 0

  static func tree(of text: some Sequence<UInt8>) -> BlockTree {
    var parser = BlockParser()
    var line: [UInt8] = []
    var hasText = false
    for byte in text {
      hasText = true
      if byte == UInt8(ascii: "\n") {
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        parser.take(line)
        line = []
        hasText = false
      } else {
        line.append(byte)
      }
    }
    if hasText { parser.take(line) }
    parser.close(downTo: 0)
    return parser.tree
  }

  private mutating func take(_ bytes: [UInt8]) {
    var line = BlockLine(bytes)
    var container = 0
    closesFence = false
    while let last = tree.blocks[container].children.last, tree.blocks[last].isOpen,
      goesOn(last, &line)
    {
      container = last
      if case .code = tree.blocks[last].kind { break }
    }
    // A fence may have closed its block.
    if closesFence { return }
    let matched = container
    if case .code = tree.blocks[container].kind {} else { begin(in: &container, &line) }
    place(line, container, matched)
  }

  private var closesFence = false

  // MARK: Blocks that go on

  private mutating func goesOn(_ block: Int, _ line: inout BlockLine) -> Bool {
    switch tree.blocks[block].kind {
    case .document, .list: return true
    case .quote:
      guard line.indent < 4, line.first == UInt8(ascii: ">") else { return false }
      line.skipBlanks()
      line.skip(bytes: 1)
      line.skipOneBlank()
      return true
    case .item:
      if line.isBlank {
        // An item that begins with a blank line has no second.
        guard !tree.blocks[block].children.isEmpty else { return false }
        line.skipBlanks()
        return true
      }
      guard line.indent >= tree.blocks[block].padding else { return false }
      line.skip(columns: tree.blocks[block].padding)
      return true
    case .paragraph: return !line.isBlank
    case .code(let fence?):
      if line.indent < 4, let run = BlockParser.fenceRun(line.content), run.mark == fence.mark,
        run.length >= fence.length, run.rest.allSatisfy(isBlankByte)
      {
        close(downTo: tree.blocks[block].parent)
        closesFence = true
        return false
      }
      line.skip(columns: min(fence.indent, line.indent))
      return true
    case .code(nil):
      if line.indent >= 4 {
        line.skip(columns: 4)
        return true
      }
      guard line.isBlank else { return false }
      line.skipBlanks()
      return true
    case .table: return !line.isBlank && line.indent < 4
    case .rule, .heading: return false
    }
  }

  // MARK: Blocks that begin

  private mutating func begin(in container: inout Int, _ line: inout BlockLine) {
    while true {
      switch tree.blocks[container].kind {
      case .heading, .rule, .table, .code: return
      default: break
      }
      if line.indent >= 4 {
        // Indented code cannot interrupt a paragraph.
        guard !isParagraph(tip), !line.isBlank else { return }
        line.skip(columns: 4)
        container = open(.code(fence: nil), in: container)
        return
      }
      guard let first = line.first else { return }
      switch first {
      case UInt8(ascii: ">"):
        guard tree.depth(of: container) < BlockTree.deepest else { return }
        line.skipBlanks()
        line.skip(bytes: 1)
        line.skipOneBlank()
        container = open(.quote, in: container)
        continue
      case UInt8(ascii: "#"):
        guard let (level, text) = BlockParser.heading(line.content) else { return }
        container = open(.heading(level), in: container)
        tree.blocks[container].lines = [text]
        finish(container)
        line = BlockLine([])
        return
      case UInt8(ascii: "`"), UInt8(ascii: "~"):
        guard let run = BlockParser.fenceRun(line.content), run.length >= 3,
          first == UInt8(ascii: "~") || !run.rest.contains(UInt8(ascii: "`"))
        else { return }
        let fence = BlockTree.Fence(
          mark: first, length: run.length, indent: line.indent, info: trimmed(run.rest))
        container = open(.code(fence: fence), in: container)
        line = BlockLine([])
        startsCode = true
        return
      default: break
      }
      if isParagraph(container), let level = BlockParser.underline(line.content) {
        // A paragraph above an underline is a heading.
        let lines = tree.blocks[container].lines
        let parent = tree.blocks[container].parent
        tree.blocks[parent].children.removeLast()
        container = tree.add(.heading(level), to: parent)
        tree.blocks[container].lines = lines
        tip = container
        finish(container)
        line = BlockLine([])
        return
      }
      if isParagraph(container), tree.blocks[container].lines.count == 1,
        let columns = TableRow.alignments(line.content),
        TableRow.cells(tree.blocks[container].lines[0]).count == columns.count
      {
        let head = tree.blocks[container].lines
        let parent = tree.blocks[container].parent
        tree.blocks[parent].children.removeLast()
        container = tree.add(.table(columns), to: parent)
        tree.blocks[container].lines = head
        tip = container
        line = BlockLine([])
        startsCode = true
        return
      }
      if BlockParser.isRule(line.content) {
        container = open(.rule, in: container)
        finish(container)
        line = BlockLine([])
        return
      }
      guard let mark = ListMark(line, interrupts: isParagraph(container)),
        tree.depth(of: container) < BlockTree.deepest
      else { return }
      let padding = mark.skip(&line)
      var isSame = false
      if case .list(mark.sign, _) = tree.blocks[container].kind { isSame = true }
      if !isSame { container = open(.list(mark: mark.sign, start: mark.number), in: container) }
      container = open(.item, in: container)
      tree.blocks[container].padding = padding
    }
  }

  /// Whether the line that is left was used up by the block that it began.
  private var startsCode = false

  private func isParagraph(_ block: Int) -> Bool { tree.blocks[block].kind == .paragraph }

  private mutating func open(_ kind: BlockTree.Kind, in container: Int) -> Int {
    var parent = container
    while !takes(kind, parent) { parent = tree.blocks[parent].parent }
    close(downTo: parent)
    tip = tree.add(kind, to: parent)
    return tip
  }

  private func takes(_ kind: BlockTree.Kind, _ parent: Int) -> Bool {
    switch tree.blocks[parent].kind {
    case .document, .quote, .item: kind != .item
    case .list: kind == .item
    default: false
    }
  }

  // MARK: The text of the line

  private mutating func place(_ line: BlockLine, _ container: Int, _ matched: Int) {
    defer { startsCode = false }
    let isBlank = line.isBlank
    if container == matched, !isBlank, isParagraph(tip), tip != container, !startsCode {
      // A line that goes on with a paragraph needs no mark of its quote or list.
      tree.blocks[tip].lines.append(Array(line.content))
      return
    }
    if container == matched { close(downTo: container) }
    noteBlank(isBlank && !startsCode, container)
    switch tree.blocks[container].kind {
    case .code:
      if !startsCode { tree.blocks[container].lines.append(line.remaining) }
    case .table:
      if !startsCode { tree.blocks[container].lines.append(Array(line.content)) }
    case .heading, .rule: break
    case .paragraph:
      tree.blocks[container].lines.append(Array(line.content))
    default:
      guard !isBlank else { return }
      let paragraph = open(.paragraph, in: container)
      tree.blocks[paragraph].lines.append(Array(line.content))
    }
  }

  /// A blank line parts the items of a list, unless it is in a quote or in code.
  private mutating func noteBlank(_ isBlank: Bool, _ container: Int) {
    if isBlank, let last = tree.blocks[container].children.last {
      tree.blocks[last].endsBlank = true
    }
    var ends = isBlank
    switch tree.blocks[container].kind {
    case .quote, .heading, .rule, .code(fence: .some): ends = false
    case .item where tree.blocks[container].children.isEmpty: ends = false
    default: break
    }
    var block = container
    while true {
      tree.blocks[block].endsBlank = ends
      guard block != 0 else { return }
      block = tree.blocks[block].parent
    }
  }

  // MARK: Closing

  private mutating func close(downTo container: Int) {
    while tip != container, tip != 0 {
      finish(tip)
    }
  }

  private mutating func finish(_ block: Int) {
    tree.blocks[block].isOpen = false
    if case .list = tree.blocks[block].kind { tree.blocks[block].isLoose = isLoose(block) }
    if case .code(nil) = tree.blocks[block].kind {
      while let last = tree.blocks[block].lines.last, last.allSatisfy(isBlankByte) {
        tree.blocks[block].lines.removeLast()
      }
    }
    tip = tree.blocks[block].parent
  }

  private func isLoose(_ list: Int) -> Bool {
    let items = tree.blocks[list].children
    return items.enumerated().contains { place, item in
      let isLast = place == items.count - 1
      if tree.blocks[item].endsBlank, !isLast { return true }
      let children = tree.blocks[item].children
      return children.enumerated().contains { index, child in
        endsBlank(child) && !(isLast && index == children.count - 1)
      }
    }
  }

  private func endsBlank(_ block: Int) -> Bool {
    var block = block
    while true {
      if tree.blocks[block].endsBlank { return true }
      switch tree.blocks[block].kind {
      case .list, .item:
        guard let last = tree.blocks[block].children.last else { return false }
        block = last
      default: return false
      }
    }
  }
}

/// Whether a byte is a blank or a tab.
func isBlankByte(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

/// Without blanks at both ends.
func trimmed(_ bytes: some BidirectionalCollection<UInt8>) -> [UInt8] {
  var end = bytes.endIndex
  while end > bytes.startIndex, isBlankByte(bytes[bytes.index(before: end)]) {
    end = bytes.index(before: end)
  }
  return Array(bytes[..<end].drop(while: isBlankByte))
}
