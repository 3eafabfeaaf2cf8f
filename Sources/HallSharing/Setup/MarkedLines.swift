import HallModel
import HallSyntax
import HallWords

/// Lines of ours in a file that others write as well, between two marks, so that they are known again
/// and taken away without a trace.
struct MarkedLines {
  /// The file, from the hall's folder or from the top of the work tree.
  let path: String
  /// Whether the file stands in the hall's own folder.
  let isInHall: Bool
  let title: Phrase
  fileprivate let lines: [String]

  private static let opening = "# >>> hall git-setup"
  private static let closing = "# <<< hall git-setup"

  /// What was there before, which taking the lines away brings back.
  private enum Before: String, CaseIterable {
    /// Whole lines.
    case lines = ""
    /// The last line had no end.
    case noLineEnd = " (no line end above)"
    case noFile = " (new file)"
  }

  private func block(_ before: Before) -> [UInt8] {
    let text = [MarkedLines.opening + before.rawValue] + lines + [MarkedLines.closing]
    return Array(text.map { $0 + "\n" }.joined().utf8)
  }

  /// The file with the lines as they have to be, where they stand or at its end.
  func adding(to old: [UInt8]?) -> [UInt8] {
    guard let old else { return block(.noFile) }
    if let (range, before) = place(in: old) {
      return Array(old[..<range.lowerBound]) + block(before) + old[range.upperBound...]
    }
    let isEnded = old.isEmpty || old.last == UInt8(ascii: "\n")
    return old + (isEnded ? block(.lines) : [UInt8(ascii: "\n")] + block(.noLineEnd))
  }

  /// The file as it was before, with whatever others have written since; nil where nothing is left
  /// of it that was not ours.
  func removing(from old: [UInt8]) -> [UInt8]? {
    guard let (range, before) = place(in: old) else { return old }
    var start = range.lowerBound
    if before == .noLineEnd, start > 0, range.upperBound == old.count { start -= 1 }
    let left = Array(old[..<start]) + old[range.upperBound...]
    return left.isEmpty && before == .noFile ? nil : left
  }

  /// Whether they stand in a file.
  func isIn(_ bytes: [UInt8]) -> Bool { place(in: bytes) != nil }

  /// Where the lines stand, from the opening one through the closing one.
  private func place(in bytes: [UInt8]) -> (Range<Int>, Before)? {
    var start: (Int, Before)?
    var offset = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      // Where git has given the file other line ends, the lines are the same.
      let text = (line.last == UInt8(ascii: "\r") ? line.dropLast() : line).string
      let end = min(offset + line.count + 1, bytes.count)
      if text.hasPrefix(MarkedLines.opening) {
        let before = Before.allCases.first { MarkedLines.opening + $0.rawValue == text }
        start = before.map { (offset, $0) }
      } else if text == MarkedLines.closing, let (first, before) = start {
        return (first..<end, before)
      }
      offset = end
    }
    return nil
  }
}

extension MarkedLines {
  /// Which files the drivers are for. The lines are committed, so that every clone has them; without
  /// its settings git merges and compares as it does anything else. Blanks at a line's end belong to
  /// the diffs of a history, and no rule about them holds there.
  static let attributes = MarkedLines(
    path: ".gitattributes", isInHall: true, title: Phrase(zh: "哪些文件", en: "which files"),
    lines: [
      "/hall.md -text merge=hall diff=hall",
      "/matters/Q-*.md -text merge=hall diff=hall",
      "/agendas/M-*.md -text merge=hall diff=hall",
      "/history/*.md -text -whitespace merge=hall diff=hall",
      "/signatures/** -text -whitespace",
    ])

  /// What keeps editors, and the formatters that read the same file, from a history's bytes.
  static let editors = MarkedLines(
    path: ".editorconfig", isInHall: true, title: Phrase(zh: "编辑器", en: "editors"),
    lines: [
      "[{history,signatures}/**]", "charset = unset", "end_of_line = unset", "indent_style = unset",
      "indent_size = unset", "insert_final_newline = unset", "max_line_length = unset",
      "tab_width = unset", "trim_trailing_whitespace = false",
    ])

  /// For every hall of the repository: the program reads the file only where it is started.
  static let prettier = MarkedLines(
    path: ".prettierignore", isInHall: false, title: Phrase(zh: "prettier", en: "prettier"),
    lines: [
      "**/history/hall.md", "**/history/M-*.md", "**/history/Q-*.md", "**/signatures/*.md",
    ])

  /// The pre-commit framework, where a repository has it.
  static let preCommit = MarkedLines(
    path: ".pre-commit-config.yaml", isInHall: false,
    title: Phrase(zh: "pre-commit", en: "pre-commit"), lines: [excludeLine])

  static let excludeLine = "exclude: ^(.*/)?(history|signatures)/"
}
