/// One run of whole lines, and what it is.
///
/// The nodes of a document are in the order of the file and tile it: their `range`s, joined, are
/// the file byte for byte. A node that holds others (a section, a vote, a task) is only its own
/// line; what it holds follows it, up to `subtreeEnd`.
package struct Node: Sendable {
  package enum Kind: UInt8, Sendable {
    /// The opening `---`; holds its fields and the closing `---`.
    case frontMatter
    /// The closing `---` of front matter, the dashes under a table's header.
    case delimiter
    /// A line of front matter that is not a field, blank or a comment.
    case malformed
    /// `key: value`, in the front matter or in a list of fields.
    case field
    /// `# title`
    case title
    /// `## keyword`
    case section
    /// `### 1. title` in the agenda; holds its votes, decisions and tasks.
    case item
    /// `### name` among the voting rules
    case rule
    /// `#### 表决: title`, `#### 决议 D1: title`
    case vote, decision
    /// Any other heading; holds what follows it.
    case heading
    /// `- [ ] T3 title`; holds its fields.
    case task
    /// `- 2025-03-10 word: text`
    case logLine
    /// An item of a list of fields that is not a field: it has no colon, or is nested deeper.
    case bullet
    /// A list item with a known key, after the place where keys are read.
    case stray
    /// A pipe table; holds its rows, the first of them its header.
    case table, tableRow
    /// A code fence, or an HTML comment, whole.
    case fence, comment
    case prose, blank
  }

  package let kind: Kind
  /// What the key, the heading or the log word means; nil where the words are the writer's own.
  package let keyword: Keyword?
  /// The level of a heading, or the columns a list item is indented by (at most 255).
  package let depth: UInt8
  /// Whether the node was opened and never closed: a fence, a comment, the front matter.
  package internal(set) var isUnclosed = false
  /// The line's number, from 1.
  package let line: Int32
  fileprivate var start: Int32
  fileprivate var end: Int32
  fileprivate var keyStart: Int32
  fileprivate var keyEnd: Int32
  fileprivate var valueStart: Int32
  fileprivate var valueEnd: Int32
  fileprivate var markStart: Int32
  /// The index of the node that holds this one, or -1.
  package internal(set) var parent: Int32
  /// The index after the last node this one holds.
  package internal(set) var subtreeEnd: Int32 = 0
  /// For a node that holds fields, the first of them; for a field, the next one of the same node;
  /// or -1. So fields are found without visiting everything else the node holds.
  var nextField: Int32 = -1

  init(
    _ kind: Kind, keyword: Keyword? = nil, depth: Int = 0, line: Int, range: Range<Int>,
    parent: Int
  ) {
    self.kind = kind
    self.keyword = keyword
    self.depth = UInt8(clamping: depth)
    self.line = Int32(truncatingIfNeeded: line)
    self.start = Int32(truncatingIfNeeded: range.lowerBound)
    self.end = Int32(truncatingIfNeeded: range.upperBound)
    // A part that a node does not have is an empty range at the node's beginning.
    (keyStart, keyEnd, valueStart, valueEnd, markStart) = (start, start, start, start, start)
    self.parent = Int32(truncatingIfNeeded: parent)
  }

  /// The node's own lines, line ends included.
  package internal(set) var range: Range<Int> {
    get { Int(start)..<Int(end) }
    set {
      start = Int32(truncatingIfNeeded: newValue.lowerBound)
      end = Int32(truncatingIfNeeded: newValue.upperBound)
    }
  }

  /// The key of a field, the number of an item, a decision or a task, the word of a log line.
  package internal(set) var key: Range<Int> {
    get { Int(keyStart)..<Int(keyEnd) }
    set {
      keyStart = Int32(truncatingIfNeeded: newValue.lowerBound)
      keyEnd = Int32(truncatingIfNeeded: newValue.upperBound)
    }
  }

  /// The value of a field, the title of a heading or a task, the text of a log line.
  package internal(set) var value: Range<Int> {
    get { Int(valueStart)..<Int(valueEnd) }
    set {
      valueStart = Int32(truncatingIfNeeded: newValue.lowerBound)
      valueEnd = Int32(truncatingIfNeeded: newValue.upperBound)
    }
  }

  /// Where the content of a list item begins: the box of a task, the day of a log line.
  package internal(set) var mark: Int {
    get { Int(markStart) }
    set { markStart = Int32(truncatingIfNeeded: newValue) }
  }
}
