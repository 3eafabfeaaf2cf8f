import HallModel
import HallSyntax

/// A history was changed after it was written.
package enum ChainBreak: Check {
  package static let id = "chain"
  package static let about = Phrase(
    zh: "历史写下以后被改动过：摘要、版本号或改动与前面的对不上。整条历史从头重写，只有用"
      + "「hall 核验 --摘要」才查得出。",
    en: "A history was changed after it was written: a digest, a number or a diff does not follow"
      + " from the lines before it. One rewritten from its beginning is only found by 'hall"
      + " verify --expect'.")

  package static func check(hall: Hall, _ context: CheckContext, _ report: inout Report) {
    for finding in context.histories {
      guard case .chain(let fault) = finding.verdict else { continue }
      let fact = phrase(fault)
      report.error(
        finding.file, finding.range,
        zh: "\(finding.name) 的历史第 \(finding.revision) 版\(fact.zh)",
        en: "revision \(finding.revision) of \(finding.name)'s history \(fact.en)",
        hint: hint(fault, finding.file.path))
    }
  }

  /// What is wrong; it follows the number of the revision.
  private static func phrase(_ fault: HistoryFinding.Break) -> Phrase {
    switch fault {
    case .unexpected:
      Phrase(zh: "有一处写法不是历史里该有的", en: "has text here that a history cannot have")
    case .lineEnds:
      Phrase(zh: "的换行不是 LF，多半被改成了 CRLF", en: "has other line ends than LF, most likely CRLF")
    case .pointer:
      Phrase(
        zh: "没有取下来，这里只有 Git LFS 的指针",
        en: "was not fetched: only a pointer of Git LFS is here")
    case .foreign: Phrase(zh: "的标题是另一份文件的", en: "has the title of another document")
    case .number(let expected):
      Phrase(
        zh: "的版本号不接着，应是 \(expected)", en: "has the wrong number: \(expected) is next")
    case .torn: Phrase(zh: "没有写完", en: "was cut off while it was written")
    case .digest:
      Phrase(
        zh: "与前面各行的摘要对不上，历史被改动过",
        en: "has another digest than the lines before it: they were changed")
    case .diff: Phrase(zh: "的改动与上一版对不上", en: "has a diff that does not fit the revision before")
    case .path: Phrase(zh: "改的是另一份文件", en: "has a diff of another file")
    }
  }

  private static func hint(_ fault: HistoryFinding.Break, _ path: String) -> Phrase {
    switch fault {
    case .torn: cutOff
    case .lineEnds: .unixLineEnds(path)
    case .pointer: .fetchLFS
    default: .bringBack(path)
    }
  }

  private static let cutOff = Phrase(
    zh: "从这一行起删到文件末尾，再「hall 记下」", en: "delete from this line to the end, then 'hall record'")
}

extension Phrase {
  /// The remedy for a history whose content is in Git LFS.
  package static let fetchLFS = Phrase(
    zh: "git lfs pull 取下来；历史是文字，不要交给 LFS：从 .gitattributes 里去掉管到 history 的那一行",
    en:
      "fetch it with 'git lfs pull'; a history is text and not for LFS: take the line for it out of"
      + " .gitattributes")

  /// The remedy for a history whose line ends were converted.
  package static func unixLineEnds(_ path: String) -> Phrase {
    Phrase(
      zh: "用「dos2unix \(path)」改回来，或在编辑器里把换行存成 LF；用 git 的再运行「hall 接通仓库」，以后就不会变",
      en: "turn them back with 'dos2unix \(path)', or save it with LF in an editor; with git,"
        + " 'hall git-setup' then keeps them")
  }
}
