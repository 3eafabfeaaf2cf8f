import HallModel

/// Everybody named in a meeting, read once for all checks.
struct MeetingNames: Sendable {
  let meeting: Meeting
  private let byVote: [Int: Lazy<VoterNames>]
  private let all: Lazy<[PersonMention]>

  init(_ meeting: Meeting, _ ballotBooks: [String: BallotBook]) {
    self.meeting = meeting
    let byVote = Dictionary(
      meeting.votes.map { vote in
        (
          vote.node,
          Lazy { VoterNames(vote, in: meeting, ballotBook: vote.book(among: ballotBooks)) }
        )
      }, uniquingKeysWith: { first, _ in first })
    self.byVote = byVote
    all = Lazy {
      PersonMention.all(in: meeting) { byVote[$0.node]?.value }
    }
  }

  /// Everybody named in the fields of the meeting.
  var mentions: [PersonMention] { all.value }

  /// Everybody named in one of its votes; nil for a vote of another meeting.
  func voters(of vote: Vote) -> VoterNames? {
    vote.document === meeting.document ? byVote[vote.node]?.value : nil
  }
}
