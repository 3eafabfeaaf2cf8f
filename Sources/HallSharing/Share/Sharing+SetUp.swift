import HallGit
import HallModel
import HallStore
import HallSyntax
import HallWords

/// What `git-setup` has written at the top of the repository for other programs: the others need it as
/// well, and nobody else commits it.
extension Sharing {
  /// Those of its files that differ from the last commit by nothing but its own lines.
  ///
  /// They stand outside the hall, so that what else is in them is somebody else's, and stays.
  ///
  /// - Parameter files: what is not committed, with paths from the top of the work tree.
  func changedBySetUp(of files: [Changed]) -> [Changed] {
    let whole = Repository(repository, prefix: "")
    return files.filter { file in
      guard let lines = MarkedLines.atTop.first(where: { $0.path == file.path }) else {
        return false
      }
      let now = try? PlainFile(repository.top + "/" + file.path, below: repository.top).read()
      return lines.isOnlyChange(
        from: whole.content(of: file.path, in: "HEAD"), to: now?.bytes)
    }
  }
}

extension MarkedLines {
  /// Those that stand at the top of the work tree.
  static let atTop: [MarkedLines] = [.prettier, .preCommit]

  /// Whether two versions of a file differ, and by these lines alone; nil is no file.
  func isOnlyChange(from old: [UInt8]?, to new: [UInt8]?) -> Bool {
    guard old != new, [old, new].contains(where: { $0.map(isIn) ?? false }) else { return false }
    return old.flatMap(removing) == new.flatMap(removing)
  }
}
