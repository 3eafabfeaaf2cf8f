#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder of a hall, open for reading: many of its files are read without resolving its path
/// again.
///
/// A link is followed only if its target is part of the record within the hall, so that nothing
/// outside the hall is ever shown as its record, and nothing private or belonging to git either.
final class RecordFolder: Sendable {
  private let descriptor: Int32
  private let path: String
  private let root: String
  private let isPrivate: Bool

  /// - Parameters:
  ///   - folder: as in `agendas`; empty for the hall's own.
  ///   - isListed: whether its names will be listed, which needs permission to read it.
  init(
    _ folder: String, of hall: HallFolder, isListed: Bool = false
  ) throws(StoreFailure.Reason) {
    var steps = folder.split(separator: "/").map(String.init)
    isPrivate = steps.first == "private"
    if isPrivate, let own = hall.ownPrivateFolder {
      root = own
      steps.removeFirst()
    } else {
      root = hall.root
    }
    let place = DiskPath(root, steps)
    path = place.text
    do throws(DiskFailure) {
      descriptor = try OpenFolder(place, isListed: isListed).keep()
      return
    } catch {
      // A file in place of a folder.
      if error.number == ENOTDIR, FileSystem.exists(path) { throw .notAFolder }
      guard error.isNoFile else { throw FileSystem.reason(error.number) }
    }
    // One of its steps is a link.
    guard let target = FileSystem.realPath(path) else { throw FileSystem.reason(errno) }
    try RecordFolder.requireRecord(target, root, isPrivate)
    do throws(DiskFailure) {
      descriptor = try OpenFolder(DiskPath(target), isListed: isListed).keep()
    } catch {
      throw FileSystem.reason(error.number)
    }
  }

  deinit { close(descriptor) }

  /// Refuses a link target that is outside the hall, hidden in it, or private.
  private static func requireRecord(
    _ target: String, _ root: String, _ isPrivate: Bool
  ) throws(StoreFailure.Reason) {
    try FileSystem.requireInside(target, root)
    let steps = target.utf8.dropFirst(root.utf8.count).split(separator: UInt8(ascii: "/"))
    let isHidden = steps.contains { $0.first == UInt8(ascii: ".") }
    let leadsToPrivate = steps.first?.elementsEqual("private".utf8) ?? false
    guard !isHidden, !leadsToPrivate || isPrivate else { throw .leadsOut }
  }

  /// The names in it, sorted, without hidden ones.
  func names() throws(StoreFailure.Reason) -> [String] {
    let listed = dup(descriptor)
    guard listed >= 0 else { throw FileSystem.reason(errno) }
    return try FileSystem.names(in: listed)
  }

  /// Reads a regular file whole.
  ///
  /// - Parameter most: how many bytes at its end to read.
  func read(_ name: String, most: Int = .max) throws(StoreFailure.Reason) -> [UInt8] {
    // Non-blocking, so that a pipe with a document's name cannot block the program.
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW
    var file = openat(descriptor, name, flags)
    if file < 0, errno == ELOOP || errno == EMLINK {
      guard let target = FileSystem.realPath(path + "/" + name) else {
        throw FileSystem.reason(errno)
      }
      try RecordFolder.requireRecord(target, root, isPrivate)
      file = open(target, flags)
    }
    guard file >= 0 else { throw FileSystem.reason(errno) }
    defer { close(file) }
    return try FileSystem.readRegular(file, most: most)
  }
}
