import HallModel
import HallSyntax

/// An identifier that cannot be read, or with which the file's name does not begin; or an item, a
/// decision or a task without a number.
package enum IdentifierForm: Check {
  package static let id = "identifier"
  package static let about = Phrase(
    zh: "编号写错、文件名不以编号开头，或者议题、决议、任务没有编号。没有编号的事，别处就没法指明它。",
    en:
      "An identifier is malformed, the file's name does not begin with it, or an item, a decision or"
      + " a task has no number, so that nothing can refer to it.")

  package static func check(
    document: Document, _ context: CheckContext, _ report: inout Report
  ) {
    guard document.kind == .matter || document.kind == .meeting, document.fault == nil else {
      return
    }
    checkDocument(document, &report)
    for kind in [Node.Kind.item, .decision, .task] { checkNumbers(of: kind, document, &report) }
  }

  private static func checkDocument(_ document: Document, _ report: inout Report) {
    guard let key = document.identifyingKey, let front = document.frontMatter,
      let field = document.fieldNode(key, of: front), !document.nodes[field].value.isEmpty
    else { return }
    let range = document.nodes[field].value
    let written = document.text(range)
    let series: DocumentID.Series = document.kind == .matter ? .matter : .meeting
    guard let id = try? DocumentID(reading: document.slice(range)), id.series == series else {
      let example = series == .matter ? "Q-2025-014" : "M-2025-008"
      report.error(
        document, range, zh: "「\(written)」不是\(key.word(.zh))的编号",
        en: "'\(written)' is not an identifier of a \(key.word(.en))",
        hint: Phrase(zh: "写成「\(example)」这样", en: "write it as in '\(example)'"))
      return
    }
    guard DocumentID(fileName: document.path) != id else { return }
    let name = document.path.split(separator: "/").last.map(String.init) ?? document.path
    report.error(
      document, range, zh: "编号是「\(id.text)」，文件名「\(name)」却不以它开头",
      en: "the identifier is '\(id.text)', but the file is called '\(name)'",
      hint: Phrase(
        zh: "把文件名改为「\(id.text).md」，或更正这里的编号",
        en: "rename the file to '\(id.text).md', or correct the identifier"))
  }

  private static func checkNumbers(
    of kind: Node.Kind, _ document: Document, _ report: inout Report
  ) {
    lazy var next = document.nextNumber(of: kind)
    for node in document.nodes where node.kind == kind && node.key.isEmpty {
      // A vote or a decision at the level of items is not an item without a number.
      if kind == .item, document.blockKeyword(of: node.value) != nil { continue }
      let range = node.value.isEmpty ? document.firstLine(of: node) : node.value
      switch kind {
      case .item:
        report.warning(
          document, range, zh: "议题没有编号", en: "the item has no number",
          hint: Phrase(zh: "在标题前面写「\(next).」", en: "write '\(next).' before its title"))
      case .decision:
        report.warning(
          document, range, zh: "决议没有编号", en: "the decision has no number",
          hint: Phrase(zh: "写成「#### 决议 D\(next): …」", en: "write '#### Decision D\(next): …'"))
      default:
        report.warning(
          document, range, zh: "任务没有编号", en: "the task has no number",
          hint: Phrase(zh: "在方框后面写「T\(next)」", en: "write 'T\(next)' after the box"))
      }
    }
  }
}
