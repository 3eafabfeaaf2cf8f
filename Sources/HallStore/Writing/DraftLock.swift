/// The lock of a draft, held while it is open in an editor. It is released with this value, and by
/// the system when its holder dies.
package final class DraftLock: Sendable {
  private let file: DiskFile
  private let disk: any Disk

  /// - Returns: nil if somebody else holds it; nobody waits for an editor.
  init?(_ file: DiskFile, _ disk: any Disk) throws(DiskFailure) {
    (self.file, self.disk) = (file, disk)
    guard try disk.tryLock(file) else { return nil }
  }

  /// Keeps the lock until here, even if the optimiser sees an earlier last use.
  package func release() { withExtendedLifetime(self) {} }

  deinit { disk.release(file) }
}
