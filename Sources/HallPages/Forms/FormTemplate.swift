import HallModel
import HallSyntax
import HallWords

/// The text of a form: what is printed in which order, with places for what the record says.
///
/// A line with `# ` is the title, with `## ` a heading, with `- ` an entry of a list; `---` begins a
/// new page; `^ ` is a mark above the title, `! ` a conclusion, `> ` small print, `[ ] ` a box to tick,
/// `_ ` a line to write on. Every other line is a paragraph. `{{名}}` is filled in; alone in a line it
/// may be a whole table or list. A line is left out if something in it is asked for and not known.
package struct FormTemplate: Sendable {
  /// Its path, for messages: `agendas/forms/minutes.md`.
  let path: String
  private let text: String

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    text = String(decoding: bytes, as: UTF8.self)
  }

  var isEmpty: Bool { text.isEmpty }

  /// The blocks of the filled form.
  package func filled(with content: FormContent) throws(Refusal) -> [Sheet.Block] {
    var blocks: [Sheet.Block] = []
    for (place, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = Slice(String(raw)).trimmed.string
      guard !line.isEmpty, !line.hasPrefix("<!--") else { continue }
      if let name = FormTemplate.onlyName(in: line), let inserted = content.blocks(named: name) {
        blocks += inserted
        continue
      }
      // The sign is the template's own: what the record says is never read as one.
      let sign = FormTemplate.signs.first(where: line.hasPrefix) ?? ""
      let (words, isComplete) = try filled(
        String(line.dropFirst(sign.count)), with: content, place + 1)
      guard isComplete else { continue }
      FormTemplate.add(words, sign, to: &blocks)
    }
    return blocks
  }

  private static let signs = ["---", "# ", "## ", "^ ", "! ", "> ", "~~~ ", "- ", "_ ", "[ ] "]

  private static func add(_ text: String, _ sign: String, to blocks: inout [Sheet.Block]) {
    switch sign {
    case "---": blocks.append(.pageBreak)
    case "# ": blocks.append(.title(text))
    case "## ": blocks.append(.heading(text))
    case "^ ": blocks.append(.mark(text))
    case "! ": blocks.append(.strong(text))
    case "> ": blocks.append(.small(text))
    case "~~~ ": blocks.append(.tear(text))
    case "- ":
      if case .list(let entries)? = blocks.last {
        blocks[blocks.count - 1] = .list(entries + [text])
      } else {
        blocks.append(.list([text]))
      }
    case "_ ":
      if case .lines(let labels)? = blocks.last {
        blocks[blocks.count - 1] = .lines(labels + [text])
      } else {
        blocks.append(.lines([text]))
      }
    case "[ ] ":
      if case .boxes(let labels)? = blocks.last {
        blocks[blocks.count - 1] = .boxes(labels + [text])
      } else {
        blocks.append(.boxes([text]))
      }
    default: blocks.append(.text(text))
    }
  }

  /// `{{名}}` alone in a line.
  private static func onlyName(in line: String) -> String? {
    guard line.hasPrefix("{{"), line.hasSuffix("}}"), line.count > 4 else { return nil }
    let name = line.dropFirst(2).dropLast(2)
    return name.contains("{") ? nil : Slice(String(name)).trimmed.string
  }

  /// The line with its places filled, and whether all of them are known.
  private func filled(
    _ line: String, with content: FormContent, _ number: Int
  ) throws(Refusal) -> (String, isComplete: Bool) {
    var (words, rest, isComplete) = ("", line[...], true)
    while let open = rest.firstRange(of: "{{") {
      guard let close = rest[open.upperBound...].firstRange(of: "}}") else { break }
      words += rest[..<open.lowerBound]
      let name = Slice(String(rest[open.upperBound..<close.lowerBound])).trimmed.string
      guard let text = content.text(named: name) else {
        let column = line.distance(from: line.startIndex, to: open.lowerBound) + 1
        throw unknown(name, content, number, column)
      }
      if text.isEmpty { isComplete = false }
      words += text
      rest = rest[close.upperBound...]
    }
    return (words + rest, isComplete)
  }

  private func unknown(
    _ name: String, _ content: FormContent, _ line: Int, _ column: Int
  ) -> Refusal {
    let names = content.names
    let near = Suggestion.nearest(to: name, among: names)
    return .refused(
      Phrase(
        zh: "\(path):\(line):\(column) 没有「{{\(name)}}」这一项",
        en: "\(path):\(line):\(column) there is no '{{\(name)}}'"),
      hint: Phrase(
        zh: (near.map { "是不是「{{\($0)}}」？" } ?? "") + "能用的有：" + names.joined(separator: "、"),
        en: (near.map { "perhaps '{{\($0)}}'. " } ?? "") + "These are filled in: "
          + names.joined(separator: ", ")))
  }
}

/// What a form may ask for.
package struct FormContent {
  package let language: Language
  private var texts: [(name: Phrase, value: String)] = []
  private var parts: [(name: Phrase, blocks: [Sheet.Block])] = []

  package init(_ language: Language) { self.language = language }

  /// A text of one line; nil or empty where it is not known.
  package mutating func add(_ zh: String, _ en: String, _ value: String?) {
    texts.append((Phrase(zh: zh, en: en), value ?? ""))
  }

  /// Something that takes lines of its own.
  package mutating func add(_ zh: String, _ en: String, blocks: [Sheet.Block]) {
    parts.append((Phrase(zh: zh, en: en), blocks))
  }

  func text(named name: String) -> String? {
    texts.first { $0.name.zh == name || $0.name.en == name }?.value
  }

  func blocks(named name: String) -> [Sheet.Block]? {
    parts.first { $0.name.zh == name || $0.name.en == name }?.blocks
  }

  /// Everything that may be asked for, in the language of the hall.
  var names: [String] { texts.map { $0.name[language] } + parts.map { $0.name[language] } }
}
