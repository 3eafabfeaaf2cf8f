import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords

/// What others have changed without the program, on a git host's page say.
extension HallVersions {
  /// Gives their histories the revisions that they lack, each by whoever made the commit, so that
  /// nobody else's name stands beside it. What is approved stays as it is, and waits: that needs a
  /// reason.
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
