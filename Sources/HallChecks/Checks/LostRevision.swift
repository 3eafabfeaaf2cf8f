import HallModel
import HallSyntax

/// A history that lacks a revision that a commit of git still has.
package enum LostRevision: Check {
  package static let id = "lost"
  package static let about = Phrase(
    zh: "历史里少了 git 里有过的一版。历史只增不减：改过的话写成新的一版，从不删去。",
    en:
      "A history without a revision that a commit has. Histories only grow: what is changed is a new"
      + " revision, and none is ever taken away.")

  package static func check(hall: Hall, _ context: CheckContext, _ report: inout Report) {
    for finding in context.histories {
      guard case .lost(let revision) = finding.verdict else { continue }
      report.error(
        finding.file, finding.range,
        zh:
          "\(finding.name) 的历史少了第 \(finding.revision) 版：\(revision.by) \(revision.day)，\(revision.why)",
        en: "the history of \(finding.name) has lost revision \(finding.revision): \(revision.by)"
          + " \(revision.day), \(revision.why)",
        hint: Phrase(
          zh: "用「hall 记下 --接好」补回来", en: "'hall record --join' puts it back"))
    }
  }
}
