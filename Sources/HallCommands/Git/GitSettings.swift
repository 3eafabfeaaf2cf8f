/// What the installed git knows of the user.
enum GitSettings {
  /// `git config user.name`; nil where git or the setting is missing.
  @Sendable static func userName() -> String? {
    let found = SystemPrograms().run(ProgramCall(["git", "config", "--get", "user.name"]))
    let name = found?.text.split(separator: "\n").first.map(String.init)
    return name?.isEmpty == false ? name : nil
  }
}
