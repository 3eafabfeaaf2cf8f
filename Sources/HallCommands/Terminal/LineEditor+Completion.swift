import HallWords

/// Completion with Tab.
extension LineEditor {
  /// Several matching words, shown one after another with Tab.
  struct Round: Sendable {
    /// The text before the word.
    let base: String
    let words: [String]
    /// The word that is shown; nil for the common beginning.
    var shown: Int?
  }

  /// A single match is inserted. Of several, the common beginning is inserted, and they are listed;
  /// further Tabs insert one after another.
  mutating func complete(forward: Bool) -> Outcome {
    if let round { return turn(round, forward: forward) }
    let word = LineEditor.lastWord(of: before)
    var words: [String] = []
    for candidate in completions(before)
    where LineEditor.begins(candidate, with: word) && !words.contains(candidate) {
      words.append(candidate)
    }
    let base = String(before.dropLast(word.count))
    guard let first = words.first else { return .editing }
    guard words.count > 1 else {
      replaceBefore(base + first)
      return .editing
    }
    let common = words.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    if common.count > word.count { replaceBefore(base + common) }
    round = Round(base: base, words: words, shown: nil)
    return .offered(words)
  }

  private mutating func turn(_ round: Round, forward: Bool) -> Outcome {
    let count = round.words.count
    let next =
      round.shown.map { ($0 + (forward ? 1 : count - 1)) % count } ?? (forward ? 0 : count - 1)
    replaceBefore(round.base + round.words[next])
    self.round = round
    self.round?.shown = next
    return .editing
  }

  /// The text after the last blank, comma, colon or `@`.
  package static func lastWord(of text: String) -> String {
    String(text.reversed().prefix { !isBetween($0) }.reversed())
  }

  private static func begins(_ candidate: String, with word: String) -> Bool {
    candidate.lowercased().hasPrefix(word.lowercased())
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
