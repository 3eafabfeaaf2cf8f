import HallSyntax

/// Terms and what each one means, side by side: the meanings stand in one column and are wrapped in it.
package struct TermList {
  private var rows: [(term: String, meaning: String)] = []
  /// The columns of the widest term, or more where several lists stand below one another.
  private var termWidth: Int
  /// The columns of a whole line; nil if nothing is to be wrapped.
  private let width: Int?
  private let isPlain: Bool

  /// - Parameter style: plainly, each term is followed by its meaning on the same line.
  package init(
    width: Int?, termsAtLeast termWidth: Int = 0, style: Style = Style(isColoured: false)
  ) {
    self.width = width
    isPlain = style.isPlain
    self.termWidth = termWidth
  }

  package mutating func add(_ term: String, _ meaning: String) {
    rows.append((term, meaning))
    termWidth = max(termWidth, DisplayWidth.of(term))
  }

  /// The lines of the list, each indented by two columns and ended by a newline.
  package var text: String {
    if isPlain {
      return rows.map { row in
        row.term + (Language(of: row.meaning) == .zh ? "：" : ": ") + row.meaning + "\n"
      }.joined()
    }
    let indent = 2 + termWidth + 2
    let margin = String(repeating: " ", count: indent)
    return rows.map { row in
      let lines = width.map { DisplayWidth.wrapped(row.meaning, to: max(20, $0 - indent)) }
      return "  " + DisplayWidth.padded(row.term, to: termWidth) + "  "
        + (lines ?? [row.meaning]).joined(separator: "\n" + margin) + "\n"
    }.joined()
  }
}
