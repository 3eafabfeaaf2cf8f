import HallModel
import HallSyntax

/// A keyword at a heading level, or a task in a place, where it has no meaning.
package enum KeywordPlace: Check {
  package static let id = "keyword-place"
  package static let about = Phrase(
    zh:
      "标题用了认得的词，但级别或位置不对（例如「### 议程」「## 表决」），或 # 号后面少了空格；或者任务写在了议题外面，方框或减号写得不对（例如「- [] T1」「-负责」）。这些都只算正文。",
    en: "A heading has a keyword at a level or in a place where it means nothing ('### Agenda',"
      + " '## Vote'), or no space after its signs; or a task is outside any item; or a box or a"
      + " bullet is not quite one ('- [] T1', '-lead'). All this is prose."
  )

  package static func check(
    document: Document, _ context: CheckContext, _ report: inout Report
  ) {
    guard document.fault == nil, !Scope.sections(of: document.kind).isEmpty else { return }
    for (index, node) in document.nodes.enumerated() {
      switch node.kind {
      case .title, .heading: checkHeading(node, document, &report)
      case .item where node.key.isEmpty:
        checkSection(node, document, &report)
        checkBlock(node, document, &report)
      case .rule: checkSection(node, document, &report)
      case .prose:
        for line in document.lines(in: node.range) {
          checkLine(line, index, document, context.charter, &report)
        }
      case .bullet, .field, .stray:
        for line in document.lines(in: node.range) where mayHoldBox(line, document) {
          checkTask(line, index, document, &report)
          checkBox(line, index, document, &report)
        }
      default: break
      }
    }
  }

  /// Whether a box of a task, or what was meant as one, is the first thing after a bullet.
  private static func mayHoldBox(_ line: Range<Int>, _ document: Document) -> Bool {
    var cursor = Cursor(document.slice(line).trimmed)
    guard cursor.take(anyOf: bullets) else { return false }
    cursor.skipSpaces()
    return cursor.next.map(boxBeginnings.contains) ?? false
  }

  static let bullets: WordList = ["-", "*", "+"]

  /// What `[`, `【` and `［` begin with.
  private static let boxBeginnings = ByteSet(Array("[".utf8) + [0xE3, 0xEF])

  /// A line of prose that was meant as a heading, a task or a field.
  static func checkLine(
    _ line: Range<Int>, _ index: Int, _ document: Document, _ charter: Charter,
    _ report: inout Report
  ) {
    // Each of these begins with a sign.
    guard let first = document.slice(line).trimmed.first, first < 0x80 || first == 0xEF else {
      return
    }
    checkHashes(line, inAgenda: isInAgenda(index, document), document, &report)
    checkTask(line, index, document, &report)
    checkBox(line, index, document, &report)
    checkBullet(line, index, document, charter, &report)
  }

  /// `### 日历`: the keyword of a section at a level where it does not open one.
  @discardableResult
  private static func checkSection(
    _ node: Node, _ document: Document, _ report: inout Report
  ) -> Bool {
    guard document.sectionKeyword(of: node.value, in: .sections(of: document.kind)) != nil else {
      return false
    }
    let word = document.text(node.value)
    report.warning(
      document, document.firstLine(of: node), zh: "「\(word)」这一节要用两个 # 号，现在只算正文",
      en: "the section '\(word)' takes two signs; here it is prose",
      hint: Phrase(zh: "写成「## \(word)」", en: "write '## \(word)'"))
    return true
  }

  private static func checkHeading(_ node: Node, _ document: Document, _ report: inout Report) {
    let word = document.text(node.value)
    if node.depth != 2 {
      if checkSection(node, document, &report) { return }
    } else if document.sectionKeyword(of: node.value, in: .anySection) != nil {
      report.warning(
        document, document.firstLine(of: node), zh: "「\(word)」这一节在这种文件里不起作用，只算正文",
        en: "the section '\(word)' means nothing in this kind of file; here it is prose",
        hint: Phrase(
          zh: "移到该写它的文件里，或换一个标题", en: "move it to the file it belongs to, or call it otherwise"))
      return
    }
    if node.kind == .heading { checkBlock(node, document, &report) }
  }

  private static func checkBlock(_ node: Node, _ document: Document, _ report: inout Report) {
    guard document.kind == .meeting, document.blockKeyword(of: node.value) != nil else { return }
    let text = document.text(node.value)
    let isLevel = node.depth == 4
    report.warning(
      document, document.firstLine(of: node),
      zh: isLevel ? "「\(text)」写在议题外面，不会被读取" : "「\(text)」要用四个 # 号，写在议题里面，现在不会被读取",
      en: isLevel
        ? "'\(text)' stands outside any item and is not read"
        : "'\(text)' takes four signs, within an item; here it is not read",
      hint: isLevel
        ? outsideHint
        : Phrase(zh: "写成「#### \(text)」", en: "write '#### \(text)'"))
  }

  private static let outsideHint = Phrase(
    zh: "移到「议程」里它的议题下面；议题的标题用三个 # 号，如「### 1. 题目」",
    en: "move it under its item of the agenda; an item has three signs, as '### 1. Title'")

  /// `##议程`, `＃＃ 议程`: signs that do not make a heading, followed by a keyword.
  private static func checkHashes(
    _ line: Range<Int>, inAgenda: Bool, _ document: Document, _ report: inout Report
  ) {
    let text = document.trimmed(line)
    guard text.lowerBound - line.lowerBound < 4 else { return }
    var cursor = Cursor(document.slice(text))
    var signs = 0
    while cursor.take(UInt8(ascii: "#")) { signs += 1 }
    guard (2...6).contains(signs) else { return }
    let rest = document.trimmed(cursor.index..<text.upperBound)
    let isKeyword =
      document.sectionKeyword(of: rest, in: .sections(of: document.kind)) != nil
      || document.kind == .meeting && document.blockKeyword(of: rest) != nil
      || inAgenda && signs == 3 && startsItem(rest, document)
    guard isKeyword else { return }
    let right = String(repeating: "#", count: signs) + " " + numbered(rest, document)
    report.warning(
      document, text, zh: "「\(document.text(text))」不是标题：要用半角 # 号，后面空一格",
      en: "'\(document.text(text))' is not a heading: there must be a space after plain '#' signs",
      hint: Phrase(zh: "写成「\(right)」", en: "write '\(right)'"))
  }

  /// `1. 换灯`, `2 楼道堆物`: a number, followed by its point or a blank.
  private static func startsItem(_ text: Range<Int>, _ document: Document) -> Bool {
    document.hasItemNumber(text) || bareNumber(text, document) != nil
  }

  /// Where a number without its point ends.
  private static func bareNumber(_ text: Range<Int>, _ document: Document) -> Int? {
    var cursor = Cursor(document.slice(text))
    guard let number = cursor.takeNumber(), number.digits < 3 else { return nil }
    let end = cursor.index
    cursor.skipSpaces()
    return cursor.index > end && !cursor.atEnd ? end : nil
  }

  private static func numbered(_ text: Range<Int>, _ document: Document) -> String {
    guard !document.hasItemNumber(text), let end = bareNumber(text, document) else {
      return document.text(text)
    }
    return document.text(text.lowerBound..<end) + "." + document.text(end..<text.upperBound)
  }

  /// `- [ ] T1 …` in a meeting, outside any item.
  private static func checkTask(
    _ line: Range<Int>, _ index: Int, _ document: Document, _ report: inout Report
  ) {
    guard document.kind == .meeting, let content = document.listContent(of: line) else { return }
    var cursor = Cursor(content)
    guard cursor.take(anyOf: ["[ ]", "[x]", "[-]"]) else { return }
    cursor.skipSpaces()
    let start = cursor.index
    guard cursor.take("T"), cursor.takeNumber() != nil,
      document.ancestor(of: index, .item) == nil
    else { return }
    let number = document.text(start..<cursor.index)
    report.warning(
      document, content.startIndex..<cursor.index, zh: "任务「\(number)」写在议题外面，不会被读取",
      en: "the task '\(number)' stands outside any item and is not read",
      hint: outsideHint)
  }

  private static func isInAgenda(_ index: Int, _ document: Document) -> Bool {
    document.ancestor(of: index, .section).map { document.nodes[$0].keyword == .agenda } ?? false
  }
}
