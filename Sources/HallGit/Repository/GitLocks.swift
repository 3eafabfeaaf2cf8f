#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

import HallStore
import HallWords

/// The locks that a git which was killed leaves, so that no other git may begin.
package struct GitLocks {
  /// git's own folder of the work tree, and the one that all work trees share.
  package let own: String
  package let common: String

  package init?(of repository: Repository) {
    let words = ["rev-parse", "--path-format=absolute", "--git-dir", "--git-common-dir"]
    let folders = repository.git(words).text.split(separator: "\n").map(String.init)
    if folders.count == 2 {
      (own, common) = (folders[0], folders[1])
      return
    }
    // An older git, or a folder whose name holds a line break.
    guard let own = repository.line(["rev-parse", "--absolute-git-dir"]) else { return nil }
    (self.own, common) = (own, own)
  }

  /// Takes away those that nobody writes to any more. A git that still runs has two seconds to end.
  ///
  /// - Parameter branch: the branch that was written to.
  package func removeLeft(branch: String?) {
    var paths = ["index", "HEAD", "MERGE_HEAD", "ORIG_HEAD"].map { own + "/" + $0 + ".lock" }
    if let branch { paths.append(common + "/refs/heads/" + branch + ".lock") }
    for path in paths where GitLocks.state(of: path) == .left { unlink(path) }
    for name in names where name.hasPrefix("next-index-") { unlink(own + "/" + name) }
  }

  /// Takes away the lock of a shared branch that a git which was stopped has left, where the shared place
  /// is a folder of this machine's.
  ///
  /// - Parameter said: what git says of it.
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

  /// Removes the lock of a ref that a killed git has left. git holds such a lock only while it writes one
  /// line, so that a lock which does not change for two seconds is nobody's.
  ///
  /// - Parameters:
  ///   - path: the lock, as git names it.
  ///   - repository: the lock of another one stays.
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

  /// Takes away what says that a merge is under way.
  func endMerge() {
    for name in ["MERGE_HEAD", "MERGE_MSG", "MERGE_MODE", "MERGE_RR", "AUTO_MERGE"] {
      unlink(own + "/" + name)
    }
  }

  /// What git is in the middle of, by the files it keeps meanwhile.
  package func has(_ name: String) -> Bool {
    var info = stat()
    return lstat(own + "/" + name, &info) == 0
  }

  private enum Lock { case gone, left, held }

  /// Waits to see whether anybody writes to a lock. It is left if it does not change for so many fifths of
  /// a second, and held if it still changes two seconds later.
  private static func state(of path: String, fifths: Int = 1) -> Lock {
    var before: (size: Int, inode: UInt64)?
    var same = 0
    for _ in 0..<(10 + fifths) {
      var info = stat()
      guard lstat(path, &info) == 0 else { return .gone }
      let now = (size: Int(info.st_size), inode: UInt64(info.st_ino))
      // git writes an index at once.
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
