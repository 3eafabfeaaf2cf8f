import HallHistory

/// Up to which commit every revision that git ever had was found in the histories of that commit, and
/// nothing in it was broken or waits for somebody: a ref in this clone alone. Whoever could write it
/// could as well write the commits.
///
/// Only what has looked at everything and found all well moves it, and only in `share`: what reads a
/// hall writes nothing.
struct WholeMark: Sendable {
  private let repository: Repository

  init(_ repository: Repository) { self.repository = repository }

  /// One for each hall of a repository.
  var ref: String {
    let prefix = repository.prefix
    return "refs/hall/whole/"
      + (prefix.isEmpty ? "top" : String(SHA256.hex(of: Array(prefix.utf8)).prefix(32)))
  }

  /// The commit, where another one was made on it.
  func commit(before head: String) -> String? {
    guard let commit = repository.commit(ref) else { return nil }
    return commit == head || repository.isAncestor(commit, of: head) ? commit : nil
  }

  /// Of a clone without its older commits nobody can say it.
  func move(to commit: String) {
    guard !repository.isShallow else { return }
    _ = repository.git(["update-ref", "--no-deref", ref, commit])
  }
}
