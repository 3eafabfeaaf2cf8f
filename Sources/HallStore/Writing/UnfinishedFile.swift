#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A new file outside of every hall that another program fills. It has another name until it is good,
/// so that under its own name it is there whole or not at all, and it is locked, so that two calls do
/// not fill one file.
package final class UnfinishedFile: Sendable {
  package enum Failure: Error, Sendable {
    /// There is something under its own name.
    case exists
    /// Another call is filling it.
    case busy
    case disk(DiskFailure)
  }

  /// Where it is until it is good.
  package let path: String
  private let target: String
  private let lock: DiskFile

  /// - Parameter ending: what its other name ends with too, for a program that looks at it.
  package init(_ target: String, ending: String = "") throws(Failure) {
    let path = target + ".hall-new" + ending
    let disk = SystemDisk()
    let lock: DiskFile
    do throws(DiskFailure) {
      lock = try disk.openLock(DiskPath(whole: path), isFolder: false)
    } catch {
      throw .disk(error)
    }
    var isReady = false
    do throws(DiskFailure) {
      isReady = try UnfinishedFile.takes(lock, path, disk)
    } catch {
      disk.close(lock)
      throw .disk(error)
    }
    guard isReady else {
      disk.close(lock)
      throw .busy
    }
    (self.path, self.target, self.lock) = (path, target, lock)
    guard !FileSystem.exists(target) else { throw .exists }
  }

  /// Locks an open file and empties it.
  ///
  /// - Returns: false if another call holds it.
  private static func takes(
    _ lock: DiskFile, _ path: String, _ disk: SystemDisk
  ) throws(DiskFailure) -> Bool {
    guard try disk.tryLock(lock) else { return false }
    // Whoever held it may have finished in the meantime: then the name leads to no file or to another.
    var (own, named) = (stat(), stat())
    guard fstat(lock.descriptor, &own) == 0, lstat(path, &named) == 0, own.st_ino == named.st_ino
    else { return false }
    // What a stopped call has left is written over, and only the owner may read it.
    guard fchmod(lock.descriptor, 0o600) == 0 else { throw DiskFailure("fchmod", path, errno) }
    try disk.truncate(lock, to: 0)
    return true
  }

  /// Waits until the file is on the disk, and gives it its name.
  package func finish() throws(DiskFailure) {
    let disk = SystemDisk()
    // A program may have put another file in its place.
    let file = try disk.openEnd(DiskPath(whole: path)).file
    defer { disk.close(file) }
    try disk.sync(file)
    try OutsideFolder.move(path, to: target)
  }

  deinit {
    unlink(path)
    SystemDisk().close(lock)
  }
}
