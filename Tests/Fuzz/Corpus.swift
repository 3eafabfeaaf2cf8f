import FoundationEssentials
import HallSyntax
import TestSupport

/// Where a text belongs.
enum Shelf: Sendable {
  case documents, histories, signatures, sheets
}

/// The texts that inputs are made of: samples, documents and faulty documents of the tests, and the words
/// that tests and pages write.
struct Corpus: Sendable {
  struct Text: Sendable {
    let path: String
    let bytes: [UInt8]
    /// Its lines, with their ends.
    let lines: [Range<Int>]
  }

  private(set) var shelves: [Shelf: [Text]] = [:]
  private(set) var phrases: [Subject: [[UInt8]]] = [:]
  /// What readers look for: words of the vocabulary, signs, numbers at the edges.
  let tokens: [[UInt8]]

  /// Signs and numbers where readers may go wrong.
  private static let edges = #"""
    👨‍👩‍👧 é 󠀁 | ``` ```` ~~~ <!-- --> > [ ]( ) ![ * ** _ ` \ &amp; &#0; < <b> ： : ， 、 ; / → -> @@ + - sha256:
    0 1 -1 00 9223372036854775807 9223372036854775808 170141183460469231731687303715884105727
    99999999999999999999999999999999999999999 0.00 1/0 2/3 100% 1e9 2025-02-29 2024-02-29 0000-00-00
    9999-12-31 10000-01-01 24:00 23:59 25:61 三分之二 〇 二百五十六 下周三 月底前 =1+1 " "" ' {{标题}} {{ }}
    M-2025-001 Q-2025-001 D1 T1 M-2025-001-D1 M-9999-999999999 居民/张三 张三（居民） １ �
    """#

  private static let folders = [
    "samples", "agendas", "Tests/Golden/errors", "Tests/Golden/documents", "Tests/Golden/rounds",
  ]
  /// Inputs are many and small rather than few and large.
  private static let most = 12_000

  init(below root: String) {
    let blank = [
      "", " ", "\u{3000}", "\n", "\r\n", "\r", "\t", "\u{0}", "\u{FEFF}", "\u{2028}", "\u{200D}",
      "\u{300}", "\u{301}", "\u{FE0F}", "\u{1F1E8}", "\u{64B}",
    ]
    let signs = [
      "---\n", "# ", "## ", "### ", "#### ", "- ", "- [ ] ", "- [x] ", "  - ", "> ", "| --- |",
      "@@ -1 +1 @@\n", "@@ -0,0 +1,2 @@\n", "\\ No newline at end of file\n", "--- a/hall.md\n",
      "+++ b/hall.md\n", "12户 803.50㎡", "1户 99999999999999999999㎡",
    ]
    let edges = blank + signs + Corpus.edges.split { $0.isWhitespace }.map(String.init)
    let words = Keyword.allCases.flatMap { [$0.word(.zh), $0.word(.en)] }
    tokens =
      (edges + words).map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE4, 0xBD], [0xF0, 0x9F]]
    for folder in Corpus.folders { add(folder, below: root) }
    for shelf in shelves.keys { shelves[shelf]?.sort { $0.path < $1.path } }
    phrases = Phrases.all(below: root, shelves[.documents] ?? [])
    shelves[.sheets] = Sheets.all(below: root)
  }

  var isWhole: Bool {
    shelves.values.allSatisfy { !$0.isEmpty } && shelves.count == 4
      && Subject.allCases.allSatisfy { phrases[$0]?.isEmpty == false }
  }

  func text(of shelf: Shelf, using random: inout SplitMix64) -> Text {
    shelves[shelf]?.randomElement(using: &random) ?? Text(path: "", bytes: [], lines: [])
  }

  private mutating func add(_ path: String, below root: String) {
    let whole = root + "/" + path
    if let names = try? FileManager.default.contentsOfDirectory(atPath: whole) {
      for name in names where !name.hasPrefix(".") { add(path + "/" + name, below: root) }
      return
    }
    let isSigned = path.contains("/signatures/")
    guard path.hasSuffix(".md") || path.hasSuffix(".txt") || isSigned,
      let data = try? Data(contentsOf: URL(filePath: whole)), !data.isEmpty
    else { return }
    let shelf: Shelf =
      isSigned ? .signatures : path.contains("/history/") ? .histories : .documents
    // A whole history would be most of the corpus.
    shelves[shelf, default: []].append(Corpus.text(path, [UInt8](data.prefix(Corpus.most))))
  }

  static func text(_ path: String, _ bytes: [UInt8]) -> Text {
    Text(path: path, bytes: bytes, lines: lines(of: bytes))
  }

  static func lines(of bytes: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for (place, byte) in bytes.enumerated() where byte == 0x0A {
      lines.append(start..<(place + 1))
      start = place + 1
    }
    if start < bytes.count { lines.append(start..<bytes.count) }
    return lines
  }
}
