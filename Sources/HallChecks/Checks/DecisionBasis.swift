import HallModel
import HallSyntax

/// A decision rests on a vote that was not carried, or on nothing.
package enum DecisionBasis: Check {
  package static let id = "decision-basis"
  package static let readsHall = true
  package static let about = Phrase(
    zh: "决议所依据的表决没有通过，或者什么依据都没有：上面没有表决，没有写依据，议题也没有「达成一致」的结论；或者上面只有程序动议。",
    en:
      "A decision stands under a vote that was not carried, or only under a procedural one, or has no basis at all: no vote above"
      + " it, no written basis, and no agreed outcome of its item.")

  package static func check(meeting: Meeting, _ context: CheckContext, _ report: inout Report) {
    // A meeting that is not over is the business of `meeting-status`, or votes are still coming in.
    guard meeting.isHeld else { return }
    for decision in meeting.decisions where meeting.vote(above: decision) == nil {
      guard decision.value(.basis) == nil, !isAgreed(decision) else { continue }
      report.warning(
        meeting.document, meeting.document.titleRange(decision.node),
        zh: "这项决议看不出依据：上面没有表决，也没有写「依据」",
        en: "no basis: no vote above it, and none is written",
        hint: Phrase(
          zh: "补上表决，或加一行「- 依据: 协商一致」", en: "add the vote, or '- basis: consensus'"))
    }
  }

  package static func check(tally: Tally, _ context: CheckContext, _ report: inout Report) {
    guard tally.meeting.isHeld else { return }
    for decision in tally.meeting.decisions(under: tally.vote)
    where decision.basis != .byConsensus && decision.kind != .consultation {
      check(decision, under: tally, context, &report)
    }
  }

  private static func check(
    _ decision: Decision, under tally: Tally, _ context: CheckContext, _ report: inout Report
  ) {
    let document = decision.document
    let range = document.titleRange(decision.node)
    let written = tally.vote.writtenResult?.result
    let isWrittenOff = written.map { $0 != .carried && $0 != .elected } ?? false
    guard let result = tally.outcome.result ?? (isWrittenOff ? written : nil) else {
      let reason = tally.outcome.reason ?? .noCounts
      // `unknown-rule` reports a rule that is not defined.
      if tally.rule == nil, tally.vote.ruleName != nil,
        !UnknownRule.isDefinedSince(tally, context)
      {
        return
      }
      report.warning(
        document, range, zh: "上面的表决结果未定：\(reason.phrase.zh)",
        en: "the vote above it is undetermined: \(reason.phrase.en)",
        hint: hint(tally))
      return
    }
    if tally.vote.value(.motion) != nil, tally.vote.motion != .mainMotion {
      let word = tally.vote.motion
      report.error(
        document, range, zh: "这项决议上面只有「\(word.word(.zh))」动议，没有主动议",
        en: "the only vote above it is on a motion that is '\(word.word(.en))'",
        hint: Phrase(
          zh: "补上主动议的表决，或在「依据」里写明是哪一次",
          en: "add the vote on the main motion, or name it as the basis"))
      return
    }
    guard result != .carried, result != .elected else { return }
    report.error(
      document, range, zh: "上面的表决结果是「\(result.word(.zh))」，这项决议不能成立",
      en: "the vote above it came to '\(result.word(.en))'",
      hint: Phrase(
        zh: "删去决议；若是协商一致定下的，加一行「- 依据: 协商一致」",
        en: "take the decision away, or add '- basis: consensus' where that is what it rests on"))
  }

  /// What to do if the result is unknown; in approved minutes, by an amendment.
  private static func hint(_ tally: Tally) -> Phrase {
    guard tally.meeting.isApproved, let id = tally.meeting.id?.text else {
      return Phrase(
        zh: "补全以后才能确认；要看差什么，用「hall 计票」",
        en: "complete it before the minutes are approved; 'hall tally' says what is missing")
    }
    let place = tally.meeting.place(of: tally.vote)
    let call =
      "vote \(id)" + (place.item.map { "#\($0)" } ?? "") + " --vote \(place.vote) --result"
    return Phrase(
      zh: "照当时宣布的结果补写：hall 修正 \(id) -m 理由 \(call) 通过",
      en: "write the result as it was announced: hall amend \(id) -m WHY \(call) carried")
  }

  /// Whether the item says that an agreement was reached.
  private static func isAgreed(_ decision: Decision) -> Bool {
    let document = decision.document
    guard let item = document.ancestor(of: decision.node, .item) else { return false }
    let outcome = AgendaItem(document: document, node: item).outcome
    return outcome == .agreed || outcome == .partlyAgreed
  }
}
