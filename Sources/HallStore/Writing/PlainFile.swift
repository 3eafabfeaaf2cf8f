/// A file beside the halls, as git or a git host reads it: found, replaced whole, removed.
package struct PlainFile: Sendable {
  package let path: String
  private let disk: any Disk

  package init(_ path: String, disk: any Disk = SystemDisk()) {
    self.path = path
    self.disk = disk
  }

  /// The file; nil where there is none. A link, or anything else that is no file, is a failure.
  package func read() throws(DiskFailure) -> StoredFile? { try disk.read(path) }

  /// Puts a new text in its place: at any moment the old or the new one is there, whole.
  ///
  /// - Parameter mode: its permissions; nil for what this process gives every new file.
  package func write(_ bytes: [UInt8], mode: UInt32?) throws(DiskFailure) {
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      _ = try disk.makeFolder(String(path[..<slash]))
    }
    let draft = path + ".hall-new"
    // What a crash left.
    try disk.remove(draft)
    do throws(DiskFailure) {
      try disk.write(bytes, toNew: draft, mode: mode)
      try disk.rename(draft, to: path)
    } catch {
      try? disk.remove(draft)
      throw error
    }
  }

  package func remove() throws(DiskFailure) { try disk.remove(path) }

  /// Refuses a path that a link within one of its folders would lead elsewhere.
  ///
  /// - Parameter top: a folder above it, from which on the steps are looked at.
  package func requireNoLinks(below top: String) throws(DiskFailure) {
    var steps = path.dropFirst(top.count).split(separator: "/").dropLast()
    while !steps.isEmpty {
      try disk.requireNoLink(top + "/" + steps.joined(separator: "/"))
      steps = steps.dropLast()
    }
  }
}
