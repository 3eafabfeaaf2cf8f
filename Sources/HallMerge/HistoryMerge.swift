import HallHistory
import HallModel
import HallSyntax

/// Whose revisions keep their numbers when two histories are joined, and who keeps a number that
/// both sides used.
package enum MergeOrder: Sendable {
  /// Whether ours comes first: the approved side does, else the one that others already have.
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
  ///   - base: the history that git considers the common ancestor.
  ///   - notes: what replayed revisions say in addition to their own reasons.
  ///   - document: parses a text of the document.
  package init(
    base: Ledger? = nil, ours: Ledger, theirs: Ledger, isOursShared: Bool,
    notes: LedgerJoin.Notes = LedgerJoin.Notes(),
    document: ([UInt8]) -> Document
  ) throws(Ledger.Fault) {
    let (whole, others) = (try LedgerJoin.Whole(ours), try LedgerJoin.Whole(theirs))
    texts = (whole.text, others.text)
    common = LedgerJoin.common(ours, theirs)
    let text = document(whole.text)
    // A cherry-pick applies one change of another branch: the branch's other changes stay there.
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
    // Figures were computed from the other side's text: if the first side changed anything else in
    // it, they no longer count as added figures.
    let isAsItWas = first.ledger.revisions.dropFirst(common).allSatisfy {
      $0.kind == .progress || $0.kind == .figures
    }
    let overlap = LedgerJoin.Overlap(first.ledger, and: second.ledger, of: kind)
    join = try LedgerJoin(first, second, overlap: overlap, base: picked, notes: notes) {
      base, one, other in
      // Contradictions are settled in the document; the chain contains both sides' words.
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
