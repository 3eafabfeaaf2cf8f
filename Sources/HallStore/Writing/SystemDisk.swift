#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The real disk.
package struct SystemDisk: Disk {
  package init() {}

  package func read(_ path: String) throws(DiskFailure) -> StoredFile? {
    var info = stat()
    guard lstat(path, &info) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw DiskFailure("lstat", path, errno)
    }
    // A link is refused and never replaced: what it points at is not ours to write.
    guard info.st_mode & S_IFMT == S_IFREG else { throw DiskFailure("open", path, ELOOP) }
    do throws(StoreFailure.Reason) {
      let bytes = try FileSystem.read(path, within: path)
      return StoredFile(
        bytes: bytes, mode: UInt32(info.st_mode & 0o777), inode: UInt64(info.st_ino))
    } catch {
      switch error {
      // Gone since it was looked at.
      case .notFound: return nil
      case .notAllowed: throw DiskFailure("read", path, EACCES)
      case .tooLarge: throw DiskFailure("read", path, EFBIG)
      case .system(let number): throw DiskFailure("read", path, number)
      default: throw DiskFailure("read", path, EIO)
      }
    }
  }

  package func makeFolder(_ path: String) throws(DiskFailure) -> Bool {
    if mkdir(path, 0o777) == 0 { return true }
    if errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      _ = try makeFolder(String(path[..<slash]))
      if mkdir(path, 0o777) == 0 { return true }
    }
    guard errno == EEXIST else { throw DiskFailure("mkdir", path, errno) }
    return false
  }

  package func requireNoLink(_ path: String) throws(DiskFailure) {
    var info = stat()
    guard lstat(path, &info) == 0 else {
      if errno == ENOENT { return }
      throw DiskFailure("lstat", path, errno)
    }
    guard info.st_mode & S_IFMT != S_IFLNK else { throw DiskFailure("open", path, ELOOP) }
    guard info.st_mode & S_IFMT == S_IFDIR else { throw DiskFailure("open", path, ENOTDIR) }
  }

  package func requireWritable(_ folder: String) throws(DiskFailure) {
    guard faccessat(AT_FDCWD, folder, W_OK | X_OK, AT_EACCESS) != 0, errno != ENOENT else { return }
    throw DiskFailure(DiskFailure.access, folder, errno)
  }

  package func openLock(_ path: String, isFolder: Bool) throws(DiskFailure) -> DiskFile {
    let flags = isFolder ? O_RDONLY | O_DIRECTORY : O_RDWR | O_CREAT | O_NOFOLLOW
    let file = open(path, flags | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw DiskFailure("open", path, errno) }
    return DiskFile(descriptor: file, path: path)
  }

  package func tryLock(_ file: DiskFile) throws(DiskFailure) -> Bool {
    while flock(file.descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EWOULDBLOCK { return false }
      if errno != EINTR { throw DiskFailure("flock", file.path, errno) }
    }
    return true
  }

  package func create(_ path: String, mode: UInt32?) throws(DiskFailure) -> DiskFile {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let file = open(path, flags, mode_t(mode ?? 0o666))
    guard file >= 0 else { throw DiskFailure("open", path, errno) }
    // The mode of the file that is replaced, whatever the mask of this process.
    if let mode { _ = fchmod(file, mode_t(mode)) }
    return DiskFile(descriptor: file, path: path)
  }

  package func openEnd(_ path: String) throws(DiskFailure) -> OpenFile {
    let file = open(path, O_WRONLY | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { throw DiskFailure("open", path, errno) }
    var info = stat()
    guard fstat(file, &info) == 0, info.st_mode & S_IFMT == S_IFREG else {
      systemClose(file)
      throw DiskFailure("open", path, EINVAL)
    }
    return OpenFile(
      file: DiskFile(descriptor: file, path: path), inode: UInt64(info.st_ino),
      size: Int(info.st_size), links: Int(info.st_nlink))
  }

  package func truncate(_ file: DiskFile, to size: Int) throws(DiskFailure) {
    guard ftruncate(file.descriptor, off_t(size)) == 0 else {
      throw DiskFailure("ftruncate", file.path, errno)
    }
  }

  package func write(_ bytes: ArraySlice<UInt8>, to file: DiskFile) throws(DiskFailure) -> Int {
    while true {
      let count = bytes.withUnsafeBytes { systemWrite(file.descriptor, $0.baseAddress, $0.count) }
      if count >= 0 { return count }
      if errno != EINTR { throw DiskFailure("write", file.path, errno) }
    }
  }

  package func sync(_ file: DiskFile) throws(DiskFailure) {
    // The bytes and the size; when it was changed may be lost.
    #if canImport(Glibc)
      let isDone = fdatasync(file.descriptor) == 0
    #else
      let isDone = fsync(file.descriptor) == 0
    #endif
    guard isDone else { throw DiskFailure("fsync", file.path, errno) }
  }

  package func close(_ file: DiskFile) { systemClose(file.descriptor) }

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
