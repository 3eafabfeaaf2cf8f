#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why `.hall/` is neither written to nor believed: somebody else may have made what is in it.
package enum ForeignNotes: Error, Sendable, Equatable {
  /// A link, or something else that is no folder.
  case notAFolder
  /// git brought it along, and gives it to others.
  case tracked
  /// A change that another user of this machine has left half made.
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
  /// What is wrong with `.hall/`; nil where it is this machine's own, or is not there.
  package var foreignNotes: ForeignNotes? {
    var info = stat()
    guard lstat(root + "/.hall", &info) == 0 else { return nil }
    guard info.st_mode & S_IFMT == S_IFDIR else { return .notAFolder }
    if GitIndex.tracks(".hall", in: root) { return .tracked }
    // Only its owner finishes a change: what a note says is done.
    for name in ["pending", "pending.new", "sharing"] {
      guard lstat(root + "/.hall/" + name, &info) == 0 else { continue }
      if info.st_uid != geteuid() { return .unfinished(FileOwner(info.st_uid)) }
    }
    return nil
  }

  /// The same where a note of a change lies there: to be told by what only reads.
  package var foreignNote: ForeignNotes? {
    FileSystem.exists(root + "/.hall/pending") ? foreignNotes : nil
  }

  /// Whether what lies in `.hall/` is believed: drafts, steps, lines that were kept.
  var believesNotes: Bool {
    switch foreignNotes {
    case nil, .unfinished: true
    case .notAFolder, .tracked: false
    }
  }

  /// The folder that `private` is a link to, where the link and the folder are the user's own and
  /// git does not know of the link: somebody keeps what is private on a disk of its own.
  var ownPrivateFolder: String? {
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
