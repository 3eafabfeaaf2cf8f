#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// An open folder: operations on names in it stay in it, whatever happens to its path.
struct OpenFolder: ~Copyable {
  let descriptor: Int32

  private init(descriptor: Int32) { self.descriptor = descriptor }

  /// Opens a folder, step by step below its top, following no link.
  ///
  /// - Parameter isListed: whether it will be listed or synced, which needs permission to read it;
  ///   names in it can be used without.
  init(_ path: DiskPath, isListed: Bool = false) throws(DiskFailure) {
    let isTop = path.steps.isEmpty
    let top = systemOpen(AT_FDCWD, path.top, OpenFolder.flags(isTop && isListed))
    guard top >= 0 else { throw DiskFailure("open", path.top, errno) }
    var folder = OpenFolder(descriptor: top)
    for (index, step) in path.steps.enumerated() {
      let place = DiskPath(path.top, Array(path.steps[...index]))
      let isLast = index == path.steps.count - 1
      folder = try folder.below(step, place, isListed: isLast && isListed)
    }
    self = folder
  }

  /// Opens a folder in this one.
  ///
  /// - Parameter place: its path, for the error if it cannot be opened.
  func below(
    _ name: String, _ place: DiskPath, isListed: Bool = false
  ) throws(DiskFailure) -> OpenFolder {
    let next = systemOpen(descriptor, name, OpenFolder.flags(isListed) | O_NOFOLLOW)
    if next >= 0 { return OpenFolder(descriptor: next) }
    let number = errno
    throw isLink(name) ? DiskFailure.notAFile(place) : DiskFailure("open", place, number)
  }

  /// Whether a name in it is a link.
  func isLink(_ name: String) -> Bool {
    var info = stat()
    return fstatat(descriptor, name, &info, AT_SYMLINK_NOFOLLOW) == 0
      && info.st_mode & S_IFMT == S_IFLNK
  }

  /// Runs a closure with a name and the open folder that it is in.
  static func with<Value>(
    _ path: DiskPath, _ work: (_ folder: Int32, _ name: String) throws(DiskFailure) -> Value
  ) throws(DiskFailure) -> Value {
    guard let name = path.steps.last else { throw DiskFailure("open", path, EISDIR) }
    let folder = try OpenFolder(path.folder)
    return try work(folder.descriptor, name)
  }

  /// The descriptor, which the caller must close.
  consuming func keep() -> Int32 {
    let kept = descriptor
    discard self
    return kept
  }

  deinit { close(descriptor) }

  private static func flags(_ isListed: Bool) -> Int32 {
    #if canImport(Glibc)
      // `O_PATH`, which the C library hides: the folder as a place, without permission to list it.
      (isListed ? O_RDONLY : 0o10_000_000) | O_DIRECTORY | O_CLOEXEC
    #else
      O_RDONLY | O_DIRECTORY | O_CLOEXEC
    #endif
  }
}

private func systemOpen(_ folder: Int32, _ name: String, _ flags: Int32) -> Int32 {
  openat(folder, name, flags)
}
