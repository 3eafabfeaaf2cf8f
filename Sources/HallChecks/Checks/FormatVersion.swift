import HallModel
import HallSyntax

/// The hall's files are in a format that this program reads differently, or does not know.
package enum FormatVersion: Check {
  package static let id = "format-version"
  package static let about = Phrase(
    zh: "「格式」写的版本比这个程序认得的新；或者议事厅还是旧格式，规则或表决里有一处的意思，新格式读得不一样。",
    en: "The hall is written in a format newer than this program; or in an older one, and a line"
      + " of a rule or a vote means something else in the format that is read now.")

  package static func check(
    document: Document, _ context: CheckContext, _ report: inout Report
  ) {
    guard document.fault == nil else { return }
    let format = context.charter.format
    if document.kind == .hall, context.charter.isOfNewerFormat { checkNewer(context, &report) }
    for change in changes where format < change.format { change.find(document, &report) }
  }

  private static func checkNewer(_ context: CheckContext, _ report: inout Report) {
    let document = context.charter.document
    guard let field = context.charter.formatField else { return }
    let (format, newest) = (context.charter.format, HallFormat.newest)
    report.warning(
      document, document.valueRange(field),
      zh: "格式 \(format) 比这个程序认得的新（到 \(newest)），有的地方可能读错",
      en: "format \(format) came after this program, which reads up to \(newest): some of it may be"
        + " misread",
      hint: Phrase(
        zh: "换用新版的 hall；在那以前这里只能看，不能写",
        en: "use a newer hall; until then this one only reads here"))
  }

  /// What a format reads differently from the ones before it.
  struct Change: Sendable {
    let format: Int
    /// Reports each line of a document whose meaning changed.
    let find: @Sendable (Document, inout Report) -> Void
  }

  /// Every change of meaning, the oldest first. A hall that names the format has dealt with them.
  static let changes = [
    Change(format: 2, find: findContinued), Change(format: 2, find: findTwoKeys),
    Change(format: 2, find: findFigures),
  ]
}
