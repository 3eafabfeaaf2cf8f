import HallSyntax

/// Identifies a vote in any text of its meeting: its item, and its place in the item.
package struct VotePlace: Hashable, Sendable {
  /// The item's number, or its title if it has none; empty outside any item.
  package let item: String
  package let vote: String

  package init(_ vote: Vote, in meeting: Meeting) {
    let item = meeting.document.ancestor(of: vote.node, .item).map {
      AgendaItem(document: meeting.document, node: $0)
    }
    self.item = item.map { item in item.number.map(String.init) ?? item.title } ?? ""
    self.vote = String(meeting.place(of: vote).vote)
  }

  /// The vote that the facts belong to; nil where they belong to none.
  package init?(_ subjects: [Fact.Subject]) {
    guard let vote = subjects.last(where: { $0.kind == .vote }) else { return nil }
    item = subjects.last { $0.kind == .item }?.name ?? ""
    self.vote = vote.name
  }
}

extension Tally {
  /// Every vote of a meeting, computed, by its place.
  package static func ofVotes(
    in meeting: Meeting, ballotBooks: [String: BallotBook] = [:]
  ) -> [(VotePlace, Tally)] {
    meeting.votes.map { vote in
      let tally = Tally(vote, in: meeting, ballotBook: vote.book(among: ballotBooks))
      return (VotePlace(vote, in: meeting), tally)
    }
  }
}
