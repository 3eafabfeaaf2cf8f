import HallSyntax
import HallWords

/// A manual page as its source: the macros of man(7), which groff and mandoc both read.
///
/// Neither of them breaks a Chinese line, which has no blanks: its lines are broken here.
struct RoffPage {
  private(set) var text: String
  private let language: Language

  /// How wide a broken Chinese line may be, so that it fits 80 columns under a term.
  private static let width = 58
  /// The longest line of source that mandoc's check lets pass, in bytes as groff sees them.
  private static let longestLine = 78

  /// - Parameters:
  ///   - title: the name in the head of the page.
  ///   - about: what stands in the middle of the head.
  init(_ title: String, day: String, source: String, about: String, _ language: Language) {
    self.language = language
    let words = [title, "1", day, source, about].map { "\"\($0)\"" }
    text = ".TH \(words.joined(separator: " "))\n.nh\n.ad l\n"
  }

  mutating func section(_ title: String) { macro(".SH", title) }

  mutating func subsection(_ title: String) { macro(".SS", title) }

  /// A paragraph; each line of the text begins a line of its own.
  mutating func paragraph(_ text: String) {
    self.text += ".PP\n"
    fill(text)
  }

  /// The lines of the section `NAME`, which other programs read.
  mutating func name(_ name: String, _ summary: String) {
    text += RoffPage.escaped(name) + " \\-\n"
    fill(summary)
  }

  /// Text directly under a heading.
  mutating func fill(_ text: String) {
    let lines = VisibleText.split(text).flatMap { line in
      language == .zh
        ? DisplayWidth.wrapped(line, to: RoffPage.width).map(RoffPage.sourceLines)
        : [RoffPage.sourceLines(line)]
    }
    self.text += lines.map { $0.joined(separator: "\n") }.joined(separator: "\n.br\n") + "\n"
  }

  /// A term and what it means.
  ///
  /// - Parameter value: the placeholder after it.
  mutating func term(_ term: String, _ meaning: String, value: String = "") {
    let place = value.isEmpty ? "" : " \\fI" + RoffPage.escaped(value)
    text += ".TP\n.B \(RoffPage.escaped(term))\(place)\n"
    fill(meaning)
  }

  /// Lines as they are typed.
  mutating func example(_ lines: [String]) {
    // A heading begins a paragraph itself.
    let isFirst = text.split(separator: "\n").last?.hasPrefix(".S") ?? false
    text += (isFirst ? "" : ".PP\n") + ".EX\n"
    for line in lines { text += "  " + RoffPage.escaped(line) + "\n" }
    text += ".EE\n"
  }

  private mutating func macro(_ name: String, _ words: String) {
    text += "\(name) \(RoffPage.escaped(words))\n"
  }

  /// The lines of source for one line of text: broken at blanks, which a page that is filled does
  /// not show.
  private static func sourceLines(_ line: String) -> [String] {
    var lines: [String] = []
    for word in line.split(separator: " ").map({ escaped(String($0)) }) {
      if let last = lines.last, size(last) + 1 + size(word) <= longestLine {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word)
      }
    }
    return lines.map { line in
      // A dot or a quote at the beginning of a line would be a request.
      line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
    }
  }

  /// Bytes, where every character that is not ASCII becomes `\[u8868]`.
  private static func size(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 8) }
  }

  private static let signs: [Character: String] = [
    "\\": "\\e", "-": "\\-", "'": "\\(aq", "\"": "\\(dq", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti",
  ]

  /// Text in which no sign means anything to roff.
  static func escaped(_ text: String) -> String {
    VisibleText.line(text).map { signs[$0] ?? String($0) }.joined()
  }
}
