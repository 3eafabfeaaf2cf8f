import HallHistory
import HallModel
import HallSyntax

extension Ledger {
  /// The first revision since the approval that has changed what it covers, and calls itself progress,
  /// or nothing; nil where there is none.
  ///
  /// - Parameter document: the document as it stands; minutes that are not approved have none.
  package func silentAmendment(of document: Document) -> Int? {
    guard document.kind == .meeting, Seal.isApproved(document), let approval else { return nil }
    return silentAmendment(among: revisions.dropFirst(approval.number))?.number
  }

  /// The first of some revisions of these minutes that has changed approved text, and calls itself
  /// progress, or nothing.
  package func silentAmendment(among some: some Sequence<Revision>) -> Revision? {
    let quiet = some.filter { $0.kind == nil || $0.kind == .progress }
    guard !quiet.isEmpty,
      let texts = try? texts(after: Set(quiet.flatMap { [$0.number - 1, $0.number] }))
    else { return nil }
    return quiet.first { revision in
      guard let old = texts[revision.number - 1], let new = texts[revision.number] else {
        return false
      }
      return Seal.kind(of: .meeting, path: path, from: old, to: new) == .amendment
    }
  }
}
