@testable import HallWork

/// The ways in which people may write a file, made from its tidy form.
enum MessyFile: CaseIterable, Sendable {
  case tidy, crlf, noFinalNewline, crlfNoFinalNewline, tight, stars, unknownSections, byteOrderMark
  case trailingBlanks

  func text(_ tidy: String) -> String {
    switch self {
    case .tidy: tidy
    case .crlf: tidy.replacing("\n", with: "\r\n")
    case .noFinalNewline: String(tidy.dropLast())
    case .crlfNoFinalNewline: String(tidy.dropLast()).replacing("\n", with: "\r\n")
    case .tight: tidy.replacing("\n\n", with: "\n")
    case .stars: tidy.replacing("\n- ", with: "\n*   ").replacing("\n  - ", with: "\n    +  ")
    case .unknownSections: tidy + "\n## 随笔\n\n> 引文\n\n```\n## 议程\n```\n"
    case .byteOrderMark: "\u{FEFF}" + tidy
    case .trailingBlanks:
      tidy.replacing("\n\n", with: "  \n \n").replacing("---  \n", with: "---\n")
    }
  }

  var isCRLF: Bool { self == .crlf || self == .crlfNoFinalNewline }
}

/// The lines that a change removed and inserted. Line ends do not matter, and inserted blank lines
/// are left out.
struct LineChange {
  let removed: [String]
  let inserted: [String]

  init(from old: String, to new: String) {
    func lines(_ text: String) -> [String] {
      var lines = text.replacing("\r\n", with: "\n").split(
        separator: "\n", omittingEmptySubsequences: false
      ).map(String.init)
      if lines.last == "" { lines.removeLast() }
      return lines
    }
    let difference = lines(new).difference(from: lines(old))
    removed = difference.removals.map(LineChange.text)
    inserted = difference.insertions.map(LineChange.text).filter { !$0.isEmpty }
  }

  private static func text(_ change: CollectionDifference<String>.Change) -> String {
    switch change {
    case .insert(_, let text, _), .remove(_, let text, _): text
    }
  }

  /// Lines without indent, bullet and trailing blanks.
  static func bare(_ lines: [String]) -> [String] {
    lines.map { line in
      var text = Substring(line)
      text = text.drop { " -*+".contains($0) }
      while text.last == " " { text.removeLast() }
      return String(text)
    }
  }
}
