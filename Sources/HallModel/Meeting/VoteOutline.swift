import HallSyntax

/// Which decisions belong to which vote, and the place of each vote in its item: one pass over a
/// document, so that no question about one of many votes walks the document again.
struct VoteOutline: Sendable {
  /// The vote that a decision rests on, by the decision's node: the one that its 依据 names, else the
  /// last main motion above it in its item, else the last vote.
  private(set) var votes: [Int: Int] = [:]
  /// The decisions that belong to a vote, by the vote's node.
  private(set) var decisions: [Int: [Int]] = [:]
  /// A vote's place in its item, from 1, by the vote's node.
  private(set) var places: [Int: Int] = [:]

  init(_ document: Document) {
    var last: Int?
    var main: Int?
    var place = 0
    // The votes of the item so far, by their titles.
    var titles: [String: Int] = [:]
    for (index, node) in document.nodes.enumerated() {
      switch node.kind {
      case .item: (last, main, place, titles) = (nil, nil, 0, [:])
      case .vote:
        place += 1
        places[index] = place
        last = index
        let vote = Vote(document: document, node: index)
        titles[FullWidth.name(Slice(vote.title))] = index
        if vote.motion == .mainMotion { main = index }
      case .decision:
        let named = VoteOutline.namedVote(of: index, in: document).flatMap { titles[$0] }
        guard let vote = named ?? main ?? last else { continue }
        votes[index] = vote
        decisions[vote, default: []].append(index)
      default: continue
      }
    }
  }

  /// The title of a vote that the basis of a decision names: `表决 借款`, `vote borrow`, or the title
  /// alone.
  private static func namedVote(of decision: Int, in document: Document) -> String? {
    guard let basis = document.field(.basis, of: decision),
      Vocabulary.keyword(basis, in: .basis) == nil
    else { return nil }
    var cursor = Cursor(basis.trimmed)
    _ = cursor.take(.byVote)
    cursor.skipSpaces()
    _ = cursor.take(":")
    var name = FullWidth.name(cursor.rest)
    for (open, close) in [("「", "」"), ("'", "'"), ("“", "”")]
    where name.hasPrefix(open) && name.hasSuffix(close) && name.count > 2 {
      name = String(name.dropFirst().dropLast())
    }
    return name
  }
}
