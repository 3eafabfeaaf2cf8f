import HallModel
import HallSyntax

/// The digest of the text after a revision differs from the one in the revision.
package enum ContentDigest: Check {
  package static let id = "content"
  package static let about = Phrase(
    zh: "按历史还原出来的正文，与那一版记下的 SHA-256 摘要不符。",
    en: "The text that a history rebuilds does not have the SHA-256 digest in its revision.")

  package static func check(hall: Hall, _ context: CheckContext, _ report: inout Report) {
    for finding in context.histories where finding.verdict == .content {
      report.error(
        finding.file, finding.range,
        zh: "\(finding.name) 第 \(finding.revision) 版还原出来的正文，与它记下的摘要不符",
        en: "revision \(finding.revision) of \(finding.name) rebuilds a text with another digest"
          + " than it says",
        hint: .bringBack(finding.file.path))
    }
  }
}

extension Phrase {
  /// The remedy for a history that was changed.
  package static func bringBack(_ path: String) -> Phrase {
    Phrase(
      zh: "历史不能改：用「hall 记下 --接好」从 git 接上，没有 git 就从备份找回「\(path)」",
      en:
        "a history is never edited: 'hall record --join' mends it from git; without git, bring '\(path)' back from a backup"
    )
  }
}
