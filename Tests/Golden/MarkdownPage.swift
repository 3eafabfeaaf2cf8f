import Foundation

/// A page of Markdown as its lines, and the blocks of code among them.
struct MarkdownPage {
  let path: String
  var lines: [String]

  /// A block of code: from its opening line to the closing one.
  struct Block {
    /// What stands after the opening backticks: `console`, `markdown hall.md`.
    let info: String
    /// The places of its lines among those of the page, without the opening and the closing one.
    let lines: Range<Int>
    /// Whether it stands in a comment, out of the reader's sight.
    let isHidden: Bool

    /// The first word, the language.
    var language: String { info.split(separator: " ").first.map(String.init) ?? "" }
    /// What follows it.
    var rest: String { info.split(separator: " ").dropFirst().joined(separator: " ") }

    /// The file whose text it is, where a path follows the language: `csv 业主.csv`.
    var file: String? {
      language != "console" && rest.contains(".") && !rest.contains(" ") ? rest : nil
    }
  }

  /// - Parameter path: from the root of the repository.
  init(_ path: String) throws {
    self.path = path
    lines = try Repository.text(path).components(separatedBy: "\n")
  }

  init(path: String, text: String) {
    self.path = path
    lines = text.components(separatedBy: "\n")
  }

  var text: String { lines.joined(separator: "\n") }

  func text(of block: Block) -> String { lines[block.lines].map { $0 + "\n" }.joined() }

  /// The blocks in their order. `<!-- console …` begins one that readers do not see, and `-->` ends it.
  var blocks: [Block] {
    var blocks: [Block] = []
    var open: (end: String, info: String, isHidden: Bool, start: Int)?
    for (index, line) in lines.enumerated() {
      if let current = open {
        guard line == current.end else { continue }
        blocks.append(
          Block(
            info: current.info, lines: current.start..<index, isHidden: current.isHidden))
        open = nil
      } else if line.hasPrefix("```") || line.hasPrefix("~~~") {
        let mark = String(line.prefix { $0 == line.first })
        open = (mark, String(line.dropFirst(mark.count)), false, index + 1)
      } else if line.hasPrefix("<!-- console") {
        open = ("-->", String(line.dropFirst(5)), true, index + 1)
      }
    }
    if let open {
      blocks.append(
        Block(info: open.info, lines: open.start..<lines.count, isHidden: open.isHidden))
    }
    return blocks
  }

  /// The lines outside all blocks, each with its place.
  var prose: [(index: Int, line: String)] {
    let inside = IndexSet(blocks.flatMap { ($0.lines.lowerBound - 1)...$0.lines.upperBound })
    return lines.enumerated().filter { !inside.contains($0.offset) }
      .map { (index: $0.offset, line: $0.element) }
  }
}
