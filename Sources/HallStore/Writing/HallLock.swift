#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The lock of a hall: whoever writes holds it, from before it reads what it changes. It is free
/// when the last one lets go of this value, and the system frees it when its holder dies.
package final class HallLock: Sendable {
  private let file: Int32

  /// Waits until nobody else holds the lock.
  init(root: String, disk: any Disk) throws(DiskFailure) {
    let folder = root + "/.hall"
    if try disk.makeFolder(folder) { try disk.syncFolder(root) }
    let path = folder + "/lock"
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard file >= 0 else { throw DiskFailure("open", path, errno) }
    while flock(file, LOCK_EX) != 0 {
      if errno == EINTR { continue }
      let number = errno
      close(file)
      throw DiskFailure("flock", path, number)
    }
  }

  deinit { close(file) }
}
