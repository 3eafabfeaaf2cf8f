/// A document being rebuilt from its history: its lines, each where it stands in the history.
///
/// A revision of one line replaces one entry; nothing is copied until the text is asked for.
struct Replay {
  private let history: [UInt8]
  /// The lines, each with its newline where it has one.
  private var lines: [Range<Int>] = []

  init(_ history: [UInt8]) {
    self.history = history
  }

  /// Applies a diff; every line of it must stand exactly where it says.
  mutating func apply(_ patch: Patch) throws(Patch.Fault) {
    var shift = 0
    for (index, hunk) in patch.hunks.enumerated() {
      // A hunk of no lines stands behind the line it names.
      let first = (hunk.oldCount == 0 ? hunk.oldStart : hunk.oldStart - 1) + shift
      guard first >= 0, first + hunk.oldCount <= lines.count else {
        throw .mismatch(hunk: index + 1)
      }
      var next = first
      var replacement: [Range<Int>] = []
      for line in hunk.lines {
        if line.sign == Patch.plus {
          replacement.append(line.text)
          continue
        }
        guard isEqual(lines[next], line.text) else { throw .mismatch(hunk: index + 1) }
        if line.sign != Patch.minus { replacement.append(lines[next]) }
        next += 1
      }
      lines.replaceSubrange(first..<next, with: replacement)
      shift += hunk.newCount - hunk.oldCount
    }
  }

  private func isEqual(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard left.count == right.count else { return false }
    return history.withUnsafeBufferPointer { buffer in
      for offset in 0..<left.count
      where buffer[left.lowerBound + offset] != buffer[right.lowerBound + offset] {
        return false
      }
      return true
    }
  }

  var text: [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(lines.reduce(0) { $0 + $1.count })
    for line in lines { text += history[line] }
    return text
  }

  /// SHA-256 of the text.
  var digest: String { SHA256.hex(of: text) }

  /// Whether a line other than the last lacks its newline: no text is cut so.
  var isWellFormed: Bool {
    lines.dropLast().allSatisfy { history[$0.upperBound - 1] == UInt8(ascii: "\n") }
  }
}
