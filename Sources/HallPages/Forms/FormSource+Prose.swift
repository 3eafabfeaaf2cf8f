import HallModel
import HallSyntax

/// What somebody wrote in their own words, as it was written: paragraphs, lists, tables, headings.
extension FormSource {
  /// The words that stand under a node.
  func prose(under node: Int, in document: Document) -> [Sheet.Block] {
    // In a vote, lines with words of its own are options.
    let hasOwnLines = document.nodes[node].kind != .vote
    return prose(of: Array(document.children(of: node)), in: document, ownLines: hasOwnLines)
  }

  /// The words between the title of a document and its first section.
  func introduction(of document: Document) -> [Sheet.Block] {
    let top = Array(document.children(of: nil))
    guard let title = top.firstIndex(where: { document.nodes[$0].kind == .title }) else {
      return []
    }
    let rest = top[(title + 1)...].prefix { document.nodes[$0].kind != .section }
    return prose(of: Array(rest), in: document, ownLines: true)
  }

  private func prose(of nodes: [Int], in document: Document, ownLines: Bool) -> [Sheet.Block] {
    var text: [UInt8] = []
    add(nodes, in: document, ownLines, to: &text)
    let trimmed = Slice(text).trimmed
    return trimmed.isEmpty ? [] : [.prose(Array(trimmed) + [UInt8(ascii: "\n")])]
  }

  private func add(_ nodes: [Int], in document: Document, _ ownLines: Bool, to text: inout [UInt8])
  {
    for index in nodes {
      let node = document.nodes[index]
      switch node.kind {
      case .blank: text.append(UInt8(ascii: "\n"))
      case .prose, .bullet, .stray, .fence: add(node.range, document, to: &text)
      case .field where ownLines && node.keyword == nil: add(node.range, document, to: &text)
      case .table:
        add(
          node.range.lowerBound..<document.nodes[Int(node.subtreeEnd) - 1].range.upperBound,
          document, to: &text)
      case .heading:
        add(node.range, document, to: &text)
        add(Array(document.children(of: index)), in: document, ownLines, to: &text)
      default: text += "\n\n".utf8
      }
    }
  }

  private func add(_ range: Range<Int>, _ document: Document, to text: inout [UInt8]) {
    text += document.slice(range)
    if text.last != UInt8(ascii: "\n") { text.append(UInt8(ascii: "\n")) }
  }
}
