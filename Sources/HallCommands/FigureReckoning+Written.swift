import HallModel

extension FigureReckoning {
  /// What `hall tally --write` writes. Nil: this program reckons no figure yet, and so no revision of
  /// figures counts as one.
  ///
  /// To fill: `FigureReckoning { minutes, charter, hall in … }`, which for each vote of
  /// `Meeting(minutes, charter: charter)` gives each of its written lines as
  /// `WrittenFigure(vote: vote.node, field: line.node, keyword: line.keyword, text: line.text)`.
  package static let written: FigureReckoning? = nil
}
