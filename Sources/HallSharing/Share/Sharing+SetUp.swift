import HallGit
import HallModel
import HallStore
import HallSyntax
import HallWords

/// The files that `git-setup` has written at the top of the repository for other programs: the
/// others need them as well, and nobody else commits them.
extension Sharing {
  /// The files of `git-setup` that differ from the last commit only by its own lines.
  ///
  /// They are outside the hall, so other changes in them are somebody else's, and stay uncommitted.
  ///
  /// - Parameter files: the uncommitted files, with paths from the top of the work tree.
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
  /// The lines in files at the top of the work tree.
  static let atTop: [MarkedLines] = [.prettier, .preCommit]

  /// Whether two versions of a file differ, and only by these lines; nil means no file.
  func isOnlyChange(from old: [UInt8]?, to new: [UInt8]?) -> Bool {
    guard old != new, [old, new].contains(where: { $0.map(isIn) ?? false }) else { return false }
    return old.flatMap(removing) == new.flatMap(removing)
  }
}
