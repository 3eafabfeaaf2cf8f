import HallGit
import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords

/// Approved minutes that others have changed: the person who approved them is reminded until they
/// have looked at the changes.
extension Sharing {
  /// The received changes of minutes that somebody else had approved.
  func amended(_ versions: HallVersions) -> [UnseenAmendments.Entry] {
    var entries = versions.waiting.compactMap { change in
      change.approver.map {
        UnseenAmendments.Entry(name: change.name, revision: 0, approver: $0)
      }
    }
    for (name, file) in versions.histories.sorted(by: { $0.key < $1.key }) {
      guard let place = HistoryPlace(named: name),
        let theirs = file.theirs?.bytes, theirs != file.base?.bytes
      else { continue }
      let now = Ledger(theirs, of: place.documentPath)
      let known = Set(Ledger(file.base?.bytes ?? [], of: place.documentPath).revisions.map(\.chain))
      let new = now.revisions.filter { $0.kind == .amendment && !known.contains($0.chain) }
      guard !new.isEmpty, let approver = now.approval?.by else { continue }
      entries += new.filter { $0.by != approver }.map {
        UnseenAmendments.Entry(name: name, revision: $0.number, approver: approver)
      }
    }
    return entries
  }

  /// Reminds the person who shares of what they have not looked at.
  func tellUnseen(_ answer: inout Answer) {
    // Unrecorded changes are asked about in each call, and not listed here as well.
    let own = UnseenAmendments(in: folder).entries.filter {
      $0.approver == author.name && $0.revision > 0
    }
    for line in UnseenLines(folder, own, language).lines { tell(line, line, &answer) }
  }
}
