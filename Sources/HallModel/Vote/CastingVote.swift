import HallSyntax

/// `李四 同意`: a vote that the chair gives only at a tie, and for which side.
package struct CastingVote: Sendable, Equatable {
  /// Empty if only the side is written.
  package let person: String
  /// 同意 or 反对.
  package let side: Keyword

  package init(reading slice: Slice) throws(ValueFault) {
    let value = slice.trimmed
    guard !value.isEmpty else { throw .emptyValue }
    for side in [Keyword.votesFor, .against] {
      guard let entry = Vocabulary.entry(of: side) else { continue }
      for word in entry.zh + entry.en {
        guard let front = value.without(end: word) else { continue }
        self.side = side
        person = FullWidth.name(front)
        return
      }
    }
    throw .malformed
  }
}

extension Slice {
  /// What stands before a word at the end of a text, without the blank or the colon between them;
  /// nil if the text does not end with the word.
  fileprivate func without(end word: String) -> Slice? {
    if Vocabulary.keyword(self, in: .ballotWord) != nil {
      return FullWidth.name(self).lowercased() == word.lowercased()
        ? self[startIndex..<startIndex] : nil
    }
    let length = word.utf8.count
    guard count > length else { return nil }
    let start = endIndex - length
    var cursor = Cursor(self[start..<endIndex])
    guard cursor.take(word), cursor.atEnd else { return nil }
    var front = self[startIndex..<start].trimmed
    for colon in [":", "："] where front.ends(with: colon) {
      front = front.dropLast(colon.utf8.count).trimmed
    }
    // In English a blank or a colon must part them: "Alfor" is a name.
    let isParted = front.endIndex < start
    return isParted || Language(of: word) == .zh ? front : nil
  }
}
