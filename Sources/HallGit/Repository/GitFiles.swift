import HallWords

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the installed git knows about a folder's files.
package enum GitFiles {
  /// Whether git tracks a file, or may track it: true if that cannot be found out.
  @Sendable package static func knows(_ path: String, in folder: String) -> Bool {
    guard GitObstacle.first(around: folder) == nil else { return true }
    let words = ["-C", folder, "--literal-pathspecs", "ls-files", "--error-unmatch", "--", path]
    let call = ProgramCall(
      ["git"] + Repository.obeysNothing + words, environment: Repository.asksNobody)
    switch SystemPrograms().run(call)?.status {
    case 0: return true
    case 1: return false
    // git is missing, the folder is not a work tree, or git refuses to read it.
    default: return isBelowGit(folder)
    }
  }

  /// The committed content of files below a folder, in their order; nil for an uncommitted one. One
  /// call of git, for callers that ask before every write.
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
  package static func isBelowGit(_ folder: String) -> Bool {
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
