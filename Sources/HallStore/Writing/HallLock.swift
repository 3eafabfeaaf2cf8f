#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A lock that one program at a time holds: of a hall, whoever writes; of a draft, whoever edits.
/// The system frees it when its holder dies.
package struct HallLock {
  private let file: Int32

  /// The lock of a hall; waits until nobody else holds it.
  init(_ folder: String, disk: any Disk) throws(DiskFailure) {
    try disk.makeFolder(folder)
    guard let lock = try HallLock(file: folder + "/lock", waits: true) else {
      throw DiskFailure("flock", folder + "/lock", EWOULDBLOCK)
    }
    self = lock
  }

  /// - Returns: nil where somebody else holds it and it is not waited for.
  init?(file path: String, waits: Bool) throws(DiskFailure) {
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard file >= 0 else { throw DiskFailure("open", path, errno) }
    while flock(file, waits ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      let number = errno
      close(file)
      if number == EWOULDBLOCK { return nil }
      throw DiskFailure("flock", path, number)
    }
  }

  /// Lets the next one have it.
  package func release() { _ = close(file) }
}

extension DiskFailure {
  /// The number of a link or a folder that stands where a file should.
  static var noFile: Int32 { ELOOP }
  var isNoFile: Bool { number == DiskFailure.noFile }
}
