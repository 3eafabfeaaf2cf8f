import HallSyntax

/// Why a revision is none that only adds figures.
package enum FigureFault: Error, Equatable, Sendable {
  /// The minutes did not stand approved.
  case draft
  /// Something else was added, changed or taken out.
  case otherChange
  /// A figure stands there already that is added a second time.
  case twice
  /// Nothing was added.
  case nothing
  /// A figure is another than everybody reckons, or none that anybody can reckon.
  case otherValue(Keyword, written: String, reckoned: String?)
  /// Nobody knows what `hall.md` said at the approval.
  case unknownCharter(CharterAtApproval.Reason)
  /// What a private roster gives cannot be reckoned by others, and no reason is given.
  case unreasoned
}

/// What a revision that calls itself one of figures comes to.
package enum FigureVerdict: Equatable, Sendable {
  /// Everybody reckons the same.
  case right
  /// Some of it needs a roster that has no history: it stands on the word of its reason.
  case onItsWord
  case wrong(FigureFault)

  package var fault: FigureFault? {
    if case .wrong(let fault) = self { fault } else { nil }
  }
}
