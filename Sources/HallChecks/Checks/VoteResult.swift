import HallModel
import HallSyntax

/// The written result contradicts the counts.
package enum VoteResult: Check {
  package static let id = "vote-result"
  package static let about = Phrase(
    zh: "写下的结果与票数不符，或者票数还空着、还缺一项，算不出有没有这个结果。结果由票数和规则算出，程序从不悄悄改写它。",
    en: "The written result contradicts the counts, or rests on a count that is still empty or"
      + " missing. A result follows from the counts and the rule; nothing ever rewrites it silently."
  )

  package static func check(tally: Tally, _ context: CheckContext, _ report: inout Report) {
    if tally.isFinal { checkToday(tally, context, &report) }
    checkUnfounded(tally, &report)
    guard tally.contradictsWritten, tally.isPastKnown, let zh = tally.computed.text(.zh),
      let en = tally.computed.text(.en),
      let field = tally.vote.document.fieldNode(.voteResult, of: tally.vote.node)
    else { return }
    let document = tally.vote.document
    let written = document.slice(document.nodes[field].value).string
    let reason = tally.decidingLeg?.explanation
    report.error(
      document, document.nodes[field].value,
      zh: "写的是「\(written)」，" + (reason.map { "但\($0.zh)" } ?? "但按票数是「\(zh)」"),
      en: "written '\(written)', but " + (reason?.en ?? "by the counts it is '\(en)'"),
      hint: Phrase(
        zh: "请改为「\(zh)」，或更正上面的票数", en: "write '\(en)', or correct the counts above"))
  }

  /// A result is written, but not what it has to follow from.
  private static func checkUnfounded(_ tally: Tally, _ report: inout Report) {
    let vote = tally.vote
    guard vote.writtenResult != nil, let written = vote.text(.voteResult),
      let reason = tally.computed.reason,
      [.emptyCount, .sideMissing].contains(reason) || reason == .voterUnknown && !tally.isFinal,
      let result = vote.document.fieldNode(.voteResult, of: vote.node)
    else { return }
    let document = vote.document
    guard reason == .emptyCount, let empty = tally.emptyCounts.first else {
      let words = tally.words(for: reason)
      report.warning(
        document, document.valueRange(result),
        zh: "写着「\(written)」，但算不出是不是：\(words.zh)",
        en: "'\(written)' is written, but it cannot be checked: \(words.en)",
        hint: reason == .voterUnknown
          ? Phrase(
            zh: "名册里少了人就补上；换名册以前开的会，先用原来的名册确认",
            en: "complete the roster; approve older meetings first, under the roster of their time"
          )
          : Phrase(zh: "把缺的一项写上", en: "write what is missing"))
      return
    }
    report.warning(
      document, document.nodes[empty.node].key,
      zh: "「\(empty.key)」还空着，结果却写着「\(written)」，算不出是不是",
      en: "'\(empty.key)' is empty, so the result '\(written)' cannot be checked",
      hint: empty.remedy)
  }

  /// The result that today's roster, parties and rules would give instead of the written one.
  private static func checkToday(
    _ tally: Tally, _ context: CheckContext, _ report: inout Report
  ) {
    let hall = context.hall
    // The same charter gives the same result.
    guard !tally.isPastKnown || tally.meeting.charter !== hall.charter else { return }
    let isToday = tally.meeting.charter === hall.charter
    let today = isToday ? tally : hall.tallyToday(tally.vote, in: tally.meeting)
    guard today.contradictsWritten, !(tally.isPastKnown && tally.contradictsWritten),
      let result = today.computed.text(.zh), let english = today.computed.text(.en)
    else { return }
    let written = tally.vote.text(.voteResult) ?? ""
    let name = tally.meeting.name
    let place = tally.vote.ruleName.flatMap { hall.charter.rulePlace($0) }
    let isRule = !tally.isPastKnown || tally.rule != today.rule
    report.warning(
      hall.charter.document, (isRule ? place : nil) ?? hall.charter.rosterPlace,
      zh: "按现在的规则和名册，\(name)「\(tally.vote.title)」会是「\(result)」；已确认的「\(written)」不变",
      en:
        "by today's rules and roster \(name) '\(tally.vote.title)' would be '\(english)'; the approved"
        + " '\(written)' stands",
      hint: Phrase(
        zh: "不用改记录；规则或名册改错了才要改回来",
        en: "the minutes stay as they are; put back the rule or the roster if it is wrong"),
      facts: [name, tally.vote.title])
  }
}

extension Charter {
  /// The heading of the roster in `hall.md`, or its first line if it has no roster.
  var rosterPlace: Range<Int> {
    document.section(.roster).map(document.titleRange) ?? 0..<min(1, document.bytes.count)
  }

  /// The heading of the hall's own rule of this name; nil if it has no such rule.
  func rulePlace(_ name: Slice) -> Range<Int>? {
    let wanted = FullWidth.name(name)
    return document.nodes.indices.first {
      document.nodes[$0].kind == .rule
        && FullWidth.name(document.slice(document.nodes[$0].value)) == wanted
    }.map(document.titleRange)
  }
}
