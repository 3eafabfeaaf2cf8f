import HallHistory
import HallModel
import HallSyntax

/// A history that has lost revisions, made whole: what it had, then what it has besides, made again,
/// and a last revision where the text shall be another than that.
///
/// Nothing of either is left out, so that whoever has the shortened history finds all of it here.
package struct HistoryRepair {
  /// What becomes of the text.
  package enum Text: Sendable {
    /// What was lost stands in it again.
    case putBack
    /// It says what it says without what was lost.
    case asItIs([UInt8])
  }

  package let bytes: [UInt8]
  /// The document after the last revision.
  package let text: [UInt8]

  /// - Parameters:
  ///   - before: the history with all it had.
  ///   - now: the history that has lost something; empty where it is gone.
  ///   - note: what the last revision says, if there is to be one; its kind is found out here.
  ///   - document: how a text of the document is read.
  package init(
    _ before: Ledger, now: Ledger, text wanted: Text, note: LedgerWriter.Note,
    document: ([UInt8]) -> Document
  ) throws(Ledger.Fault) {
    let whole = try LedgerJoin.Whole(before)
    var (bytes, text) = (before.bytes, whole.text)
    var target = whole.text
    if !now.bytes.isEmpty {
      let merge = try HistoryMerge(
        ours: before, theirs: now, isOursShared: true,
        notes: LedgerJoin.Notes(amending: note.why), document: document)
      (bytes, text) = (merge.join.bytes, merge.join.text)
      // Revisions in the place of those that are gone are put aside; what was done after them stays.
      if let forged = HistoryRepair.lastForged(now, in: before, of: document(text).kind) {
        let since = document(text)
        target =
          DocumentMerge(
            base: try now.text(after: forged), first: whole.text, second: merge.texts.theirs,
            path: since.path, kind: since.kind, markers: .none
          ) { _ in .second }.bytes
      } else {
        target = text
      }
    }
    if case .asItIs(let own) = wanted { target = own }
    if target != text {
      var note = note
      let (old, new) = (document(text), document(target))
      note.kind =
        Seal.isApproved(old)
        ? (Seal.covered(old) == Seal.covered(new) ? .progress : .amendment) : nil
      bytes += LedgerWriter.revision(
        after: bytes, number: Ledger(bytes, of: before.path).revisions.count + 1, note: note,
        from: text, to: target, path: before.path)
      text = target
    }
    (self.bytes, self.text) = (bytes, text)
  }

  /// The number of the last revision that stands in the place of one that is gone: of the same moment
  /// and author, and of another digest. Nil where none does.
  private static func lastForged(
    _ now: Ledger, in before: Ledger, of kind: Document.Kind
  ) -> Int? {
    func moment(_ revision: Revision) -> [String] { [revision.at, revision.by] }
    let lost = RevisionPresence(in: now, of: kind).compare(with: before).lost
    let (moments, known) = (Set(lost.map(moment)), Set(before.revisions.map(\.chain)))
    return now.revisions.last {
      moments.contains(moment($0)) && !known.contains($0.chain)
    }?.number
  }
}
