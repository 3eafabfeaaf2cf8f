import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#endif

/// Spreadsheets as the tests write them, each in three encodings.
enum Sheets {
  private static let files = ["RosterImportTests", "SheetRowTests", "BallotSheetTests"]

  static func all(below root: String) -> [Corpus.Text] {
    var found: Set<String> = []
    for file in files {
      let path = root + "/Tests/HallCommandsTests/" + file + ".swift"
      guard let data = try? Data(contentsOf: URL(filePath: path)) else { continue }
      let source = String(decoding: data, as: UTF8.self)
      let written = blocks(in: source) + Phrases.literals(in: source)
      for text in written.map(unescaped) where isTable(text) { found.insert(text) }
    }
    // A set has another order in every run.
    return found.sorted().enumerated().flatMap { place, text in
      // Most are UTF-8.
      let all: [[UInt8]?] = [Array(text.utf8), Array(text.utf8), utf16(text), gb18030(text)]
      return all.compactMap(\.self).map { Corpus.text("\(place).csv", $0) }
    }
  }

  private static func isTable(_ text: String) -> Bool {
    text.contains("\n") && [",", "\t", ";", "，"].contains(where: text.contains)
  }

  /// What stands between two lines that end and begin with three quotes.
  private static func blocks(in source: String) -> [String] {
    var found: [String] = []
    var block: [Substring]?
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      let bare = line.drop { $0 == " " }
      if let lines = block, bare.hasPrefix("\"\"\"") {
        let margin = line.count - bare.count
        found.append(lines.map { $0.dropFirst(margin) + "\n" }.joined())
        block = nil
      } else if block != nil {
        block?.append(line)
      } else if bare.hasSuffix("\"\"\"") {
        block = []
      }
    }
    return found
  }

  private static func unescaped(_ text: String) -> String {
    [("\\r", "\r"), ("\\n", "\n"), ("\\t", "\t"), ("\\u{FEFF}", "\u{FEFF}"), ("\\\"", "\"")]
      .reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  private static func utf16(_ text: String) -> [UInt8] {
    "\u{FEFF}\(text)".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  /// As Chinese Excel saves it; nil where the machine has no tables for it.
  private static func gb18030(_ text: String) -> [UInt8]? {
    #if canImport(Glibc)
      let converter = iconv_open("GB18030", "UTF-8")
      guard Int(bitPattern: converter) != -1, let converter else { return nil }
      defer { iconv_close(converter) }
      var input = text.utf8.map(CChar.init(bitPattern:))
      var output = [CChar](repeating: 0, count: input.count * 2)
      let (all, space) = (input.count, output.count)
      let left = input.withUnsafeMutableBufferPointer { source in
        output.withUnsafeMutableBufferPointer { target in
          var (from, to) = (source.baseAddress, target.baseAddress)
          var (left, room) = (all, space)
          return iconv(converter, &from, &left, &to, &room) == -1 ? nil : room
        }
      }
      return left.map { output.prefix(space - $0).map(UInt8.init(bitPattern:)) }
    #else
      return nil
    #endif
  }
}
