import HallGit
import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords

/// The hook that git runs before a commit.
enum CommitHook {
  static let name = "pre-commit"
  private static let marker = "# hall git-setup "

  private static let about = Phrase(
    zh: "提交前检查议事厅。再运行 hall 接通仓库 会更新这个文件，hall 接通仓库 --取走 会移走它。",
    en: "Checks the hall before a commit. 'hall git-setup' renews this, '--undo' takes it away.")
  private static let isMissing = Phrase(
    zh: "找不到 hall，这次提交没有检查；装好以后再运行一次 hall 接通仓库",
    en: "hall was not found, so this commit is not checked; run 'hall git-setup' again")
  private static let isBroken = Phrase(
    zh: "hall 运行不了，这次提交没有检查", en: "hall cannot be run, so this commit is not checked")
  private static let isRefused = Phrase(
    zh: "没有提交。改好以后 git add 再提交；一定要现在提交：git commit --no-verify",
    en: "Nothing was committed. Correct it and 'git add' it; to commit all the same: git commit"
      + " --no-verify")

  /// The script. Its second line has the digest of everything below it, which identifies it as
  /// ours.
  static func script(_ program: String, _ language: Language) -> [UInt8] {
    func say(_ phrase: Phrase) -> String { "echo " + quoted(phrase[language]) + " >&2" }
    let body = """
      # \(about[language])
      hall=\(quoted(program))
      [ -x "$hall" ] || hall=$(command -v hall) || hall=
      if [ -z "$hall" ]; then
        \(say(isMissing))
        exit 0
      fi
      PAGER= "$hall" check --staged --quiet
      status=$?
      case $status in
      0) exit 0 ;;
      126 | 127)
        \(say(isBroken))
        exit 0
        ;;
      esac
      \(say(isRefused))
      exit 1

      """
    return Array("#!/bin/sh\n\(marker)\(SHA256.hex(of: Array(body.utf8)))\n\(body)".utf8)
  }

  /// Always in quotes: the text contains blanks and characters that a shell would interpret.
  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }

  /// Whether a script is ours and unchanged.
  static func isOurs(_ script: [UInt8]) -> Bool {
    let start = Array("#!/bin/sh\n\(marker)".utf8)
    guard script.starts(with: start), script.count > start.count + 65 else { return false }
    let digest = script[start.count..<start.count + 64]
    return digest.string == SHA256.hex(of: Array(script[(start.count + 65)...]))
  }

  /// The line that does the same in another hook.
  static func line(_ program: String) -> String {
    ShellWord.quoted(program) + " check --staged --quiet || exit 1"
  }

  /// The folder of the repository's hooks, and whether it belongs to the repository: a folder set
  /// for all repositories of a person must not be written to.
  static func folder(of repository: Repository) -> (path: String, isOwn: Bool)? {
    func path(_ words: [String]) -> String? {
      let found = repository.git(["rev-parse"] + words, obeying: .settings)
      guard found.isDone, !found.output.isEmpty else { return nil }
      let text = found.output.dropLast(found.output.last == UInt8(ascii: "\n") ? 1 : 0).string
      return OutsideFolder.realPath(text.hasPrefix("/") ? text : repository.top + "/" + text)
    }
    guard let hooks = path(["--git-path", "hooks"]), let common = path(["--git-common-dir"]) else {
      return nil
    }
    let isOwn = [repository.top, common].contains { hooks.utf8.starts(with: ($0 + "/").utf8) }
    return (hooks, isOwn && !hooks.split(separator: "/").contains(".."))
  }
}
