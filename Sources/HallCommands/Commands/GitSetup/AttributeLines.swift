import HallModel
import HallSyntax

/// The lines of a hall's `.gitattributes` that name the drivers. They are committed, so that every
/// clone has them; without its settings git merges and compares as it does anything else.
enum AttributeLines {
  static let path = ".gitattributes"

  private static let opening = "# >>> hall git-setup"
  private static let closing = "# <<< hall git-setup"
  private static let lines = [
    "/hall.md -text merge=hall diff=hall",
    "/matters/Q-*.md -text merge=hall diff=hall",
    "/agendas/M-*.md -text merge=hall diff=hall",
    "/history/*.md -text merge=hall diff=hall",
  ]

  /// What was there before, which taking the lines away brings back.
  private enum Before: String, CaseIterable {
    /// Whole lines.
    case lines = ""
    /// The last line had no end.
    case noLineEnd = " (no line end above)"
    case noFile = " (new file)"
  }

  private static func block(_ before: Before) -> [UInt8] {
    let text = [opening + before.rawValue] + lines + [closing]
    return Array(text.map { $0 + "\n" }.joined().utf8)
  }

  /// The file with the lines as they have to be, where they stand or at its end.
  static func adding(to old: [UInt8]?) -> [UInt8] {
    guard let old else { return block(.noFile) }
    if let (range, before) = place(in: old) {
      return Array(old[..<range.lowerBound]) + block(before) + old[range.upperBound...]
    }
    let isEnded = old.isEmpty || old.last == UInt8(ascii: "\n")
    return old + (isEnded ? block(.lines) : [UInt8(ascii: "\n")] + block(.noLineEnd))
  }

  /// The file as it was before, with whatever others have written since; nil where nothing is left
  /// of it that was not ours.
  static func removing(from old: [UInt8]) -> [UInt8]? {
    guard let (range, before) = place(in: old) else { return old }
    var start = range.lowerBound
    if before == .noLineEnd, start > 0, range.upperBound == old.count { start -= 1 }
    let left = Array(old[..<start]) + old[range.upperBound...]
    return left.isEmpty && before == .noFile ? nil : left
  }

  /// Where the lines stand, from the opening one through the closing one.
  private static func place(in bytes: [UInt8]) -> (Range<Int>, Before)? {
    var start: (Int, Before)?
    var offset = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      // Where git has given the file other line ends, the lines are the same.
      let text = (line.last == UInt8(ascii: "\r") ? line.dropLast() : line).string
      let end = min(offset + line.count + 1, bytes.count)
      if text.hasPrefix(opening) {
        let before = Before.allCases.first { opening + $0.rawValue == text }
        start = before.map { (offset, $0) }
      } else if text == closing, let (first, before) = start {
        return (first..<end, before)
      }
      offset = end
    }
    return nil
  }
}
