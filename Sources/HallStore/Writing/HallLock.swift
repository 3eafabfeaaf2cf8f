#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The lock of a hall: whoever writes holds it. The system frees it when its holder dies.
struct HallLock {
  private let file: Int32

  /// Waits until nobody else holds the lock.
  init(_ folder: String, disk: any Disk) throws(DiskFailure) {
    try disk.makeFolder(folder)
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

  /// Lets the next one write.
  func release() { _ = close(file) }
}
