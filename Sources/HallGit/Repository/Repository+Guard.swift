import HallModel
import HallStore
import HallWords

/// What is refused before git commits, merges or fetches: a copied, unpacked or shared folder
/// brings its `.git/config` along, and pushes of others bring files.
extension Repository {
  /// Refuses settings of the repository itself that name unknown programs. The settings of the user
  /// and of the system may name any.
  package func requireKnownPrograms() throws(Refusal) {
    if let setting = own.unknown {
      throw .refused(
        Phrase(
          zh: "这个仓库自己的 git 设置要运行别的程序：\(setting.key) = \(setting.value)。没有照着做，什么也没有动",
          en: "this repository's own settings would have git run another program:"
            + " \(setting.key) = \(setting.value); it was not run, and nothing was changed"),
        hint: Phrase(
          zh: "不认得就去掉它：git config --local --unset-all \(quoted(setting.key))；"
            + "认得这个仓库：git config --global --add \(OwnSettings.trustKey) \(quoted(top))",
          en: "if you do not know it: git config --local --unset-all \(quoted(setting.key));"
            + " if you trust the repository: git config --global --add \(OwnSettings.trustKey)"
            + " \(quoted(top))"))
    }
    guard own.programs.contains(where: { $0.key == "core.worktree" }) else { return }
    let shown = git(["rev-parse", "--show-toplevel"], obeying: .settings).output
    let path = String(decoding: shown.last == 0x0A ? shown.dropLast() : shown[...], as: UTF8.self)
    guard !path.isEmpty, OutsideFolder.realPath(path) == top else {
      throw .refused(
        Phrase(
          zh: "这个仓库的 git 设置说文件在别处：core.worktree = \(path)。什么也没有动",
          en: "this repository's settings say that its files are elsewhere: core.worktree ="
            + " \(path); nothing was changed"),
        hint: Phrase(
          zh: "去掉它：git config --local --unset core.worktree",
          en: "remove it: git config --local --unset core.worktree"))
    }
  }

  private func quoted(_ word: String) -> String { ShellWord.quoted(word) }

  /// Refuses a commit of others that would replace the hall's files by links, or add a `.hall/`,
  /// which belongs to one machine only.
  package func requirePlain(_ theirs: String) throws(Refusal) {
    let listed = git(
      ["ls-tree", "-r", "-z", "--full-tree", theirs, "--"] + (prefix.isEmpty ? [] : [prefix]))
    for entry in listed.output.split(separator: 0) {
      let text = String(decoding: entry, as: UTF8.self)
      guard let tab = text.firstIndex(of: "\t") else { continue }
      let path = text[text.index(after: tab)...]
      guard path.hasPrefix(prefix) else { continue }
      let first = path.dropFirst(prefix.count).prefix { $0 != "/" }.lowercased()
      if first == ".hall" {
        throw .refused(
          Phrase(
            zh: "大家共用的地方带着「\(path)」：.hall 里的东西只归一台电脑，可能是别人写的。没有取回，一切照旧",
            en: "the shared commit brings '\(path)': files in .hall belong to one machine only, and"
              + " this one may come from somebody else; nothing was taken in"),
          hint: Phrase(
            zh: "请交它的人在那边运行 git rm -r --cached .hall，再 git commit、git push",
            en: "the person who shared it runs 'git rm -r --cached .hall' there, then git commit"
              + " and git push"))
      }
      let isLink = text.hasPrefix("120000") || text.hasPrefix("160000")
      let own = ["hall.md", "agendas", "matters", "history", "signatures", "private"]
      if isLink, own.contains(first) {
        throw .refused(
          Phrase(
            zh: "大家共用的地方，「\(path)」是链接，不是文件本身。没有取回，一切照旧",
            en: "in the shared commit '\(path)' is a link instead of the file itself; nothing was"
              + " taken in"),
          hint: Phrase(
            zh: "请交它的人把文件本身放进议事厅，再交一次",
            en: "the person who shared it puts the file itself there, and shares again"))
      }
    }
  }
}
