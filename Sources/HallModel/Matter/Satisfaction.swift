import HallSyntax

extension Vocabulary {
  /// 满意, 基本满意 or 不满意, in any of its forms, where a text begins with it.
  package static func satisfaction(_ text: Slice) -> Keyword? {
    var found: (keyword: Keyword, length: Int)?
    for keyword in keywords(in: .satisfaction) {
      guard let entry = entry(of: keyword) else { continue }
      for form in entry.zh + entry.en {
        var cursor = Cursor(text)
        // The longest form decides: 不满意 is no 满意.
        if cursor.take(form), form.utf8.count > found?.length ?? 0 {
          found = (keyword, form.utf8.count)
        }
      }
    }
    return found?.keyword
  }
}
