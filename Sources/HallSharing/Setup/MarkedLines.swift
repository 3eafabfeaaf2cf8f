import HallModel
import HallSyntax
import HallWords

/// Lines of ours in a file shared with others, between two marks, so that they can be recognised
/// and removed without a trace.
struct MarkedLines {
  /// The path of the file, from the hall's folder or from the top of the work tree.
  let path: String
  /// Whether the file is in the hall's own folder.
  let isInHall: Bool
  let title: Phrase
  fileprivate let lines: [String]

  private static let opening = "# >>> hall git-setup"
  private static let closing = "# <<< hall git-setup"

  /// The end of the file before our lines, which removing them restores.
  private enum Before: String, CaseIterable {
    /// Complete lines.
    case lines = ""
    /// The last line had no line end.
    case noLineEnd = " (no line end above)"
    case noFile = " (new file)"
  }

  private func block(_ before: Before) -> [UInt8] {
    let text = [MarkedLines.opening + before.rawValue] + lines + [MarkedLines.closing]
    return Array(text.map { $0 + "\n" }.joined().utf8)
  }

  /// The file with our lines up to date, in their place or at its end.
  func adding(to old: [UInt8]?) -> [UInt8] {
    guard let old else { return block(.noFile) }
    if let (range, before) = place(in: old) {
      return Array(old[..<range.lowerBound]) + block(before) + old[range.upperBound...]
    }
    let isEnded = old.isEmpty || old.last == UInt8(ascii: "\n")
    return old + (isEnded ? block(.lines) : [UInt8(ascii: "\n")] + block(.noLineEnd))
  }

  /// The file without our lines, with whatever others have written since; nil if nothing else is
  /// left.
  func removing(from old: [UInt8]) -> [UInt8]? {
    guard let (range, before) = place(in: old) else { return old }
    var start = range.lowerBound
    if before == .noLineEnd, start > 0, range.upperBound == old.count { start -= 1 }
    let left = Array(old[..<start]) + old[range.upperBound...]
    return left.isEmpty && before == .noFile ? nil : left
  }

  /// Whether a file contains them.
  func isIn(_ bytes: [UInt8]) -> Bool { place(in: bytes) != nil }

  /// The range of our lines, including both marks.
  private func place(in bytes: [UInt8]) -> (Range<Int>, Before)? {
    var start: (Int, Before)?
    var offset = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      // Line ends changed by git make no difference.
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
  /// The files that the drivers are for. These lines are committed, so that every clone has them;
  /// in a clone without the settings, git merges and compares as usual. Blanks at line ends belong
  /// to the diffs of a history, so the whitespace rules are switched off.
  static let attributes = MarkedLines(
    path: ".gitattributes", isInHall: true, title: Phrase(zh: "哪些文件", en: "which files"),
    lines: [
      "/hall.md -text merge=hall diff=hall",
      "/matters/Q-*.md -text merge=hall diff=hall",
      "/agendas/M-*.md -text merge=hall diff=hall",
      "/history/*.md -text -whitespace merge=hall diff=hall",
      "/signatures/** -text -whitespace",
    ])

  /// Keeps editors, and the formatters that read the same file, from changing a history's bytes.
  static let editors = MarkedLines(
    path: ".editorconfig", isInHall: true, title: Phrase(zh: "编辑器", en: "editors"),
    lines: [
      "[{history,signatures}/**]", "charset = unset", "end_of_line = unset", "indent_style = unset",
      "indent_size = unset", "insert_final_newline = unset", "max_line_length = unset",
      "tab_width = unset", "trim_trailing_whitespace = false",
    ])

  /// For all halls of the repository: the program reads this file only in the folder where it is
  /// started.
  static let prettier = MarkedLines(
    path: ".prettierignore", isInHall: false, title: Phrase(zh: "prettier", en: "prettier"),
    lines: [
      "**/history/hall.md", "**/history/M-*.md", "**/history/Q-*.md", "**/signatures/*.md",
    ])

  /// For the pre-commit framework, if a repository uses it.
  static let preCommit = MarkedLines(
    path: ".pre-commit-config.yaml", isInHall: false,
    title: Phrase(zh: "pre-commit", en: "pre-commit"), lines: [excludeLine])

  static let excludeLine = "exclude: ^(.*/)?(history|signatures)/"
}
