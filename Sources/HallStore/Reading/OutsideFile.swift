/// A file that is not part of any hall: a spreadsheet from the user, a version of a document from
/// git.
package enum OutsideFile {
  /// The bytes of a file at a path as given.
  ///
  /// - Parameter base: the folder that a relative path starts from.
  package static func bytes(of path: String, from base: String) throws(StoreFailure) -> [UInt8] {
    do throws(StoreFailure.Reason) {
      return try FileSystem.read(whole(path, base), within: "/")
    } catch {
      throw StoreFailure(path: path, reason: error)
    }
  }

  /// Overwrites an existing file with another text, as git requires of a merge driver.
  package static func replace(
    _ path: String, from base: String, with bytes: [UInt8]
  ) throws(DiskFailure) {
    let disk = SystemDisk()
    let file = try disk.openEnd(DiskPath(whole: whole(path, base))).file
    defer { disk.close(file) }
    try disk.truncate(file, to: 0)
    try disk.writeAll(bytes, to: file)
  }

  /// Removes a file that a merge created below a folder; no link is followed on the way.
  package static func remove(_ path: String, below top: String) {
    guard let place = DiskPath(path, below: top) else { return }
    try? SystemDisk().remove(place)
  }

  private static func whole(_ path: String, _ base: String) -> String {
    path.hasPrefix("/") ? path : base + "/" + path
  }
}

/// Folders that are not part of any hall.
package enum OutsideFolder {
  /// A path with every link resolved, as far as it exists.
  package static func realPath(_ path: String) -> String {
    var (there, rest) = (Substring(path), "")
    while !there.isEmpty {
      if let real = FileSystem.realPath(String(there)) {
        return (real == "/" && !rest.isEmpty ? "" : real) + rest
      }
      guard let slash = there.lastIndex(of: "/") else { break }
      rest = there[slash...] + rest
      there = there[..<slash]
    }
    return path
  }
}
