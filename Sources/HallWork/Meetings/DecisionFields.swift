import HallModel
import HallSyntax
import HallWords

/// The fields of a decision given in a call.
package struct GivenDecision: Equatable, Sendable {
  package var kind: String?
  /// Its basis; by default, the vote above it.
  package var basis: String?
  package var funds: String?
  /// The posting period, or its first day.
  package var posted: String?
  /// The day it takes effect.
  package var effective: SpokenDay?
  /// The day it was set aside, and who did.
  package var setAside: String?
  /// The older decision it replaces.
  package var supersedes: String?
  /// The number of an official document.
  package var number: String?
  package var text = GivenText.none

  package init() {}

  /// Sets the fact of a word of the files.
  mutating func set(_ keyword: Keyword, _ value: String) {
    switch keyword {
    case .kind: kind = value
    case .basis: basis = value
    case .funds: funds = value
    case .posted: posted = value
    case .effective:
      effective = SpokenDay(value, called: keyword.word(Language(of: value)))
    case .supersedes: supersedes = value
    case .number: number = value
    default: break
    }
  }
}

/// The lines of a decision given in one call, all checked before any is written.
struct DecisionFields {
  private(set) var values: [(keyword: Keyword, text: String)] = []
  let prose: String?
  private let period: Period?
  private let effective: Day?
  /// Whether it needs no carried vote: it rests on an agreement, or is not binding.
  let standsAlone: Bool
  /// What it says it rests on; empty if nothing.
  let basis: Slice

  /// How long a decision is posted unless something asks for another time (Residents' Committee Law
  /// 2025, article 34).
  private static let usualPosting = Length(days: 15)

  /// The day after the posting, where somebody gives the day it takes effect.
  static let afterPosting = "公示期满"
  private static let afterPostingWords: Set<String> = [
    "公示期满", "公示期满后", "公示后", "公示完", "公示结束", "公示结束后", "after posting", "after the posting",
  ]

  /// - Parameter standing: the decision that is changed; nil for a new one.
  init(
    _ act: GivenDecision, in change: Change, of meeting: Meeting, standing: Decision? = nil
  ) throws(Refusal) {
    func given(_ text: String?) -> String? {
      text.flatMap { Slice($0).trimmed.isEmpty ? nil : $0 }
    }
    let kind = try given(act.kind).map { text throws(Refusal) in
      try change.word(text, in: .decisionKind, Phrase(zh: "决议性质", en: "kind of decision"))
    }
    let basis = given(act.basis)
    self.basis = Slice(basis ?? "")
    let basisWord = basis.flatMap { Vocabulary.keyword(Slice($0), in: .basis) }
    standsAlone = basisWord == .byConsensus || kind == .consultation
    period = try given(act.posted).map { text throws(Refusal) in
      try DecisionFields.posting(text, change, of: meeting)
    }
    let asked = Phrase(zh: "写决议的正文", en: "Write the text of the decision")
    prose = try change.session.text(act.text, asking: asked)
    let older = try given(act.supersedes).map { text throws(Refusal) in
      try DecisionFields.decision(text, change)
    }
    let posting = period ?? standing?.period(.posted)
    effective = try act.effective.map { spoken throws(Refusal) in
      guard
        DecisionFields.afterPostingWords.contains(FullWidth.name(Slice(spoken.text)).lowercased())
      else { return try change.day(spoken, change.due(after: meeting)) }
      guard let posting else {
        throw .refused(
          Phrase(zh: "没有写公示，不知道哪天期满", en: "without a posting nobody knows when it ends"),
          hint: Phrase(zh: "先写公示多少天，如 15天", en: "first give the posting, as 15 days"))
      }
      return posting.end + 1
    }
    let setAside = try given(act.setAside).map { text throws(Refusal) in
      let day = text.prefix { !$0.isWhitespace }
      let rest = String(text.dropFirst(day.count)).trimmedText
      return try change.day(String(day), change.name(.setAside), .done).iso
        + (rest.isEmpty ? "" : " " + rest)
    }
    let texts: [(Keyword, String?)] = [
      (.kind, kind?.word(change.written)), (.number, given(act.number)),
      (.supersedes, older), (.basis, basisWord?.word(change.written) ?? basis),
      (.funds, given(act.funds)), (.posted, period.map(change.text)),
      (.effective, effective?.iso), (.setAside, setAside),
    ]
    for (keyword, text) in texts {
      if let text { values.append((keyword, text)) }
    }
  }

  /// The posting period, with the weekday of its last day, and the day it takes effect; each after a
  /// comma.
  var shownDays: Phrase {
    var (zh, en) = ("", "")
    if let period {
      zh += "，公示 \(period.start.iso) 至 \(DayText.withWeekday(period.end, .zh))"
      en += ", posted \(period.start.iso) to \(DayText.withWeekday(period.end, .en))"
    }
    if let effective {
      zh += "，\(DayText.withWeekday(effective, .zh)) 生效"
      en += ", effective \(DayText.withWeekday(effective, .en))"
    }
    return Phrase(zh: zh, en: en)
  }

  func write(to block: inout LineBlock) {
    if !values.isEmpty { block.blank() }
    for (keyword, text) in values { block.field(keyword, text) }
    if let prose {
      block.blank()
      block.prose(prose)
    }
  }

  /// The posting period; from a single day, 15 days on.
  private static func posting(
    _ text: String, _ change: Change, of meeting: Meeting
  ) throws(Refusal) -> Period {
    let period = try change.period(text, change.name(.posted), change.after(meeting))
    guard period.start == period.end else { return period }
    let demanded = meeting.demandedPosting(of: nil, from: period.start)?.length
    return Period(
      start: period.start,
      end: change.charter.end(of: demanded ?? usualPosting, from: period.start))
  }

  /// The full identifier of an older decision.
  private static func decision(_ text: String, _ change: Change) throws(Refusal) -> String {
    let reference = try change.find(text)
    guard case .decision = reference else {
      throw .refused(
        Phrase(zh: "「\(text)」不是决议，不能取代", en: "'\(text)' is not a decision that can be replaced"),
        hint: Phrase(zh: "决议的编号像 M-2025-003-D2", en: "a decision is named as in M-2025-003-D2"))
    }
    return reference.identifier
  }
}
