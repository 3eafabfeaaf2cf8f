/// A file of a hall: its bytes, unchanged, and the nodes that tile them.
///
/// Parsing never throws and never drops anything; what is wrong is found later, by the checks.
package final class Document: Sendable {
  package enum Kind: Sendable {
    case hall, matter, meeting, roster, ballots, other
  }

  /// The path within the hall, as it is shown and as machine formats name it.
  package let path: String
  package let kind: Kind
  package let bytes: [UInt8]
  package let nodes: [Node]
  /// Where the first byte stands that is not UTF-8, or the first NUL; such a file is left alone.
  package let fault: EncodingFault?

  package init(path: String, kind: Kind, bytes: [UInt8]) {
    self.path = path
    self.kind = kind
    self.bytes = bytes
    fault = EncodingFault(in: bytes)
    if fault == nil {
      nodes = bytes.withUnsafeBufferPointer { buffer in
        var parser = DocumentParser(bytes: buffer, kind: kind)
        return parser.parse()
      }
    } else {
      nodes =
        bytes.isEmpty
        ? [] : [Node(.prose, line: 1, range: 0..<bytes.count, parent: -1)]
    }
  }

  /// The bytes of a range, with their places in the file.
  package func slice(_ range: Range<Int>) -> Slice { bytes[range] }

  package func position(of offset: Int) -> SourcePosition {
    SourcePosition(of: offset, in: bytes)
  }
}

extension Document {
  /// The indices of the nodes a node holds directly; of the whole document, without one.
  package func children(of index: Int? = nil) -> NodeChildren {
    guard let index, index < nodes.count else {
      return NodeChildren(nodes: nodes, position: 0, end: nodes.count)
    }
    return NodeChildren(nodes: nodes, position: index + 1, end: Int(nodes[index].subtreeEnd))
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
    // An empty file has no node at all.
    guard index < nodes.count else { return nil }
    let end = Int(nodes[index].subtreeEnd)
    var child = index + 1
    while child < end {
      if nodes[child].kind == .field, nodes[child].keyword == keyword { return child }
      child = Int(nodes[child].subtreeEnd)
    }
    return nil
  }

  /// Every field of a key directly within a node, as node indices.
  package func fieldNodes(_ keyword: Keyword, of index: Int) -> [Int] {
    children(of: index).filter { nodes[$0].kind == .field && nodes[$0].keyword == keyword }
  }

  /// The index of the front matter, or nil where the file has none.
  package var frontMatter: Int? {
    nodes.first?.kind == .frontMatter ? 0 : nil
  }

  /// The index of the first section with a keyword.
  package func section(_ keyword: Keyword) -> Int? {
    nodes.firstIndex { $0.kind == .section && $0.keyword == keyword }
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

/// The first byte that keeps a file from being read.
package struct EncodingFault: Equatable, Sendable {
  package let offset: Int
  package let isNUL: Bool

  /// Finds the first NUL or the first byte that is not UTF-8, whichever stands earlier; nil where
  /// the bytes are text.
  package init?(in bytes: [UInt8]) {
    let nul = bytes.withUnsafeBufferPointer { $0.firstOffset(of: 0, from: 0) }
    var invalid: Int?
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      invalid = error.byteOffsets.lowerBound
    }
    switch (nul, invalid) {
    case (nil, nil): return nil
    case (let nul?, let invalid?): (offset, isNUL) = (Swift.min(nul, invalid), nul < invalid)
    case (let nul?, nil): (offset, isNUL) = (nul, true)
    case (nil, let invalid?): (offset, isNUL) = (invalid, false)
    }
  }
}
