import HallWords

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the installed git knows of a folder's files.
package enum GitFiles {
  /// Whether git has a file, or may have it: where that cannot be found out, it is taken to.
  @Sendable package static func knows(_ path: String, in folder: String) -> Bool {
    guard GitObstacle.first(around: folder) == nil else { return true }
    let words = ["-C", folder, "--literal-pathspecs", "ls-files", "--error-unmatch", "--", path]
    let call = ProgramCall(
      ["git"] + Repository.obeysNothing + words, environment: Repository.asksNobody)
    switch SystemPrograms().run(call)?.status {
    case 0: return true
    case 1: return false
    // git is missing, or the folder is no work tree, or one that git refuses to read.
    default: return isBelowGit(folder)
    }
  }

  /// What the last commit has of files below a folder, in their order; nil for what it has not. One
  /// call of git, for those who ask before everything they write.
  package static func committed(
    _ paths: [String], in folder: String, _ programs: any Programs
  ) -> [[UInt8]?] {
    let none: [[UInt8]?] = paths.map { _ in nil }
    guard !paths.isEmpty, GitObstacle.first(around: folder) == nil, isBelowGit(folder) else {
      return none
    }
    let asked = paths.map { "HEAD:./\($0)\n" }.joined()
    let call = ProgramCall(
      ["git"] + Repository.obeysNothing + ["-C", folder, "cat-file", "--batch"],
      input: Array(asked.utf8), environment: Repository.asksNobody)
    guard let said = programs.run(call), said.isDone else { return none }
    return Repository.objects(in: said.output, count: paths.count)
  }

  /// Whether a folder, or one above it, has a `.git`.
  static func isBelowGit(_ folder: String) -> Bool {
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
}
