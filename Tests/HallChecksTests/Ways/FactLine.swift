import HallModel
import HallSyntax

/// A line of a sample that is a fact, split up so that it can be written in another way.
struct FactLine {
  enum Kind { case frontMatter, field, task, step, title, section, item, block }

  let kind: Kind
  /// The line's number, from 1.
  let number: Int
  let range: Range<Int>
  let indent: String
  /// The bullet of an item, the signs of a heading, or nothing.
  let bullet: String
  /// The text before the colon: a key, a day and its word, the words of a heading.
  let key: String
  /// The text after the colon; nil where there is none.
  let value: String?
  /// Whether the key takes a list of names or of counts.
  let isList: Bool
  let raw: String

  /// The line as the format writes it.
  var plain: String {
    indent + (bullet.isEmpty ? "" : bullet + " ") + content
  }

  var content: String {
    guard let value else { return key }
    return value.isEmpty ? key + ":" : key + ": " + value
  }

  /// Every fact of a document that is on a single line.
  static func all(in document: Document) -> [FactLine] {
    document.nodes.indices.compactMap { FactLine($0, in: document) }
  }

  private init?(_ index: Int, in document: Document) {
    let node = document.nodes[index]
    func text(_ range: Range<Int>) -> String { document.slice(range).string }
    var end = node.range.upperBound
    while end > node.range.lowerBound, document.bytes[end - 1] == 0x0A { end -= 1 }
    range = node.range.lowerBound..<end
    raw = text(range)
    guard !raw.contains("\n") else { return nil }
    number = Int(node.line)
    let blanks = raw.prefix { $0 == " " }
    indent = String(blanks)
    let isFrontMatter = node.parent >= 0 && document.nodes[Int(node.parent)].kind == .frontMatter
    switch node.kind {
    case .field:
      guard !node.value.isEmpty else { return nil }
      kind = isFrontMatter ? .frontMatter : .field
      bullet = isFrontMatter ? "" : String(raw.dropFirst(blanks.count).prefix(1))
      (key, value) = (text(node.key), text(node.value))
    case .logLine:
      guard node.keyword != nil else { return nil }
      kind = .step
      bullet = String(raw.dropFirst(blanks.count).prefix(1))
      key = text(node.mark..<node.key.upperBound)
      value = node.value.isEmpty ? nil : text(node.value)
    case .task:
      kind = .task
      bullet = String(raw.dropFirst(blanks.count).prefix(1))
      (key, value) = (text(node.mark..<range.upperBound), nil)
    case .title, .section, .item, .vote, .decision, .rule:
      bullet = String(raw.prefix { $0 == "#" })
      key = String(raw.dropFirst(bullet.count)).trimmingPrefix(" ").description
      value = nil
      switch node.kind {
      case .title: kind = .title
      case .section: kind = .section
      case .vote, .decision: kind = .block
      default: kind = .item
      }
    default: return nil
    }
    let use = node.keyword.flatMap { Vocabulary.use(of: $0, in: document.keyScope(of: index)) }
    switch use?.value {
    case .names, .ballots: isList = true
    case nil: isList = node.kind == .field && document.keyScope(of: index) == .attendance
    default: isList = false
    }
  }
}

/// The content of a document, equal for two ways of writing the same: its facts and titles, without
/// blanks and the separators of lists.
struct Statements {
  /// Most texts of a document occur again in its other ways of writing.
  private var known: [String: String] = [:]

  mutating func statement(of document: Document) -> [String] {
    let list = FactList(document)
    var lines: [String] = []
    for fact in list.facts where !fact.key.hasPrefix("row ") {
      let key = fact.keyword?.machineName ?? plain(fact.key)
      lines.append("\(name(fact.subjects)) \(key) = \(plain(fact.value))")
    }
    for subjects in list.order {
      lines.append("\(name(subjects)) # \(plain(list.titles[subjects] ?? ""))")
    }
    return lines
  }

  private mutating func name(_ subjects: [Fact.Subject]) -> String {
    subjects.map { plain($0.name) }.joined(separator: ">")
  }

  private mutating func plain(_ text: String) -> String {
    if let plain = known[text] { return plain }
    let plain = Statements.plain(text)
    known[text] = plain
    return plain
  }

  private static func plain(_ text: String) -> String {
    if let moment = try? Moment(reading: Slice(text)), moment.start == nil { return moment.day.iso }
    return NameList.split(Slice(text)).map { part in
      FullWidth.name(part.withoutEmphasis).filter { !$0.isWhitespace }
    }.joined(separator: "、")
  }
}
