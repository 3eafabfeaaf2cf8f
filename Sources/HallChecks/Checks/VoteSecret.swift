import HallModel
import HallSyntax

/// A secret vote reveals who voted how.
package enum VoteSecret: Check {
  package static let id = "vote-secret"
  package static let about = Phrase(
    zh: "无记名表决却写出了谁投了什么票。", en: "A secret vote names who voted, and how.")

  package static func check(tally: Tally, _ context: CheckContext, _ report: inout Report) {
    let vote = tally.vote
    guard vote.methods.contains(.secret) else { return }
    let document = vote.document
    let names = context.voterNames(of: tally)
    let listed = names.sides + names.options
    for field in Set(listed.map(\.source)).sorted() { say(document, field, &report) }
    if vote.ballotTable != nil, let voter = names.roll.first {
      report.error(document, voter.range, zh: zh, en: en, hint: hint)
    } else if let field = document.fieldNode(.ballots, of: vote.node), vote.ballotReference != nil {
      say(document, field, &report)
    }
  }

  private static func say(_ document: Document, _ field: Int, _ report: inout Report) {
    report.error(document, document.valueRange(field), zh: zh, en: en, hint: hint)
  }

  private static let zh = "无记名表决，却写了谁投了什么票"
  private static let en = "a secret vote, but this says who voted how"
  private static let hint = Phrase(
    zh: "只写票数；如果本来是记名的，把「方式」改为「记名」",
    en: "write only the counts; if it was a roll call, write 'method: roll call'")
}
