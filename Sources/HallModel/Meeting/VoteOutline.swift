import HallSyntax

/// Which decisions belong to which vote, and the place of each vote in its item: one pass over a
/// document, so that no question about one of many votes walks the document again.
struct VoteOutline: Sendable {
  /// The last vote above a decision in its item, by the decision's node.
  private(set) var votes: [Int: Int] = [:]
  /// The decisions that belong to a vote, by the vote's node.
  private(set) var decisions: [Int: [Int]] = [:]
  /// A vote's place in its item, from 1, by the vote's node.
  private(set) var places: [Int: Int] = [:]

  init(_ document: Document) {
    var last: Int?
    var place = 0
    for (index, node) in document.nodes.enumerated() {
      switch node.kind {
      case .item: (last, place) = (nil, 0)
      case .vote:
        place += 1
        places[index] = place
        last = index
      case .decision:
        guard let last else { continue }
        votes[index] = last
        decisions[last, default: []].append(index)
      default: continue
      }
    }
  }
}
