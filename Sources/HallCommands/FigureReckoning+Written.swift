import HallModel

extension FigureReckoning {
  /// What `hall tally --write` writes. Nil: this program reckons no figure yet, and so no revision of
  /// figures counts as one.
  ///
  /// To fill: for each vote of the minutes, read under the charter alone, the lines of
  /// `WrittenFigures(tally:language:)` as ``WrittenFigure``s.
  package static let written: FigureReckoning? = nil
}
