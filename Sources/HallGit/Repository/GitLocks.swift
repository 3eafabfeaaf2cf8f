#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

import HallStore
import HallWords

/// The locks left by a killed git, which keep every other git from starting.
package struct GitLocks {
  /// git's own folder of the work tree, and the one shared by all work trees.
  package let own: String
  package let common: String

  package init?(of repository: Repository) {
    let words = ["rev-parse", "--path-format=absolute", "--git-dir", "--git-common-dir"]
    let folders = repository.git(words).text.split(separator: "\n").map(String.init)
    if folders.count == 2 {
      (own, common) = (folders[0], folders[1])
      return
    }
    // An older git, or a folder with a line break in its name.
    guard let own = repository.line(["rev-parse", "--absolute-git-dir"]) else { return nil }
    (self.own, common) = (own, own)
  }

  /// Removes the locks that nobody writes to any more. A git that is still running has two seconds
  /// to end.
  ///
  /// - Parameter branch: the branch that was written to.
  package func removeLeft(branch: String?) {
    var paths = ["index", "HEAD", "MERGE_HEAD", "ORIG_HEAD"].map { own + "/" + $0 + ".lock" }
    if let branch { paths.append(common + "/refs/heads/" + branch + ".lock") }
    for path in paths where GitLocks.state(of: path) == .left { unlink(path) }
    for name in names where name.hasPrefix("next-index-") { unlink(own + "/" + name) }
  }

  /// Removes the lock of a shared branch left by a stopped git, if the shared place is a folder on
  /// this machine.
  ///
  /// - Parameter said: git's message about it.
  package static func removeLeft(of place: SharedPlace, _ said: String, in repository: Repository) {
    guard let path = GitTrouble.lock(said),
      let url = repository.line(["remote", "get-url", "--", place.remote])
    else { return }
    let folder = OutsideFolder.realPath(url.hasPrefix("file://") ? String(url.dropFirst(7)) : url)
    guard path.hasSuffix("/" + place.reference + ".lock"),
      OutsideFolder.realPath(path).hasPrefix(folder + "/"), state(of: path) == .left
    else { return }
    unlink(path)
  }

  /// Removes the lock of a ref left by a killed git. git holds such a lock only while it writes one
  /// line, so a lock that does not change for two seconds is abandoned.
  ///
  /// - Parameters:
  ///   - path: the lock, as git names it.
  ///   - repository: only locks in this repository are removed.
  /// - Returns: whether the lock is gone.
  package static func removeLeft(ofRef path: String, in repository: Repository) -> Bool {
    guard path.hasSuffix(".lock"), let locks = GitLocks(of: repository) else { return false }
    let real = OutsideFolder.realPath(path)
    let isOfRef = [locks.own, locks.common].map(OutsideFolder.realPath).contains { folder in
      real.hasPrefix(folder + "/refs/") || real == folder + "/packed-refs.lock"
    }
    guard isOfRef else { return false }
    return switch state(of: path, fifths: 10) {
    case .gone: true
    case .left: unlink(path) == 0
    case .held: false
    }
  }

  /// Removes the files that mark a merge as under way.
  func endMerge() {
    for name in ["MERGE_HEAD", "MERGE_MSG", "MERGE_MODE", "MERGE_RR", "AUTO_MERGE"] {
      unlink(own + "/" + name)
    }
  }

  /// Whether git is in the middle of an operation, by the file it keeps meanwhile.
  package func has(_ name: String) -> Bool {
    var info = stat()
    return lstat(own + "/" + name, &info) == 0
  }

  private enum Lock { case gone, left, held }

  /// Waits to see whether anybody writes to a lock. It is abandoned if it does not change for the
  /// given number of fifths of a second, and held if it still changes two seconds later.
  private static func state(of path: String, fifths: Int = 1) -> Lock {
    var before: (size: Int, inode: UInt64)?
    var same = 0
    for _ in 0..<(10 + fifths) {
      var info = stat()
      guard lstat(path, &info) == 0 else { return .gone }
      let now = (size: Int(info.st_size), inode: UInt64(info.st_ino))
      // git writes an index in one go.
      same = before.map { $0 == now } ?? false ? same + 1 : 0
      if same == fifths { return .left }
      before = now
      usleep(200_000)
    }
    return .held
  }

  private var names: [String] {
    guard let stream = opendir(own) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names
  }
}
