import HallWords

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the installed git knows about the user.
package enum GitSettings {
  /// `git config user.name`; nil if git or the setting is missing.
  @Sendable package static func userName() -> String? {
    guard let here = getcwd(nil, 0) else { return nil }
    defer { free(here) }
    guard GitObstacle.first(around: String(cString: here)) == nil else { return nil }
    let found = SystemPrograms().run(ProgramCall(["git", "config", "--get", "user.name"]))
    let name = found?.text.split(separator: "\n").first.map(String.init)
    return name?.isEmpty == false ? name : nil
  }
}
