import HallModel
import HallSyntax

extension FormatVersion {
  /// Format 2: an indented line continues the field above it, and items below a key without a value
  /// are its list. Before, neither was read.
  static func findContinued(_ document: Document, _ report: inout Report) {
    for (index, node) in document.nodes.enumerated() where node.kind == .field {
      guard document.hasSeveralLines(node), let keyword = node.keyword,
        !document.keyScope(of: index).isDisjoint(with: [.rule, .vote])
      else { continue }
      let lines = document.lines(in: node.range).dropFirst()
        .filter { !document.trimmed($0).isEmpty }
      guard !lines.isEmpty else { continue }
      let line = "- \(document.text(node.key)): \(document.slice(node.value).string)"
      report.warning(
        document, node.key,
        zh: "「\(keyword.word(.zh))」下面缩进的 \(lines.count) 行，从格式 2 起算作它的内容；这里还是旧格式",
        en: "the indented lines below '\(keyword.word(.en))' (\(lines.count)) belong to it from"
          + " format 2 on; this hall says an older one",
        hint: Phrase(zh: "写成一行「\(line)」", en: "write one line, '\(line)'"),
        facts: lines.map { document.text($0) })
    }
  }
}
