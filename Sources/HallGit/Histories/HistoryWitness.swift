import HallHistory
import HallStore
import HallWords

/// What git remembers of the histories: they only grow, so every revision in any commit of the
/// branch must still exist, in its place or made again by a join.
package struct HistoryWitness {
  /// A revision that a commit has and the hall has lost.
  package struct Lost {
    package let place: HistoryPlace
    package let revision: Revision
    /// The history that contains it.
    package let ledger: Ledger
    /// The hash of the commit that removed it; nil if the last commit still has it.
    package let taker: String?
  }

  package let repository: Repository
  package let folder: HallFolder

  package init(repository: Repository, folder: HallFolder) {
    (self.repository, self.folder) = (repository, folder)
  }

  /// The lost revisions, each once, in the order of their documents.
  package func lost() -> [Lost] { look().lost }

  /// The same, with the commit whose whole past was searched; nil if git could not report all of
  /// it, or if the findings are about the folder only.
  package func look() -> (lost: [Lost], seen: String?) {
    let (last, whole) = WholeMark(repository).commits()
    guard let head = last else { return ([], nil) }
    let past =
      whole == head ? nil : TakenAway(repository, since: whole.map { [$0] } ?? [], in: head)
    let taken = past?.versions ?? []
    var versions =
      repository.historyVersions(["diff", "--ignore-submodules=all"], [head]) + leftOut(head)
      + taken
    // Whatever the commits between did: a version in that commit is compared if it differs now.
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
        // A damaged version proves nothing: whoever repaired it continued from the version before.
        guard !gone.isEmpty, (try? ledger.verify()) != nil else { continue }
        for revision in gone {
          lost.append(
            Lost(place: version.place, revision: revision, ledger: ledger, taker: version.taker))
        }
      }
    }
    // The findings may be about the folder only: then they say nothing about the commit.
    let isOfCommit = isComplete && (taken.isEmpty || isAsCommitted)
    return (
      lost.sorted { ($0.place.path, $0.revision.number) < ($1.place.path, $1.revision.number) },
      isOfCommit ? head : nil
    )
  }

  /// The histories excluded from the checkout: git does not report them as changed.
  private func leftOut(_ head: String) -> [TakenAway.Version] {
    repository.leftOut().compactMap { path in
      guard let place = HistoryPlace(historyPath: path), !folder.exists(path) else { return nil }
      return TakenAway.Version(
        place: place, object: "\(head):\(repository.prefix)\(path)", taker: nil)
    }
  }

  /// Whether the folder has exactly the histories of the last commit.
  private var isAsCommitted: Bool {
    let status = repository.git([
      "status", "--porcelain", "-z", "--untracked-files=all", "--ignored", "--",
      repository.prefix + "history",
    ])
    return status.isDone && status.output.isEmpty
  }
}
