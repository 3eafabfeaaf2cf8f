/// Reads a file in one forward pass into the nodes that tile it (FORMAT 1).
///
/// At any line the parser knows four things: which headings are open, whether the list directly
/// below the heading continues, which task is open, and whether that task's list of fields
/// continues. Nothing recurses, so no nesting depth can exhaust the stack.
struct DocumentParser {
  /// The file, which outlives the parser.
  var bytes: UnsafeBufferPointer<UInt8>
  let kind: Document.Kind
  var nodes: [Node] = []
  var line = 1
  /// The headings that are open, outermost first.
  var open: [Int] = []
  /// The list that directly follows the innermost heading.
  var list = FieldList(scope: [])
  var task: OpenTask?
  var seenTitle = false
  /// Whether a `- [ ]` is a task here: in an item of a meeting, anywhere in a matter.
  var takesTasks: Bool
  /// How many agenda items enclose the line: none or one.
  var inItem = false
  /// The line above, if the next line may continue it.
  var openLine: OpenLine?
  var joined: JoinedText

  /// A list whose items may be fields.
  struct FieldList {
    let scope: Scope
    /// Whether the list continues.
    var isOpen: Bool
    /// The columns its items are indented by, once the first is seen.
    var indent: Int?
    /// Its last field so far.
    var lastField: Int?

    init(scope: Scope) {
      self.scope = scope
      isOpen = !scope.isEmpty
    }

    /// A list where no field is read.
    init(closedIn scope: Scope) {
      self.scope = scope
      isOpen = false
    }

    /// Whether an item at an indent belongs to the list itself and not to a list within it.
    mutating func takes(_ itemIndent: Int) -> Bool {
      guard isOpen else { return false }
      if let indent { return itemIndent < indent + 2 }
      indent = itemIndent
      return true
    }
  }

  /// A line of a list that the next line may continue.
  struct OpenLine {
    let node: Int
    let indent: Int
    /// For a field without a value on its line: whether the items below it are its list.
    var takesElements = false
  }

  /// A task whose fields may follow.
  struct OpenTask {
    let node: Int
    let indent: Int
    var fields = FieldList(scope: .task)
  }

  /// The longest file, in bytes: every place of a node fits in `Int32` even if all values were
  /// joined once more.
  static let longestFile = Int(Int32.max) / 4

  init(bytes: UnsafeBufferPointer<UInt8>, kind: Document.Kind) {
    self.bytes = bytes
    self.kind = kind
    takesTasks = kind == .matter
    joined = JoinedText(fileEnd: bytes.count)
  }

  mutating func parse(through last: Int) {
    nodes.reserveCapacity(bytes.count / 32 + 16)
    var offset = parseFrontMatter()
    while offset < bytes.count, offset <= last || isOpenTask(through: last) {
      offset = parseLine(Line(at: offset, in: bytes))
    }
    finish()
  }

  /// Whether a task that began at or before an offset is still open, so that what follows may
  /// belong to it.
  private func isOpenTask(through last: Int) -> Bool {
    task.map { nodes[$0.node].range.lowerBound <= last } ?? false
  }

  /// Closes what is still open at the end of the file.
  mutating func finish() {
    closeTask()
    closeHeadings(downTo: 1)
  }

  /// Reads the block that begins with a line, and returns where the next one begins. It looks no
  /// further than the end of the line after the block.
  mutating func parseLine(_ current: Line) -> Int {
    guard !current.isBlank else { return append(.blank, current) }
    if openLine != nil, let end = parseContinuation(current) { return end }
    let first = bytes[current.textStart]
    switch first {
    case UInt8(ascii: "#") where current.indent < 4:
      if let end = parseHeading(current) { return end }
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      if let end = parseListItem(current) { return end }
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      if let end = parseFence(current) { return end }
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      if let end = parseNumberedItem(current) { return end }
    case UInt8(ascii: "<") where current.textStart == current.range.lowerBound:
      if let end = parseComment(current) { return end }
    default: break
    }
    if let end = parseUnderlinedHeading(current) { return end }
    if let end = parseTable(current) { return end }
    endLists(at: current.indent)
    return append(.prose, current)
  }

  /// A range without the blanks at its ends.
  @inline(__always)
  func trimmed(_ range: Range<Int>) -> Range<Int> { trimmedRange(of: bytes, in: range) }

  /// Appends a line without structure; runs of prose, and of blank lines, are one node.
  mutating func append(_ kind: Node.Kind, _ current: Line) -> Int {
    let parent = task?.node ?? open.last ?? -1
    if let last = nodes.indices.last, nodes[last].kind == kind, nodes[last].parent == parent {
      nodes[last].range = nodes[last].range.lowerBound..<current.range.upperBound
      line += 1
    } else {
      _ = add(Node(kind, line: line, range: current.range, parent: parent))
    }
    return current.range.upperBound
  }

  /// Adds a node of one line; its index.
  @discardableResult
  mutating func add(_ node: Node, lines: Int = 1) -> Int {
    nodes.append(node)
    let index = nodes.count - 1
    nodes[index].subtreeEnd = Int32(truncatingIfNeeded: nodes.count)
    line += lines
    return index
  }

  /// Adds a field after the last one of its list; its index.
  mutating func addField(_ node: Node, after last: Int?) -> Int {
    let index = add(node)
    let before = last ?? Int(node.parent)
    if before >= 0 { nodes[before].nextField = Int32(truncatingIfNeeded: index) }
    return index
  }

  /// Ends the list that a text at an indent interrupts: the open task's list if the text is within
  /// the task, else the heading's.
  mutating func endLists(at indent: Int) {
    if let current = task, indent > current.indent {
      task?.fields.isOpen = false
      return
    }
    closeTask()
    list.isOpen = false
  }

  mutating func closeTask() {
    guard let current = task else { return }
    nodes[current.node].subtreeEnd = Int32(truncatingIfNeeded: nodes.count)
    task = nil
  }

  /// Closes every heading of a level or deeper.
  mutating func closeHeadings(downTo level: Int) {
    while let last = open.last, nodes[last].depth >= level {
      nodes[last].subtreeEnd = Int32(truncatingIfNeeded: nodes.count)
      if nodes[last].kind == .item {
        inItem = false
        takesTasks = false
      }
      open.removeLast()
    }
  }
}
