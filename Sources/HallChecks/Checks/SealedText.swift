import HallModel
import HallSyntax

/// Approved minutes were changed, and no revision says why.
///
/// What may change after an approval is not sealed: boxes, extensions, progress, signatures.
package enum SealedText: Check {
  package static let id = "sealed"
  package static let about = Phrase(
    zh: "已确认的记录被改动，历史里没有这次修正，也没有理由。打勾、延期、进展、佐证、完成、结果、验收、公示、"
      + "异议和签字不算。历史里写明只补票数的一版（`kind: figures`），补的不是照确认时的 hall.md 算出来的数，"
      + "或者还动了别的，也算。",
    en: "Approved minutes were changed, and their history has no amendment with a reason. Ticking"
      + " off, extensions, progress, evidence, results, posting, objections and signatures are"
      + " free. A revision that claims to add only figures (`kind: figures`) is reported too, if"
      + " they differ from those computed from hall.md at the approval, or if it changes anything"
      + " else.")

  package static func check(hall: Hall, _ context: CheckContext, _ report: inout Report) {
    for finding in context.histories where finding.verdict == .sealed {
      report.error(
        finding.file, finding.range,
        zh: "已确认的内容与历史第 \(finding.revision) 版不同，改动没有记下",
        en:
          "approved text differs from revision \(finding.revision), and the change is not recorded",
        hint: Phrase(
          zh: "写明理由记下：hall 记下 \(finding.name) -m 理由",
          en: "record it with its reason: hall record \(finding.name) -m WHY"))
    }
    for finding in context.histories where finding.verdict == .mislabelled {
      report.error(
        finding.file, finding.range,
        zh: "\(finding.name) 第 \(finding.revision) 版改了已确认的内容，却没有写明是修正",
        en: "revision \(finding.revision) of \(finding.name) changed approved text and does not say"
          + " that it amends",
        hint: hint(finding),
        facts: [String(finding.revision)])
    }
    for finding in context.histories {
      guard case .figures(let fault) = finding.verdict else { continue }
      let words = fault.words
      report.error(
        finding.file, finding.range,
        zh: "\(finding.name) 第 \(finding.revision) 版说只补票数，却改了已确认的内容：\(words.zh)",
        en: "revision \(finding.revision) of \(finding.name) says it only adds figures, and changes"
          + " approved text: \(words.en)",
        hint: hint(finding),
        facts: [String(finding.revision)])
    }
  }

  /// How to see what a revision did to approved text, and how to repair it.
  private static func hint(_ finding: HistoryFinding) -> Phrase {
    let name = finding.name
    let range = "\(name) \(finding.revision - 1) \(finding.revision)"
    return Phrase(
      zh: "看看改了什么：hall 比较 \(range)；不该有的用「hall 修正 \(name) -m 理由」改回来",
      en:
        "see it with 'hall diff \(range)', and take out what should not be there with 'hall amend \(name) -m"
        + " WHY'")
  }
}
