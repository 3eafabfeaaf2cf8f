import HallModel
import HallStore
import HallSyntax
import HallWords

extension Repository {
  /// Opens the repository around a folder; a folder outside git is refused.
  ///
  /// - Parameter other: a hall whose repository is the fallback.
  package static func required(
    around folder: String, _ programs: any Programs, orElse other: HallFolder? = nil
  ) throws(Refusal) -> Repository {
    do throws(Failure) { return try Repository(around: folder, programs) } catch {
      if case .noRepository = error, let other {
        return try required(around: other.root, programs)
      }
      throw error.words(folder)
    }
  }

  /// The path of a folder in the work tree: empty, or ending in `/`; nil if it is outside.
  package func prefix(of folder: String) -> String? {
    if folder.utf8.elementsEqual(top.utf8) { return "" }
    let start = top == "/" ? "/" : top + "/"
    guard folder.utf8.starts(with: start.utf8) else { return nil }
    return String(decoding: folder.utf8.dropFirst(start.utf8.count), as: UTF8.self) + "/"
  }
}

extension Repository.Failure {
  package func words(_ folder: String) -> Refusal {
    switch self {
    case .noGit:
      .refused(
        Phrase(zh: "这台电脑上没有 git", en: "git is not installed on this machine"),
        hint: Phrase(zh: "先装上 git", en: "install git first"))
    case .obstacle(let path): Repository.Failure.inTheWay(path)
    case .noRepository(let said) where said.contains("dubious ownership"):
      .refused(
        Phrase(
          zh: "「\(folder)」是另一个用户的文件夹，git 不肯用",
          en: "'\(folder)' belongs to another user, and git refuses to use it"),
        hint: Phrase(
          zh:
            "确是自己人的，就运行 git config --global --add safe.directory \(ShellWord.quoted(OutsideFolder.realPath(folder)))",
          en: "if you trust them: git config --global --add safe.directory"
            + " \(ShellWord.quoted(OutsideFolder.realPath(folder)))"))
    case .noRepository(let said):
      .refused(
        Phrase(
          zh: "「\(folder)」不在 git 仓库里" + Self.reason(said),
          en: "'\(folder)' is not in a git repository" + Self.reason(said)),
        hint: Phrase(
          zh: "要用 git，先在这个文件夹里运行 git init", en: "to use git, run 'git init' there first"))
    }
  }

  package static func inTheWay(_ path: String) -> Refusal {
    .refused(
      Phrase(
        zh: "「\(path)」不是普通文件，git 会一直等着它",
        en: "'\(path)' is not a regular file: git would wait for it forever"),
      hint: Phrase(zh: "把它移走", en: "move it away"))
  }

  /// git's message if it says more than that there is no repository, for example that the folder
  /// belongs to somebody else.
  private static func reason(_ said: String) -> String {
    let line = said.split(separator: "\n").first.map(String.init) ?? ""
    return line.isEmpty || line.contains("not a git repository") ? "" : " (git: \(line))"
  }
}
