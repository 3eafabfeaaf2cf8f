import HallModel
import HallSyntax

/// A code fence or a comment that never closes: everything after it is read as part of it.
package enum UnclosedBlock: Check {
  package static let id = "unclosed"
  package static let about = Phrase(
    zh: "代码块或注释开了头，却一直没有结束，后面的内容全都算在里面，读不到。",
    en: "A code fence or a comment that never closes: everything after it is taken as part of it"
      + " and is not read.")

  package static func check(
    document: Document, _ context: CheckContext, _ report: inout Report
  ) {
    for node in document.nodes where node.isUnclosed {
      let line = document.firstLine(of: node)
      switch node.kind {
      case .fence:
        let mark = fenceMark(document.slice(line))
        report.error(
          document, line, zh: "代码块从这里开始，一直没有结束，后面的内容都读不到",
          en: "this code fence never closes; nothing after it is read",
          hint: Phrase(
            zh: "在代码块末尾另起一行写「\(mark)」，不需要代码块就删掉这一行",
            en: "write '\(mark)' on a line of its own where it ends, or remove this line"))
      case .comment:
        report.error(
          document, line, zh: "注释从这里开始，一直没有结束，后面的内容都读不到",
          en: "this comment never closes; nothing after it is read",
          hint: Phrase(zh: "在注释末尾写上「-->」", en: "write '-->' where it ends"))
      default: break
      }
    }
  }

  package static func check(hall: Hall, _ context: CheckContext, _ report: inout Report) {
    for file in hall.ballotDocuments { check(document: file, context, &report) }
  }

  private static func fenceMark(_ line: Slice) -> String {
    line.prefix { $0 == line.first }.string
  }
}
