import HallModel
import HallSyntax

/// The lines between `---` at the top of a file: closed, readable, and with the file's identifier.
package enum FrontMatter: Check {
  package static let id = "front-matter"
  package static let about = Phrase(
    zh: "文件开头两行「---」之间的内容：要有结束的「---」，每行都是「项目: 内容」，并写明这是哪个议事厅、问题或会议；会议还要有状态。",
    en:
      "What stands between the two lines '---' at the head of a file: it must be closed, every line"
      + " must be 'key: value', and the hall, the matter or the meeting must be named. A meeting has"
      + " a status, too.")

  package static func check(
    document: Document, _ context: CheckContext, _ report: inout Report
  ) {
    guard document.fault == nil else { return }
    guard let front = document.frontMatter else {
      if let key = document.identifyingKey { reportNone(document, key, &report) }
      return
    }
    let opening = openingDashes(document, front)
    if document.nodes[front].isUnclosed {
      report.error(
        document, opening, zh: "开头的「---」没有配对的结束行", en: "the front matter is never closed",
        hint: Phrase(zh: "在这些项目的下一行写「---」", en: "write '---' on the line after its last key"))
    } else {
      for child in document.children(of: front) where document.nodes[child].kind == .malformed {
        reportMalformed(document, document.nodes[child].value, &report)
      }
    }
    if let key = document.identifyingKey {
      checkIdentity(document, key, front, opening, &report)
    }
    if document.kind == .meeting { checkStatus(document, front, opening, &report) }
  }

  private static func reportNone(_ document: Document, _ key: Keyword, _ report: inout Report) {
    let first = document.lines(in: 0..<document.bytes.count).first ?? 0..<0
    let start = document.bytes.starts(with: byteOrderMark) ? 3 : 0
    let name = identity(document)
    report.error(
      document, start..<max(start, first.upperBound),
      zh: "文件开头没有「---」之间的信息，不知道「\(key.word(.zh))」是哪一个",
      en: "no front matter: nothing says which \(key.word(.en)) this is",
      hint: Phrase(
        zh: "在最前面加三行：「---」、「\(key.word(.zh)): \(name.zh)」、「---」",
        en: "put three lines first: '---', '\(key.word(.en)): \(name.en)', '---'"))
  }

  private static func reportMalformed(
    _ document: Document, _ line: Range<Int>, _ report: inout Report
  ) {
    let text = document.text(line)
    let hint = Phrase(zh: "写成「项目: 内容」，或删掉这一行", en: "write 'key: value', or remove the line")
    if Cursor(document.slice(line)).next == UInt8(ascii: ":") {
      report.error(
        document, line, zh: "「\(text)」的冒号前面没有项目名", en: "'\(text)' has no key before its colon",
        hint: hint)
    } else {
      report.error(
        document, line, zh: "「\(text)」里没有冒号，不知道是哪一项", en: "'\(text)' has no colon",
        hint: hint)
    }
  }

  private static func checkIdentity(
    _ document: Document, _ key: Keyword, _ front: Int, _ opening: Range<Int>,
    _ report: inout Report
  ) {
    let field = document.fieldNode(key, of: front)
    // Without a written name, a hall uses its title; a document has only its identifier.
    if let field, key == .hall || !document.nodes[field].value.isEmpty { return }
    let name = identity(document)
    report.error(
      document, field.map { document.nodes[$0].key } ?? opening,
      zh: field == nil ? "开头的信息里没有「\(key.word(.zh))」" : "「\(key.word(.zh))」没有填编号",
      en: field == nil
        ? "the front matter does not name the \(key.word(.en))"
        : "'\(key.word(.en))' has no identifier",
      hint: Phrase(
        zh: "写上「\(key.word(.zh)): \(name.zh)」", en: "write '\(key.word(.en)): \(name.en)'"))
  }

  private static func checkStatus(
    _ document: Document, _ front: Int, _ opening: Range<Int>, _ report: inout Report
  ) {
    let field = document.fieldNode(.status, of: front)
    if let field, !document.nodes[field].value.isEmpty { return }
    let isOver = document.nodes.contains { $0.kind == .decision || $0.keyword == .voteResult }
    let status: Keyword = isOver ? .held : .draft
    report.warning(
      document, field.map { document.nodes[$0].key } ?? opening,
      zh: "会议没有写「状态」，不知道开过没有", en: "no status says whether the meeting has been held",
      hint: Phrase(
        zh: "写上「状态: \(status.word(.zh))」", en: "write 'status: \(status.word(.en))'"))
  }

  private static func openingDashes(_ document: Document, _ front: Int) -> Range<Int> {
    let line = document.firstLine(of: document.nodes[front])
    return max(line.lowerBound, line.upperBound - 3)..<line.upperBound
  }

  /// The identifier in the file's name, or an example.
  private static func identity(_ document: Document) -> Phrase {
    if document.kind == .hall { return Phrase(zh: "名称", en: "name") }
    let example = document.kind == .matter ? "Q-2025-001" : "M-2025-001"
    let text = DocumentID(fileName: document.path)?.text ?? example
    return Phrase(zh: text, en: text)
  }
}
