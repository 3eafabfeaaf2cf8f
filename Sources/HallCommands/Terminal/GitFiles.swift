#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the installed git knows of a folder's files.
enum GitFiles {
  /// Whether git has a file, or may have it: where that cannot be found out, it is taken to.
  @Sendable static func knows(_ path: String, in folder: String) -> Bool {
    let call = [
      "git", "--literal-pathspecs", "-c", "core.fsmonitor=false", "-C", folder, "ls-files",
      "--error-unmatch", "--", path,
    ]
    switch status(of: call) {
    case 0: return true
    case 1: return false
    // git is missing, or the folder is no work tree, or one that git refuses to read.
    default: return isBelowGit(folder)
    }
  }

  /// Whether a folder, or one above it, has a `.git`.
  private static func isBelowGit(_ folder: String) -> Bool {
    guard let real = realpath(folder, nil) else { return true }
    defer { free(real) }
    var current = String(cString: real)
    while true {
      var info = stat()
      if lstat(current + "/.git", &info) == 0 { return true }
      guard let slash = current.lastIndex(of: "/") else { return false }
      current = String(current[..<slash])
    }
  }

  /// Runs a program without a shell and without a word on the terminal; its exit status, or nil
  /// where it could not be started or was killed.
  private static func status(of call: [String]) -> Int32? {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, mode) in [(STDIN_FILENO, O_RDONLY), (STDOUT_FILENO, O_WRONLY)] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", mode, 0)
    }
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var words: [UnsafeMutablePointer<CChar>?] = call.map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var child = pid_t()
    guard posix_spawnp(&child, "git", &actions, nil, words, environ) == 0 else { return nil }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 { if errno != EINTR { return nil } }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : nil
  }
}
