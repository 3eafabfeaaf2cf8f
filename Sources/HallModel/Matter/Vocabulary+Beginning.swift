import HallSyntax

extension Vocabulary {
  /// The word of a scope, in any of its forms, that a text begins with; of several the longest: 不满意 is
  /// no 满意.
  package static func keyword(beginning text: Slice, in scope: Scope) -> Keyword? {
    var found: (keyword: Keyword, length: Int)?
    for keyword in keywords(in: scope) {
      guard let entry = entry(of: keyword) else { continue }
      for form in entry.zh + entry.en {
        var cursor = Cursor(text)
        if cursor.take(form), form.utf8.count > found?.length ?? 0 {
          found = (keyword, form.utf8.count)
        }
      }
    }
    return found?.keyword
  }
}
