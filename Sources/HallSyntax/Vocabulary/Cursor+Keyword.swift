extension ByteCursor {
  /// Takes a word for a keyword, in either language.
  package mutating func take(_ keyword: Keyword) -> Bool {
    guard let entry = Vocabulary.entry(of: keyword) else { return false }
    return take(anyOf: entry.zh) || take(anyOf: entry.en)
  }
}
