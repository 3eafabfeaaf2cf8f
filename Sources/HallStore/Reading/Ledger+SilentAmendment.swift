import HallHistory
import HallModel
import HallSyntax

extension Ledger {
  /// The first revision since the approval that changed approved text but is recorded as progress,
  /// or as nothing; nil if there is none.
  ///
  /// - Parameter document: the present document; minutes that are not approved have no such
  ///   revision.
  package func silentAmendment(of document: Document) -> Int? {
    guard document.kind == .meeting, Seal.isApproved(document), let approval else { return nil }
    return silentAmendment(among: revisions.dropFirst(approval.number))?.number
  }

  /// The first of some revisions of these minutes that changed approved text but is recorded as
  /// progress, or as nothing.
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
