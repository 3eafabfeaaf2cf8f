import Testing

@testable import HallSyntax

/// Checks a file whole and cut at each of its bytes: the nodes of every beginning tile it (see
/// ``NodeChecker``).
///
/// Parsing each beginning from scratch would take the square of the length. The parser goes forward
/// only, block by block, and looks no further than the line behind a block; so a beginning is
/// parsed from the last block that lies, with the line behind it, wholly within it: a copy of the
/// parser as it stood there goes on with the shorter file. That this is the same as parsing the
/// beginning from scratch is checked wherever a line ends.
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
        // Within a character the file is no text, whatever stands before its line.
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
            "\(kind), cut at byte \(cut): resumed otherwise", sourceLocation: sourceLocation)
          return
        }
      }
    }
  }
}

/// Parses the beginnings of one file, each a little longer than the one before.
private struct ResumedParser {
  private let file: UnsafeBufferPointer<UInt8>
  private let kind: Document.Kind
  /// The parser before the last block that no later cut can change, and where that block begins.
  private var base: (parser: DocumentParser, offset: Int)?
  /// The same, one block on, and where the line behind that one ends.
  private var next: (parser: DocumentParser, offset: Int, reach: Int)?

  init(_ file: UnsafeBufferPointer<UInt8>, _ kind: Document.Kind) {
    self.file = file
    self.kind = kind
    var parser = DocumentParser(bytes: file, kind: kind)
    let offset = parser.parseFrontMatter()
    // Where front matter never closes, any cut might make a line that closes it.
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

/// Joined values stand behind the end of the file that the parser began with: they are the same where
/// they come from the same places.
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
