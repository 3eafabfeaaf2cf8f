import HallModel
import HallSyntax

/// A line meant as a task or as a field that is not read as one because of a blank or a bracket.
extension KeywordPlace {
  private static let open: WordList = ["[", "【", "［"]
  private static let close: WordList = ["]", "】", "］"]
  private static let done: WordList = ["x", "X", "√", "✓", "✔", "☑", "v", "V"]

  /// `- [] T1 …`, `- 【 】 …`, `- [√] …`, `-[ ] …`: something like a box.
  static func checkBox(
    _ line: Range<Int>, _ index: Int, _ document: Document, _ report: inout Report
  ) {
    guard takesTasks(index, document) else { return }
    let text = document.slice(line).trimmed
    var cursor = Cursor(text)
    guard cursor.take(anyOf: bullets) else { return }
    let isBullet = cursor.next == UInt8(ascii: " ") || cursor.next == UInt8(ascii: "\t")
    cursor.skipSpaces()
    let start = cursor.index
    guard cursor.take(anyOf: open) else { return }
    cursor.skipSpaces()
    let isDone = cursor.take(anyOf: done)
    let isCancelled = !isDone && cursor.take("-")
    cursor.skipSpaces()
    guard cursor.take(anyOf: close) else { return }
    let box = document.text(start..<cursor.index)
    let rest = document.trimmed(cursor.index..<text.endIndex)
    let isRight = ["[ ]", "[x]", "[X]", "[-]", "[　]", "[ｘ]", "[－]"].contains(box)
    // A link, `[x](…)`, is not a box; and a correct box is a task, or deliberate prose.
    guard !rest.isEmpty, document.bytes[rest.lowerBound] != UInt8(ascii: "("),
      !(isRight && isBullet && rest.lowerBound > cursor.index)
    else { return }
    let mark = isDone ? "x" : isCancelled ? "-" : " "
    let right = "- [\(mark)] \(document.text(rest))"
    report.warning(
      document, text.indices,
      zh: "「\(text.string)」不算任务：要写半角方框 [ ] 或 [x]，前后各空一格",
      en: "'\(text.string)' is not a task: the box is '[ ]' or '[x]', with a space on either side",
      hint: Phrase(zh: "写成「\(right)」", en: "write '\(right)'"))
  }

  /// Whether a task is allowed where a node is.
  static func takesTasks(_ index: Int, _ document: Document) -> Bool {
    switch document.kind {
    case .meeting: document.ancestor(of: index, .item) != nil
    case .matter: true
    default: false
    }
  }

  /// `-负责：…`, `-居民：…`, `-2025-03-10 收集`: no blank after the bullet.
  static func checkBullet(
    _ line: Range<Int>, _ index: Int, _ document: Document, _ charter: Charter,
    _ report: inout Report
  ) {
    let text = document.slice(line).trimmed
    guard text.first == UInt8(ascii: "-") else { return }
    let rest = text.dropFirst()
    guard let next = rest.first, next != UInt8(ascii: "-"),
      rest.trimmed.startIndex == rest.startIndex
    else { return }
    guard isStep(rest, index, document) || isField(rest, index, document, charter) else { return }
    report.warning(
      document, text.indices, zh: "「\(text.string)」没有读取：减号后面要空一格",
      en: "'\(text.string)' is not read: there must be a space after the dash",
      hint: Phrase(zh: "写成「- \(rest.string)」", en: "write '- \(rest.string)'"))
  }

  private static func isStep(_ text: Slice, _ index: Int, _ document: Document) -> Bool {
    guard document.kind == .matter, document.keyScope(of: index) == .log else { return false }
    var cursor = Cursor(text)
    return (try? cursor.takeDay()) != nil
  }

  private static func isField(
    _ text: Slice, _ index: Int, _ document: Document, _ charter: Charter
  ) -> Bool {
    let colon = text.indices.first {
      FullWidth.byte(in: text, at: $0).byte == UInt8(ascii: ":")
    }
    guard let colon else { return false }
    let key = text[..<colon].trimmed
    let scope = document.keyScope(of: index)
    if scope == .log { return Vocabulary.keyword(key, in: .task) != nil }
    if Vocabulary.keyword(key, in: scope) != nil { return true }
    if takesTasks(index, document), Vocabulary.keyword(key, in: .task) != nil { return true }
    let parent = Int(document.nodes[index].parent)
    guard parent >= 0, document.nodes[parent].kind == .section else { return false }
    return charter.parties(in: document)[FullWidth.name(key)] != nil
  }
}
