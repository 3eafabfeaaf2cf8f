import HallModel
import HallSyntax

/// A merge left its markers: the file contains two versions of one place.
package enum ConflictMarker: Check {
  package static let id = "conflict-marker"
  package static let about = Phrase(
    zh: "合并时两边改了同一处，还没有选定留哪一边，文件里留下了「<<<<<<<」「>>>>>>>」这样的行。",
    en:
      "A merge found that both sides had changed one place and left both of them, between lines that"
      + " begin with '<<<<<<<' and '>>>>>>>'.")

  /// One problem for each conflict, where it begins.
  package static func check(
    document: Document, _ context: CheckContext, _ report: inout Report
  ) {
    var opening: Range<Int>?
    lazy var lines = LineIndex(document.bytes)
    for (line, mark) in document.mergeMarkers {
      switch (mark, opening) {
      case (UInt8(ascii: "<"), let earlier):
        if let earlier { reportMarker(earlier, document, &report) }
        opening = line
      case (UInt8(ascii: ">"), let earlier?):
        let end = lines.position(of: line.lowerBound).line
        report.error(
          document, earlier, zh: "合并没有完成：从这里到第\(end)行，两边的写法都留着",
          en: "an unfinished merge: from here to line \(end) both sides are in the file",
          hint: Phrase(
            zh: "留下对的内容，删掉「<<<<<<<」「=======」「>>>>>>>」这几行",
            en: "keep what is right and remove the lines '<<<<<<<', '=======' and '>>>>>>>'"))
        opening = nil
      case (_, nil): reportMarker(line, document, &report)
      default: break
      }
    }
    if let opening { reportMarker(opening, document, &report) }
  }

  package static func check(hall: Hall, _ context: CheckContext, _ report: inout Report) {
    for file in hall.ballotDocuments { check(document: file, context, &report) }
  }

  private static func reportMarker(
    _ line: Range<Int>, _ document: Document, _ report: inout Report
  ) {
    let text = document.text(line)
    report.error(
      document, line, zh: "合并留下的标记行「\(text)」", en: "a merge left the line '\(text)'",
      hint: Phrase(zh: "核对前后内容，删掉这一行", en: "look at what stands around it and remove the line"))
  }
}
