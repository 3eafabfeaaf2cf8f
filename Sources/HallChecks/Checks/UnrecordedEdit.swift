import HallModel
import HallSyntax

/// An edit that is not yet in the document's history.
///
/// A document that was never recorded is not reported: its history begins when somebody wants one.
/// If the edit touches approved text, `sealed` reports it instead.
package enum UnrecordedEdit: Check {
  package static let id = "unrecorded"
  package static let about = Phrase(
    zh: "文件改过，历史里还没有这次改动。从来没有记过的文件不查；改的若是已确认的内容，见 sealed。",
    en: "A document was edited, and its history does not have the edit yet. One that was never"
      + " recorded is left alone; for approved text, see sealed.")

  package static func check(hall: Hall, _ context: CheckContext, _ report: inout Report) {
    for finding in context.histories where finding.verdict == .unrecorded {
      report.warning(
        finding.file, finding.range,
        zh: "与历史第 \(finding.revision) 版不同，改动还没有记下",
        en: "differs from revision \(finding.revision), and the edit is not recorded yet",
        hint: Phrase(
          zh: "用「hall 记下 \(finding.name)」记下",
          en: "take it in with 'hall record \(finding.name)'"))
    }
  }
}
