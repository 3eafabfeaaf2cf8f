import HallSyntax

/// By which charter a vote is judged: approved minutes by what `hall.md` said at their approval,
/// others by what it says today.
extension Hall {
  /// A meeting with the charter by which its votes are judged. A private roster has no history:
  /// today's stands in for it.
  package func judged(_ meeting: Meeting) -> Meeting {
    // One with another charter than today's is judged already.
    guard meeting.isApproved, meeting.charter === charter,
      let past = charterAtApproval(of: meeting).known,
      past.document.bytes != charter.document.bytes
    else { return meeting }
    return judging.meeting(meeting.document, by: past.charter, in: charter)
  }

  /// Whether approved minutes can be judged by what held then, and not by what holds today.
  package func isPastKnown(of meeting: Meeting) -> Bool {
    charterAtApproval(of: meeting).known != nil
  }

  package func tally(_ vote: Vote, in meeting: Meeting) -> Tally {
    Tally(
      vote, in: judged(meeting), ballotBook: vote.book(among: ballotBooks),
      isPastKnown: !meeting.isApproved || isPastKnown(of: meeting))
  }

  /// A vote as today's roster, parties and rules would have it.
  package func tallyToday(_ vote: Vote, in meeting: Meeting) -> Tally {
    Tally(
      vote, in: Meeting(meeting.document, charter: charter),
      ballotBook: vote.book(among: ballotBooks))
  }

  /// The figures of a vote, reckoned by the charter by which it is judged.
  package func figures(of vote: Vote, in meeting: Meeting) -> VoteFigures {
    VoteFigures(
      vote, in: judged(meeting), ballotBook: vote.book(among: ballotBooks), charter.language)
  }
}

/// Meetings as they are judged, and the charters of the past with today's private roster: each made
/// once, however many votes ask.
final class JudgedMeetings: Sendable {
  private let meetings = Memo<ObjectIdentifier, Meeting>()
  private let charters = Memo<ObjectIdentifier, Charter>()

  func meeting(_ minutes: Document, by past: Charter, in today: Charter) -> Meeting {
    meetings.value(for: ObjectIdentifier(minutes)) {
      Meeting(minutes, charter: charter(past, in: today))
    }
  }

  private func charter(_ past: Charter, in today: Charter) -> Charter {
    guard let roster = today.rosterDocuments.dropFirst().first else { return past }
    return charters.value(for: ObjectIdentifier(past)) {
      Charter(document: past.document, privateRoster: roster)
    }
  }
}
