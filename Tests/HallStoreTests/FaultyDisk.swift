import HallStore
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The real disk, with a fault at one of its operations.
final class FaultyDisk: Disk {
  enum Fault: String, CaseIterable {
    /// The operation is not done, and reports an error; later ones are done.
    case error
    /// A write writes a part and reports it; any other operation fails as above.
    case short
    /// A write writes a part and then the disk is full.
    case full
    /// The program is killed: nothing is done from here on.
    case killed
    /// The same, but the operation itself is still done.
    case killedAfter
  }

  private let real = SystemDisk()
  private let fault: Fault
  private let moment: Int
  private let count = Mutex(0)
  private let written = Mutex<[Int]>([])
  private let waits = Mutex<[String]>([])

  /// What somebody else does in the meantime, before a folder is synced.
  private let meanwhile: @Sendable (_ folder: String) -> Void

  /// Whether `.hall/` is on another disk than the documents.
  private let isApart: Bool
  /// Whether the disk is a network one, where a folder cannot be locked.
  private let isRemote: Bool

  /// - Parameter moment: the operation at which the fault occurs, from 1.
  init(
    _ fault: Fault, at moment: Int, isApart: Bool = false, isRemote: Bool = false,
    meanwhile: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    (self.fault, self.moment, self.meanwhile) = (fault, moment, meanwhile)
    (self.isApart, self.isRemote) = (isApart, isRemote)
  }

  /// Whether the fault has occurred.
  var struck: Bool { count.withLock { $0 >= moment } }

  /// Every operation of a run without a fault, and each at which a fault leaves something that no other
  /// fault leaves.
  ///
  /// - Returns: for ``Fault/error``, all of them and one after the last; for a part of a write, the writes,
  ///   as any other operation fails alike; for ``Fault/killedAfter`` the last, as a program killed after
  ///   one operation leaves the disk of one killed before the next.
  static func moments(
    of fault: Fault, isApart: Bool = false, in run: (FaultyDisk) throws -> Void
  ) rethrows -> [Int] {
    let trial = FaultyDisk(.error, at: .max, isApart: isApart)
    try run(trial)
    let last = trial.count.withLock { $0 }
    return switch fault {
    case .error: Array(1...(last + 1))
    case .killed: Array(1..<(last + 1))
    case .killedAfter: [last]
    case .short, .full: trial.written.withLock { $0 }
    }
  }

  /// What was synced, in order: folders by their path, a file as `file`.
  var syncs: [String] { waits.withLock { $0 } }

  private static let failure = DiskFailure("fault", "", 5)

  private func operate<Value>(
    _ work: () throws(DiskFailure) -> Value
  ) throws(DiskFailure) -> Value {
    let number = count.withLock { count in
      count += 1
      return count
    }
    if number < moment { return try work() }
    switch fault {
    case .error, .short, .full:
      if number > moment { return try work() }
    case .killed: break
    case .killedAfter: if number == moment { _ = try work() }
    }
    throw FaultyDisk.failure
  }

  func read(_ path: DiskPath) throws(DiskFailure) -> StoredFile? {
    try operate { () throws(DiskFailure) in try real.read(path) }
  }

  func makeFolder(_ path: DiskPath) throws(DiskFailure) -> Bool {
    try operate { () throws(DiskFailure) in try real.makeFolder(path) }
  }

  func requireWritable(_ folder: DiskPath) throws(DiskFailure) {
    try operate { () throws(DiskFailure) in try real.requireWritable(folder) }
  }

  func openLock(_ path: DiskPath, isFolder: Bool) throws(DiskFailure) -> DiskFile {
    try operate { () throws(DiskFailure) in try real.openLock(path, isFolder: isFolder) }
  }

  func tryLock(_ file: DiskFile) throws(DiskFailure) -> Bool {
    try operate { () throws(DiskFailure) in
      if isRemote, !file.path.text.hasSuffix("/lock") {
        throw DiskFailure("flock", file.path.text, EBADF)
      }
      return try real.tryLock(file)
    }
  }

  func create(_ path: DiskPath, mode: UInt32?) throws(DiskFailure) -> DiskFile {
    try operate { () throws(DiskFailure) in try real.create(path, mode: mode) }
  }

  func openEnd(_ path: DiskPath) throws(DiskFailure) -> OpenFile {
    try operate { () throws(DiskFailure) in try real.openEnd(path) }
  }

  func truncate(_ file: DiskFile, to size: Int) throws(DiskFailure) {
    try operate { () throws(DiskFailure) in try real.truncate(file, to: size) }
  }

  func write(_ bytes: ArraySlice<UInt8>, to file: DiskFile) throws(DiskFailure) -> Int {
    let number = count.withLock { $0 + 1 }
    written.withLock { $0.append(number) }
    let isMoment = number == moment
    if isMoment, fault != .error {
      count.withLock { $0 += 1 }
      let part = try real.write(bytes.prefix(max(1, bytes.count / 2)), to: file)
      if fault == .short { return part }
      throw FaultyDisk.failure
    }
    return try operate { () throws(DiskFailure) in try real.write(bytes, to: file) }
  }

  func sync(_ file: DiskFile) throws(DiskFailure) {
    waits.withLock { $0.append("file") }
    try operate { () throws(DiskFailure) in try real.sync(file) }
  }

  /// The system closes the files of a program that was killed.
  func close(_ file: DiskFile) { real.close(file) }

  func rename(_ path: DiskPath, to target: DiskPath) throws(DiskFailure) {
    try operate { () throws(DiskFailure) in
      if isApart, path.text.contains("/.hall/") != target.text.contains("/.hall/") {
        throw DiskFailure("rename", target.text, EXDEV)
      }
      try real.rename(path, to: target)
    }
  }

  func remove(_ path: DiskPath) throws(DiskFailure) {
    try operate { () throws(DiskFailure) in try real.remove(path) }
  }

  func syncFolder(_ path: DiskPath) throws(DiskFailure) {
    waits.withLock { $0.append(path.text) }
    meanwhile(path.text)
    try operate { () throws(DiskFailure) in try real.syncFolder(path) }
  }
}
