import HallGit
import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords

/// One change made by `git-setup`: a setting of the repository, or a file.
package enum GitSetupChange {
  case set(String, String)
  /// Adds a value to a key.
  case add(String, String)
  /// Removes a key; if a value is given, only that value.
  case unset(String, String?)
  case file(GitSetupFile)
  /// Deletes a ref that is no longer needed.
  case removeRef(String)

  package func apply(in repository: Repository) throws(Refusal) {
    let words: [String]
    switch self {
    case .file(let file): return try file.apply()
    // If it cannot be deleted, git clears it itself when it is used again.
    case .removeRef(let ref): return _ = repository.git(["update-ref", "-d", ref])
    case .set(let key, let value): words = ["--replace-all", "--", key, value]
    case .add(let key, let value): words = ["--add", "--", key, value]
    case .unset(let key, nil): words = ["--unset-all", "--", key]
    case .unset(let key, let value?): words = ["--fixed-value", "--unset-all", "--", key, value]
    }
    let result = repository.git(["config", "--local"] + words)
    guard !result.isDone else { return }
    let said = result.errorText.split(separator: "\n").first.map(String.init) ?? ""
    throw .refused(
      Phrase(zh: "git 的设置改不了：\(said)", en: "git's settings cannot be changed: \(said)"),
      hint: Phrase(
        zh: "看看有没有权限，改好后再运行一次 hall 接通仓库",
        en: "see to the permissions, then run 'hall git-setup' again"))
  }

  /// The text for a dry run.
  package var preview: String {
    switch self {
    case .set(let key, let value): "git config \(key) \(ShellWord.quoted(value))\n"
    case .add(let key, let value): "git config --add \(key) \(ShellWord.quoted(value))\n"
    case .unset(let key, let value):
      "git config --unset \(key)\(value.map { " " + ShellWord.quoted($0) } ?? "")\n"
    case .file(let file): file.preview
    case .removeRef(let ref): "git update-ref -d \(ref)\n"
    }
  }
}

/// A file before and after.
package struct GitSetupFile {
  package let path: String
  /// The path from the top of the work tree, if it is in the work tree.
  let shown: String
  let old: StoredFile?
  /// Nil to delete the file.
  package let new: [UInt8]?
  var isProgram = false
  /// The folder below which no part of the path may be a link.
  package let top: String?

  package func apply() throws(Refusal) {
    let file = PlainFile(path, below: top)
    do throws(DiskFailure) {
      guard let new else { return try file.remove() }
      let mode = isProgram ? (old?.mode ?? 0o644) | 0o111 : old?.mode
      try file.write(new, mode: mode)
    } catch {
      throw .writing(.disk(error))
    }
  }

  package var preview: String {
    let name = shown.hasPrefix("/") ? shown : "b/" + shown
    let diff = UnifiedDiff.diff(
      from: old?.bytes ?? [],
      named: old == nil ? UnifiedDiff.nothing : shown.hasPrefix("/") ? shown : "a/" + shown,
      to: new ?? [], named: new == nil ? UnifiedDiff.nothing : name)
    return VisibleText.lines(String(decoding: diff, as: UTF8.self))
  }
}
