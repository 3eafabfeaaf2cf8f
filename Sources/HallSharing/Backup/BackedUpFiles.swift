import HallGit
import HallStore
import HallWords

/// Which files of a hall a backup holds: all but git's own and what belongs to one moment on one
/// machine.
package struct BackedUpFiles: Sendable {
  package let files: [String]
  /// What cannot be taken along: links, pipes.
  package let others: [String]

  /// What is kept of `.hall/`: drafts, documents that were taken back, rosters that were replaced.
  private static let keptNotes = ["drafts", "undone", "replaced"]

  package static func isPrivate(_ path: String) -> Bool { path.hasPrefix("private/") }

  /// Whether a path is never in a backup; one that comes in an archive is refused.
  static func isLeftOut(_ path: String) -> Bool {
    let steps = path.split(separator: "/").map { $0.lowercased() }
    if steps.contains(".git") { return true }
    guard steps.first == ".hall", steps.count > 1 else { return false }
    return !keptNotes.contains(steps[1])
  }

  /// Whether `private` is a link that cannot be followed: a disk that is not there, a folder of somebody
  /// else.
  let isPrivateLost: Bool

  init(of folder: HallFolder) throws(StoreFailure) {
    let contents = try FolderContents(of: folder.root, leavingOut: BackedUpFiles.isLeftOut)
    var (files, others) = (contents.files, contents.others)
    // Private files on a disk of their own are in the backup as if they were here.
    if let away = folder.ownPrivateFolder {
      let privates = try FolderContents(of: away)
      files += privates.files.map { "private/" + $0 }
      others = others.filter { $0 != "private" } + privates.others.map { "private/" + $0 }
    }
    isPrivateLost = others.contains("private")
    (self.files, self.others) = (files.sorted(), others)
  }
}
