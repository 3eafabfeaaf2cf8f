import HallWords

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The path of the running program.
package enum ProgramPath {
  /// The path it was called by, so that a link to the newest version remains a link; else the file
  /// itself.
  package static func ofThisProcess(called name: String?) -> String? {
    let called = name.flatMap(path)
    guard let running else { return called }
    guard let called, isSame(called, running) else { return running }
    return called
  }

  /// Resolves a name as a shell does, to an absolute path.
  private static func path(_ name: String) -> String? {
    if name.hasPrefix("/") { return name }
    if name.contains("/") {
      guard let folder = getcwd(nil, 0) else { return nil }
      defer { free(folder) }
      return String(cString: folder) + "/"
        + (name.hasPrefix("./") ? String(name.dropFirst(2)) : name)
    }
    let folders = getenv("PATH").map { String(cString: $0) } ?? ""
    return folders.split(separator: ":").lazy.map { $0 + "/" + name }
      .first { $0.hasPrefix("/") && access($0, X_OK) == 0 }
  }

  /// The program's own file, according to the system.
  private static var running: String? {
    #if canImport(Glibc)
      guard let path = realpath("/proc/self/exe", nil) else { return nil }
    #else
      var size: UInt32 = 4096
      var name = [CChar](repeating: 0, count: Int(size))
      guard _NSGetExecutablePath(&name, &size) == 0, let path = realpath(name, nil) else {
        return nil
      }
    #endif
    defer { free(path) }
    return String(cString: path)
  }

  private static func isSame(_ left: String, _ right: String) -> Bool {
    var (first, second) = (stat(), stat())
    return stat(left, &first) == 0 && stat(right, &second) == 0
      && first.st_ino == second.st_ino && first.st_dev == second.st_dev
  }
}
