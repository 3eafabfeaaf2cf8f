import HallHistory
import HallStore

/// What git remembers of the histories: they only grow, so that whatever a commit of the branch had
/// must still be there, in its place or made again by a join.
struct HistoryWitness {
  /// A revision that a commit has, and the hall has no more.
  struct Lost {
    let place: HistoryPlace
    let revision: Revision
    /// The history that has it.
    let ledger: Ledger
    /// The commit, as its digits.
    let commit: String
  }

  let repository: Repository
  let folder: HallFolder

  /// The revisions that are gone, each once, in the order of their documents.
  ///
  /// - Parameter keepsMark: whether the next call need not look at what this one has found whole.
  func lost(keepsMark: Bool = true) -> [Lost] {
    guard let head = repository.commit("HEAD") else { return [] }
    let mark = WholeMark(repository)
    let whole = mark.commit(before: head)
    let now = changes(["diff", "--ignore-submodules=all"], [head])
    let past = whole == head ? Past() : self.past(since: whole, head)
    let versions = versions(now, head) + leftOut(head) + past.versions
    var lost: [Lost] = []
    var isComplete = past.isComplete
    if !versions.isEmpty {
      let present = PresentHistories(in: folder)
      for (version, bytes) in zip(versions, repository.contents(of: versions.map(\.object))) {
        guard let bytes else {
          isComplete = false
          continue
        }
        let ledger = Ledger(bytes, of: version.place.documentPath)
        // A damaged version is no witness: whoever mended it went on from the version before.
        guard (try? ledger.verify()) != nil else { continue }
        for revision in present.lost(of: ledger, at: version.place) {
          guard !lost.contains(where: { $0.revision.chain == revision.chain }) else { continue }
          lost.append(
            Lost(place: version.place, revision: revision, ledger: ledger, commit: version.commit))
        }
      }
    }
    // What was found may stand in the folder alone: then it is no word about the commit.
    if keepsMark, lost.isEmpty, isComplete, whole != head,
      past.versions.isEmpty || isAsCommitted
    {
      mark.move(to: head)
    }
    return lost.sorted { ($0.place.path, $0.revision.number) < ($1.place.path, $1.revision.number) }
  }

  private struct Version {
    let place: HistoryPlace
    let object: String
    let commit: String
  }

  /// What commits have taken away.
  private struct Past {
    var versions: [Version] = []
    /// Whether git could tell all of it.
    var isComplete = true
  }

  private var path: String { repository.prefix + "history" }

  /// The histories that git was told not to check out: it does not call them changed.
  private func leftOut(_ head: String) -> [Version] {
    repository.leftOut().compactMap { path in
      guard let place = HistoryPlace(historyPath: path), !folder.exists(path) else { return nil }
      return Version(place: place, object: "\(head):\(repository.prefix)\(path)", commit: head)
    }
  }

  private func changes(_ command: [String], _ commits: [String]) -> ProgramResult {
    repository.git(
      command + ["--no-renames", "--no-ext-diff", "--no-textconv", "--raw", "-z", "--no-abbrev"]
        + commits + ["--", path])
  }

  /// Whether the folder has the histories of the last commit, and no others.
  private var isAsCommitted: Bool {
    let status = repository.git([
      "status", "--porcelain", "-z", "--untracked-files=all", "--ignored", "--", path,
    ])
    return status.isDone && status.output.isEmpty
  }

  /// The versions of histories from which a commit has taken something away.
  ///
  /// - Parameter whole: what was found whole before.
  private func past(since whole: String?, _ head: String) -> Past {
    let log = repository.git(
      [
        "log", "-m", "--no-renames", "--no-ext-diff", "--no-textconv", "--numstat", "-z",
        "--format=%x01%H", head,
      ] + (whole.map { ["^" + $0] } ?? []) + ["--", path])
    var commits: [String] = []
    var commit = ""
    for field in log.output.split(separator: 0) {
      var text = String(decoding: field, as: UTF8.self)
      if let mark = text.firstIndex(of: "\u{1}") {
        commit = String(text[text.index(after: mark)...].prefix { $0.isHexDigit })
        text = String(text[text.index(after: mark)...].drop { $0.isHexDigit || $0 == "\n" })
      }
      let counts = text.drop { $0 == "\n" }.split(separator: "\t", maxSplits: 2)
      guard counts.count == 3, counts[1] != "0", commits.last != commit else { continue }
      commits.append(commit)
    }
    var past = Past(isComplete: log.isDone)
    for commit in commits {
      past.versions += versions(changes(["diff-tree", "-m", "-r"], [commit]), commit)
    }
    // Whatever the commits between say: what stood there then is looked at where it is another now.
    if let whole, !past.versions.isEmpty {
      past.versions += versions(changes(["diff-tree", "-r"], [whole, head]), whole)
    }
    return past
  }

  /// What stood there before each change of a raw diff.
  private func versions(_ diff: ProgramResult, _ commit: String) -> [Version] {
    var versions: [Version] = []
    var object: String?
    for field in diff.output.split(separator: 0) {
      let text = String(decoding: field, as: UTF8.self)
      if text.hasPrefix(":") {
        let facts = text.split(separator: " ")
        let old = facts.count > 2 ? String(facts[2]) : ""
        object = old.contains { $0 != "0" } ? old : nil
      } else if let known = object {
        object = nil
        guard text.hasPrefix(repository.prefix),
          let place = HistoryPlace(historyPath: String(text.dropFirst(repository.prefix.count)))
        else { continue }
        versions.append(Version(place: place, object: known, commit: commit))
      }
    }
    return versions
  }
}
