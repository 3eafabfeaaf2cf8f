/// The difference of two texts by characters, for prose: a Chinese paragraph is one long line.
package enum CharacterDiff {
  /// The changes, in order; changes that nearly touch are one.
  package static func changes(from old: [Character], to new: [Character]) -> [LineChange] {
    var numbers: [Character: Int32] = [:]
    func number(_ character: Character) -> Int32 {
      if let known = numbers[character] { return known }
      let next = Int32(numbers.count)
      numbers[character] = next
      return next
    }
    let (before, after) = (old.map(number), new.map(number))
    let changes = LineDiff.changes(from: before, to: after, distinct: numbers.count)
    var joined: [LineChange] = []
    for change in changes {
      if let last = joined.last, change.old.lowerBound - last.old.upperBound <= 2 {
        joined[joined.count - 1] = LineChange(
          old: last.old.lowerBound..<change.old.upperBound,
          new: last.new.lowerBound..<change.new.upperBound)
      } else {
        joined.append(change)
      }
    }
    return joined
  }
}
