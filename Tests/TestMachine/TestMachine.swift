#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The environment of every test, and of every program a test starts: the settings of the person
/// who runs the tests do not affect them.
///
/// It is set up before the first test, for the whole process; a test that needs another environment
/// sets it itself.
public enum TestMachine {
  /// Variables that tell a test how it is run, and those the program itself needs to run.
  private static let kept = ["HALL_CI", "HALL_LONG", "RECORD_GOLDEN", "TMPDIR"]
  private static let keptBeginnings = [
    "SWIFT", "SWT_", "XCTest", "XCT", "LLVM_PROFILE", "LD_LIBRARY_PATH", "DYLD_", "__XCODE",
  ]

  private static let set = [
    // A folder that does not exist: nothing is read from it, and nothing can be left in it.
    "HOME": "/nonexistent", "LC_ALL": "C.UTF-8", "TERM": "xterm", "TZ": "UTC0",
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_TERMINAL_PROMPT": "0", "PAGER": "cat",
  ]

  fileprivate static func setUp() {
    let old = variables()
    for name in old.keys
    where !kept.contains(name) && !keptBeginnings.contains(where: name.hasPrefix) {
      unsetenv(name)
    }
    for (name, value) in set { setenv(name, value, 1) }
    setenv("PATH", path(old["PATH"] ?? ""), 1)
    // Python modules installed for one user.
    if let home = old["HOME"] { setenv("PYTHONUSERBASE", home + "/.local", 1) }
    umask(0o022)
  }

  private static func variables() -> [String: String] {
    var found: [String: String] = [:]
    var entry = environ
    while let variable = entry.pointee {
      let text = String(cString: variable)
      if let equals = text.firstIndex(of: "=") {
        found[String(text[..<equals])] = String(text[text.index(after: equals)...])
      }
      entry += 1
    }
    return found
  }

  /// The folders of the machine's programs; a folder with a `hall` in it is replaced by links to
  /// all its other programs.
  private static func path(_ old: String) -> String {
    var folders: [String] = []
    for folder in old.split(separator: ":").map(String.init) + ["/usr/bin", "/bin"]
    where folder.hasPrefix("/") && !folders.contains(folder) {
      folders.append(folder)
    }
    return folders.compactMap { access($0 + "/hall", F_OK) == 0 ? links(to: $0) : $0 }
      .joined(separator: ":")
  }

  /// A folder with links to everything in another one except `hall`.
  private static func links(to folder: String) -> String? {
    var template = Array("/tmp/hall-test-tools-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil, let listing = opendir(folder) else { return nil }
    defer { closedir(listing) }
    let made = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    linkFolders.append(made)
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "hall", name != ".", name != ".." {
        symlink(folder + "/" + name, made + "/" + name)
      }
    }
    atexit { TestMachine.removeLinks() }
    return made
  }

  /// Written before the first test and read after the last.
  nonisolated(unsafe) private static var linkFolders: [String] = []

  private static func removeLinks() {
    for folder in linkFolders {
      guard let listing = opendir(folder) else { continue }
      while let entry = readdir(listing) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        unlink(folder + "/" + name)
      }
      closedir(listing)
      rmdir(folder)
    }
    linkFolders = []
  }
}

/// Called by the system before `main`, and so before any test.
#if canImport(Darwin)
  @section("__DATA,__mod_init_func") @used
  private let setsUp: @convention(c) () -> Void = { TestMachine.setUp() }
#else
  @section(".init_array") @used
  private let setsUp: @convention(c) () -> Void = { TestMachine.setUp() }
#endif
