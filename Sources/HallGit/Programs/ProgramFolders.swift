import HallStore
import HallWords

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where other programs are looked for: the folders of `PATH` that are named whole and lie in no
/// hall. A folder that somebody has sent brings no `git` along.
package enum ProgramFolders {
  /// Found out once; from then on whatever a program starts is looked for there as well.
  package static let trusted: [String] = {
    let named = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    let folders = trusted(of: named)
    setenv("PATH", folders.joined(separator: ":"), 1)
    return folders
  }()

  /// The folders of a `PATH` that are trusted, in order.
  package static func trusted(of path: String) -> [String] {
    path.split(separator: ":").map(String.init).filter { folder in
      folder.hasPrefix("/") && HallFolder.find(upwardFrom: folder) == nil
    }
  }

  /// The whole path of a program; one that is named whole is that one.
  package static func path(of name: String) -> String? {
    // Also where it is named whole: what it starts is found by PATH.
    let folders = trusted
    guard !name.contains("/") else { return name.hasPrefix("/") ? name : nil }
    return folders.lazy.map { $0 + "/" + name }.first { path in
      var info = stat()
      return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
    }
  }
}
