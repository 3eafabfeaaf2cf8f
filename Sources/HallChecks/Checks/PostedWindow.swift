import HallModel
import HallSyntax

/// A meeting or a decision was posted for a shorter time than is demanded: by the rule of its vote, by
/// `hall.md`, or by the law behind a built-in rule.
///
/// The starting day is not counted (Civil Code 201); of clear days, the last one is not either.
package enum PostedWindow: Check {
  package static let id = "posted-window"
  package static let readsHall = true
  package static let about = Phrase(
    zh: "公示的时间不够：规则或 hall.md 写了「公示期」的，按它；没有写的，居民会议和居民代表会议的决定公示 15 天"
      + "（《居民委员会组织法》第三十四条，2026 年起）。开始那天不算。",
    en:
      "Posted for too short a time: less than the posting period of its rule or of hall.md; without"
      + " one, less than 15 days for what an assembly or its representatives decided (Residents'"
      + " Committee Law, article 34, from 2026). The first day does not count.")

  /// Whether a decision of a meeting was posted for less than is demanded, or, if something is, not
  /// at all.
  package static func isTooShort(
    _ period: Period?, of decision: Decision, in meeting: Meeting
  ) -> Bool {
    let start = period?.start ?? meeting.day ?? .first
    guard let demanded = meeting.demandedPosting(of: decision, from: start) else {
      return period == nil
    }
    guard let period else { return true }
    return period.end < end(of: demanded.length, from: period.start, meeting.charter)
  }

  package static func check(meeting: Meeting, _ context: CheckContext, _ report: inout Report) {
    check(meeting.node, of: nil, in: meeting, &report)
    for decision in meeting.decisions { check(decision.node, of: decision, in: meeting, &report) }
  }

  private static func check(
    _ node: Int, of decision: Decision?, in meeting: Meeting, _ report: inout Report
  ) {
    let document = meeting.document
    guard let field = document.fieldNode(.posted, of: node),
      let period = try? Period(reading: document.slice(document.nodes[field].value)),
      let demanded = meeting.demandedPosting(of: decision, from: period.start)
    else { return }
    let last = end(of: demanded.length, from: period.start, meeting.charter)
    guard period.end < last else { return }
    let (have, source) = (period.end - period.start, demanded.source.phrase)
    report.warning(
      document, document.nodes[field].value,
      zh: "公示了 \(have) 天，不足 \(demanded.length.text(.zh))（\(source.zh)）",
      en: "posted for \(have) days, less than \(demanded.length.text(.en)) (\(source.en))",
      hint: Phrase(zh: "公示到 \(last.iso) 或以后", en: "keep it posted until \(last.iso) or later"))
  }

  private static func end(of length: Length, from start: Day, _ charter: Charter) -> Day {
    length.inWorkingDays
      ? charter.end(of: length, from: start) : start + length.days + (length.isClear ? 1 : 0)
  }
}

extension DemandedPeriod.Source {
  /// What asks for it.
  var phrase: Phrase {
    switch self {
    case .rule(let name): Phrase(zh: "规则「\(name)」", en: "rule '\(name)'")
    case .hall: Phrase(zh: "hall.md", en: "hall.md")
    case .law: Phrase(zh: "法律规定", en: "by law")
    }
  }
}
