import HallHistory
import HallWords

/// Up to which commit every revision that git ever had was found in the histories of that commit, and
/// nothing in it was broken or waits for somebody: a ref in this clone alone. Whoever could write it
/// could as well write the commits.
///
/// Only what has looked at everything and found all well moves it, and only in `share`: what reads a
/// hall writes nothing.
package struct WholeMark: Sendable {
  private let repository: Repository

  package init(_ repository: Repository) { self.repository = repository }

  /// One for each hall of a repository.
  package var ref: String {
    let prefix = repository.prefix
    return "refs/hall/whole/"
      + (prefix.isEmpty ? "top" : String(SHA256.hex(of: Array(prefix.utf8)).prefix(32)))
  }

  /// The last commit of the branch, and the marked one, where the last one was made on it.
  package func commits() -> (head: String?, whole: String?) {
    let found = repository.commits(named: ["HEAD", ref])
    guard let head = found[0], let commit = found[1] else { return (found[0], nil) }
    let isBefore = commit == head || repository.isAncestor(commit, of: head)
    return (head, isBefore ? commit : nil)
  }

  /// Of a clone without its older commits nobody can say it.
  package func move(to commit: String) {
    guard !repository.isShallow else { return }
    _ = repository.git(["update-ref", "--no-deref", ref, commit])
  }
}
