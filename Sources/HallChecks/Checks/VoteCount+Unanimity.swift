import HallModel
import HallSyntax

/// Words for all who voted, or for all who were present, beside what contradicts them.
extension VoteCount {
  /// 全体 without those present, and 一致 beside votes for another side.
  static func checkUncounted(_ tally: Tally, _ report: inout Report) {
    let (vote, document) = (tally.vote, tally.vote.document)
    guard let field = document.fieldNode(.votesFor, of: vote.node) else { return }
    let value = document.slice(document.nodes[field].value)
    switch try? BallotEntry(side: value, in: tally.meeting) {
    case .everybody? where vote.value(.present) == nil:
      report.error(
        document, value.indices, zh: "写的是「\(value.string)」，没有写实到多少，不知道是几票",
        en: "'\(value.string)', and nothing says how many were present",
        hint: Phrase(zh: "加一行「- 实到: 人数」，或写「一致」", en: "add '- present: N', or write 'unanimous'"))
    case .unanimous?, .everybody?:
      let others = [Keyword.against, .abstain].first { side in
        (vote.count(side)?.heads ?? 0) > 0
          || tally.counts.map { counts in
            (side == .against ? counts.against : counts.abstain).heads.number ?? 0 > 0
          } ?? false
      }
      guard let side = others, !(side == .abstain && vote.value(.participating) != nil) else {
        return
      }
      report.error(
        document, value.indices,
        zh: "写的是「\(value.string)」，又写着有人\(side.word(.zh))",
        en: "'\(value.string)', and there are votes for '\(side.word(.en))'",
        hint: Phrase(zh: "写出同意的票数", en: "write how many were for"))
    default: return
    }
  }

  /// Nobody was against, and nobody was left to be for it either.
  static func checkNobodyLeft(_ tally: Tally, _ report: inout Report) {
    let document = tally.vote.document
    guard tally.counts?.votesFor.heads.gap == .nobodyLeft,
      let field = [Keyword.votesFor, .against].lazy
        .compactMap({ document.fieldNode($0, of: tally.vote.node) }).first
    else { return }
    let value = document.slice(document.nodes[field].value).string
    report.error(
      document, document.valueRange(field),
      zh: "写的是「\(value)」，但能投票的人都弃权或回避了，没有人可以同意",
      en: "'\(value)', but all who may vote abstained or are recused: nobody was left to be for it",
      hint: Phrase(
        zh: "核对到会、弃权和回避的人；真的没有人同意，就写「- 同意: 0」",
        en:
          "correct who was there, who abstained and who is recused; where nobody was for it, write '- for:"
          + " 0'"))
  }
}
