/// A unified diff, written exactly as GNU diff and git write one (context 3, counts of 1 left out,
/// `\ No newline at end of file`).
package enum UnifiedDiff {
  /// How many equal lines are shown around a change.
  private static let context = 3

  /// The name of a side that does not exist.
  package static let nothing = "/dev/null"

  /// The diff from one text to another, empty if they are equal.
  ///
  /// - Parameters:
  ///   - oldName: the name after `--- `, as in `a/hall.md`; ``nothing`` for a new file.
  ///   - newName: the name after `+++ `.
  package static func diff(
    from old: [UInt8], named oldName: String, to new: [UInt8], named newName: String
  ) -> [UInt8] {
    guard old != new else { return [] }
    let (oldLines, newLines) = (LineTable(old), LineTable(new))
    let numbers = LineNumbers(oldLines, newLines)
    let changes = LineDiff.changes(
      from: numbers.old, to: numbers.new, distinct: numbers.count)
    var text: [UInt8] = []
    text.append(contentsOf: "--- \(oldName)\n+++ \(newName)\n".utf8)
    for hunk in hunks(changes) { write(hunk, oldLines, newLines, to: &text) }
    return text
  }

  /// The changes in groups whose contexts touch.
  private static func hunks(_ changes: [LineChange]) -> [ArraySlice<LineChange>] {
    var hunks: [ArraySlice<LineChange>] = []
    var start = 0
    for index in changes.indices {
      let isLast = index + 1 == changes.count
      if isLast || changes[index + 1].old.lowerBound - changes[index].old.upperBound > 2 * context {
        hunks.append(changes[start...index])
        start = index + 1
      }
    }
    return hunks
  }

  private static func write(
    _ changes: ArraySlice<LineChange>, _ old: LineTable, _ new: LineTable, to text: inout [UInt8]
  ) {
    guard let first = changes.first, let last = changes.last else { return }
    let before = min(context, first.old.lowerBound)
    let after = min(context, old.count - last.old.upperBound)
    let oldRange = first.old.lowerBound - before..<last.old.upperBound + after
    let newRange = first.new.lowerBound - before..<last.new.upperBound + after
    text.append(contentsOf: "@@ -\(header(oldRange)) +\(header(newRange)) @@\n".utf8)
    var line = oldRange.lowerBound
    for change in changes {
      while line < change.old.lowerBound {
        append(" ", old, line, to: &text)
        line += 1
      }
      for deleted in change.old { append("-", old, deleted, to: &text) }
      for added in change.new { append("+", new, added, to: &text) }
      line = change.old.upperBound
    }
    while line < oldRange.upperBound {
      append(" ", old, line, to: &text)
      line += 1
    }
  }

  /// `12,4`, `12` for one line, `11,0` for no lines after line 11.
  private static func header(_ range: Range<Int>) -> String {
    switch range.count {
    case 0: "\(range.lowerBound),0"
    case 1: "\(range.lowerBound + 1)"
    default: "\(range.lowerBound + 1),\(range.count)"
    }
  }

  private static func append(
    _ sign: Unicode.Scalar, _ table: LineTable, _ line: Int, to text: inout [UInt8]
  ) {
    let end = table.lines[line].upperBound
    text.append(UInt8(ascii: sign))
    text.append(contentsOf: table[line])
    if table.bytes[end - 1] != UInt8(ascii: "\n") {
      text.append(contentsOf: "\n\\ No newline at end of file\n".utf8)
    }
  }
}
