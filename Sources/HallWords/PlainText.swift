import HallSyntax

/// Markdown as plain text, without markup.
package enum PlainText {
  /// A line without emphasis, code marks, link addresses and backslashes.
  package static func line(_ text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while let sign = rest.first {
      rest.removeFirst()
      switch sign {
      case "\\":
        // A backslash before a punctuation character removes its special meaning.
        guard let next = rest.first, next.isASCII, next.isPunctuation || next.isSymbol else {
          result.append(sign)
          continue
        }
        result.append(next)
        rest.removeFirst()
      case "*", "`": continue
      case "[":
        guard let close = rest.firstIndex(of: "]"), rest[close...].hasPrefix("]("),
          let end = rest[close...].firstIndex(of: ")")
        else {
          result.append(sign)
          continue
        }
        result += line(String(rest[..<close]))
        rest = rest[rest.index(after: end)...]
      default: result.append(sign)
      }
    }
    return result
  }

  /// The paragraphs between a document's title and its first section, each as one line; each list
  /// entry is a line of its own.
  package static func paragraphs(beforeSectionsOf document: Document) -> [String] {
    var paragraphs: [String] = []
    for index in document.children() {
      let node = document.nodes[index]
      if node.kind == .section || node.kind == .heading { break }
      guard node.kind == .prose else { continue }
      var lines: [String] = []
      for raw in VisibleText.split(document.slice(node.range).string) {
        let words = Slice(raw).trimmed.string
        guard !words.isEmpty else { continue }
        let isEntry = ["- ", "* ", "+ "].contains { words.hasPrefix($0) }
        let bare = line(isEntry ? String(words.dropFirst(2)) : unquoted(words))
        if isEntry {
          lines.append("· " + bare)
        } else if let last = lines.last {
          lines[lines.count - 1] = joined(last, bare)
        } else {
          lines.append(bare)
        }
      }
      if !lines.isEmpty { paragraphs.append(lines.joined(separator: "\n")) }
    }
    return paragraphs
  }

  private static func unquoted(_ line: String) -> String {
    Slice(String(line.drop { $0 == ">" || $0 == " " })).trimmed.string
  }

  /// Joins two lines of one paragraph: between Chinese characters no blank is needed.
  private static func joined(_ left: String, _ right: String) -> String {
    let isWide =
      (left.last.map { DisplayWidth.of(String($0)) == 2 } ?? false)
      || (right.first.map { DisplayWidth.of(String($0)) == 2 } ?? false)
    return left + (isWide ? "" : " ") + right
  }
}
