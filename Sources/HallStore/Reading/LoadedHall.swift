import HallModel
import HallSyntax

/// A hall and where it came from.
package struct LoadedHall: Sendable {
  package let folder: HallFolder
  package let hall: Hall
  /// Files that could not be read at all.
  package let failures: [StoreFailure]
  /// Held by a command that writes, as long as it goes on with what it has read.
  package var lock: HallLock?

  package init(
    folder: HallFolder, hall: Hall, failures: [StoreFailure], lock: HallLock? = nil
  ) {
    (self.folder, self.hall) = (folder, hall)
    (self.failures, self.lock) = (failures, lock)
  }

  package var name: String { hall.charter.name }
}
