#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The file operations of everything that writes: the one interface between the program and the
/// disk.
///
/// A place is a ``DiskPath``: every step below its top is opened without following a link. Each
/// operation does one thing, so that a test can stop the program at every single one.
package protocol Disk: Sendable {
  /// Reads a regular file; nil if there is none.
  func read(_ path: DiskPath) throws(DiskFailure) -> StoredFile?
  /// Makes a folder, and those above it; false if it exists.
  func makeFolder(_ path: DiskPath) throws(DiskFailure) -> Bool
  /// Refuses a folder that no file can be created in; one that does not exist can be made.
  func requireWritable(_ folder: DiskPath) throws(DiskFailure)
  /// Opens something to lock: a folder, or a file that is created if missing.
  func openLock(_ path: DiskPath, isFolder: Bool) throws(DiskFailure) -> DiskFile
  /// Locks an open file; false if somebody else holds the lock.
  func tryLock(_ file: DiskFile) throws(DiskFailure) -> Bool
  /// Creates a new file; an existing file or link is an error.
  ///
  /// - Parameter mode: nil for the default mode of this process.
  func create(_ path: DiskPath, mode: UInt32?) throws(DiskFailure) -> DiskFile
  /// Opens a file so that every write goes to its end.
  func openEnd(_ path: DiskPath) throws(DiskFailure) -> OpenFile
  /// Truncates a file.
  func truncate(_ file: DiskFile, to size: Int) throws(DiskFailure)
  /// Writes some of the bytes, and returns how many.
  func write(_ bytes: ArraySlice<UInt8>, to file: DiskFile) throws(DiskFailure) -> Int
  /// Waits until a file is on the disk.
  func sync(_ file: DiskFile) throws(DiskFailure)
  func close(_ file: DiskFile)
  func rename(_ path: DiskPath, to target: DiskPath) throws(DiskFailure)
  /// Removes a file; does nothing if there is none.
  func remove(_ path: DiskPath) throws(DiskFailure)
  /// Waits until the names in a folder are on the disk.
  func syncFolder(_ path: DiskPath) throws(DiskFailure)
}

/// A file and its content.
package struct StoredFile: Sendable {
  package let bytes: [UInt8]
  /// Its permissions.
  package let mode: UInt32
  /// The system's identity of the file, whatever its name is (`st_ino`).
  package let inode: UInt64
  package let owner: FileOwner
}

/// An open file, and the place where it was opened.
package struct DiskFile: Sendable {
  package let descriptor: Int32
  package let path: DiskPath
}

/// A file opened for appending.
package struct OpenFile: Sendable {
  package let file: DiskFile
  package let inode: UInt64
  package let size: Int
  /// How many names it has.
  package let links: Int
}

/// A system call that failed.
package struct DiskFailure: Error, Equatable, Sendable {
  package let operation: String
  /// The operation that tests whether a folder is writable.
  static let access = "faccessat"
  package let path: String
  /// The system's number (`errno`).
  package let number: Int32

  package init(_ operation: String, _ path: String, _ number: Int32) {
    self.operation = operation
    self.path = path
    self.number = number
  }

  /// Whether it concerns a folder that no file can be created in.
  package var isClosedFolder: Bool { operation == DiskFailure.access }

  /// Whether a link, or something else that is not a file, is in a file's place.
  package var isNoFile: Bool { number == ELOOP }

  /// A link, or something else that is not a file, where a file should be.
  static func notAFile(_ path: DiskPath) -> DiskFailure { DiskFailure("open", path, ELOOP) }

  init(_ operation: String, _ path: DiskPath, _ number: Int32) {
    self.init(operation, path.text, number)
  }

  /// The meaning of the system's number, if there are plain words for it.
  package enum Cause: Sendable {
    case full, notAllowed, readOnly, tooLarge, broken, noDescriptors, noFolder, other
  }

  package var cause: Cause {
    switch number {
    case ENOSPC, EDQUOT: .full
    case EACCES, EPERM: .notAllowed
    case EROFS: .readOnly
    case EFBIG: .tooLarge
    case EIO: .broken
    case EMFILE, ENFILE: .noDescriptors
    case ENOENT: .noFolder
    default: .other
    }
  }
}

extension Disk {
  /// Writes a new file whole and waits until it is on the disk.
  func write(_ bytes: [UInt8], toNew path: DiskPath, mode: UInt32?) throws(DiskFailure) {
    let file = try create(path, mode: mode)
    defer { close(file) }
    try writeAll(bytes, to: file)
    try sync(file)
  }

  /// Removes files numbered from 0, and what a crash left of one; the first is removed last.
  func removeNumbered(_ path: (Int) -> DiskPath) throws(DiskFailure) {
    var count = 0
    while try read(path(count)) != nil { count += 1 }
    for index in (0..<count).reversed() { try remove(path(index)) }
  }

  /// Replaces a file's text: at any moment either the whole old or the whole new one is there.
  func replace(_ path: DiskPath, with bytes: [UInt8], mode: UInt32?) throws(DiskFailure) {
    let new = path.beside { $0 + ".hall-new" }
    // Left by a crash.
    try remove(new)
    do throws(DiskFailure) {
      let file = try create(new, mode: mode)
      defer { close(file) }
      try writeAll(bytes, to: file)
      try sync(file)
      try rename(new, to: path)
    } catch {
      try? remove(new)
      throw error
    }
  }

  func writeAll(_ bytes: [UInt8], to file: DiskFile) throws(DiskFailure) {
    var rest = bytes[...]
    while !rest.isEmpty { rest = rest.dropFirst(try write(rest, to: file)) }
  }
}
