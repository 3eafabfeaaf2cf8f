import HallWords

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A pipe or a device in the place of a file that git reads, which would make git wait for ever. A
/// clone never contains one; an archive may.
enum GitObstacle {
  private static let inWorkTree = [".gitattributes", ".gitignore", ".gitmodules", ".mailmap"]
  private static let ofGit = [
    "config", "config.worktree", "HEAD", "index", "packed-refs", "shallow", "info/attributes",
    "info/exclude", "objects/info/alternates",
  ]
  private static let folders = ["agendas", "matters", "history", "signatures"]

  /// The first such file in a hall's folder and those above it, up to the top of the work tree.
  static func first(around folder: String) -> String? {
    var folder = folder
    for name in folders {
      if let found = first(of: inWorkTree, in: folder + "/" + name) { return found }
    }
    while true {
      if let found = first(of: inWorkTree, in: folder) { return found }
      if let found = first(of: ofGit, in: folder + "/.git") { return found }
      var info = stat()
      if lstat(folder + "/.git", &info) == 0 { return nil }
      guard let slash = folder.lastIndex(of: "/"), slash > folder.startIndex else { return nil }
      folder = String(folder[..<slash])
    }
  }

  private static func first(of names: [String], in folder: String) -> String? {
    names.lazy.map { folder + "/" + $0 }.first { path in
      var info = stat()
      guard stat(path, &info) == 0 else { return false }
      return ![S_IFREG, S_IFDIR].contains(info.st_mode & S_IFMT)
    }
  }
}
