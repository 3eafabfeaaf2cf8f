import HallWords

/// The settings of a repository itself that name programs. A clone brings none, but a folder that
/// was copied, unpacked or shared brings whatever somebody has written into its `.git/config`.
package struct OwnSettings: Sendable {
  package struct Setting: Sendable, Equatable {
    /// Section and name in lower case, as in `filter.Lfs.clean`.
    package let key: String
    package let value: String
  }

  /// In the order of the file.
  package let programs: [Setting]
  /// Whether the user has allowed this repository to name programs, in the user's own settings.
  let isTrusted: Bool
  /// Whether the clone may leave files out of the work tree (git's sparse checkout).
  let isSparse: Bool
  /// The effective value of every setting, from any file; nil if git did not report all of them.
  private let all: [String: String]?

  /// The user's own setting that names repositories: their top folders, or `*`.
  static let trustKey = "hall.trusted"

  /// - Parameter top: the top of the work tree.
  init(of top: String, _ programs: any Programs) {
    var found: [Setting] = []
    var (isTrusted, isSparse) = (false, false)
    let (settings, isComplete) = OwnSettings.settings(of: top, programs)
    all =
      isComplete
      ? Dictionary(settings.map { ($0.setting.key, $0.setting.value) }) { _, last in last } : nil
    for (scope, setting) in settings {
      if scope == "local" || scope == "worktree" {
        if setting.namesProgram { found.append(setting) }
        if setting.key == "core.sparsecheckout" { isSparse = setting.value.lowercased() == "true" }
      } else if setting.key == OwnSettings.trustKey {
        isTrusted = isTrusted || setting.value == "*" || setting.value == top
      }
    }
    (self.programs, self.isTrusted, self.isSparse) = (found, isTrusted, isSparse)
  }

  /// Every setting with its file. A git before 2.26 reports only the repository's own.
  private static func settings(
    of top: String, _ programs: any Programs
  ) -> (settings: [(scope: String, setting: Setting)], isComplete: Bool) {
    func fields(_ words: [String]) -> [Substring]? {
      let call = ProgramCall(
        ["git", "-C", top, "config"] + words + ["--list", "--includes", "-z"])
      guard let result = programs.run(call), result.isDone else { return nil }
      return result.text.split(separator: "\0", omittingEmptySubsequences: false).dropLast()
    }
    func setting(_ field: Substring) -> Setting {
      let parts = field.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      return Setting(
        key: String(parts.first ?? ""), value: parts.count > 1 ? String(parts[1]) : "")
    }
    guard let scoped = fields(["--show-scope"]) else {
      return ((fields(["--local"]) ?? []).map { ("local", setting($0)) }, false)
    }
    let settings = stride(from: 0, to: scoped.count - 1, by: 2).map {
      (String(scoped[$0]), setting(scoped[$0 + 1]))
    }
    return (settings, true)
  }

  /// The effective value of a setting, as from `git config --get`.
  ///
  /// - Parameter ask: asks git, if it has not reported all settings.
  package func value(_ key: String, asking ask: (String) -> String?) -> String? {
    guard let all else { return ask(key) }
    return all[key].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Arguments for git that disable the filters: commands that only read compare files as they are
  /// on the disk.
  var withoutFilters: [String] {
    var words: [String] = []
    for name in Set(programs.compactMap(\.filter)).sorted() {
      for (key, value) in [("clean", ""), ("smudge", ""), ("process", ""), ("required", "false")] {
        words += OwnSettings.word("filter.\(name).\(key)", value)
      }
    }
    return words
  }

  /// The arguments that set a setting for one call. A name may contain `=`, which `-c` would take
  /// as the separator.
  package static func word(_ key: String, _ value: String) -> [String] {
    guard key.contains("=") else { return ["-c", "\(key)=\(value)"] }
    return ["--config-env=\(key)=\(value.isEmpty ? emptyVariable : falseVariable)"]
  }

  private static let emptyVariable = "HALL_GIT_NOTHING"
  private static let falseVariable = "HALL_GIT_FALSE"
  /// The variables that the arguments above refer to.
  static let variables: [String: String?] = [emptyVariable: "", falseVariable: "false"]

  /// The first setting that a command which commits, merges and fetches would obey, and that is
  /// neither git-setup's own nor a well-known program.
  package var unknown: Setting? { isTrusted ? nil : programs.first { $0.isObeyed && !$0.isKnown } }
}

extension OwnSettings.Setting {
  private var section: Substring { key.prefix { $0 != "." } }
  private var name: Substring { key[(key.lastIndex(of: ".") ?? key.startIndex)...].dropFirst() }
  /// The part between the section and the name.
  private var middle: String? {
    guard let start = key.firstIndex(of: "."), let end = key.lastIndex(of: "."), start < end else {
      return nil
    }
    return String(key[key.index(after: start)..<end])
  }

  /// The filter it belongs to.
  package var filter: String? { section == "filter" ? middle : nil }

  /// Whether git would run its value, or would let something run that it does not run by default.
  var namesProgram: Bool {
    switch (section, middle) {
    case ("core", nil):
      [
        "fsmonitor", "sshcommand", "hookspath", "askpass", "gitproxy", "alternaterefscommand",
        "worktree",
      ].contains(name)
    case ("credential", _): name == "helper"
    case ("filter", _?): ["clean", "smudge", "process"].contains(name)
    case ("merge", _?): name == "driver"
    case ("gpg", _): ["program", "defaultkeycommand"].contains(name)
    case ("protocol", _): name == "allow"
    case ("remote", _?): ["uploadpack", "receivepack", "vcs"].contains(name)
    case ("hook", _), ("trailer", _?): ["command", "cmd"].contains(name)
    default: false
    }
  }

  /// Whether a command that commits, merges and fetches would obey it: not if such a command
  /// overrides it in each call of git.
  fileprivate var isObeyed: Bool {
    switch (section, name) {
    case ("core", "fsmonitor"): false
    case ("core", "worktree"): false
    case ("merge", _): middle != "hall"
    default: true
    }
  }

  /// Whether it names a program installed with git, by name and not by path.
  fileprivate var isKnown: Bool {
    switch section {
    case "credential":
      return value.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
      }
    case "filter":
      return [
        "git-lfs clean -- %f", "git-lfs smudge -- %f", "git-lfs filter-process",
        "git-lfs smudge --skip -- %f", "git-lfs filter-process --skip",
      ].contains(value)
    case "remote": return ["git-upload-pack", "git-receive-pack"].contains(value)
    case "protocol": return value == "never" || value == "user" && middle != "ext"
    case "gpg": return ["gpg", "gpg2", "gpgsm", "ssh-keygen"].contains(value)
    default: return false
    }
  }
}
