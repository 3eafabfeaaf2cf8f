import HallGit
import HallModel
import HallSyntax
import HallWords

/// Files in the way of others' changes.
extension Sharing {
  /// Why a merge cannot begin.
  static func inTheWay(_ result: ProgramResult) -> Refusal {
    let said = words(result)
    if let trouble = GitTrouble(result.errorText) {
      return trouble.error(
        Phrase(zh: "没有取回，一切照旧", en: "nothing was taken in, and all is as it was"), said)
    }
    let found = FilesInTheWay(result.errorText)
    guard let first = found.untracked.first ?? found.edited.first else {
      return .refused(
        Phrase(
          zh: "这里有还没存下的文件，别人的改动取不进来。一切照旧",
          en: "files that are not committed are in the way; nothing was taken in"),
        hint: Phrase(zh: "git 说：\(said)", en: "git says: \(said)"))
    }
    let all = found.untracked + found.edited
    let zh = all.prefix(5).map { "「\($0)」" }.joined() + (all.count > 5 ? "等 \(all.count) 个文件" : "")
    let en = all.prefix(5).map { "'\($0)'" }.joined(separator: ", ") + (all.count > 5 ? " …" : "")
    if found.untracked.isEmpty {
      return .refused(
        Phrase(
          zh: "\(zh)改了还没有存，别人也改了它，取不进来。没有取回，一切照旧",
          en: "\(en): changed here and not committed, and changed by others; nothing was taken in"),
        hint: Phrase(
          zh: "它不是议事厅的文件，hall 不替您交。存下它再打 hall 分享：git commit \(ShellWord.quoted(first)) -m 说明；"
            + "git 说：\(said)",
          en:
            "it is not a file of the hall, which is why it is not shared. Commit it, and run"
            + " 'hall share'"
            + " again: git commit \(ShellWord.quoted(first)) -m WHY; git says: \(said)"))
    }
    return .refused(
      Phrase(
        zh: "\(zh)别人也交了同名的，和这里的不是一份，取不进来。没有取回，一切照旧",
        en: "\(en): others have shared a file of that name; nothing was taken in"),
      hint: Phrase(
        zh: "给这里的改个名，或挪到别的文件夹，再打 hall 分享；git 说：\(said)",
        en: "rename yours, or move it elsewhere, and run 'hall share' again; git says: \(said)"))
  }
}

/// The files that git lists because a merge would overwrite them.
struct FilesInTheWay: Equatable {
  /// The untracked ones.
  private(set) var untracked: [String] = []
  /// The tracked ones with edits.
  private(set) var edited: [String] = []

  /// - Parameter said: git's message: a sentence, then one path a line after a tab.
  init(_ said: String) {
    var list: WritableKeyPath<FilesInTheWay, [String]>?
    for line in said.split(whereSeparator: \.isNewline) {
      if line.hasPrefix("\t") {
        if let list { self[keyPath: list].append(String(line.dropFirst())) }
      } else if line.contains("untracked working tree files would be") {
        list = \.untracked
      } else if line.contains("local changes to the following files would be") {
        list = \.edited
      } else {
        list = nil
      }
    }
  }
}
