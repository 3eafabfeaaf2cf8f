/// A document being rebuilt from its history: its lines, as ranges in the history.
///
/// A revision of one line replaces one entry; nothing is copied until the text is needed. The
/// buffer is borrowed, so the replay must not outlive the call that made it.
struct Replay {
  private let history: UnsafeBufferPointer<UInt8>
  /// The lines, each with its newline if it has one.
  private(set) var lines: [Range<Int>] = []
  /// The lines of a hunk, or of a text whose lines move; kept to reuse its memory.
  private var fresh: [Range<Int>] = []

  init(_ history: UnsafeBufferPointer<UInt8>) {
    self.history = history
  }

  /// Applies the hunks of a diff; every line of them must be exactly where its hunk says.
  ///
  /// Hunks that keep the number of lines overwrite the lines they replace. From the first one that
  /// does not, the lines are written to a new array: once for each diff, however many hunks it has.
  mutating func apply(_ patch: inout PatchReader) throws(Patch.Fault) {
    guard !patch.atEnd else { throw .malformed(line: patch.number) }
    fresh.removeAll(keepingCapacity: true)
    var isMoved = false
    // The lines before this one are done.
    var done = 0
    var number = 0
    var shift = 0
    while !patch.atEnd {
      number += 1
      let hunk = try patch.hunk()
      guard hunk.first >= done, hunk.first + hunk.oldCount <= lines.count,
        hunk.newFirst == hunk.first + shift
      else { throw .mismatch(hunk: number) }
      shift += hunk.newCount - hunk.oldCount
      if !isMoved, hunk.oldCount != hunk.newCount {
        isMoved = true
        fresh.reserveCapacity(lines.count + min(hunk.newCount, history.count / 2))
        done = 0
      }
      if isMoved { fresh += lines[done..<hunk.first] }
      var next = hunk.first
      while let line = try patch.line() {
        if line.sign == Patch.plus {
          fresh.append(line.text)
          continue
        }
        guard history.isEqual(lines[next], history, line.text) else {
          throw .mismatch(hunk: number)
        }
        if line.sign == Patch.blank { fresh.append(lines[next]) }
        next += 1
      }
      if !isMoved {
        for (offset, line) in fresh.enumerated() { lines[hunk.first + offset] = line }
        fresh.removeAll(keepingCapacity: true)
      }
      done = next
    }
    guard isMoved else { return }
    fresh += lines[done...]
    swap(&lines, &fresh)
  }

  var text: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: lines.reduce(0) { $0 + $1.count }) { text, count in
      for line in lines {
        let place = UnsafeMutableBufferPointer(rebasing: text[count..<count + line.count])
        count += place.update(fromContentsOf: history[line])
      }
    }
  }

  /// Whether every line except the last has its newline.
  var isWellFormed: Bool {
    lines.dropLast().allSatisfy { !$0.isEmpty && history[$0.upperBound - 1] == UInt8(ascii: "\n") }
      && lines.last?.isEmpty != true
  }

  /// Whether another text of the same history, also in whole lines, is equal.
  func isEqual(to other: Replay) -> Bool {
    lines.count == other.lines.count
      && zip(lines, other.lines).allSatisfy { $0 == $1 || history.isEqual($0, history, $1) }
  }
}
