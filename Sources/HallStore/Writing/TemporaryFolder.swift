#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder outside the hall, for what another program is to read or write: it goes, with all that
/// is in it, when the last one lets go of this value.
package final class TemporaryFolder: Sendable {
  package let path: String

  /// - Parameter place: where it is made; nil for the system's own place.
  package init(in place: String? = nil) throws(DiskFailure) {
    // Where the place that is named does not do, the system's own one does.
    for place in [place, "/tmp"].compactMap(\.self) where place.hasPrefix("/") {
      var name = Array((place + "/hall-XXXXXX").utf8CString)
      // Only its owner may look into it.
      if mkdtemp(&name) != nil {
        path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        return
      }
    }
    throw DiskFailure("mkdtemp", "/tmp", errno)
  }

  /// Writes a file; its path.
  package func write(_ bytes: [UInt8], to name: String) throws(DiskFailure) -> String {
    let disk = SystemDisk()
    let file = try disk.create(DiskPath(path, [name]), mode: 0o600)
    defer { disk.close(file) }
    try disk.writeAll(bytes, to: file)
    return file.path.text
  }

  /// What a program has left in a file; nil where there is none.
  package func read(_ steps: String...) -> [UInt8]? {
    (try? SystemDisk().read(DiskPath(path, steps)))?.bytes
  }

  /// Makes a folder within it that only its owner may look into; its path.
  package func makeFolder(_ name: String) throws(DiskFailure) -> String {
    let folder = path + "/" + name
    guard mkdir(folder, 0o700) == 0 else { throw DiskFailure("mkdir", folder, errno) }
    return folder
  }

  /// Gives a file another name, or another folder within it.
  package func move(_ name: String, to target: String) throws(DiskFailure) {
    guard rename(path + "/" + name, path + "/" + target) == 0 else {
      throw DiskFailure("rename", path + "/" + target, errno)
    }
  }

  /// The names of the files in it, or in a folder within it.
  package func names(in folder: String? = nil) -> [String] {
    TemporaryFolder.names(in: folder.map { path + "/" + $0 } ?? path)
  }

  deinit { TemporaryFolder.remove(path) }

  private static func names(in path: String) -> [String] {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return [] }
    return (try? FileSystem.names(in: folder, withHidden: true)) ?? []
  }

  /// Removes a folder with all that is in it; of a link, the link.
  private static func remove(_ path: String) {
    for name in names(in: path) {
      let inner = path + "/" + name
      var info = stat()
      if lstat(inner, &info) == 0, info.st_mode & S_IFMT == S_IFDIR {
        remove(inner)
      } else {
        unlink(inner)
      }
    }
    rmdir(path)
  }
}
