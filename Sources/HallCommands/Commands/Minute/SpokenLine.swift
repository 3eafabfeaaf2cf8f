/// A line that is kept as a text of the item.
struct SpokenLine {
  let line: String
  /// What is kept of it.
  let text: String
  /// What is said of it beside that it is kept.
  var notice: String?
}
