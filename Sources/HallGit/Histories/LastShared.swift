import HallHistory
import HallStore
import HallWords

/// What the others have of a hall, as far as this clone knows: no other machine is contacted.
package struct LastShared {
  private let folder: HallFolder
  private let repository: Repository
  /// The commit there when the remote was last asked; nil if there was none.
  private let commit: String?

  /// A revision of a history.
  package struct Entry {
    package let place: HistoryPlace
    package let revision: Revision

    package init(place: HistoryPlace, revision: Revision) {
      (self.place, self.revision) = (place, revision)
    }
  }

  /// Nil if a hall is in no clone, or is not shared.
  package init?(of folder: HallFolder, _ programs: any Programs) {
    guard GitFiles.isBelowGit(folder.root),
      let repository = try? Repository(around: folder.root, programs),
      let branch = repository.branch,
      let upstream = repository.line([
        "for-each-ref", "--format=%(upstream)", "refs/heads/" + branch,
      ])
    else { return nil }
    (self.folder, self.repository) = (folder, repository)
    commit = repository.commit(upstream)
  }

  /// The revisions that are here and not there, newest first.
  package var unshared: [Entry] {
    paths.compactMap(HistoryPlace.init(historyPath:)).flatMap { place in
      revisions(of: place) { !$0 }
    }.sorted { ($0.revision.at, $0.revision.number) > ($1.revision.at, $1.revision.number) }
  }

  /// Whether a file of the hall is there.
  package func has(_ path: String) -> Bool {
    commit.flatMap { repository.content(of: path, in: $0) } != nil
  }

  /// The revisions of a history that are also there.
  package func shared(of place: HistoryPlace) -> [Entry] { revisions(of: place) { $0 } }

  private func revisions(of place: HistoryPlace, _ isMeant: (_ isShared: Bool) -> Bool) -> [Entry] {
    guard let now = try? folder.ledger(of: place) else { return [] }
    let there = commit.flatMap { repository.content(of: place.path, in: $0) } ?? []
    let known = Set(
      Ledger(there, of: place.documentPath).revisions.flatMap { [$0.chain] + $0.formerChains })
    return now.revisions.filter { revision in
      isMeant(!known.isDisjoint(with: [revision.chain] + revision.formerChains))
    }.map { Entry(place: place, revision: $0) }
  }

  /// The histories here that differ from those there; all of them, if nothing is there.
  private var paths: [String] {
    let path = repository.prefix + "history"
    let new = repository.git(["ls-files", "--others", "--full-name", "-z", "--", path])
    let listed =
      commit.map {
        repository.git([
          "diff", "--no-renames", "--no-ext-diff", "--no-textconv", "--name-only", "-z",
          "--diff-filter=AMT", $0, "--", path,
        ])
      } ?? repository.git(["ls-files", "--full-name", "-z", "--", path])
    return (listed.output + new.output).split(separator: 0).compactMap { entry in
      let path = String(decoding: entry, as: UTF8.self)
      return path.hasPrefix(repository.prefix)
        ? String(path.dropFirst(repository.prefix.count)) : nil
    }
  }
}
