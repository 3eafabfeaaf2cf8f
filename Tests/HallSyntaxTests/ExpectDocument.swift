import HallSyntax
import Testing

/// The one assertion of every parsing test.
///
/// The text must parse into the outline (see ``outline(of:)``). In addition, the nodes must tile the
/// file and point into their own lines (see ``NodeFault``): for the whole text, for the text with
/// each of its lines deleted, and for the text cut at each byte, including in the middle of a
/// character.
func expectDocument(
  _ text: String, _ kind: Document.Kind = .meeting, _ expected: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let bytes = Array(text.utf8)
  let document = Document(path: "test.md", kind: kind, bytes: bytes)
  let found = outline(of: document)
  #expect(found == expected, sourceLocation: sourceLocation)
  let checker = NodeChecker(bytes)
  if let fault = checker.fault(in: document, length: bytes.count) {
    Issue.record("the whole text: \(fault)", sourceLocation: sourceLocation)
  }
  for cut in 0..<bytes.count {
    let part = Document(path: "test.md", kind: kind, bytes: Array(bytes[..<cut]))
    if let fault = checker.fault(in: part, length: cut) {
      Issue.record("cut at byte \(cut): \(fault)", sourceLocation: sourceLocation)
      return
    }
  }
  let starts = lineStarts(of: bytes)
  for (index, start) in starts.enumerated() {
    let end = index + 1 < starts.count ? starts[index + 1] : bytes.count
    let rest = Array(bytes[..<start] + bytes[end...])
    let part = Document(path: "test.md", kind: kind, bytes: rest)
    if let fault = NodeChecker(rest).fault(in: part, length: rest.count) {
      Issue.record("without line \(index + 1): \(fault)", sourceLocation: sourceLocation)
      return
    }
  }
}

/// Where the lines of a file begin.
func lineStarts(of bytes: [UInt8]) -> [Int] {
  var starts = bytes.isEmpty ? [] : [0]
  for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
    if index + 1 < bytes.count { starts.append(index + 1) }
  }
  return starts
}

/// The tree of a document as text: one line for each node, indented under its parent.
///
/// `field[lead] 负责 = 物业/赵六` is kind, keyword, key and value. Blank lines and the dashes of front
/// matter and tables are left out; prose shows its first line; `!` means never closed.
func outline(of document: Document) -> String {
  var lines: [String] = []
  var depths: [Int] = []
  for node in document.nodes {
    let depth = node.parent < 0 ? 0 : depths[Int(node.parent)] + 1
    depths.append(depth)
    if node.kind == .blank || node.kind == .delimiter { continue }
    var line = String(repeating: "  ", count: depth) + "\(node.kind)"
    if node.isUnclosed { line += "!" }
    if let keyword = node.keyword { line += "[\(keyword)]" }
    if !node.key.isEmpty { line += " " + document.slice(node.key).string }
    if !node.value.isEmpty { line += " = " + document.slice(node.value).string }
    if [.prose, .fence, .comment].contains(node.kind) {
      let text = document.slice(node.range).prefix { $0 != UInt8(ascii: "\n") }
      line += " " + text.trimmed.string
    }
    lines.append(line)
  }
  return lines.joined(separator: "\n")
}
