#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The real disk.
package struct SystemDisk: Disk {
  package init() {}

  package func read(_ path: String) throws(DiskFailure) -> (bytes: [UInt8], mode: UInt32)? {
    var info = stat()
    guard lstat(path, &info) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw DiskFailure("lstat", path, errno)
    }
    // A link is refused and never replaced: what it points at is not ours to write.
    guard info.st_mode & S_IFMT == S_IFREG else { throw DiskFailure("open", path, ELOOP) }
    do throws(StoreFailure.Reason) {
      let bytes = try FileSystem.read(path, within: path)
      return (bytes, UInt32(info.st_mode & 0o777))
    } catch {
      if case .system(let number) = error { throw DiskFailure("read", path, number) }
      throw DiskFailure("read", path, error == .notAllowed ? EACCES : EIO)
    }
  }

  package func makeFolder(_ path: String) throws(DiskFailure) {
    guard mkdir(path, 0o777) != 0, errno != EEXIST else { return }
    if errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try makeFolder(String(path[..<slash]))
      guard mkdir(path, 0o777) != 0, errno != EEXIST else { return }
    }
    throw DiskFailure("mkdir", path, errno)
  }

  package func create(_ path: String, mode: UInt32) throws(DiskFailure) -> Int32 {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let file = open(path, flags, mode_t(mode))
    guard file >= 0 else { throw DiskFailure("open", path, errno) }
    // The mode of the file that is replaced, whatever the mask of this process.
    _ = fchmod(file, mode_t(mode))
    return file
  }

  package func write(_ bytes: ArraySlice<UInt8>, to file: Int32) throws(DiskFailure) -> Int {
    while true {
      let count = bytes.withUnsafeBytes { systemWrite(file, $0.baseAddress, $0.count) }
      if count >= 0 { return count }
      if errno != EINTR { throw DiskFailure("write", "", errno) }
    }
  }

  package func sync(_ file: Int32) throws(DiskFailure) {
    guard fsync(file) == 0 else { throw DiskFailure("fsync", "", errno) }
  }

  package func close(_ file: Int32) { systemClose(file) }

  package func rename(_ path: String, to target: String) throws(DiskFailure) {
    guard systemRename(path, target) == 0 else { throw DiskFailure("rename", target, errno) }
  }

  package func remove(_ path: String) throws(DiskFailure) {
    guard unlink(path) != 0, errno != ENOENT else { return }
    throw DiskFailure("unlink", path, errno)
  }

  package func syncFolder(_ path: String) throws(DiskFailure) {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw DiskFailure("open", path, errno) }
    defer { systemClose(folder) }
    guard fsync(folder) == 0 || errno == EINVAL else { throw DiskFailure("fsync", path, errno) }
  }
}

// The system's own functions, under names that do not hide behind the methods above.
private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, bytes, count)
}
private func systemClose(_ file: Int32) { _ = close(file) }
private func systemRename(_ path: String, _ target: String) -> Int32 { rename(path, target) }
