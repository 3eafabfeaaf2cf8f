import HallModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension HallFolder {
  static let privateFolder = "private"

  /// The private files of the folder that others on this machine may read, in order. For a hall
  /// read from git, the private files that git has.
  package func exposedPrivateFiles() -> [PrivateFileFinding] {
    guard let held else {
      var found: [PrivateFileFinding] = []
      look(into: HallFolder.privateFolder, reach: 0o077, depth: 0, &found)
      return found
    }
    return held.bytes.keys.filter { $0.hasPrefix(HallFolder.privateFolder + "/") }.sorted()
      .map { PrivateFileFinding($0, .tracked) }
  }

  /// - Parameter reach: who else can reach this folder, as the bits of a mode.
  private func look(
    into folder: String, reach: UInt32, depth: Int, _ found: inout [PrivateFileFinding]
  ) {
    guard depth < 8, let mode = mode(of: folder),
      let names = try? list(folder)
    else { return }
    // Only users who may enter a folder can read its content.
    let reach = reach & ((mode & 0o010 != 0 ? 0o070 : 0) | (mode & 0o001 != 0 ? 0o007 : 0))
    guard reach != 0 else { return }
    for name in names {
      let path = folder + "/" + name
      guard let mode = self.mode(of: path) else { continue }
      if mode & UInt32(S_IFMT) == UInt32(S_IFDIR) {
        look(into: path, reach: reach, depth: depth + 1, &found)
      } else if mode & 0o044 & reach != 0 {
        found.append(PrivateFileFinding(path, .readable))
      }
    }
  }

  /// The mode of the file itself, not of what a link points to.
  private func mode(of path: String) -> UInt32? {
    var info = stat()
    guard lstat(root + "/" + path, &info) == 0 else { return nil }
    if info.st_mode & S_IFMT == S_IFLNK {
      guard stat(root + "/" + path, &info) == 0 else { return nil }
    }
    return UInt32(info.st_mode)
  }
}
