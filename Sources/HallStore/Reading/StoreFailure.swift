/// A file or folder that could not be read, and why.
package struct StoreFailure: Error, Sendable, Equatable {
  package enum Reason: Error, Sendable, Equatable {
    case notFound
    /// The folder has no `hall.md`.
    case noHall
    /// The folder has no `hall.md`, but its history.
    case lostHall
    /// A document is not there, but its history is.
    case lostDocument
    case notAllowed
    case isFolder
    /// A file with a folder's name.
    case notAFolder
    /// Neither a file nor a folder: a pipe, a device.
    case notAFile
    /// A link that leads out of the hall.
    case leadsOut
    /// A link to something that does not exist.
    case leadsNowhere
    /// Above 2 GiB.
    case tooLarge
    /// Anything else, by its number (`errno`).
    case system(Int32)
  }

  /// Relative to the hall, or as given.
  package let path: String
  package let reason: Reason

  package init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }
}
