import HallSyntax

/// Whether two titles are probably about the same thing.
package enum TitleLikeness {
  /// One contains the other, or two thirds of the pairs of neighbouring characters occur in both.
  package static func isClose(_ left: String, _ right: String) -> Bool {
    let (left, right) = (letters(left), letters(right))
    guard left.count > 1, right.count > 1 else { return !left.isEmpty && left == right }
    let (first, second) = (pairs(left), pairs(right))
    var both = 0
    for (pair, count) in first { both += min(count, second[pair] ?? 0) }
    let (shorter, longer) = (min(left.count, right.count) - 1, max(left.count, right.count) - 1)
    // When a short title is part of a long one, the short one says where, and the long one what.
    if shorter >= 3, both == shorter { return true }
    return both * 3 >= shorter + longer
  }

  /// The characters of a title that are compared: no blanks, no punctuation, one case.
  private static func letters(_ title: String) -> [Character] {
    FullWidth.name(Slice(title)).lowercased().filter { $0.isLetter || $0.isNumber }
  }

  private static func pairs(_ letters: [Character]) -> [String: Int] {
    var pairs: [String: Int] = [:]
    for (first, second) in zip(letters, letters.dropFirst()) {
      pairs[String([first, second]), default: 0] += 1
    }
    return pairs
  }
}
