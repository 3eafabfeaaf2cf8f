import HallModel
import HallSyntax

extension FormatVersion {
  /// Format 2: an indented line goes on with the field above it, and bullets below a key with
  /// nothing behind it are its list. Before, neither was read.
  static func findContinued(_ document: Document, _ report: inout Report) {
    for (index, node) in document.nodes.enumerated() where node.kind == .field {
      guard let keyword = node.keyword,
        !document.keyScope(of: index).isDisjoint(with: [.rule, .vote])
      else { continue }
      let lines = linesBelow(node, in: document)
      guard !lines.isEmpty else { continue }
      let first = document.slice(document.firstLine(of: node))
      let isList = endsInColon(first)
      guard isList == (document.listContent(of: lines[0]) != nil) else { continue }
      let parts = lines.map { (document.listContent(of: $0) ?? document.slice($0)).trimmed.string }
      let (zh, en) = (keyword.word(.zh), keyword.word(.en))
      let line = parts.joined(separator: isList ? "、" : "")
      let lineEN = parts.joined(separator: isList ? ", " : " ")
      let key = document.text(node.key)
      let start = isList ? "- \(key): " : first.string
      report.warning(
        document, node.key,
        zh: "「\(zh)」下面缩进的 \(lines.count) 行，从格式 2 起算作它的内容；这里还是旧格式",
        en: "the indented lines below '\(en)' (\(lines.count)) belong to it from format 2 on;"
          + " this hall says an older one",
        hint: Phrase(
          zh: "写成一行「\(start)\(line)」",
          en: "write one line, '\(start)\(isList ? "" : " ")\(lineEN)'"),
        facts: lines.map { document.text($0) })
    }
  }

  /// The lines directly below a field's own that are indented under it, all bullets or none of them.
  private static func linesBelow(_ node: Node, in document: Document) -> [Range<Int>] {
    var lines = document.lines(in: node.range.lowerBound..<document.bytes.count).dropFirst()
    var below: [Range<Int>] = []
    var areBullets: Bool?
    while let line = lines.popFirst() {
      let text = document.slice(line)
      let indent = text.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      guard !text.trimmed.isEmpty, indent.count > Int(node.depth) else { break }
      let isBullet = document.listContent(of: line) != nil
      guard areBullets ?? isBullet == isBullet else { break }
      areBullets = isBullet
      below.append(line)
    }
    return below
  }

  private static func endsInColon(_ line: Slice) -> Bool {
    FullWidth.folded(line).last == UInt8(ascii: ":")
  }
}
