extension FigureReckoning {
  /// What `hall tally --write` writes.
  package static let written = FigureReckoning { minutes, charter, hall in
    let meeting = Meeting(minutes, charter: charter)
    return meeting.votes.flatMap { vote in
      VoteFigures(
        vote, in: meeting, ballotBook: vote.book(among: hall.ballotBooks), charter.language
      ).all
    }
  }
}
