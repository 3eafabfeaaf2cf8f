import HallHistory
import HallModel
import HallSyntax

/// Repairs a history that has lost revisions: the old history, then the present one's additional
/// revisions, replayed, and a last revision if the text should differ from the result.
///
/// Nothing of either is left out, so that people with the shortened history find all of it here.
package struct HistoryRepair {
  /// The text after the repair.
  package enum Text: Sendable, Equatable {
    /// The lost changes are put back into it.
    case putBack
    /// The present text, without the lost changes.
    case asItIs([UInt8])
    /// This text, together with the other changes in the histories that had it: if a history cannot
    /// be read any more, its document shows what was done.
    case with([UInt8])
  }

  package let bytes: [UInt8]
  /// The document after the last revision.
  package let text: [UInt8]

  /// - Parameters:
  ///   - befores: the histories that have what was lost, the longest first: where a merge has
  ///     dropped a side, each side's.
  ///   - now: the history that has lost something; empty if it is gone.
  ///   - note: the metadata of the last revision, if one is needed; its kind is determined here.
  ///   - document: parses a text of the document.
  package init(
    _ befores: [Ledger], now: Ledger, text wanted: Text, note: LedgerWriter.Note,
    document: ([UInt8]) -> Document
  ) throws(Ledger.Fault) {
    var (bytes, text) = (now.bytes, now.bytes.isEmpty ? [] : try now.verify())
    var target = text
    for before in befores {
      let current = Ledger(bytes, of: before.path)
      let kind = document(text).kind
      guard
        bytes.isEmpty || !RevisionPresence(in: current, of: kind).compare(with: before).lost.isEmpty
      else { continue }
      (bytes, text, target) = try HistoryRepair.united(before, current, target, note, document)
    }
    switch wanted {
    case .putBack: break
    case .asItIs(let own): target = own
    case .with(let own):
      let common = befores.dropFirst().map { LedgerJoin.common(befores[0], $0) }.min()
      let base = try common.map { count throws(Ledger.Fault) in
        try befores[0].text(after: count)
      }
      let current = document(text)
      target =
        DocumentMerge(
          base: base ?? text, first: text, second: own, path: current.path, kind: current.kind,
          markers: .none
        ) { _ in .second }.bytes
    }
    if target != text {
      var note = note
      let (old, new) = (document(text), document(target))
      note.kind =
        Seal.isApproved(old)
        ? (Seal.covered(old) == Seal.covered(new) ? .progress : .amendment) : nil
      bytes += LedgerWriter.revision(
        after: bytes, number: Ledger(bytes, of: now.path).revisions.count + 1, note: note,
        from: text, to: target, path: now.path)
      text = target
    }
    (self.bytes, self.text) = (bytes, text)
  }

  /// A history that has what another one lost, with the other one's additional revisions replayed.
  ///
  /// - Returns: the history, its last text, and the text that it should have.
  private static func united(
    _ before: Ledger, _ now: Ledger, _ wanted: [UInt8], _ note: LedgerWriter.Note,
    _ document: ([UInt8]) -> Document
  ) throws(Ledger.Fault) -> (bytes: [UInt8], text: [UInt8], target: [UInt8]) {
    let whole = try LedgerJoin.Whole(before)
    guard !now.bytes.isEmpty else { return (before.bytes, whole.text, whole.text) }
    let merge = try HistoryMerge(
      ours: before, theirs: now, isOursShared: true,
      notes: LedgerJoin.Notes(amending: note.why), document: document)
    let text = document(merge.join.text)
    // Revisions that replaced lost ones are left out; what was done after them is kept.
    let isAnother = isAnother(wanted, than: whole.text) && LedgerJoin.common(before, now) == 0
    let forged = isAnother ? now.revisions.count : lastForged(now, in: before, of: text.kind)
    guard let forged else {
      return (merge.join.bytes, merge.join.text, merge.join.text)
    }
    let target = DocumentMerge(
      base: try now.text(after: forged), first: whole.text, second: wanted, path: text.path,
      kind: text.kind, markers: .none
    ) { _ in .second }.bytes
    return (merge.join.bytes, merge.join.text, target)
  }

  /// Whether a text is that of another document: most lines of the shorter text are not in the
  /// longer one. Combining them would give neither.
  private static func isAnother(_ text: [UInt8], than document: [UInt8]) -> Bool {
    func lines(_ text: [UInt8]) -> Set<Slice> {
      Set(text[...].split(separator: UInt8(ascii: "\n")).map(\.trimmed).filter { !$0.isEmpty })
    }
    let (one, other) = (lines(text), lines(document))
    return one.intersection(other).count * 2 < min(one.count, other.count)
  }

  /// The number of the last revision that took the place of a lost one: with the same time and
  /// author, but another digest. Nil if there is none.
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
