#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the installed git knows of the user.
enum GitSettings {
  /// `git config user.name`; nil where git or the setting is missing.
  @Sendable static func userName() -> String? {
    // A fixed command line: nothing a person wrote becomes a word of it.
    guard let pipe = popen("git config --get user.name 2>/dev/null", "r") else { return nil }
    var bytes: [UInt8] = []
    var character = fgetc(pipe)
    while character != EOF, bytes.count < 1000 {
      bytes.append(UInt8(truncatingIfNeeded: character))
      character = fgetc(pipe)
    }
    pclose(pipe)
    let name = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first.map(String.init)
    return name?.isEmpty == false ? name : nil
  }
}
