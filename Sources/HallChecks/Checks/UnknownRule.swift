import HallModel
import HallSyntax

/// A vote names a rule that is not defined, or is counted without a rule.
package enum UnknownRule: Check {
  package static let id = "unknown-rule"
  package static let readsHall = true
  package static let about = Phrase(
    zh: "表决写的规则没有人定义过，或有票数却没有写规则，结果就算不出来。",
    en: "A vote names a rule that is not defined, or has counts and names no rule: its result"
      + " cannot be computed.")

  /// Whether the rule of approved minutes was only defined after them: it is known, but does not
  /// apply to them.
  static func isDefinedSince(_ tally: Tally, _ context: CheckContext) -> Bool {
    guard tally.meeting.isApproved, tally.rule == nil, let name = tally.vote.ruleName else {
      return false
    }
    let rules = context.hall.charter.rules
    return rules[name] != nil || rules.isUnreadable(name)
  }

  package static func check(tally: Tally, _ context: CheckContext, _ report: inout Report) {
    guard tally.rule == nil else { return }
    let vote = tally.vote
    let document = vote.document
    if let name = vote.ruleName {
      // A problem in one of the hall's own rules is reported there, once.
      if context.charter.rules.isUnreadable(name) || isDefinedSince(tally, context) { return }
      let names = { (language: Language) in
        (context.charter.rules.ownNames
          + VotingRule.builtIn.compactMap { $0.builtIn?.word(language) })
          .joined(in: language)
      }
      report.error(
        document, name.indices, zh: "没有叫「\(name.string)」的表决规则",
        en: "no voting rule is called '\(name.string)'",
        hint: tally.meeting.isApproved
          ? Phrase(
            zh: "在 hall.md 的「表决规则」里写明它，结果仍以记录写的为准；规则名写错了，就用「hall 修正」修正",
            en:
              "define it under 'Rules' in hall.md, and the minutes stay as written; correct a wrong name"
              + " with 'hall amend'")
          : Phrase(
            zh: "改用下面之一，或在 hall.md 的「表决规则」里写明它：\(names(.zh))",
            en: "use one of these, or define it under 'Rules' in hall.md: \(names(.en))"))
    } else if vote.hasCounts {
      report.warning(
        document, document.titleRange(vote.node), zh: "这次表决有票数，但没有写按什么规则",
        en: "this vote has counts, but names no rule",
        hint: Phrase(zh: "在标题下面加一行「- 规则: 规则名」", en: "add '- rule: NAME' under the heading"))
    }
  }
}
