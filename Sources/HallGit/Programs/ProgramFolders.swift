import HallStore
import HallWords

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where other programs are searched for: the absolute folders of `PATH` that are not in a hall. So
/// a folder received from somebody cannot supply its own `git`.
package enum ProgramFolders {
  /// Computed once; from then on it is also the `PATH` of the programs that are started.
  package static let trusted: [String] = {
    let named = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    let folders = trusted(of: named)
    setenv("PATH", folders.joined(separator: ":"), 1)
    return folders
  }()

  /// The trusted folders of a `PATH`, in order.
  package static func trusted(of path: String) -> [String] {
    path.split(separator: ":").map(String.init).filter { folder in
      folder.hasPrefix("/") && HallFolder.find(upwardFrom: folder) == nil
    }
  }

  /// The absolute path of a program; an absolute path is returned unchanged.
  package static func path(of name: String) -> String? {
    // Also for an absolute path: what the program starts is found by PATH.
    let folders = trusted
    guard !name.contains("/") else { return name.hasPrefix("/") ? name : nil }
    return folders.lazy.map { $0 + "/" + name }.first { path in
      var info = stat()
      return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
    }
  }
}
