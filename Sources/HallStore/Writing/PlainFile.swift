/// A file outside the halls that git or a git host reads: it is found, replaced whole, or removed.
package struct PlainFile: Sendable {
  private let place: DiskPath
  private let disk: any Disk

  /// - Parameter top: a folder above it; no step below it may be a link. If omitted, the folder the
  ///   file is in.
  package init(_ path: String, below top: String? = nil, disk: any Disk = SystemDisk()) {
    place = top.flatMap { DiskPath(path, below: $0) } ?? DiskPath(whole: path)
    self.disk = disk
  }

  /// Reads the file; nil if there is none. A link, or anything else that is not a file, is an
  /// error.
  package func read() throws(DiskFailure) -> StoredFile? { try disk.read(place) }

  /// Replaces its text: at any moment either the whole old or the whole new one is there.
  ///
  /// - Parameter mode: its permissions; nil for the default mode of this process.
  package func write(_ bytes: [UInt8], mode: UInt32?) throws(DiskFailure) {
    _ = try disk.makeFolder(place.folder)
    try disk.replace(place, with: bytes, mode: mode)
  }

  package func remove() throws(DiskFailure) { try disk.remove(place) }
}
