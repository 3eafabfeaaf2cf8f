#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The real disk.
package struct SystemDisk: Disk {
  package init() {}

  package func read(_ path: DiskPath) throws(DiskFailure) -> StoredFile? {
    do throws(DiskFailure) {
      return try OpenFolder.with(path) { (folder, name) throws(DiskFailure) in
        try read(name, in: folder, path)
      }
    } catch {
      // A folder that does not exist contains no file; neither does a file in its place.
      if error.number == ENOENT || error.number == ENOTDIR { return nil }
      throw error
    }
  }

  private func read(
    _ name: String, in folder: Int32, _ path: DiskPath
  ) throws(DiskFailure) -> StoredFile? {
    // Non-blocking, so that a pipe cannot block the program.
    let file = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    // A link is refused and never replaced: its target is not ours to write.
    guard file >= 0 else { throw DiskFailure("open", path, errno == EMLINK ? ELOOP : errno) }
    defer { systemClose(file) }
    var info = stat()
    guard fstat(file, &info) == 0 else { throw DiskFailure("fstat", path, errno) }
    guard info.st_mode & S_IFMT == S_IFREG else { throw DiskFailure.notAFile(path) }
    do throws(StoreFailure.Reason) {
      let bytes = try FileSystem.readAll(file, info)
      return StoredFile(
        bytes: bytes, mode: UInt32(info.st_mode & 0o777), inode: UInt64(info.st_ino),
        owner: FileOwner(info.st_uid))
    } catch {
      switch error {
      case .tooLarge: throw DiskFailure("read", path, EFBIG)
      case .system(let number): throw DiskFailure("read", path, number)
      default: throw DiskFailure("read", path, EIO)
      }
    }
  }

  package func makeFolder(_ path: DiskPath) throws(DiskFailure) -> Bool {
    var isMade = try makeTop(path.top)
    guard !path.steps.isEmpty else { return isMade }
    var folder = try OpenFolder(DiskPath(path.top))
    for (index, step) in path.steps.enumerated() {
      let place = DiskPath(path.top, Array(path.steps[...index]))
      isMade = mkdirat(folder.descriptor, step, 0o777) == 0
      guard isMade || errno == EEXIST else { throw DiskFailure("mkdir", place, errno) }
      folder = try folder.below(step, place)
    }
    return isMade
  }

  /// Makes a folder that the user named, and those above it.
  private func makeTop(_ path: String) throws(DiskFailure) -> Bool {
    if FileSystem.isFolder(path) { return false }
    if mkdir(path, 0o777) == 0 { return true }
    if errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      _ = try makeTop(String(path[..<slash]))
      if mkdir(path, 0o777) == 0 { return true }
    }
    guard errno == EEXIST else { throw DiskFailure("mkdir", path, errno) }
    return false
  }

  package func requireWritable(_ folder: DiskPath) throws(DiskFailure) {
    let open: OpenFolder
    do throws(DiskFailure) { open = try OpenFolder(folder) } catch {
      if error.number == ENOENT { return }
      throw error
    }
    guard faccessat(open.descriptor, ".", W_OK | X_OK, AT_EACCESS) != 0 else { return }
    throw DiskFailure(DiskFailure.access, folder, errno)
  }

  package func openLock(_ path: DiskPath, isFolder: Bool) throws(DiskFailure) -> DiskFile {
    if isFolder {
      let folder = try OpenFolder(path, isListed: true)
      return DiskFile(descriptor: folder.keep(), path: path)
    }
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    let file = try open(path, flags, mode: 0o666)
    var info = stat()
    guard fstat(file, &info) == 0, info.st_mode & S_IFMT == S_IFREG else {
      systemClose(file)
      throw DiskFailure.notAFile(path)
    }
    return DiskFile(descriptor: file, path: path)
  }

  private func open(
    _ path: DiskPath, _ flags: Int32, mode: mode_t = 0
  ) throws(DiskFailure) -> Int32 {
    try OpenFolder.with(path) { (folder, name) throws(DiskFailure) in
      let file = openat(folder, name, flags, mode)
      guard file >= 0 else { throw DiskFailure("open", path, errno) }
      return file
    }
  }

  package func tryLock(_ file: DiskFile) throws(DiskFailure) -> Bool {
    while flock(file.descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EWOULDBLOCK { return false }
      if errno != EINTR { throw DiskFailure("flock", file.path, errno) }
    }
    return true
  }

  package func create(_ path: DiskPath, mode: UInt32?) throws(DiskFailure) -> DiskFile {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let file = try open(path, flags, mode: mode_t(mode ?? 0o666))
    // The mode of the replaced file, whatever the umask of this process.
    if let mode { _ = fchmod(file, mode_t(mode)) }
    return DiskFile(descriptor: file, path: path)
  }

  package func openEnd(_ path: DiskPath) throws(DiskFailure) -> OpenFile {
    let file = try open(path, O_WRONLY | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
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
    // The data and the size; the modification time may be lost.
    #if canImport(Glibc)
      let isDone = fdatasync(file.descriptor) == 0
    #else
      let isDone = fsync(file.descriptor) == 0
    #endif
    guard isDone else { throw DiskFailure("fsync", file.path, errno) }
  }

  package func close(_ file: DiskFile) { systemClose(file.descriptor) }

  package func rename(_ path: DiskPath, to target: DiskPath) throws(DiskFailure) {
    try OpenFolder.with(path) { (folder, name) throws(DiskFailure) in
      try OpenFolder.with(target) { (other, targetName) throws(DiskFailure) in
        guard renameat(folder, name, other, targetName) == 0 else {
          throw DiskFailure("rename", target, errno)
        }
      }
    }
  }

  package func remove(_ path: DiskPath) throws(DiskFailure) {
    do throws(DiskFailure) {
      try OpenFolder.with(path) { (folder, name) throws(DiskFailure) in
        guard unlinkat(folder, name, 0) == 0 else { throw DiskFailure("unlink", path, errno) }
      }
    } catch {
      if error.number != ENOENT { throw error }
    }
  }

  package func syncFolder(_ path: DiskPath) throws(DiskFailure) {
    let folder = try OpenFolder(path, isListed: true)
    guard fsync(folder.descriptor) == 0 || errno == EINVAL else {
      throw DiskFailure("fsync", path, errno)
    }
  }
}

// The system's own functions, under names that are not shadowed by the methods above.
private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, bytes, count)
}
private func systemClose(_ file: Int32) { _ = close(file) }

extension Disk {
  /// Releases a lock and closes its file. If it were only closed, a program that is just being
  /// started, which has a copy of the descriptor for a moment, would keep the lock.
  func release(_ lock: DiskFile) {
    _ = flock(lock.descriptor, LOCK_UN)
    close(lock)
  }
}
