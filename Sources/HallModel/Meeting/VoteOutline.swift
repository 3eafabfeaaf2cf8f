import HallSyntax

/// What a decision rests on.
package enum DecisionGround: Sendable {
  /// 协商一致
  case agreement
  case vote(Vote)
  /// Its 依据 names a vote by a title that no vote above it in its item has; an empty title where it is
  /// 表决 and no vote stands above it.
  case noSuchVote(String)
  /// No vote stands above it.
  case nothing
}

/// Which decisions belong to which vote, and the place of each vote in its item: one pass over a
/// document, so that no question about one of many votes walks the document again.
struct VoteOutline: Sendable {
  /// The vote that a decision rests on, by the decision's node: the one that its 依据 names, else the
  /// last main motion above it in its item, else the last vote.
  private(set) var votes: [Int: Int] = [:]
  /// The titles that no vote above has, by the node of the decision whose 依据 names it.
  private(set) var missing: [Int: String] = [:]
  /// The decisions that belong to a vote, by the vote's node.
  private(set) var decisions: [Int: [Int]] = [:]
  /// A vote's place in its item, from 1, by the vote's node.
  private(set) var places: [Int: Int] = [:]

  init(_ document: Document) {
    var item = VotesAbove()
    var place = 0
    for (index, node) in document.nodes.enumerated() {
      switch node.kind {
      case .item: (item, place) = (VotesAbove(), 0)
      case .vote:
        place += 1
        places[index] = place
        item.add(Vote(document: document, node: index))
      case .decision:
        let basis = document.field(.basis, of: index)
        switch item.ground(basis ?? Slice("")) {
        case .vote(let vote):
          votes[index] = vote.node
          decisions[vote.node, default: []].append(index)
        case .noSuchVote(let title): missing[index] = title
        case .agreement, .nothing: continue
        }
      default: continue
      }
    }
  }
}

/// The votes of an item down to a place, and which of them a basis means. The one reader of what a
/// basis says of votes.
package struct VotesAbove: Sendable {
  private var last: Vote?
  private var main: Vote?
  private var titles: [String: Vote] = [:]

  init() {}

  package init(_ votes: [Vote]) { for vote in votes { add(vote) } }

  mutating func add(_ vote: Vote) {
    last = vote
    if vote.motion == .mainMotion { main = vote }
    titles[FullWidth.name(Slice(vote.title))] = vote
  }

  /// The vote that a basis means: `表决 借款`, `vote borrow` or the title alone is the one of that
  /// title. Without a title it is the last main motion, else the last vote; and so where other words
  /// say what else there is, as an article.
  package func ground(_ basis: Slice) -> DecisionGround {
    let usual = (main ?? last).map(DecisionGround.vote) ?? .nothing
    let word = Vocabulary.keyword(basis, in: .basis)
    if word == .byVote, case .nothing = usual { return .noSuchVote("") }
    guard !basis.isEmpty, word == nil else { return usual }
    var cursor = Cursor(basis.trimmed)
    let isVote = cursor.take(.byVote)
    // 表决结果 is no name, `表决 结果` is.
    let isParted = cursor.next.map { " :\"'".utf8.contains($0) } ?? false
    cursor.skipSpaces()
    _ = cursor.take(":")
    var name = FullWidth.name(cursor.rest)
    let quotes = [("「", "」"), ("“", "”"), ("《", "》"), ("'", "'"), ("\"", "\"")]
    let isQuoted = quotes.contains { name.hasPrefix($0.0) && name.hasSuffix($0.1) }
    for (open, close) in quotes
    where name.hasPrefix(open) && name.hasSuffix(close) && name.count > 2 {
      name = String(name.dropFirst().dropLast())
    }
    if let vote = titles[name] ?? titles[FullWidth.name(basis)] { return .vote(vote) }
    return isVote && (isParted || isQuoted) && !name.isEmpty ? .noSuchVote(name) : usual
  }
}
