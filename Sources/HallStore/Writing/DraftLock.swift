/// The lock of a draft: whoever has it in an editor holds it. It is free when this value goes, and
/// the system frees it when its holder dies.
package final class DraftLock: Sendable {
  private let file: DiskFile
  private let disk: any Disk

  /// - Returns: nil where somebody else holds it; nobody waits for an editor.
  init?(_ file: DiskFile, _ disk: any Disk) throws(DiskFailure) {
    (self.file, self.disk) = (file, disk)
    guard try disk.tryLock(file) else { return nil }
  }

  /// Held until here, whatever the optimiser thinks of the last use.
  package func release() { withExtendedLifetime(self) {} }

  deinit { disk.release(file) }
}
