/// A file beside the halls, as git or a git host reads it: found, replaced whole, removed.
package struct PlainFile: Sendable {
  private let place: DiskPath
  private let disk: any Disk

  /// - Parameter top: a folder above it, from which on no step may be a link; without one, the folder
  ///   that it is in.
  package init(_ path: String, below top: String? = nil, disk: any Disk = SystemDisk()) {
    place = top.flatMap { DiskPath(path, below: $0) } ?? DiskPath(whole: path)
    self.disk = disk
  }

  /// The file; nil where there is none. A link, or anything else that is no file, is a failure.
  package func read() throws(DiskFailure) -> StoredFile? { try disk.read(place) }

  /// Puts a new text in its place: at any moment the old or the new one is there, whole.
  ///
  /// - Parameter mode: its permissions; nil for what this process gives every new file.
  package func write(_ bytes: [UInt8], mode: UInt32?) throws(DiskFailure) {
    _ = try disk.makeFolder(place.folder)
    try disk.replace(place, with: bytes, mode: mode)
  }

  package func remove() throws(DiskFailure) { try disk.remove(place) }
}
