import HallStore
import HallSyntax
import HallWords

/// A commit: its hash, and when it was made.
package struct Commit: Sendable, Equatable {
  package let digits: String
  /// Seconds since 1970-01-01 00:00 UTC; nil if the commit does not say.
  let time: Int?

  package var short: String { String(digits.prefix(7)) }

  /// Its day in an offset of so many seconds east of Greenwich.
  package func day(offset: Int) -> Day? {
    time.map { ClockReading($0, offset: offset).day }
  }
}

extension Repository {
  /// The commit with this name, and its time; nil if git knows no such commit.
  package func datedCommit(_ name: String) -> Commit? {
    guard let digits = commit(name) else { return nil }
    return Commit(digits: digits, time: time(of: digits))
  }

  /// When a commit was made. Read from the commit itself, so that no setting of `git log` matters.
  private func time(of commit: String) -> Int? {
    for line in git(["cat-file", "commit", commit]).text.split(separator: "\n") {
      guard line.hasPrefix("committer ") else { continue }
      return line.split(separator: " ").suffix(2).first.flatMap { Int($0) }
    }
    return nil
  }

  /// How many commits are in one state and not in another.
  package func commits(from old: String?, to new: String) -> Int? {
    line(["rev-list", "--count", new] + (old.map { ["^" + $0] } ?? []) + ["--"]).flatMap { Int($0) }
  }

  /// A file that is not the same in two commits, by its path from the top of the repository.
  package struct ChangedFile: Sendable {
    package enum Change: Sendable { case added, removed, changed }
    package let path: String
    package let change: Change
  }

  /// The files that are not the same in two commits, in the order of their paths.
  package func changedFiles(from old: String, to new: String) -> [ChangedFile] {
    // `A`, then the path, each ended by a NUL; the paths are those from the top.
    let words = git(["diff-tree", "-r", "-z", "--no-renames", "--name-status", old, new])
      .output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    return stride(from: 0, to: words.count - 1, by: 2).map { place in
      let change: ChangedFile.Change =
        switch words[place] {
        case "A": .added
        case "D": .removed
        default: .changed
        }
      return ChangedFile(path: words[place + 1], change: change)
    }
  }

  /// How many commits of the branch its upstream does not have, as far as is known here; nil without
  /// an upstream.
  package var unpushed: Int? { commits(from: "@{upstream}", to: "HEAD") }

  /// The name of the upstream branch, and how many of its commits are not in a commit; nil if there is
  /// no upstream or nothing is missing. Only what was fetched is known.
  package func missing(from commit: String) -> (upstream: String, count: Int)? {
    guard let count = commits(from: commit, to: "@{upstream}"), count > 0,
      let upstream = line(["rev-parse", "--abbrev-ref", "--symbolic-full-name", "@{upstream}"])
    else { return nil }
    return (upstream, count)
  }

  /// Whether a commit is an ancestor of another.
  package func isAncestor(_ old: String, of new: String) -> Bool {
    git(["merge-base", "--is-ancestor", old, new]).isDone
  }

  /// How many documents of the hall differ in the work tree from the committed ones.
  package func uncommittedDocuments() -> Int {
    let paths = ["hall.md", "agendas", "matters"].map { prefix + $0 }
    let status = git(
      [
        "status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all",
        "--ignore-submodules=all", "--",
      ] + paths)
    return status.output.split(separator: 0).count { entry in
      // `XY path`
      let path = String(decoding: entry.dropFirst(3), as: UTF8.self)
      return path.hasPrefix(prefix)
        && HallFiles.kind(of: String(path.dropFirst(prefix.count))) != nil
    }
  }

  /// The hall in two commits, each as files in memory. Every object is read once, and the histories
  /// only if anything differs.
  ///
  /// - Parameter old: nil for an empty state.
  package func states(_ old: String?, _ new: String) -> (old: HallState, new: HallState) {
    let before = old.map { files(in: $0) } ?? [:]
    let after = files(in: new)
    let isQuiet = before == after
    func isRead(_ path: String) -> Bool {
      HallFiles.kind(of: path) != nil || !isQuiet && HistoryPlace(historyPath: path) != nil
    }
    var objects: [String: Int] = [:]
    for files in [before, after] {
      for (path, object) in files where isRead(path) && objects[object] == nil {
        objects[object] = objects.count
      }
    }
    let order = objects.sorted { $0.value < $1.value }.map(\.key)
    let contents = contents(of: order)
    func bytes(_ files: [String: String]) -> [String: [UInt8]] {
      files.filter { isRead($0.key) }.compactMapValues { object in
        objects[object].flatMap { contents[$0] }
      }
    }
    let older = HallFiles(bytes(before))
    let newer = HallFiles(bytes(after), like: older)
    return (
      HallState(files: older, ballots: ballots(of: older, in: before)),
      HallState(files: newer, ballots: ballots(of: newer, in: after))
    )
  }

  /// The ballot files that a state's votes name and that exist in it.
  private func ballots(of files: HallFiles, in tree: [String: String]) -> [String: [UInt8]] {
    let paths = files.ballotPaths.filter { tree[$0] != nil }.sorted()
    let found = contents(of: paths.compactMap { tree[$0] })
    var ballots: [String: [UInt8]] = [:]
    for (path, bytes) in zip(paths, found) { ballots[path] = bytes }
    return ballots
  }
}

/// A hall as of one commit.
package struct HallState: Sendable {
  package let files: HallFiles
  package let ballots: [String: [UInt8]]
}
