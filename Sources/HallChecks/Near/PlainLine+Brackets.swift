import HallSyntax

/// Brackets round a line, or round its first words.
extension PlainLine {
  /// Removes brackets that enclose all of it: `【议程】`, `《议程》`.
  mutating func takeBracketsOff() {
    for (open, close) in PlainLine.brackets {
      guard text.count > open.utf8.count + close.utf8.count, text.starts(with: open.utf8),
        text.ends(with: close)
      else { continue }
      text = text.dropFirst(open.utf8.count).dropLast(close.utf8.count).trimmed
      isEnclosed = true
    }
  }

  static let brackets: [(open: String, close: String)] = [
    ("[[", "]]"), ("[", "]"), ("【", "】"), ("《", "》"), ("「", "」"), ("〖", "〗"), ("（", "）"),
    ("(", ")"),
    ("“", "”"), ("‘", "’"), ("\"", "\""),
  ]

  /// Removes brackets round the first words, and what follows them in a link or a span with a
  /// class: `【反对】3`, `[反对](page): 3`, `[反对]{.underline}: 3`.
  mutating func takeHeadBracketsOff() {
    for (open, close) in PlainLine.brackets where text.starts(with: open.utf8) {
      let inner = text.dropFirst(open.utf8.count)
      guard let end = inner.firstPlace(of: close), end.lowerBound > inner.startIndex,
        end.lowerBound - inner.startIndex <= 60
      else { continue }
      var rest = inner[end.upperBound...]
      for (open, close) in [("(", ")"), ("{", "}")] where rest.starts(with: open.utf8) {
        if let end = rest.firstPlace(of: close) { rest = rest[end.upperBound...] }
      }
      // The text in brackets is a key if a colon, a blank or a value follows.
      text =
        (Array(inner[..<end.lowerBound]) + (PlainLine.beginsSeparated(rest) ? [] : [0x20]) + rest)[
          ...]
      isHeadEnclosed = true
      return
    }
  }

  private static func beginsSeparated(_ rest: Slice) -> Bool {
    var cursor = Cursor(rest)
    return cursor.atEnd || cursor.takeSeparator() != nil
  }
}
