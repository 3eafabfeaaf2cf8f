/// A file of a hall: its bytes, unchanged, and the nodes that tile them.
///
/// Parsing never throws and never drops anything; what is wrong is found later, by the checks.
package final class Document: Sendable {
  package enum Kind: Sendable {
    case hall, matter, meeting, roster, ballots, other
  }

  /// The path within the hall, as messages and machine formats show it.
  package let path: String
  package let kind: Kind
  package let bytes: [UInt8]
  /// The file's bytes, followed by joined copies of the values that it writes over several lines.
  /// The ranges of values refer to this; ``source(of:)`` maps them back to the file.
  package let text: [UInt8]
  let joined: JoinedText
  /// Never empty: an empty file is one blank node.
  package let nodes: [Node]
  /// The first byte that is not UTF-8, or the first NUL; such a file is left alone.
  package let fault: EncodingFault?

  package convenience init(path: String, kind: Kind, bytes: [UInt8]) {
    self.init(SourceFile(path: path, kind: kind, bytes: bytes))
  }

  /// - Parameter last: the last offset the caller needs. The file is read to the end of the task at
  ///   that offset; the lines after it are in no node.
  package init(_ file: SourceFile, through last: Int = .max) {
    path = file.path
    kind = file.kind
    bytes = file.bytes
    fault = file.fault
    if bytes.isEmpty || fault != nil || bytes.count > DocumentParser.longestFile {
      var whole = Node(
        bytes.isEmpty ? .blank : .prose, line: 1, range: 0..<bytes.count, parent: -1)
      whole.subtreeEnd = 1
      nodes = [whole]
      text = bytes
      joined = JoinedText(fileEnd: bytes.count)
    } else {
      let parsed = file.bytes.withUnsafeBufferPointer { buffer in
        var parser = DocumentParser(bytes: buffer, kind: file.kind)
        parser.parse(through: last)
        return (parser.nodes, parser.joined)
      }
      nodes = parsed.0
      text = parsed.1.isEmpty ? file.bytes : file.bytes + parsed.1.bytes
      joined = parsed.1
    }
  }

  /// The bytes of a range, with their places in ``text``: places in the file, except for values
  /// that are written over several lines.
  package func slice(_ range: Range<Int>) -> Slice { text[range] }

  /// The position of one offset; for many, make a ``LineIndex``.
  package func position(of offset: Int) -> SourcePosition {
    LineIndex(bytes).position(of: offset)
  }
}

extension Document {
  /// The indices of the nodes a node holds directly; without an index, of the whole document.
  package func children(of index: Int? = nil) -> NodeChildren {
    guard let index else { return NodeChildren(nodes: nodes, position: 0, end: nodes.count) }
    return NodeChildren(nodes: nodes, position: index + 1, end: Int(nodes[index].subtreeEnd))
  }

  /// The index of the node whose own lines contain an offset; past the end, the last one.
  package func node(at offset: Int) -> Int {
    var (low, high) = (0, nodes.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if nodes[middle].range.lowerBound <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The index of the nearest node of a kind that holds a node.
  package func ancestor(of index: Int, _ kind: Node.Kind) -> Int? {
    var parent = Int(nodes[index].parent)
    while parent >= 0 {
      if nodes[parent].kind == kind { return parent }
      parent = Int(nodes[parent].parent)
    }
    return nil
  }

  /// The first field of a key directly within a node.
  package func field(_ keyword: Keyword, of index: Int) -> Slice? {
    fieldNode(keyword, of: index).map { slice(nodes[$0].value) }
  }

  package func fieldNode(_ keyword: Keyword, of index: Int) -> Int? {
    fields(of: index).first { nodes[$0].keyword == keyword }
  }

  /// The fields directly within a node, as node indices.
  package func fields(of index: Int) -> NodeFields {
    // A field holds no fields: its `nextField` is its neighbour.
    let first = nodes[index].kind == .field ? -1 : Int(nodes[index].nextField)
    return NodeFields(nodes: nodes, position: first)
  }

  /// Every field of a key directly within a node, as node indices.
  package func fieldNodes(_ keyword: Keyword, of index: Int) -> [Int] {
    fields(of: index).filter { nodes[$0].keyword == keyword }
  }

  /// The index of the front matter, or nil where the file has none.
  package var frontMatter: Int? {
    nodes.first?.kind == .frontMatter ? 0 : nil
  }

  /// The index of the first section with a keyword. No other node holds a section.
  package func section(_ keyword: Keyword) -> Int? {
    children().first { nodes[$0].kind == .section && nodes[$0].keyword == keyword }
  }
}

/// The fields of a node, as indices into the document's nodes: as many steps as there are fields,
/// whatever else the node holds.
package struct NodeFields: Sequence, IteratorProtocol {
  let nodes: [Node]
  /// -1 after the last.
  var position: Int

  package mutating func next() -> Int? {
    guard position >= 0 else { return nil }
    let index = position
    position = Int(nodes[index].nextField)
    return index
  }
}

/// The children of a node, as indices into the document's nodes.
package struct NodeChildren: Sequence, IteratorProtocol {
  let nodes: [Node]
  var position: Int
  let end: Int

  package mutating func next() -> Int? {
    guard position < end else { return nil }
    let index = position
    position = Int(nodes[index].subtreeEnd)
    return index
  }
}
