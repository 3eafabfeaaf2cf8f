import HallModel
import HallSyntax

/// A file is not UTF-8, or contains a NUL byte.
package enum Utf8Encoding: Check {
  package static let id = "utf8"
  package static let about = Phrase(
    zh: "文件不是 UTF-8 编码的文字，里面有空字符，或换行只用回车符。这样的文件原样不动，也读不出内容，其他文件照常处理。",
    en:
      "A file is not UTF-8, holds a NUL byte, or ends its lines with a return alone. Such a file is"
      + " left alone and nothing is read from it; the others are still answered.")

  package static func check(
    document: Document, _ context: CheckContext, _ report: inout Report
  ) {
    look(at: document, &report)
  }

  /// The fault that makes a file unreadable, for the commands that leave it out of their answer.
  package static func problem(in document: Document) -> Problem? {
    var report = Report(of: self)
    look(at: document, &report)
    return report.problems.first
  }

  private static func look(at document: Document, _ report: inout Report) {
    guard let fault = document.fault else { return }
    let range = fault.offset..<min(fault.offset + 1, document.bytes.count)
    if fault.isNUL {
      report.error(
        document, range, zh: "这里有一个空字符（NUL），文字里不会有它", en: "a NUL byte, which no text holds",
        hint: Phrase(
          zh: "删掉这个字符，或用「hall 恢复」恢复以前的一版", en: "remove it, or restore an earlier version"))
      return
    }
    if fault.isReturn {
      report.error(
        document, range, zh: "换行只用了回车符（CR），整个文件成了一行，没有读",
        en:
          "lines end with a return alone (CR), so that all is one line; nothing of the file is read",
        hint: Phrase(zh: "用编辑器打开文件，把换行存为 LF", en: "save the file again with LF line ends"))
      return
    }
    let byte = document.bytes[range].first ?? 0
    let name = String(byte, digits: 2, radix: 16)
    report.error(
      document, range, zh: "这里有读不出的字（0x\(name) 不是 UTF-8 编码），整个文件都没有读",
      en: "the byte 0x\(name) is not UTF-8; nothing of the file is read",
      hint: Phrase(zh: "用编辑器打开文件，另存为 UTF-8 编码", en: "save the file again as UTF-8"))
  }

  package static func check(hall: Hall, _ context: CheckContext, _ report: inout Report) {
    for file in hall.ballotDocuments { check(document: file, context, &report) }
  }
}
