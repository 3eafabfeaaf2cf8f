import HallModel
import HallSyntax

/// What identifies the parts of a document.
enum ElementKey {
  /// Whether a node is text, whose lines are merged as lines.
  static func isText(_ kind: Node.Kind) -> Bool {
    switch kind {
    case .prose, .bullet, .stray, .fence, .comment, .malformed: true
    default: false
    }
  }

  /// What identifies a node among its siblings: its number, its title, its key.
  static func key(of index: Int, in document: Document, within parent: Int?) -> Element.Key {
    let node = document.nodes[index]
    func text(_ range: Range<Int>) -> String { FullWidth.name(document.slice(range)) }
    func key(_ name: String) -> Element.Key { Element.Key(kind: node.kind, name: name) }
    switch node.kind {
    case .section: return key(node.keyword?.machineName ?? text(node.value))
    case .item, .task, .decision:
      let number = AgendaItem(document: document, node: index).number
      return key(number.map(String.init) ?? text(node.value))
    case .vote, .rule, .heading: return key(text(node.value))
    case .field: return key(fieldName(index, in: document))
    case .logLine: return key(text(node.mark..<node.range.upperBound))
    case .tableRow: return key(rowName(index, in: document, of: parent))
    default: return key("")
    }
  }

  /// A key that may repeat is identified together with its value; an option by its name.
  private static func fieldName(_ index: Int, in document: Document) -> String {
    let node = document.nodes[index]
    var name = node.keyword?.machineName ?? FullWidth.name(document.slice(node.key))
    if node.keyword == .option { return "option " + Vote.optionLabel(document.slice(node.key)) }
    let scope = document.keyScope(of: index)
    let use = node.keyword.flatMap { Vocabulary.use(of: $0, in: scope) }
    let isSignature = scope.contains(.signatureList) && node.keyword == nil
    if use?.repeats == true || isSignature {
      name += " " + subject(document.slice(node.value), use?.value)
    }
    return name
  }

  /// The subject of a line whose key may repeat, if there is one line for each subject: who gave a
  /// proxy, who came late, who signs for what. For any other key, the whole line.
  private static func subject(_ value: Slice, _ kind: ValueKind?) -> String {
    let text = FullWidth.name(value)
    switch kind {
    case .proxy?:
      let parts = text.replacing("->", with: "→").split(separator: "→")
      return parts.first.map { $0.trimmingSpaces } ?? text
    case .personAndTime?, nil:
      let words = text.split(separator: " ").prefix { word in
        word.utf8.first.map { !isDigit($0) } ?? false
      }
      return words.joined(separator: " ")
    default: return text
    }
  }

  /// A row of a roster is identified by name and unit, a row of a roll call by its first cell.
  private static func rowName(_ index: Int, in document: Document, of table: Int?) -> String {
    let cells = TableCells.split(document.slice(document.nodes[index].value))
    guard let table, let head = document.children(of: table).first(where: { $0 < index }) else {
      return "head"
    }
    let columns = TableCells.split(document.slice(document.nodes[head].value))
    let unit = columns.firstIndex {
      Vocabulary.keyword($0, in: [.rosterColumn, .ballotColumn]) == .unitColumn
    }
    var name = cells.first.map { FullWidth.name($0) } ?? ""
    if let unit, unit > 0, unit < cells.count { name += " " + FullWidth.name(cells[unit]) }
    return name
  }
}

extension Substring {
  /// The text without the blanks after it.
  fileprivate var trimmingSpaces: String {
    String(self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)])
  }
}
