import HallModel
import HallSyntax
import HallWords

/// The settings that `git-setup` makes in a repository, and recognises as its own.
package enum GitSetting {
  /// Every hall of the repository that is set up: `./` for the top, else for example `./a/b/`.
  static let folderKey = "hall.folder"
  /// Whether `core.quotePath` was set by `git-setup`, and not before.
  private static let quoteMark = "hall.setsquotepath"
  private static let quotePath = "core.quotepath"

  /// The folders of the halls that are set up.
  package static func folders(in settings: [String: [String]]) -> [String] {
    (settings[folderKey] ?? []).filter { $0.hasPrefix("./") && $0.hasSuffix("/") }
  }

  /// A folder of ``folders(in:)`` without its marks: empty for the top, else ending in `/`.
  /// Compares bytes, since a name may begin with a character that Swift combines with the one
  /// before it.
  package static func prefix(_ folder: String) -> String {
    String(decoding: folder.utf8.dropFirst(2), as: UTF8.self)
  }

  /// A key with its value, and a test whether a value was set by an earlier version of this
  /// program.
  private struct Own {
    let key: String
    let value: String
    let isOurs: (String) -> Bool
  }

  private static let mergeWords = " merge-file -- %O %A %B %L %P; "
  private static let textconvWords = " textconv -- \"$1\"; "

  /// The commands, as shell text. If the program is gone, git falls back to its default: `git diff`
  /// does not fail, and a merge does not drop a side. git caches the result of the second command
  /// as long as the command is the same, so the version is a part of it.
  private static func calls(_ program: String) -> (driver: String, textconv: String) {
    let called = ShellWord.quoted(program)
    // git replaces `%` sequences by file names, and `%%` by `%`.
    let inDriver = called.replacing(sign: "%", with: "%%")
    return (
      "if [ -x \(inDriver) ]; then \(inDriver)\(mergeWords)"
        + "else git merge-file --marker-size=%L %A %O %B; fi",
      ": \(ProgramVersion.number); f() { if [ -x \(called) ]; then \(called)\(textconvWords)else cat -- \"$1\"; fi; }; f"
    )
  }

  static let driverKey = "merge.hall.driver"

  /// The command of the merge driver; without a program, git's default merge.
  static func driver(_ program: String?) -> String {
    program.map { calls($0).driver } ?? "git merge-file --marker-size=%L %A %O %B"
  }

  private static let cacheKey = "diff.hall.cachetextconv"
  /// Where git caches the results of the text conversion.
  static let cacheRef = "refs/notes/textconv/hall"

  private static let names = ["hall: by facts, then by lines", "议事厅：先按事、再按行合并"]
  /// The headings of the files, and of the output of `textconv`.
  private static let headings = "^(#{1,6}[ \t].*)$"

  /// - Parameter program: the path of this program.
  private static func own(_ program: String, _ language: Language) -> [Own] {
    let calls = calls(program)
    return [
      Own(key: "merge.hall.name", value: names[language.pick(1, 0)], isOurs: names.contains),
      Own(
        key: driverKey, value: calls.driver, isOurs: { $0.contains(mergeWords) }),
      Own(
        key: "diff.hall.textconv", value: calls.textconv,
        isOurs: { $0.contains(textconvWords) }),
      Own(key: cacheKey, value: "true", isOurs: { $0 == "true" }),
      Own(key: "diff.hall.xfuncname", value: headings, isOurs: { $0 == headings }),
    ]
  }

  /// Sets the drivers.
  static func drivers(
    _ program: String, _ language: Language, in settings: [String: [String]]
  ) -> (changes: [GitSetupChange], theirs: [String]) {
    var changes: [GitSetupChange] = []
    var theirs: [String] = []
    for own in own(program, language) {
      let found = settings[own.key] ?? []
      if found == [own.value] || own.key == "merge.hall.name" && found.count == 1 { continue }
      if found.allSatisfy(own.isOurs) {
        changes.append(.set(own.key, own.value))
      } else {
        theirs.append(own.key)
      }
    }
    return (changes, theirs)
  }

  /// Removes the drivers, as far as they are ours.
  static func withoutDrivers(in settings: [String: [String]]) -> [GitSetupChange] {
    own("", .en).compactMap { own in
      guard let found = settings[own.key], found.allSatisfy(own.isOurs) else { return nil }
      return .unset(own.key, nil)
    }
  }

  /// Shows file names unescaped, unless somebody has set this otherwise.
  static func plainPaths(
    in settings: [String: [String]]
  ) -> (changes: [GitSetupChange], isTheirs: Bool) {
    switch settings[quotePath]?.last?.lowercased() {
    case nil: ([.set("core.quotePath", "false"), .set("hall.setsQuotePath", "true")], false)
    case "false", "no", "off", "0": ([], false)
    default: ([], true)
    }
  }

  static func withoutPlainPaths(in settings: [String: [String]]) -> [GitSetupChange] {
    guard settings[quoteMark] != nil else { return [] }
    let isAsSet = settings[quotePath] == ["false"]
    return (isAsSet ? [.unset("core.quotePath", nil)] : []) + [.unset("hall.setsQuotePath", nil)]
  }
}
