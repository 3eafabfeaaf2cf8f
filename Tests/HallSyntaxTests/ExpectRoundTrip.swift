import Testing

@testable import HallSyntax

/// Checks a file whole and cut at each of its bytes: the nodes of every prefix tile it (see
/// ``NodeChecker``).
///
/// Parsing each prefix from scratch would take quadratic time. The parser only goes forward, block
/// by block, and looks no further than the line after a block. So a prefix is parsed from the last
/// block that lies, together with the line after it, wholly within the prefix: a copy of the
/// parser's state there continues with the shorter file. At every line end it is checked that this
/// equals parsing the prefix from scratch.
func expectRoundTrip(
  _ bytes: [UInt8], _ kind: Document.Kind, sourceLocation: SourceLocation = #_sourceLocation
) {
  let checker = NodeChecker(bytes)
  let document = Document(path: "test.md", kind: kind, bytes: bytes)
  func expect(_ nodes: [Node], _ joined: JoinedText, _ cut: Int) -> Bool {
    guard let fault = checker.fault(in: nodes, joined, length: cut) else { return true }
    Issue.record("\(kind), cut at byte \(cut): \(fault)", sourceLocation: sourceLocation)
    return false
  }
  guard expect(document.nodes, document.joined, bytes.count), document.fault == nil else { return }
  bytes.withUnsafeBufferPointer { buffer in
    var resumed = ResumedParser(buffer, kind)
    var lineStart = 0
    for cut in 0..<bytes.count {
      if bytes[cut] & 0xC0 == 0x80 {
        // Within a character the file is not text, whatever comes before its line.
        let part = Array(bytes[lineStart..<cut])
        let torn = Document(path: "test.md", kind: kind, bytes: part)
        if torn.fault == nil || NodeChecker(part).fault(in: torn, length: part.count) != nil {
          Issue.record(
            "\(kind), cut at byte \(cut), in a character", sourceLocation: sourceLocation)
          return
        }
        continue
      }
      let (nodes, joined) = resumed.nodes(cutAt: cut)
      guard expect(nodes, joined, cut) else { return }
      if cut > 0, bytes[cut - 1] == UInt8(ascii: "\n") {
        lineStart = cut
        let fresh = Document(path: "test.md", kind: kind, bytes: Array(bytes[..<cut]))
        guard same(nodes, joined, fresh) else {
          Issue.record(
            "\(kind), cut at byte \(cut): resuming differs", sourceLocation: sourceLocation)
          return
        }
      }
    }
  }
}

/// Parses the prefixes of one file, each a little longer than the one before.
private struct ResumedParser {
  private let file: UnsafeBufferPointer<UInt8>
  private let kind: Document.Kind
  /// The parser state before the last block that no later cut can change, and where that block
  /// begins.
  private var base: (parser: DocumentParser, offset: Int)?
  /// The same, one block further, and where the line after that block ends.
  private var next: (parser: DocumentParser, offset: Int, reach: Int)?

  init(_ file: UnsafeBufferPointer<UInt8>, _ kind: Document.Kind) {
    self.file = file
    self.kind = kind
    var parser = DocumentParser(bytes: file, kind: kind)
    let offset = parser.parseFrontMatter()
    // If front matter never closes, any cut might create a line that closes it.
    if parser.nodes.first?.isUnclosed != true { next = (parser, offset, reach(offset)) }
  }

  private func reach(_ offset: Int) -> Int {
    offset < file.count ? Line(at: offset, in: file).range.upperBound : Int.max
  }

  mutating func nodes(cutAt cut: Int) -> ([Node], JoinedText) {
    while let ahead = next, ahead.reach <= cut {
      base = (ahead.parser, ahead.offset)
      var parser = ahead.parser
      let offset = parser.parseLine(Line(at: ahead.offset, in: file))
      next = (parser, offset, reach(offset))
    }
    let beginning = UnsafeBufferPointer(rebasing: file[..<cut])
    guard let base, cut > 0 else {
      let document = Document(path: "test.md", kind: kind, bytes: Array(beginning))
      return (document.nodes, document.joined)
    }
    var parser = base.parser
    parser.bytes = beginning
    var offset = base.offset
    while offset < cut { offset = parser.parseLine(Line(at: offset, in: beginning)) }
    parser.finish()
    return (parser.nodes, parser.joined)
  }
}

/// Joined values follow the end of the file that the parser began with: they are equal if they come
/// from the same places.
private func same(_ left: [Node], _ joined: JoinedText, _ right: Document) -> Bool {
  joined.bytes == right.joined.bytes && left.count == right.nodes.count
    && zip(left, right.nodes).allSatisfy { one, other in
      one.kind == other.kind && one.keyword == other.keyword && one.range == other.range
        && one.key == other.key
        && joined.source(of: one.value) == right.source(of: other.value)
        && one.mark == other.mark && one.parent == other.parent
        && one.subtreeEnd == other.subtreeEnd && one.line == other.line
        && one.depth == other.depth && one.isUnclosed == other.isUnclosed
    }
}
