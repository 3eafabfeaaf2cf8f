#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files and folders outside of every hall that are made, named and moved.
extension OutsideFolder {
  /// Whether anything is at a path.
  package static func exists(_ path: String) -> Bool { FileSystem.exists(path) }

  package static func isFolder(_ path: String) -> Bool { FileSystem.isFolder(path) }

  /// Whether a folder has nothing in it.
  package static func isEmpty(_ path: String) -> Bool {
    isFolder(path) && TemporaryFolder.names(in: path).isEmpty
  }

  /// The names of what is in a folder, sorted.
  package static func names(in path: String) -> [String] { TemporaryFolder.names(in: path) }

  /// Makes a folder that only its owner can read.
  package static func make(_ path: String) throws(DiskFailure) {
    guard mkdir(path, 0o700) == 0 else { throw DiskFailure("mkdir", path, errno) }
  }

  /// Renames a file or a folder; a folder may take the place of an empty one.
  package static func move(_ path: String, to target: String) throws(DiskFailure) {
    guard rename(path, target) == 0 else { throw DiskFailure("rename", target, errno) }
  }

  /// Removes a file if it exists.
  package static func removeFile(_ path: String) { unlink(path) }

  /// Removes a folder if it has nothing in it.
  package static func removeIfEmpty(_ path: String) { rmdir(path) }

  /// Removes a folder with its content; for a link, only the link.
  package static func removeFolder(_ path: String) { TemporaryFolder.remove(path) }

  /// Lets nobody but the owner read some files of a folder, and the folders they are in.
  package static func close(_ folder: String, _ files: [String]) {
    setModes(folder, files, file: 0o600, inner: 0o700)
  }

  /// Gives some files of a folder, and the folders they are in, the modes of new ones.
  package static func open(_ folder: String, _ files: [String]) {
    let mask = umask(0o077)
    umask(mask)
    setModes(folder, files, file: 0o666 & ~mask, inner: 0o777 & ~mask)
    chmod(folder, 0o777 & ~mask)
  }

  private static func setModes(
    _ folder: String, _ files: [String], file mode: mode_t, inner: mode_t
  ) {
    var folders: Set<String> = []
    for file in files {
      chmod(folder + "/" + file, mode)
      var steps = file.split(separator: "/").dropLast()
      while !steps.isEmpty, folders.insert(steps.joined(separator: "/")).inserted {
        steps = steps.dropLast()
      }
    }
    for inside in folders { chmod(folder + "/" + inside, inner) }
  }
}
