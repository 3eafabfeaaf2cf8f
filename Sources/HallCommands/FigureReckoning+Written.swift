import HallModel

extension FigureReckoning {
  /// What `hall tally --write` writes.
  package static let written = FigureReckoning { minutes, charter, hall in
    let meeting = Meeting(minutes, charter: charter)
    return meeting.votes.flatMap { vote in
      let book = vote.ballotReference.flatMap { hall.ballotBooks[$0.path] }
      return VoteFigures(vote, in: meeting, ballotBook: book, charter.language).all
    }
  }
}
