import HallModel
import HallSyntax

/// The written result contradicts the counts.
package enum VoteResult: Check {
  package static let id = "vote-result"
  package static let about = Phrase(
    zh: "写下的结果与票数不符。结果由票数和规则算出，程序从不悄悄改写它。",
    en: "The written result contradicts the counts. A result follows from the counts and the rule;"
      + " nothing ever rewrites it silently.")

  package static func check(tally: Tally, _ context: CheckContext, _ report: inout Report) {
    guard tally.contradictsWritten, let computed = tally.outcome.result,
      let field = tally.vote.document.fieldNode(.voteResult, of: tally.vote.node)
    else { return }
    let document = tally.vote.document
    let written = document.slice(document.nodes[field].value).string
    let names = tally.outcome.elected ?? []
    let zh = ([computed.word(.zh)] + (names.isEmpty ? [] : [names.joined(separator: "、")]))
      .joined(separator: " ")
    let en = ([computed.word(.en)] + (names.isEmpty ? [] : [names.joined(separator: ", ")]))
      .joined(separator: " ")
    let reason = tally.decidingLeg?.explanation
    report.error(
      document, document.nodes[field].value,
      zh: "写的是「\(written)」，" + (reason.map { "但\($0.zh)" } ?? "但按票数是「\(zh)」"),
      en: "written '\(written)', but " + (reason?.en ?? "by the counts it is '\(en)'"),
      hint: Phrase(
        zh: "请改为「\(zh)」，或更正上面的票数", en: "write '\(en)', or correct the counts above"))
  }
}
