import Agendas
import HallModel
import HallSyntax
import HallWords

/// A form that can be printed, and what it is printed of.
package enum Form: String, CaseIterable, Sendable {
  case notice, sheet, ballots, proxies, minutes, signoff, result, decision, ledger, urge, visit
  case close

  package enum Subject: Sendable { case meeting, vote, decision, tasks, party, matter }

  package var subject: Subject {
    switch self {
    case .notice, .sheet, .minutes, .signoff: .meeting
    case .ballots, .proxies, .result: .vote
    case .decision: .decision
    case .ledger: .tasks
    case .urge: .party
    case .visit, .close: .matter
    }
  }

  /// What it is called.
  package var name: Phrase {
    switch self {
    case .notice: Phrase(zh: "会议通知", en: "notice")
    case .sheet: Phrase(zh: "签到表", en: "attendance sheet")
    case .ballots: Phrase(zh: "表决票", en: "ballots")
    case .proxies: Phrase(zh: "委托书", en: "proxies")
    case .minutes: Phrase(zh: "会议纪要", en: "minutes")
    case .signoff: Phrase(zh: "会签页", en: "sign-off")
    case .result: Phrase(zh: "表决结果公告", en: "result")
    case .decision: Phrase(zh: "决议公示", en: "decision")
    case .ledger: Phrase(zh: "任务台账", en: "ledger")
    case .urge: Phrase(zh: "催办函", en: "reminder")
    case .visit: Phrase(zh: "回访单", en: "visit")
    case .close: Phrase(zh: "结案报告", en: "closing report")
    }
  }

  /// The form that a word names, in either language.
  package init?(named word: String) {
    let wanted = FullWidth.name(Slice(word)).lowercased()
    let short: [String: Form] = [
      "通知": .notice, "签到": .sheet, "表决票": .ballots, "选票": .ballots, "纪要": .minutes, "记录": .minutes,
      "会签": .signoff, "结果": .result, "公告": .result, "结果公告": .result, "公示": .decision,
      "决议": .decision,
      "台账": .ledger, "任务": .ledger, "催办": .urge, "回访": .visit, "结案": .close,
    ]
    let found =
      Form.allCases.first { $0.rawValue == wanted || $0.name.zh == wanted || $0.name.en == wanted }
      ?? short[wanted]
    guard let found else { return nil }
    self = found
  }

  package var layout: Sheet.Layout {
    switch self {
    case .minutes: .minutes
    case .decision, .result, .notice: .plain
    case .ballots: .ballot
    case .ledger, .sheet: .wide
    default: .plain
    }
  }

  /// The program's own text of the form.
  package func template(_ language: Language) -> FormTemplate {
    FormTemplate(
      path: fileName(language), bytes: BuiltInForm.text(rawValue, isChinese: language == .zh))
  }

  /// Where a hall's own text of the form would be.
  package func fileName(_ language: Language) -> String { "agendas/forms/\(rawValue).md" }
}
