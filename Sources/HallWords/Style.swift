/// How an answer is written for the one who reads it: with colours on a terminal that wants them, or
/// plainly for the one who has it read aloud.
///
/// Only colours that can be read on a light and on a dark background are used: red and magenta. What is
/// good is bold, in the terminal's own colour.
package struct Style: Sendable {
  package let isColoured: Bool
  /// Whether nothing is drawn: no columns, no carets, no signs that stand for words.
  package let isPlain: Bool

  package init(isColoured: Bool, isPlain: Bool = false) {
    self.isColoured = isColoured && !isPlain
    self.isPlain = isPlain
  }

  private func paint(_ code: String, _ text: String) -> String {
    isColoured && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  package func bold(_ text: String) -> String { paint("1", text) }
  package func dim(_ text: String) -> String { paint("2", text) }
  /// What is wrong, or gone.
  package func red(_ text: String) -> String { paint("31", text) }
  /// What somebody should look at.
  package func magenta(_ text: String) -> String { paint("35", text) }
  /// What is as it should be, or new.
  package func good(_ text: String) -> String { paint("1", text) }
}
