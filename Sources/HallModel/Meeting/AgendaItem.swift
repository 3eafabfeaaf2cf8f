import HallSyntax

/// One item of an agenda: `### 1. title`.
package struct AgendaItem: NodeView, Sendable {
  package let document: Document
  package let node: Int

  package init(document: Document, node: Int) {
    self.document = document
    self.node = node
  }

  /// The number in the heading; nil where none is written.
  package var number: Int? { writtenNumber }

  /// The matters the item is about.
  package var matters: [DocumentID] {
    value(.matter).map { NameList.split($0).compactMap { try? DocumentID(reading: $0) } } ?? []
  }

  /// 达成一致, 下次再议, …: an outcome without a vote.
  package var outcome: Keyword? { word(.outcome, in: .outcome) }

  package var duration: Minutes? { value(.duration).flatMap { try? Minutes(reading: $0) } }

  /// The nodes of a kind anywhere within the item.
  package func nodes(_ kind: Node.Kind) -> [Int] {
    (node..<Int(syntax.subtreeEnd)).filter { document.nodes[$0].kind == kind }
  }

  package var votes: [Vote] { nodes(.vote).map { Vote(document: document, node: $0) } }

  /// The last vote on a main motion.
  package var mainVote: Vote? { votes.last { $0.motion == .mainMotion } }

  package var decisions: [Decision] {
    nodes(.decision).map { Decision(document: document, node: $0) }
  }

  /// Whether a held meeting left it without a decision or an outcome, and without a vote that was
  /// taken: one that was only prepared has neither counts nor a written result.
  package var isUnfinished: Bool {
    guard value(.outcome) == nil, nodes(.decision).isEmpty else { return false }
    guard let vote = mainVote ?? votes.last else { return true }
    return !vote.hasCounts && vote.value(.voteResult) == nil
  }
}
