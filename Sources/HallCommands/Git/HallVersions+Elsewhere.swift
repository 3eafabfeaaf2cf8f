import HallHistory
import HallModel
import HallStore
import HallSyntax

/// What others have changed without the program, on a git host's page say.
extension HallVersions {
  /// Gives their histories the revisions that they lack, each by whoever made the commit, so that
  /// nobody else's name stands beside it. What is approved stays as it is: that needs a reason.
  ///
  /// - Parameter why: what such a revision says.
  mutating func attribute(_ repository: Repository, to theirs: String, why: String) {
    for (name, file) in documents {
      guard let document = file.theirs, document.bytes != file.base?.bytes,
        document.bytes != file.ours?.bytes,
        let place = HistoryPlace(historyPath: "history/\(name).md"),
        let history = histories[name]?.theirs?.bytes
          ?? repository.content(of: place.path, in: theirs),
        var end = try? LedgerEnd(history, of: place.documentPath, expecting: document.bytes),
        end.whole == history.count, end.text != document.bytes,
        Seal.kind(of: place.kind, path: document.path, from: end.text, to: document.bytes) == nil
      else { continue }
      let facts = repository.git([
        "log", "-1", "--format=%an%n%aI", theirs, "--", repository.prefix + document.path,
      ]).text.split(separator: "\n").map(String.init)
      guard facts.count == 2 else { continue }
      let added = end.add(
        document.bytes, note: LedgerWriter.Note(at: facts[1], by: facts[0], why: why))
      set(Version(path: place.path, bytes: history + added), of: name, else: history)
      elsewhere.append(name)
    }
  }
}
