/// The nearest known word to one that is not.
package enum Suggestion {
  package static func nearest(to word: String, among words: [String]) -> String? {
    let limit = max(1, word.count / 3)
    let length = word.count
    // Words are no nearer than their lengths are, and a long one is not compared in vain.
    let near = words.filter { abs($0.count - length) <= limit }
    // A word of which nothing is right is no slip of the pen.
    return near.map { ($0, distance(word, $0)) }.filter { $0.1 <= limit && $0.1 < length }
      .min { $0.1 < $1.1 }?.0
  }

  /// How many characters have to be added, dropped, changed or swapped with a neighbour.
  package static func distance(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left.lowercased()), Array(right.lowercased()))
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var older: [Int] = []
    var previous = Array(0...right.count)
    for row in 1...left.count {
      var current = [row]
      for column in 1...right.count {
        let isSame = left[row - 1] == right[column - 1]
        var best = min(
          previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          best = min(best, older[column - 2] + 1)
        }
        current.append(best)
      }
      older = previous
      previous = current
    }
    return previous[right.count]
  }
}
