/// A line that is kept as text of the item.
struct SpokenLine {
  let line: String
  /// The text that is kept.
  let text: String
  /// A message about it, besides the one that it is kept.
  var notice: String?
}
