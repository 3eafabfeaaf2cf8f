import HallSyntax

/// What `hall.md` said when a meeting's minutes were approved, according to the histories.
///
/// A private roster has no history and is never part of it.
package enum CharterAtApproval: Sendable {
  case known(PastCharter)
  case unknown(Reason)

  package enum Reason: String, Sendable {
    /// `hall.md` has no history.
    case noHistory
    /// The history of `hall.md` begins after the approval.
    case beginsLater
    /// The history of the minutes has no approval in force.
    case notApproved
    /// A history is damaged, cannot be read, or does not say when a revision was made.
    case unreadable
  }

  package var known: PastCharter? {
    if case .known(let past) = self { past } else { nil }
  }
}

/// A text of `hall.md` that was in force once.
package struct PastCharter: Sendable {
  package let charter: Charter
  /// The revision of `hall.md` that has this text.
  package let revision: Int
  /// The revision of the minutes that approved them.
  package let approval: Int
  /// Other texts that the person who approved may have had: where histories were joined since, it
  /// is not known which revisions made elsewhere had arrived by then.
  package let others: [Charter]

  package init(charter: Charter, revision: Int, approval: Int, others: [Charter] = []) {
    (self.charter, self.revision) = (charter, revision)
    (self.approval, self.others) = (approval, others)
  }

  package var document: Document { charter.document }

  /// The one that counts, followed by the others.
  package var all: [Charter] { [charter] + others }
}
