import HallModel
import HallSyntax

extension FormatVersion {
  /// Format 2: 最低参与 means those who took part in the vote, 法定人数 those present, whatever the base of
  /// the rule. Before, the base decided which of the two both words meant.
  static func findTwoKeys(_ document: Document, _ report: inout Report) {
    guard document.kind == .hall else { return }
    for (index, node) in document.nodes.enumerated() where node.kind == .rule {
      let written = document.field(.base, of: index)
      let base = written.flatMap { Vocabulary.keyword($0, in: .base) } ?? .baseParticipating
      let asksPresence = base == .baseEntitled || base == .basePresent
      let (was, now): (Keyword, Keyword) =
        asksPresence ? (.participation, .quorum) : (.quorum, .participation)
      guard let field = document.fieldNode(was, of: index), !document.nodes[field].value.isEmpty
      else { continue }
      let key = document.text(document.nodes[field].key)
      let value = document.slice(document.nodes[field].value).string
      report.warning(
        document, document.nodes[field].key,
        zh: asksPresence
          ? "「\(key)」从格式 2 起看参加表决的人，这条规则以前看的是到会的人"
          : "「\(key)」从格式 2 起看到会的人，这条规则以前看的是参加表决的人",
        en: asksPresence
          ? "from format 2 on '\(key)' asks who took part; in this rule it asked who was present"
          : "from format 2 on '\(key)' asks who was present; in this rule it asked who took part",
        hint: Phrase(
          zh: "要和以前一样，写「- \(now.word(.zh)): \(value)」",
          en: "to keep its meaning, write '- \(now.word(.en)): \(value)'"))
    }
  }

  /// Format 2: an empty figure is unknown, and the recused stay among the entitled.
  static func findFigures(_ document: Document, _ report: inout Report) {
    guard document.kind == .meeting, !Seal.isApproved(document) else { return }
    for (index, node) in document.nodes.enumerated() where node.kind == .vote {
      let vote = Vote(document: document, node: index)
      guard vote.hasCounts else { continue }
      for side in [Keyword.votesFor, .against, .abstain] {
        guard let field = document.fieldNode(side, of: index), document.nodes[field].value.isEmpty
        else { continue }
        report.warning(
          document, document.nodes[field].key,
          zh: "「\(side.word(.zh))」空着，从格式 2 起是还不知道，不再是零",
          en: "'\(side.word(.en))' is empty: unknown from format 2 on, and no longer zero",
          hint: Phrase(
            zh: "没有人就写「- \(side.word(.zh)): 0」",
            en: "if there were none, write '- \(side.word(.en)): 0'"))
      }
    }
  }
}
