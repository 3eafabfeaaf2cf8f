#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder outside the hall, for files that another program reads or writes: it is removed, with
/// its content, when the last reference to this value goes. What a stopped program has left, which may
/// be private, is removed when the next one is made.
package final class TemporaryFolder: Sendable {
  package let path: String
  /// Holds a lock as long as the folder is in use.
  private let lock: Int32

  private static let prefix = ".hall-at-work-"

  /// - Parameter place: where it is made; nil for the system's default place.
  package init(in place: String? = nil) throws(DiskFailure) {
    // If the given place cannot be used, the system's default is.
    for place in [place, "/tmp"].compactMap(\.self) where place.hasPrefix("/") {
      TemporaryFolder.sweep(place)
      var name = Array((place + "/" + TemporaryFolder.prefix + "XXXXXX").utf8CString)
      // Only its owner may look into it.
      if mkdtemp(&name) != nil {
        path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        lock = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        // Without a lock the next call would take it for what a stopped one has left.
        guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0 else {
          let number = errno
          TemporaryFolder.remove(path)
          throw DiskFailure("open", path, number)
        }
        return
      }
    }
    throw DiskFailure("mkdtemp", "/tmp", errno)
  }

  /// Writes a file, and returns its path.
  package func write(_ bytes: [UInt8], to name: String) throws(DiskFailure) -> String {
    let disk = SystemDisk()
    let file = try disk.create(DiskPath(path, [name]), mode: 0o600)
    defer { disk.close(file) }
    try disk.writeAll(bytes, to: file)
    return file.path.text
  }

  /// The content of a file that a program left; nil if there is none.
  package func read(_ steps: String...) -> [UInt8]? {
    (try? SystemDisk().read(DiskPath(path, steps)))?.bytes
  }

  /// Makes a folder within it that only its owner can read, and returns its path.
  package func makeFolder(_ name: String) throws(DiskFailure) -> String {
    let folder = path + "/" + name
    guard mkdir(folder, 0o700) == 0 else { throw DiskFailure("mkdir", folder, errno) }
    return folder
  }

  /// Renames a file, or moves it to another folder within it.
  package func move(_ name: String, to target: String) throws(DiskFailure) {
    guard rename(path + "/" + name, path + "/" + target) == 0 else {
      throw DiskFailure("rename", path + "/" + target, errno)
    }
  }

  /// The names of the files in it, or in a folder within it.
  package func names(in folder: String? = nil) -> [String] {
    TemporaryFolder.names(in: folder.map { path + "/" + $0 } ?? path)
  }

  deinit {
    TemporaryFolder.remove(path)
    if lock >= 0 { close(lock) }
  }

  /// Removes what programs of this user have left that no longer run. One that is just being made is not
  /// locked yet, but it is young.
  private static func sweep(_ place: String) {
    for name in names(in: place) where name.hasPrefix(prefix) {
      let folder = open(
        place + "/" + name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard folder >= 0 else { continue }
      defer { close(folder) }
      var info = stat()
      guard fstat(folder, &info) == 0, info.st_uid == getuid(), info.st_mode & 0o777 == 0o700,
        time(nil) - info.st_mtim.tv_sec > 60, flock(folder, LOCK_EX | LOCK_NB) == 0
      else { continue }
      remove(place + "/" + name)
    }
  }

  /// The names in a folder, with hidden ones; none if it cannot be read.
  static func names(in path: String) -> [String] {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return [] }
    return (try? FileSystem.names(in: folder, withHidden: true)) ?? []
  }

  /// Removes a folder with its content; for a link, only the link.
  static func remove(_ path: String) {
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
