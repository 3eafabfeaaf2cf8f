import HallSyntax

/// By which charter a vote is judged: approved minutes by what `hall.md` said at their approval,
/// others by what it says today.
extension Hall {
  /// A meeting with the charter by which its votes are judged. A private roster has no history:
  /// today's stands in for it.
  package func judged(_ meeting: Meeting) -> Meeting {
    guard meeting.isApproved, let past = charterAtApproval(of: meeting).known,
      past.document.bytes != charter.document.bytes
    else { return meeting }
    return Meeting(meeting.document, charter: judging.charter(past.charter, in: charter))
  }

  /// Whether approved minutes can be judged by what held then, and not by what holds today.
  package func isPastKnown(of meeting: Meeting) -> Bool {
    charterAtApproval(of: meeting).known != nil
  }

  package func tally(_ vote: Vote, in meeting: Meeting) -> Tally {
    Tally(
      vote, in: judged(meeting), ballotBook: book(of: vote),
      isPastKnown: !meeting.isApproved || isPastKnown(of: meeting))
  }

  /// A vote as today's roster, parties and rules would have it.
  package func tallyToday(_ vote: Vote, in meeting: Meeting) -> Tally {
    Tally(vote, in: Meeting(meeting.document, charter: charter), ballotBook: book(of: vote))
  }

  /// The figures of a vote, reckoned by the charter by which it is judged.
  package func figures(of vote: Vote, in meeting: Meeting) -> VoteFigures {
    VoteFigures(vote, in: judged(meeting), ballotBook: book(of: vote), charter.language)
  }

  private func book(of vote: Vote) -> BallotBook? {
    vote.ballotReference.flatMap { ballotBooks[$0.path] }
  }
}

/// The charters of the past with today's private roster, each made once.
final class JudgingCharters: Sendable {
  private let made = Memo<ObjectIdentifier, Charter>()

  func charter(_ past: Charter, in today: Charter) -> Charter {
    guard let roster = today.rosterDocuments.dropFirst().first else { return past }
    return made.value(for: ObjectIdentifier(past)) {
      Charter(document: past.document, privateRoster: roster)
    }
  }
}
