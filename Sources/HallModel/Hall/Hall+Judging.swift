import HallSyntax

/// By which charter a vote is judged: for approved minutes, by what `hall.md` said at their
/// approval; for others, by what it says today.
extension Hall {
  /// A meeting with the charter by which its votes are judged. A private roster has no history:
  /// today's is used instead.
  package func judged(_ meeting: Meeting) -> Meeting { judge.judged(meeting) }

  /// Whether approved minutes can be judged by the charter of their approval instead of today's.
  package func isPastKnown(of meeting: Meeting) -> Bool { judge.isPastKnown(of: meeting) }

  package func tally(_ vote: Vote, in meeting: Meeting) -> Tally { judge.tally(vote, in: meeting) }

  /// Every vote, judged on all cores, in the order of the meetings.
  package func tallies() -> [Tally] {
    readPastCharters()
    return Parallel.map(count: meetings.count, inChunksOf: 16) { [self] place in
      let meeting = meetings[place]
      return meeting.votes.map { tally($0, in: meeting) }
    }.flatMap(\.self)
  }

  /// The rule by which a vote is judged; nil where it names none, or one that is not defined.
  func rule(of vote: Vote, in meeting: Meeting) -> VotingRule? {
    vote.rule(in: judge.judged(meeting))
  }

  /// The figures of a vote as it is judged, without a verdict; nil where its rule is not known.
  func counts(of vote: Vote, in meeting: Meeting) -> VoteCounts? {
    let meeting = judge.judged(meeting)
    return vote.rule(in: meeting).map {
      VoteCounts(vote, in: meeting, rule: $0, ballotBook: vote.book(among: ballotBooks))
    }
  }

  /// A vote computed with today's roster, parties and rules.
  package func tallyToday(_ vote: Vote, in meeting: Meeting) -> Tally {
    Tally(
      vote, in: Meeting(meeting.document, charter: charter),
      ballotBook: vote.book(among: ballotBooks))
  }

  /// The figures of a vote, computed with the charter by which it is judged.
  package func figures(
    of vote: Vote, in meeting: Meeting, withoutLeft: Bool = false
  ) -> VoteFigures {
    VoteFigures(
      vote, in: judged(meeting), ballotBook: vote.book(among: ballotBooks), charter.language,
      withoutLeft: withoutLeft)
  }
}

/// Judges the votes of a hall for all callers. The judged meetings, and the past charters with
/// today's private roster, are made once, however many votes are asked about.
final class VoteJudge: Sendable {
  private let charter: Charter
  private let ballotBooks: [String: BallotBook]
  private let past: PastCharters
  private let meetings = Memo<ObjectIdentifier, Meeting>()
  private let charters = Memo<ObjectIdentifier, Charter>()

  init(_ charter: Charter, _ ballotBooks: [String: BallotBook], _ past: PastCharters) {
    (self.charter, self.ballotBooks, self.past) = (charter, ballotBooks, past)
  }

  func judged(_ meeting: Meeting) -> Meeting {
    // A meeting with another charter than today's is already judged.
    guard meeting.isApproved, meeting.charter === charter,
      let then = past.charterAtApproval(of: meeting).known,
      then.document.bytes != charter.document.bytes
    else { return meeting }
    return meetings.value(for: ObjectIdentifier(meeting.document)) {
      Meeting(meeting.document, charter: withPrivateRoster(then.charter))
    }
  }

  func isPastKnown(of meeting: Meeting) -> Bool {
    past.charterAtApproval(of: meeting).known != nil
  }

  func tally(_ vote: Vote, in meeting: Meeting) -> Tally {
    Tally(
      vote, in: judged(meeting), ballotBook: vote.book(among: ballotBooks),
      isPastKnown: !meeting.isApproved || isPastKnown(of: meeting))
  }

  private func withPrivateRoster(_ past: Charter) -> Charter {
    guard let roster = charter.rosterDocuments.dropFirst().first else { return past }
    return charters.value(for: ObjectIdentifier(past)) {
      Charter(document: past.document, privateRoster: roster)
    }
  }
}
