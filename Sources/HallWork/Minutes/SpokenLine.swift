/// A line that is kept as text of the item.
package struct SpokenLine {
  package let line: String
  /// The text that is kept.
  let text: String
  /// A message about it, besides the one that it is kept.
  var notice: String?

  init(line: String, text: String, notice: String? = nil) {
    (self.line, self.text, self.notice) = (line, text, notice)
  }

  /// A line that is not kept as text.
  init(_ line: String) { self.init(line: line, text: "") }
}
