import HallSyntax
import HallWords

/// A sheet as plain text, to paste into a chat: no signs of Markdown, full-width punctuation in
/// Chinese, a line a paragraph, so that it wraps wherever it is pasted.
package struct SheetText {
  private let sheet: Sheet

  package init(_ sheet: Sheet) { self.sheet = sheet }

  package var text: String {
    let parts = sheet.blocks.map(lines).filter { !$0.isEmpty }
    return VisibleText.lines(parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n"))
      + "\n"
  }

  private func lines(_ block: Sheet.Block) -> [String] {
    let colon = sheet.language.say("：", ": ")
    switch block {
    case .mark, .pageBreak: return []
    case .tear(let text): return ["－－－－－－ \(text) －－－－－－"]
    case .title(let text), .heading(let text), .text(let text), .strong(let text),
      .small(let text):
      return [text]
    case .prose(let markdown):
      return markdown.split(separator: UInt8(ascii: "\n"))
        .map { PlainText.line(String(decoding: $0, as: UTF8.self)).trimmedText }
        .filter { !$0.isEmpty }
    case .facts(let facts): return facts.map { $0.name + colon + $0.value }
    case .list(let entries): return entries.map { "· " + $0 }
    case .table(let table):
      let rows = table.isToFill ? table.rows.filter { $0.contains { !$0.isEmpty } } : table.rows
      return (table.caption.map { [$0] } ?? [])
        + rows.map { row in
          zip(table.head, row).filter { !$1.isEmpty }
            .map { oneLine($0.isEmpty ? $1 : $0 + colon + $1) }
            .joined(separator: sheet.language.say("；", "; "))
        }
    case .lines(let labels):
      return labels.map { $0.isEmpty ? "________________" : $0 + colon + "________" }
    case .boxes(let labels): return labels.map { "□ " + $0 }
    case .signature(let lines): return lines
    }
  }

  private func oneLine(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "\n")) else { return text }
    return text.replacing("\n", with: sheet.language.say("，", ", "))
  }
}

extension String {
  /// Without blanks at both ends.
  fileprivate var trimmedText: String { Slice(self).trimmed.string }
}
