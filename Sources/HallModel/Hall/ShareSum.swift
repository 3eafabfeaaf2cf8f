import HallSyntax

/// What the shares of a roster come to, compared with the whole that they are parts of.
package enum ShareSum: Sendable {
  /// There is nothing to compare: plain numbers, or no shares at all; or the whole is not exceeded,
  /// and somebody's share is not written.
  case open
  case whole
  case notWhole(sum: ShareCount, all: ShareCount)
  /// Some are parts of a whole and others plain numbers: they cannot be added.
  case mixed

  init(_ rows: [Roster.Row]) {
    let known = Holdings(rows).knownShares
    guard let sum = known.sum else {
      self = .mixed
      return
    }
    guard let all = sum.unit.all, sum.units > all.units || known.isComplete else {
      self = .open
      return
    }
    self = sum.units == all.units ? .whole : .notWhole(sum: sum, all: all)
  }
}
