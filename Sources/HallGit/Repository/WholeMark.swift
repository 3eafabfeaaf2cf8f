import HallHistory
import HallWords

/// The commit up to which everything was checked: its histories contain every revision that git
/// ever had, nothing is broken and nothing waits for an answer. It is a ref in this clone only;
/// anybody who could forge it could also forge the commits.
///
/// It is moved only after a complete check without findings, and only in `share`: commands that
/// read write nothing.
package struct WholeMark: Sendable {
  private let repository: Repository

  package init(_ repository: Repository) { self.repository = repository }

  /// One ref for each hall of a repository.
  package var ref: String {
    let prefix = repository.prefix
    return "refs/hall/whole/"
      + (prefix.isEmpty ? "top" : String(SHA256.hex(of: Array(prefix.utf8)).prefix(32)))
  }

  /// The last commit of the branch, and the marked one if it is an ancestor of the last.
  package func commits() -> (head: String?, whole: String?) {
    let found = repository.commits(named: ["HEAD", ref])
    guard let head = found[0], let commit = found[1] else { return (found[0], nil) }
    let isBefore = commit == head || repository.isAncestor(commit, of: head)
    return (head, isBefore ? commit : nil)
  }

  /// A shallow clone cannot be marked: its older commits are missing.
  package func move(to commit: String) {
    guard !repository.isShallow else { return }
    _ = repository.git(["update-ref", "--no-deref", ref, commit])
  }
}
