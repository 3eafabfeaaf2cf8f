import HallModel
import HallSyntax

/// A meeting or a decision was posted for too short a time.
///
/// Agreements are published for at least 15 days (Residents' Committee Law 2025, article 34). The
/// starting day is not counted (Civil Code 201), so the last day is at least 15 days after it.
/// `hall.md` has no key for another period.
package enum PostedWindow: Check {
  package static let id = "posted-window"
  package static let about = Phrase(
    zh: "公示不足 15 天（《居民委员会组织法》第三十四条）。开始那天不算。",
    en: "Posted for less than 15 days (Residents' Committee Law, article 34), the first left out.")

  /// In days.
  package static let shortest = 15

  /// Whether a period is shorter than the law requires; its first day does not count.
  package static func isTooShort(_ period: Period) -> Bool {
    period.end - period.start < shortest
  }

  package static func check(meeting: Meeting, _ context: CheckContext, _ report: inout Report) {
    check(meeting.node, in: meeting.document, &report)
    for decision in meeting.decisions { check(decision.node, in: meeting.document, &report) }
  }

  private static func check(_ node: Int, in document: Document, _ report: inout Report) {
    guard let field = document.fieldNode(.posted, of: node),
      let period = try? Period(reading: document.slice(document.nodes[field].value)),
      isTooShort(period)
    else { return }
    let last = (period.start + shortest).iso
    report.warning(
      document, document.nodes[field].value,
      zh: "公示了 \(period.end - period.start) 天，不足 \(shortest) 天",
      en: "posted for \(period.end - period.start) days, less than \(shortest)",
      hint: Phrase(zh: "公示到 \(last) 或以后", en: "keep it posted until \(last) or later"))
  }
}
