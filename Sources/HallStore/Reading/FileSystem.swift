#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The system calls for reading. All other code calls these.
enum FileSystem {
  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Whether a path exists, even if it cannot be read.
  static func exists(_ path: String) -> Bool {
    var info = stat()
    return lstat(path, &info) == 0
  }

  /// Whether a path names a link.
  static func isLink(_ path: String) -> Bool {
    var info = stat()
    return lstat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFLNK
  }

  /// Whether a path names a folder, or a link to one.
  static func isFolder(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  /// Refuses a path that leads out of a folder through a link at any of its steps.
  static func requireInside(_ path: String, _ root: String) throws(StoreFailure.Reason) {
    guard let target = realPath(path) else { throw reason(errno) }
    // Byte by byte: two names that Swift considers equal are two folders on disk.
    let (steps, inside) = (target.utf8, (root == "/" ? "/" : root + "/").utf8)
    guard steps.elementsEqual(root.utf8) || steps.starts(with: inside) else {
      throw .leadsOut
    }
  }

  /// The names in a folder, sorted, without hidden ones. No step of the path is a link.
  static func list(_ place: DiskPath) throws(StoreFailure.Reason) -> [String] {
    let descriptor: Int32
    do throws(DiskFailure) {
      descriptor = try OpenFolder(place, isListed: true).keep()
    } catch {
      throw reason(error.number)
    }
    return try names(in: descriptor)
  }

  /// The names in an open folder, sorted; it is closed afterwards.
  static func names(
    in descriptor: Int32, withHidden: Bool = false
  ) throws(StoreFailure.Reason) -> [String] {
    guard let folder = fdopendir(descriptor) else {
      let number = errno
      close(descriptor)
      throw reason(number)
    }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if withHidden ? name != "." && name != ".." : !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// Reads a regular file whole.
  ///
  /// A link is followed only if its target is within `root`, so that nothing outside the hall is
  /// ever shown as its record.
  ///
  /// - Parameter most: how many bytes at its end to read.
  static func read(
    _ path: String, within root: String, most: Int = .max
  ) throws(StoreFailure.Reason) -> [UInt8] {
    // Non-blocking, so that a pipe with a document's name cannot block the program.
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK
    var descriptor = open(path, flags | O_NOFOLLOW)
    if descriptor < 0, errno == ELOOP || errno == EMLINK {
      guard let target = realPath(path) else { throw reason(errno) }
      try requireInside(target, root)
      descriptor = open(target, flags | O_NOFOLLOW)
    }
    guard descriptor >= 0 else { throw reason(errno) }
    defer { close(descriptor) }
    return try readRegular(descriptor, most: most)
  }

  /// Reads an open file, if it is a regular one.
  static func readRegular(
    _ descriptor: Int32, most: Int = .max
  ) throws(StoreFailure.Reason) -> [UInt8] {
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw reason(errno) }
    switch info.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .isFolder
    default: throw .notAFile
    }
    return try readAll(descriptor, info, most: most)
  }

  /// Reads a regular file that is open.
  static func readAll(
    _ descriptor: Int32, _ info: stat, most: Int = .max
  ) throws(StoreFailure.Reason) -> [UInt8] {
    guard info.st_size < Int(Int32.max), !isHollow(info) else { throw .tooLarge }
    let size = min(Int(info.st_size), most)
    if size < Int(info.st_size) { lseek(descriptor, off_t(-size), SEEK_END) }
    return try readAll(descriptor, expecting: size)
  }

  /// Whether a file claims to be large but occupies almost no disk space: it is not text, and would
  /// fill memory with zeros.
  private static func isHollow(_ info: stat) -> Bool {
    info.st_size > 1 << 26 && Int(info.st_blocks) * 512 < Int(info.st_size) / 64
  }

  private static func readAll(
    _ descriptor: Int32, expecting size: Int
  ) throws(StoreFailure.Reason) -> [UInt8] {
    var failure: StoreFailure.Reason?
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = 0
      while count < size {
        let got = systemRead(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
        if got < 0 {
          if errno == EINTR { continue }
          failure = reason(errno)
          break
        }
        if got == 0 { break }
        count += got
      }
    }
    if let failure { throw failure }
    return bytes
  }

  static func reason(_ number: Int32) -> StoreFailure.Reason {
    switch number {
    case ENOENT, ENOTDIR: .notFound
    case EACCES, EPERM: .notAllowed
    case EISDIR: .isFolder
    case ELOOP: .leadsOut
    default: .system(number)
    }
  }
}

/// `read(2)`, under a name that is not shadowed by the method of the same name.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int)
  -> Int
{
  read(descriptor, buffer, count)
}
