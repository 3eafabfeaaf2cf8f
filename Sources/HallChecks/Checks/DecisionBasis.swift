import HallModel
import HallSyntax

/// A decision rests on a vote that was not carried, or on nothing.
package enum DecisionBasis: Check {
  package static let id = "decision-basis"
  package static let readsHall = true
  package static let about = Phrase(
    zh:
      "决议所依据的表决没有通过，或者什么依据都没有：上面没有表决，没有写依据，议题也没有「达成一致」的结论；或者「依据」写的那次表决上面没有；或者上面只有程序动议。",
    en:
      "A decision stands under a vote that was not carried, or only under a procedural one, or has no basis at all: no vote above"
      + " it, no written basis, and no agreed outcome of its item; or its basis names a vote that does"
      + " not stand above it.")

  package static func check(meeting: Meeting, _ context: CheckContext, _ report: inout Report) {
    // A meeting that is not over is the business of `meeting-status`, or votes are still coming in.
    guard meeting.isHeld else { return }
    for decision in meeting.decisions {
      if case .noSuchVote(let title) = meeting.ground(of: decision) {
        nameMissing(title, decision, &report)
      }
    }
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
    let word = tally.vote.motion
    if tally.vote.value(.motion) != nil, word != .mainMotion {
      if decision.value(.basis) != nil, decision.basis == nil {
        report.error(
          document, range, zh: "依据的表决「\(tally.vote.title)」是「\(word.word(.zh))」动议，定不了这件事",
          en:
            "its basis, the vote '\(tally.vote.title)', is on a motion that is '\(word.word(.en))'",
          hint: Phrase(zh: "依据写主动议的那次表决", en: "name the vote on the main motion"))
        return
      }
      report.error(
        document, range, zh: "这项决议上面只有「\(word.word(.zh))」动议，没有主动议",
        en: "the only vote above it is on a motion that is '\(word.word(.en))'",
        hint: Phrase(
          zh: "补上主动议的表决，或在「依据」里写明是哪一次",
          en: "add the vote on the main motion, or name it as the basis"))
      return
    }
    guard result != .carried, result != .elected else {
      // Only the title says so: it may be the matter itself after all.
      if word != .mainMotion {
        report.warning(
          document, range, zh: "表决「\(tally.vote.title)」看标题是程序动议，定不了事情，这项决议有没有效算不出",
          en:
            "by its title the vote '\(tally.vote.title)' is procedural: it decides nothing, and the"
            + " decision is undetermined",
          hint: Phrase(
            zh: "补上主动议的表决；要定的就是这件事，在那次表决里加一行「- 动议性质: 主动议」",
            en:
              "add the vote on the main motion, or '- motion: main' where this is the matter itself"
          ))
      }
      return
    }
    report.error(
      document, range, zh: "上面的表决结果是「\(result.word(.zh))」，这项决议不能成立",
      en: "the vote above it came to '\(result.word(.en))'",
      hint: lostHint(decision, tally, context))
  }

  /// Where another vote of the item was carried, the decision may be of that one.
  private static func lostHint(
    _ decision: Decision, _ tally: Tally, _ context: CheckContext
  ) -> Phrase {
    let other = decision.item.flatMap {
      context.hall.carriedVote(in: $0, of: tally.meeting, otherThan: tally.vote)
    }
    if let other, other.node < decision.node {
      return Phrase(
        zh: "删去决议；若是依据表决「\(other.title)」，加一行「- 依据: 表决 \(other.title)」",
        en: "take the decision away, or add '- basis: vote \(other.title)' if it rests on that vote"
      )
    }
    return Phrase(
      zh: "删去决议；若是协商一致定下的，加一行「- 依据: 协商一致」",
      en: "take the decision away, or add '- basis: consensus' where that is what it rests on")
  }

  /// A basis that names a vote by a title that no vote above it has.
  private static func nameMissing(_ title: String, _ decision: Decision, _ report: inout Report) {
    let document = decision.document
    let votes = (decision.item?.votes ?? []).filter { !$0.title.isEmpty }
    let above = votes.filter { $0.node < decision.node }.map(\.title)
    let isBelow = votes.contains {
      $0.node > decision.node && FullWidth.name(Slice($0.title)) == title
    }
    let hint =
      isBelow
      ? Phrase(zh: "把决议移到那次表决下面", en: "move the decision below that vote")
      : above.isEmpty
        ? Phrase(zh: "在它上面补上这次表决", en: "add that vote above it")
        : Phrase(
          zh: "照表决的标题写：" + above.map { "「\($0)」" }.joined(separator: "、"),
          en: "write the title of the vote: " + above.map { "'\($0)'" }.joined(separator: ", "))
    report.error(
      document,
      document.field(.basis, of: decision.node)?.indices
        ?? document.titleRange(decision.node),
      zh: title.isEmpty ? "依据写的是表决，决议上面却没有表决" : "这项议题里，决议上面没有表决「\(title)」",
      en: title.isEmpty
        ? "its basis is a vote, and no vote stands above it"
        : "no vote above the decision in its item is called '\(title)'", hint: hint)
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
    let outcome = decision.item?.outcome
    return outcome == .agreed || outcome == .partlyAgreed
  }
}
