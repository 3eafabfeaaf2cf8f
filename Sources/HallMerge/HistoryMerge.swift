import HallHistory
import HallModel
import HallSyntax

/// Whose revisions keep their numbers where two histories are joined, and whose numbers stay where
/// both gave the same.
package enum MergeOrder: Sendable {
  /// Whether ours goes first: the approved side does, else the one that others have already.
  package static func oursIsFirst(
    ours: Document, theirs: Document, isOursShared: Bool
  ) -> Bool {
    let (isOurs, isTheirs) = (Seal.isApproved(ours), Seal.isApproved(theirs))
    return isOurs == isTheirs ? isOursShared : isOurs
  }
}

/// The histories of two sides, joined.
package struct HistoryMerge {
  package let join: LedgerJoin
  package let oursIsFirst: Bool
  /// How many revisions both sides have in common.
  package let common: Int
  /// The last text of each side.
  package let texts: (ours: [UInt8], theirs: [UInt8])

  /// - Parameters:
  ///   - base: the history that git takes for what both come from.
  ///   - notes: what revisions that are made again say beside their own reasons.
  ///   - document: how a text of the document is read.
  package init(
    base: Ledger? = nil, ours: Ledger, theirs: Ledger, isOursShared: Bool,
    notes: LedgerJoin.Notes = LedgerJoin.Notes(),
    document: ([UInt8]) -> Document
  ) throws(Ledger.Fault) {
    let (whole, others) = (try LedgerJoin.Whole(ours), try LedgerJoin.Whole(theirs))
    texts = (whole.text, others.text)
    common = LedgerJoin.common(ours, theirs)
    let text = document(whole.text)
    // A cherry-pick applies one change of another branch: what else that branch had stays there.
    let picked = base.flatMap { base in
      RevisionPresence(in: ours, of: text.kind).compare(with: base).lost.isEmpty ? nil : base
    }
    let oursIsFirst =
      picked != nil
      || MergeOrder.oursIsFirst(
        ours: text, theirs: document(others.text), isOursShared: isOursShared)
    self.oursIsFirst = oursIsFirst
    let (first, second) = oursIsFirst ? (whole, others) : (others, whole)
    let kind = text.kind
    // Figures were reckoned on what the other side had: they are no more than that where the first
    // one has changed something else of it.
    let isAsItWas = first.ledger.revisions.dropFirst(common).allSatisfy {
      $0.kind == .progress || $0.kind == .figures
    }
    let overlap = LedgerJoin.Overlap(first.ledger, and: second.ledger, of: kind)
    join = try LedgerJoin(first, second, overlap: overlap, base: picked, notes: notes) {
      base, one, other in
      // What contradicts each other is settled in the document; the chain has both sides' words.
      DocumentMerge(
        base: base, first: one, second: other, path: ours.path, kind: kind,
        markers: .none
      ) { _ in .second }.bytes
    } kind: { was, old, new in
      let (old, new) = (document(old), document(new))
      guard Seal.isApproved(old) else { return nil }
      if Seal.covered(old) == Seal.covered(new) { return .progress }
      let isOfFigures =
        was == .figures && isAsItWas && (try? AddedFigure.all(from: old, to: new)) != nil
      return isOfFigures ? .figures : .amendment
    }
  }
}
