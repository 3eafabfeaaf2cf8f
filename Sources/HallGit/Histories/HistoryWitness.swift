import HallHistory
import HallStore
import HallWords

/// What git remembers of the histories: they only grow, so that whatever a commit of the branch had
/// must still be there, in its place or made again by a join.
package struct HistoryWitness {
  /// A revision that a commit has, and the hall has no more.
  package struct Lost {
    package let place: HistoryPlace
    package let revision: Revision
    /// The history that has it.
    package let ledger: Ledger
    /// The commit that took it away, as its digits; nil where the last commit has it still.
    package let taker: String?
  }

  package let repository: Repository
  package let folder: HallFolder

  package init(repository: Repository, folder: HallFolder) {
    (self.repository, self.folder) = (repository, folder)
  }

  /// The revisions that are gone, each once, in the order of their documents.
  package func lost() -> [Lost] { look().lost }

  /// The same, with the commit whose whole past was looked at; nil where git could not tell all, or
  /// where what was found stands in the folder alone.
  package func look() -> (lost: [Lost], seen: String?) {
    let (last, whole) = WholeMark(repository).commits()
    guard let head = last else { return ([], nil) }
    let past =
      whole == head ? nil : TakenAway(repository, since: whole.map { [$0] } ?? [], in: head)
    let taken = past?.versions ?? []
    var versions =
      repository.historyVersions(["diff", "--ignore-submodules=all"], [head]) + leftOut(head)
      + taken
    // Whatever the commits between say: what stood there then is looked at where it is another now.
    if let whole, !taken.isEmpty {
      versions += repository.historyVersions(["diff-tree", "-r"], [whole, head])
    }
    var lost: [Lost] = []
    var isComplete = past?.isComplete ?? true
    if !versions.isEmpty {
      let present = PresentHistories(in: folder)
      for (version, bytes) in zip(versions, repository.contents(of: versions.map(\.object))) {
        guard let bytes else {
          isComplete = false
          continue
        }
        let ledger = Ledger(bytes, of: version.place.documentPath)
        let gone = present.lost(of: ledger, at: version.place).filter { revision in
          !lost.contains { $0.revision.chain == revision.chain }
        }
        // A damaged version is no witness: whoever mended it went on from the version before.
        guard !gone.isEmpty, (try? ledger.verify()) != nil else { continue }
        for revision in gone {
          lost.append(
            Lost(place: version.place, revision: revision, ledger: ledger, taker: version.taker))
        }
      }
    }
    // What was found may stand in the folder alone: then it is no word about the commit.
    let isOfCommit = isComplete && (taken.isEmpty || isAsCommitted)
    return (
      lost.sorted { ($0.place.path, $0.revision.number) < ($1.place.path, $1.revision.number) },
      isOfCommit ? head : nil
    )
  }

  /// The histories that git was told not to check out: it does not call them changed.
  private func leftOut(_ head: String) -> [TakenAway.Version] {
    repository.leftOut().compactMap { path in
      guard let place = HistoryPlace(historyPath: path), !folder.exists(path) else { return nil }
      return TakenAway.Version(
        place: place, object: "\(head):\(repository.prefix)\(path)", taker: nil)
    }
  }

  /// Whether the folder has the histories of the last commit, and no others.
  private var isAsCommitted: Bool {
    let status = repository.git([
      "status", "--porcelain", "-z", "--untracked-files=all", "--ignored", "--",
      repository.prefix + "history",
    ])
    return status.isDone && status.output.isEmpty
  }
}
