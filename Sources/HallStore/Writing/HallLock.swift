#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The lock of a hall: a writer holds it from before it reads what it changes. It is released with
/// the last reference to this value, and by the system when its holder dies.
///
/// The hall's own folder is locked: a file in `.hall/` could be removed while it is locked, and the
/// next process would then lock another file.
package final class HallLock: Sendable {
  /// How long to wait.
  package struct Patience: Sendable {
    /// In milliseconds: when to report that somebody else is writing, and when to give up.
    let tells: Int
    let ends: Int
    let tell: @Sendable () -> Void

    package init(
      tells: Int = 1000, ends: Int = 60_000, tell: @escaping @Sendable () -> Void = {}
    ) {
      (self.tells, self.ends, self.tell) = (tells, ends, tell)
    }
  }

  enum Failure: Error {
    case disk(DiskFailure)
    /// Somebody else held it the whole time.
    case busy
  }

  private let file: DiskFile
  private let disk: any Disk

  /// Waits until nobody else holds the lock.
  init(folder: HallFolder, disk: any Disk, patience: Patience) throws(Failure) {
    self.disk = disk
    var held: DiskFile
    do throws(DiskFailure) { held = try disk.openLock(folder.top, isFolder: true) } catch {
      throw .disk(error)
    }
    do throws(Failure) { try HallLock.wait(for: held, disk, patience) } catch {
      disk.close(held)
      guard case .disk(let failure) = error, failure.isNoLock else { throw error }
      // On a network file system a folder may not be lockable; a file is.
      do throws(DiskFailure) {
        try disk.makeNotes(folder)
        held = try disk.openLock(folder.place(.notes("lock")), isFolder: false)
      } catch {
        throw .disk(error)
      }
      do throws(Failure) { try HallLock.wait(for: held, disk, patience) } catch {
        disk.close(held)
        throw error
      }
    }
    file = held
  }

  private static func wait(
    for file: DiskFile, _ disk: any Disk, _ patience: Patience
  ) throws(Failure) {
    let start = ContinuousClock.now
    var pause = 1
    var hasTold = false
    while true {
      do throws(DiskFailure) { if try disk.tryLock(file) { return } } catch { throw .disk(error) }
      let waited = start.duration(to: .now)
      if waited >= .milliseconds(patience.ends) { throw .busy }
      if !hasTold, waited >= .milliseconds(patience.tells) {
        hasTold = true
        patience.tell()
      }
      usleep(UInt32(pause * 1000))
      pause = min(pause * 2, 50)
    }
  }

  deinit { disk.release(file) }
}

extension DiskFailure {
  /// Whether the file system cannot lock a folder.
  fileprivate var isNoLock: Bool { [EBADF, EINVAL, ENOLCK, EOPNOTSUPP].contains(number) }
}
