/// One place where two texts differ: lines of the old text that are replaced by lines of the new.
package struct LineChange: Equatable, Sendable {
  package let old: Range<Int>
  package let new: Range<Int>
}

/// The difference of two texts by lines.
///
/// After E. Myers, “An O(ND) Difference Algorithm and Its Variations” (1986), in linear space;
/// equal beginnings and ends are trimmed, and lines that only one side has are set aside first. Up
/// to a bound on the number of differences the result is minimal; beyond it the search settles for
/// the furthest point reached, so that hostile texts cost a small multiple of their length.
struct LineDiff {
  /// Which lines of the old text are deleted, and which of the new are added.
  private var deleted: [Bool]
  private var added: [Bool]

  /// The changes from one list of line numbers to another, in order.
  static func changes(from old: [Int32], to new: [Int32], distinct: Int) -> [LineChange] {
    var diff = LineDiff(old: old.count, new: new.count)
    var (start, oldEnd, newEnd) = (0, old.count, new.count)
    while start < oldEnd, start < newEnd, old[start] == new[start] { start += 1 }
    while oldEnd > start, newEnd > start, old[oldEnd - 1] == new[newEnd - 1] {
      oldEnd -= 1
      newEnd -= 1
    }
    diff.compareMiddle(old, start..<oldEnd, new, start..<newEnd, distinct: distinct)
    diff.slide(old, new)
    return diff.changes()
  }

  private init(old: Int, new: Int) {
    deleted = [Bool](repeating: false, count: old)
    added = [Bool](repeating: false, count: new)
  }

  /// Sets aside the lines that the other side does not have, and compares the rest.
  private mutating func compareMiddle(
    _ old: [Int32], _ oldRange: Range<Int>, _ new: [Int32], _ newRange: Range<Int>, distinct: Int
  ) {
    var inOld = [Bool](repeating: false, count: distinct)
    var inNew = inOld
    for index in oldRange { inOld[Int(old[index])] = true }
    for index in newRange { inNew[Int(new[index])] = true }
    var oldPlaces: [Int] = []
    var newPlaces: [Int] = []
    for index in oldRange {
      if inNew[Int(old[index])] { oldPlaces.append(index) } else { deleted[index] = true }
    }
    for index in newRange {
      if inOld[Int(new[index])] { newPlaces.append(index) } else { added[index] = true }
    }
    guard !oldPlaces.isEmpty else { return }
    var search = MiddleSnake(
      old: oldPlaces.map { old[$0] }, new: newPlaces.map { new[$0] })
    search.run()
    for (index, place) in oldPlaces.enumerated() where search.deleted[index] {
      deleted[place] = true
    }
    for (index, place) in newPlaces.enumerated() where search.added[index] { added[place] = true }
  }

  private func changes() -> [LineChange] {
    var changes: [LineChange] = []
    var (oldIndex, newIndex) = (0, 0)
    while oldIndex < deleted.count || newIndex < added.count {
      let (oldStart, newStart) = (oldIndex, newIndex)
      while oldIndex < deleted.count, deleted[oldIndex] { oldIndex += 1 }
      while newIndex < added.count, added[newIndex] { newIndex += 1 }
      if oldIndex > oldStart || newIndex > newStart {
        changes.append(LineChange(old: oldStart..<oldIndex, new: newStart..<newIndex))
      } else {
        oldIndex += 1
        newIndex += 1
      }
    }
    return changes
  }

  /// Moves each run of one side's changed lines down as far as equal lines allow, and joins runs
  /// that meet, as other tools do.
  private mutating func slide(_ old: [Int32], _ new: [Int32]) {
    LineDiff.slide(&deleted, beside: added, old)
    LineDiff.slide(&added, beside: deleted, new)
  }

  private static func slide(_ changed: inout [Bool], beside other: [Bool], _ lines: [Int32]) {
    var index = 0
    var otherIndex = 0
    while index < changed.count {
      guard changed[index] else {
        // An unchanged line corresponds to one of the other side, after that side's changed ones.
        while otherIndex < other.count, other[otherIndex] { otherIndex += 1 }
        index += 1
        otherIndex += 1
        continue
      }
      var start = index
      var end = index
      while end < changed.count, changed[end] { end += 1 }
      // A run next to changed lines of the other side is a replacement and stays where it is.
      let standsAlone = otherIndex >= other.count || !other[otherIndex]
      var otherPlace = otherIndex
      while standsAlone, end < changed.count, lines[start] == lines[end],
        otherPlace + 1 >= other.count || !other[otherPlace + 1]
      {
        changed[start] = false
        changed[end] = true
        start += 1
        end += 1
        otherPlace += 1
        while end < changed.count, changed[end] { end += 1 }
      }
      index = end
      otherIndex = otherPlace
    }
  }
}
