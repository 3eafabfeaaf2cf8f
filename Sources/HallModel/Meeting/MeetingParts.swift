import HallSyntax

/// The places of a meeting's items, votes, decisions and tasks, by their nodes in the order of the text.
struct MeetingParts: Sendable {
  private(set) var items: [Int] = []
  private(set) var votes: [Int] = []
  private(set) var decisions: [Int] = []
  private(set) var tasks: [Int] = []
  /// The first of each number.
  private(set) var decisionsByNumber: [Int: Int] = [:]

  init(_ document: Document) {
    for (index, node) in document.nodes.enumerated() {
      switch node.kind {
      case .item: items.append(index)
      case .vote: votes.append(index)
      case .decision:
        decisions.append(index)
        if let number = Decision(document: document, node: index).number,
          decisionsByNumber[number] == nil
        {
          decisionsByNumber[number] = index
        }
      case .task: tasks.append(index)
      default: continue
      }
    }
  }
}
