import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords

/// What others have changed without the program, for example on a git host's page.
extension HallVersions {
  /// Adds the missing revisions to their histories, each in the name of the commit's author, so
  /// that nobody else is named for it. A change of approved text is not recorded but waits: it
  /// needs a reason.
  package mutating func attribute(_ repository: Repository, to theirs: String, _ language: Language)
  {
    for (name, file) in documents.sorted(by: { $0.key < $1.key }) {
      guard let document = file.theirs, document.bytes != file.base?.bytes,
        document.bytes != file.ours?.bytes,
        let place = HistoryPlace(named: name),
        let history = histories[name]?.theirs?.bytes
          ?? repository.content(of: place.path, in: theirs),
        var end = try? LedgerEnd(history, of: place.documentPath, expecting: document.bytes),
        end.whole == history.count, end.text != document.bytes,
        let unsaid = repository.unsaidCommits(of: document.path, place, in: theirs)
      else { continue }
      let kind = Seal.kind(
        of: place.kind, path: document.path, from: end.text, to: document.bytes)
      guard kind != .amendment else {
        let approver = Ledger(history, of: place.documentPath).approval?.by
        waiting.append(UnsaidChange(name: name, commits: unsaid, approver: approver))
        continue
      }
      let added = end.add(
        unsaid, to: Document(path: document.path, kind: place.kind, bytes: document.bytes), language
      )
      mend(name, history: Version(path: place.path, bytes: history + added)) {
        repository.content(of: $0, in: theirs)
      }
    }
  }
}
