#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why `.hall/` is neither written to nor trusted: somebody else may have made its content.
package enum ForeignNotes: Error, Sendable, Equatable {
  /// A link, or something else that is not a folder.
  case notAFolder
  /// git tracks it, and gives it to others.
  case tracked
  /// An unfinished change by another user of this machine.
  case unfinished(FileOwner)
}

/// A user of this machine.
package struct FileOwner: Sendable, Equatable {
  /// The system's number (`st_uid`).
  package let number: UInt32

  init(_ number: uid_t) { self.number = UInt32(number) }

  static var ofThisProcess: FileOwner { FileOwner(geteuid()) }
}

extension HallFolder {
  /// What is wrong with `.hall/`; nil if it belongs to this machine, or does not exist.
  package var foreignNotes: ForeignNotes? {
    var info = stat()
    guard lstat(root + "/.hall", &info) == 0 else { return nil }
    guard info.st_mode & S_IFMT == S_IFDIR else { return .notAFolder }
    if GitIndex.tracks(".hall", in: root) { return .tracked }
    // Only its owner finishes a change: what a note says will be carried out.
    for name in ["pending", "pending.new", "sharing"] {
      guard lstat(root + "/.hall/" + name, &info) == 0 else { continue }
      if info.st_uid != geteuid() { return .unfinished(FileOwner(info.st_uid)) }
    }
    return nil
  }

  /// The same, if it contains a note of a change: for commands that only read.
  package var foreignNote: ForeignNotes? {
    FileSystem.exists(root + "/.hall/pending") ? foreignNotes : nil
  }

  /// Whether the content of `.hall/` is trusted: drafts, steps, lines that were kept.
  var believesNotes: Bool {
    switch foreignNotes {
    case nil, .unfinished: true
    case .notAFolder, .tracked: false
    }
  }

  /// The folder that `private` links to, if the link and the folder belong to the user and git does
  /// not know the link: some people keep private files on a separate disk.
  package var ownPrivateFolder: String? {
    var info = stat()
    let path = root + "/private"
    guard lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFLNK, info.st_uid == geteuid(),
      let target = FileSystem.realPath(path), stat(target, &info) == 0,
      info.st_mode & S_IFMT == S_IFDIR, info.st_uid == geteuid(),
      !GitIndex.tracks("private", in: root)
    else { return nil }
    return target
  }
}
