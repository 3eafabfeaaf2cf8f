import HallSyntax
import Testing

/// Files nobody would write by hand. Each must finish in time proportional to its length, even in a
/// debug build, and its nodes must tile it.
@Suite("Hostile files")
struct HostileFileTests {
  private func expectTiles(
    _ bytes: [UInt8], _ kind: Document.Kind = .meeting,
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> Document {
    let document = Document(path: "x.md", kind: kind, bytes: bytes)
    if let fault = NodeChecker(bytes).fault(in: document, length: bytes.count) {
      Issue.record("\(fault)", sourceLocation: sourceLocation)
    }
    return document
  }

  @Test("ten thousand number signs, in one line and in as many")
  func numberSigns() {
    let signs = String(repeating: "#", count: 10_000)
    #expect(expectTiles(Array("\(signs) 题\n".utf8)).nodes.map(\.kind) == [.prose])
    #expect(expectTiles(Array("# \(signs)\n".utf8)).nodes.map(\.kind) == [.title])
    let lines = (0..<10_000).map { String(repeating: "#", count: $0 % 6 + 1) + " 题" }
    let document = expectTiles(Array(lines.joined(separator: "\n").utf8))
    #expect(document.nodes.count == 10_000)
  }

  @Test("ten thousand levels of lists")
  func nestedLists() {
    // Each level goes to the next tab stop; past a thousand, most of the work is the indentation.
    var text = Array("## 议程\n### 1. 甲\n".utf8)
    for level in 0..<1000 {
      text += [UInt8](repeating: UInt8(ascii: "\t"), count: level) + Array("- [ ] T1 甲\n".utf8)
    }
    #expect(expectTiles(text).nodes.count == 1002)
    let line = Array(String(repeating: "- ", count: 10_000).utf8) + Array("甲: 乙\n".utf8)
    #expect(expectTiles(Array("## 参会人员\n".utf8) + line).nodes.count == 2)
    let quotes = String(repeating: "> ", count: 10_000) + "甲\n"
    #expect(expectTiles(Array(quotes.utf8)).nodes.map(\.kind) == [.prose])
  }

  @Test("one line of 50 MB", arguments: ["", "- ", "# ", "<!-- ", "| "])
  func longLine(_ beginning: String) {
    let count = beginning.isEmpty ? 50_000_000 : 1_000_000
    let text = Array(beginning.utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: count)
    let document = Document(path: "x.md", kind: .meeting, bytes: text)
    #expect(document.nodes.count == 1)
    #expect(document.nodes.first?.range == 0..<text.count)
  }

  @Test("a million fields")
  func manyFields() {
    var text = Array("## 参会人员\n".utf8)
    text.reserveCapacity(12_000_000)
    let field = Array("- 居民: 1\n".utf8)
    for _ in 0..<1_000_000 { text += field }
    let document = Document(path: "x.md", kind: .meeting, bytes: text)
    #expect(document.nodes.count == 1_000_001)
    #expect(document.nodes.last?.range.upperBound == text.count)
    #expect(document.nodes.last?.line == 1_000_001)
  }

  @Test(
    "the end of an unclosed construct is searched for only once",
    arguments: [
      "```\n", "<!--\n", "---\n", "| a\n", "a|b\n-|-\n", "- [ ] \n", "（", "#### 决议 D",
    ])
  func repeated(_ piece: String) {
    // The work is linear: if each piece were searched to the end, this would take 10⁹ steps.
    let document = expectTiles(Array(String(repeating: piece, count: 30_000).utf8))
    #expect(!document.nodes.isEmpty)
  }

  @Test("ideographic spaces and stray bytes of such spaces at the ends of a line")
  func ideographicSpaces() {
    for text in ["　", "　\n　", "　　- 　:　", "##　", "、", "-　", "|　|\n|-|", "　\u{3001}　"] {
      #expect(
        NodeChecker(Array(text.utf8)).fault(
          in: parse(text), length: text.utf8.count) == nil)
      #expect(
        NodeChecker(Array(text.utf8)).fault(
          in: parse(text, .matter), length: text.utf8.count) == nil)
    }
  }
}
