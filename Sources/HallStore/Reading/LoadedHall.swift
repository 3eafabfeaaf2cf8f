import HallModel
import HallSyntax

/// A hall and its source.
package struct LoadedHall: Sendable {
  package let folder: HallFolder
  package let hall: Hall
  /// Files that could not be read at all.
  package let failures: [StoreFailure]
  /// Held by a command that writes, while it works with what it has read.
  package var lock: HallLock?

  package init(
    folder: HallFolder, hall: Hall, failures: [StoreFailure], lock: HallLock? = nil
  ) {
    (self.folder, self.hall) = (folder, hall)
    (self.failures, self.lock) = (failures, lock)
  }

  package var name: String { hall.charter.name }
}
