import HallSyntax

/// Why a revision does not count as one that only adds figures.
package enum FigureFault: Error, Equatable, Sendable {
  /// The minutes were not approved.
  case draft
  /// Something else was added, changed or removed; its range in the text with it.
  case otherChange
  /// A figure that already exists was added a second time; its range in the text with it.
  case twice
  /// Nothing was added.
  case nothing
  /// A figure differs from the one everybody computes, or nobody can compute it; its range in the
  /// text with it.
  case otherValue(Keyword, written: String, reckoned: String?)
  /// It is not known what `hall.md` said at the approval.
  case unknownCharter(CharterAtApproval.Reason)
  /// Others cannot recompute a figure that depends on a private roster, and no reason is given.
  case unreasoned
}

/// The verdict on a revision that claims to add only figures.
package enum FigureVerdict: Equatable, Sendable {
  /// Everybody computes the same figures.
  case right
  /// Some of them depend on a roster that has no history; the stated reason is all there is.
  case onItsWord
  case wrong(FigureFault)

  package var fault: FigureFault? {
    if case .wrong(let fault) = self { fault } else { nil }
  }
}
