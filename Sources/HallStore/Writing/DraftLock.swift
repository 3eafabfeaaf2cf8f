#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The lock of a draft: whoever has it in an editor holds it. It is free when this value goes, and
/// the system frees it when its holder dies.
package final class DraftLock: Sendable {
  private let file: Int32

  /// - Returns: nil where somebody else holds it; nobody waits for an editor.
  init?(path: String) throws(DiskFailure) {
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard file >= 0 else { throw DiskFailure("open", path, errno) }
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      let number = errno
      if number == EWOULDBLOCK { return nil }
      throw DiskFailure("flock", path, number)
    }
  }

  /// Held until here, whatever the optimiser thinks of the last use.
  package func release() { withExtendedLifetime(self) {} }

  deinit { close(file) }
}
