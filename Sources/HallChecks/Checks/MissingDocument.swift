import HallModel
import HallSyntax

/// A history whose document is gone.
package enum MissingDocument: Check {
  package static let id = "missing"
  package static let about = Phrase(
    zh: "只有历史，文件不在了。议事厅里什么都不删：会议写「取消」，任务写「[-]」。",
    en: "A history whose document is gone. Nothing is deleted in a hall: a meeting is cancelled, a"
      + " task is '[-]'.")

  package static func check(hall: Hall, _ context: CheckContext, _ report: inout Report) {
    for finding in context.histories where finding.verdict == .missing {
      report.error(
        finding.file, finding.range,
        zh: "有 \(finding.name) 的历史，文件却不见了",
        en: "\(finding.name) has a history, but its document is gone",
        hint: Phrase(
          zh: "用「hall 恢复 \(finding.name)」找回来",
          en: "bring it back with 'hall restore \(finding.name)'"))
    }
  }
}
