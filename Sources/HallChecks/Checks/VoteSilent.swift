import HallModel
import HallSyntax

/// The result depends on the silent ballots; or a rule counts them with the majority and names no
/// clause.
package enum VoteSilent: Check {
  package static let id = "vote-silent"
  package static let about = Phrase(
    zh: "结果取决于没有表态的票；或规则让它们起作用，却没有写依据哪一条。这种做法有争议，要有业主自己的规则作依据。",
    en: "The result hangs on silent ballots; or a rule counts them and does not"
      + " name its clause. The practice is contested and needs the owners' own rules behind it.")

  package static func check(document: Document, _ context: CheckContext, _ report: inout Report) {
    guard document.kind == .hall else { return }
    for (index, node) in document.nodes.enumerated() where node.kind == .rule {
      guard let field = document.fieldNode(.silent, of: index),
        let treatment = Vocabulary.keyword(
          document.slice(document.nodes[field].value), in: .silentRule),
        treatment != .ignored, document.field(.basis, of: index)?.isEmpty ?? true
      else { continue }
      let range = document.nodes[field].value
      let zh = "未表态的票「\(treatment.word(.zh))」，但没有写依据"
      let en = "silent ballots are '\(treatment.word(.en))', but no basis is written"
      let hint = Phrase(
        zh: "在这条规则里加一行「- 依据: 议事规则第几条」", en: "add '- basis: CLAUSE' to the rule")
      // Ballots that only count as taking part are added to no side.
      if treatment == .silentParticipating {
        report.warning(document, range, zh: zh, en: en, hint: hint)
      } else {
        report.error(document, range, zh: zh, en: en, hint: hint)
      }
    }
  }

  package static func check(tally: Tally, _ context: CheckContext, _ report: inout Report) {
    guard tally.hangsOnSilence else { return }
    let document = tally.vote.document
    let written = document.fieldNode(.voteResult, of: tally.vote.node)
    let zh = (say(tally.computed, .zh), say(tally.withoutSilent, .zh))
    let en = (say(tally.computed, .en), say(tally.withoutSilent, .en))
    report.warning(
      document, written.map(document.valueRange) ?? document.titleRange(tally.vote.node),
      zh: "结果取决于未表态的票：算上是「\(zh.0)」，不算是「\(zh.1)」",
      en: "hangs on silent ballots: '\(en.0)' with them, '\(en.1)' without",
      hint: Phrase(
        zh: "公布结果时写明未表态的票怎样计算，并核对所依据的条款",
        en: "publish how silent ballots were counted, and verify the clause behind it"))
  }

  private static func say(_ outcome: Outcome, _ language: Language) -> String {
    outcome.text(language) ?? language.say("无法判断", "unknown")
  }
}
