import HallModel
import HallStore
import HallSyntax
import HallWords

/// The hints for the clerk that a template brings, as comments. They are for writing the minutes, and
/// are no part of them.
struct TemplateHints {
  /// The words of each hint, without its values: a filled value stands between two of them.
  private let hints: [[String]]

  /// The hints of every template, in both languages: minutes do not say which one they began with.
  init(of folder: HallFolder) {
    let templates = Language.allCases.flatMap { language in
      (try? AgendaTemplate.all(in: folder, language)) ?? []
    }
    hints = templates.flatMap { template in
      let document = template.document
      return document.nodes.filter { $0.kind == .comment }.map { node in
        TemplateHints.pieces(of: TemplateHints.words(document.slice(node.range).string))
      }
    }
  }

  /// The comments of a document that are still, word for word, hints of a template.
  func nodes(in document: Document) -> [Int] {
    document.nodes.indices.filter { index in
      document.nodes[index].kind == .comment
        && isHint(TemplateHints.words(document.slice(document.nodes[index].range).string))
    }
  }

  private func isHint(_ text: String) -> Bool {
    hints.contains { pieces in
      guard let first = pieces.first, let last = pieces.last, text.hasPrefix(first) else {
        return false
      }
      guard pieces.count > 1 else { return text == first }
      var rest = text.dropFirst(first.count)
      for piece in pieces.dropFirst().dropLast() {
        guard let found = rest.firstRange(of: piece) else { return false }
        rest = rest[found.upperBound...]
      }
      return rest.hasSuffix(last)
    }
  }

  /// A text with single blanks, however it is broken into lines.
  private static func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// `最晚 {{日期-15}} 通知`: what stands around the places to fill.
  private static func pieces(of text: String) -> [String] {
    text.split(separator: "{{", omittingEmptySubsequences: false).enumerated().map { place, part in
      guard place > 0, let end = part.firstRange(of: "}}") else { return String(part) }
      return String(part[end.upperBound...])
    }
  }
}
