/// Corrections of what somebody wrote: words, and whole parts of a document.
extension DocumentEditor {
  /// The nodes from a node to the end of what it holds.
  private func subtree(_ node: Int) -> Range<Int> {
    node..<max(node + 1, Int(document.nodes[node].subtreeEnd))
  }

  /// How often some words stand in the paragraphs, points and titles of a part, and where first.
  ///
  /// - Parameter node: the part; nil for the whole document.
  package func places(of words: String, in node: Int?) -> [Range<Int>] {
    let wanted = Array(words.utf8)
    guard !wanted.isEmpty else { return [] }
    var found: [Range<Int>] = []
    for index in node.map(subtree) ?? document.nodes.indices {
      let part = document.nodes[index]
      let range: Range<Int>
      switch part.kind {
      case .prose, .bullet, .stray: range = part.range
      case .title, .item, .vote, .decision, .task, .logLine:
        range = document.source(of: part.value)
      case .field where DocumentEditor.isSpoken(part.keyword):
        range = document.source(of: part.value)
      default: continue
      }
      var start = range.lowerBound
      while let next = document.bytes[start..<range.upperBound].firstRange(of: wanted) {
        found.append(next)
        start = next.upperBound
      }
    }
    return found
  }

  /// Whether a field is in somebody's own words.
  private static func isSpoken(_ keyword: Keyword?) -> Bool {
    [.objection, .objectionAnswered, .progress, .evidence, .standard, .measures, .interest]
      .contains(keyword)
  }

  /// Writes other words in a place that `places(of:in:)` has found.
  package mutating func reword(_ place: Range<Int>, to words: String) throws(EditFault) {
    try apply([Splice(place, Document.oneLine(words))], isAsMeant: DocumentEditor.agree)
  }

  /// Takes out a heading or a task with everything it holds, and the blank lines after it.
  package mutating func strike(_ node: Int) throws(EditFault) {
    let nodes = subtree(node)
    let last = nodes.upperBound - 1
    var range = document.nodes[node].range.lowerBound..<document.nodes[last].range.upperBound
    // At the end of the file the blank lines before it go.
    if range.upperBound == document.bytes.count {
      while range.lowerBound > 0, document.isBlankLine(before: range.lowerBound),
        let line = document.nodes[..<node].last(where: { $0.range.upperBound <= range.lowerBound }),
        line.kind == .blank
      {
        range = line.range.lowerBound..<range.upperBound
      }
    }
    try apply([Splice(range, [])]) { before, after in
      DocumentEditor.agree(before.filter { !nodes.contains($0.node) }, after)
    }
  }
}
