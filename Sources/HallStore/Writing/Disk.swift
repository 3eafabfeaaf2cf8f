#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The file operations of everything that writes: the one seam between the program and the disk.
///
/// A place is a ``DiskPath``: every step below its top is opened without following a link. Each
/// operation is one thing done, so that a test can stop the program at every single one of them.
package protocol Disk: Sendable {
  /// A regular file; nil where there is none.
  func read(_ path: DiskPath) throws(DiskFailure) -> StoredFile?
  /// Makes a folder, and those above it; false where it is there.
  func makeFolder(_ path: DiskPath) throws(DiskFailure) -> Bool
  /// Refuses a folder that no file may be put into; one that is not there can be made.
  func requireWritable(_ folder: DiskPath) throws(DiskFailure)
  /// Opens what can be locked: a folder, or a file that is made where there is none.
  func openLock(_ path: DiskPath, isFolder: Bool) throws(DiskFailure) -> DiskFile
  /// Takes the lock of what is open; false where somebody else holds it.
  func tryLock(_ file: DiskFile) throws(DiskFailure) -> Bool
  /// Makes a new file; one that is there, or a link, is a failure.
  ///
  /// - Parameter mode: nil for what this process gives every new file.
  func create(_ path: DiskPath, mode: UInt32?) throws(DiskFailure) -> DiskFile
  /// Opens a file so that everything written goes to its end.
  func openEnd(_ path: DiskPath) throws(DiskFailure) -> OpenFile
  /// Cuts a file off.
  func truncate(_ file: DiskFile, to size: Int) throws(DiskFailure)
  /// Writes some of the bytes; how many.
  func write(_ bytes: ArraySlice<UInt8>, to file: DiskFile) throws(DiskFailure) -> Int
  /// Waits until a file is on the disk.
  func sync(_ file: DiskFile) throws(DiskFailure)
  func close(_ file: DiskFile)
  func rename(_ path: DiskPath, to target: DiskPath) throws(DiskFailure)
  /// Removes a file; nothing where there is none.
  func remove(_ path: DiskPath) throws(DiskFailure)
  /// Waits until the names in a folder are on the disk.
  func syncFolder(_ path: DiskPath) throws(DiskFailure)
}

/// A file as it was read.
package struct StoredFile: Sendable {
  package let bytes: [UInt8]
  /// Its permissions.
  package let mode: UInt32
  /// What the system knows it by, whatever its name is (`st_ino`).
  package let inode: UInt64
  package let owner: FileOwner
}

/// A file that is open, and the place it was opened at.
package struct DiskFile: Sendable {
  package let descriptor: Int32
  package let path: DiskPath
}

/// A file that is open for appending.
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
  /// What looked whether a folder may be written to.
  static let access = "faccessat"
  package let path: String
  /// The system's number (`errno`).
  package let number: Int32

  package init(_ operation: String, _ path: String, _ number: Int32) {
    self.operation = operation
    self.path = path
    self.number = number
  }

  /// Whether it is a folder that no file may be put into.
  package var isClosedFolder: Bool { operation == DiskFailure.access }

  /// Whether a link, or something else that is no file, stands in a file's place.
  package var isNoFile: Bool { number == ELOOP }

  /// A link, or something else that is no file, where a file should stand.
  static func notAFile(_ path: DiskPath) -> DiskFailure { DiskFailure("open", path, ELOOP) }

  init(_ operation: String, _ path: DiskPath, _ number: Int32) {
    self.init(operation, path.text, number)
  }

  /// What the system's number means, where there are plain words for it.
  package enum Cause: Sendable {
    case full, notAllowed, readOnly, tooLarge, broken, noDescriptors, other
  }

  package var cause: Cause {
    switch number {
    case ENOSPC, EDQUOT: .full
    case EACCES, EPERM: .notAllowed
    case EROFS: .readOnly
    case EFBIG: .tooLarge
    case EIO: .broken
    case EMFILE, ENFILE: .noDescriptors
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

  /// Removes the files of a row of names from 0, and what a crash left of one; the first goes last.
  func removeNumbered(_ path: (Int) -> DiskPath) throws(DiskFailure) {
    var count = 0
    while try read(path(count)) != nil { count += 1 }
    for index in (0..<count).reversed() { try remove(path(index)) }
  }

  /// Puts a text in a file's place: at any moment the old or the new one is there, whole.
  func replace(_ path: DiskPath, with bytes: [UInt8], mode: UInt32?) throws(DiskFailure) {
    let new = path.beside { $0 + ".hall-new" }
    // What a crash left.
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
