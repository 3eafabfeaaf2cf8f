import HallGit
import HallModel
import HallSharing
import HallStore
import HallSyntax
import HallWords

/// `hall restore-from`: a hall from its backup.
enum RestoreFromCommand: Command {
  static let spec = CommandSpec(
    "restore-from", aliases: ["恢复备份"],
    summary: Phrase(zh: "从备份恢复出一个议事厅", en: "a hall from its backup"),
    arguments: [
      ArgumentSpec(Phrase(zh: "文件", en: "FILE"), takes: .file),
      ArgumentSpec(Phrase(zh: "新文件夹", en: "DIR"), takes: .folder, isOptional: true),
    ],
    options: [],
    details: Phrase(
      zh: """
        从 hall 备份 写的文件，或交接的文件夹，恢复到一个新文件夹；不写就照文件的名字取。已经有东西的文件夹不动。
        恢复完核验历史，说哪些不完好。
        """,
      en: """
        Restores what 'hall backup' wrote, a file or the folder of a hand-over, to a new folder, by default \
        called after the file. A folder with anything in it is left alone. The histories are verified.
        """),
    examples: [
      Phrase(
        zh: "hall 恢复备份 ../hall-2025-12.tar.gz ../新议事厅",
        en: "hall restore-from ../hall-2025-12.tar.gz ../new-hall"),
      Phrase(
        zh: "hall 恢复备份 ../交接 ../接手",
        en: "hall restore-from ../hand-over ../successor"),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    let language = invocation.plainLanguage
    let shown = invocation.arguments[0]
    let path = try invocation.outside(shown)
    let archives: [(path: String, shown: String)]
    if OutsideFolder.isFolder(path) {
      archives = HandOver.archives(in: path).map {
        ($0, String($0.dropFirst(path.count - shown.count)))
      }
      guard !archives.isEmpty else {
        let names = OutsideFolder.names(in: path).filter { name in
          [".tar", ".tar.gz", ".tgz"].contains(where: name.hasSuffix)
        }
        throw .refused(
          names.isEmpty
            ? Phrase(zh: "「\(shown)」里没有备份", en: "'\(shown)' has no backup")
            : Phrase(zh: "「\(shown)」不是交接的文件夹", en: "'\(shown)' is not the folder of a hand-over"),
          hint: names.last.map { name in
            let call = ShellWord.quoted(shown + (shown.hasSuffix("/") ? "" : "/") + name)
            return Phrase(
              zh: "要恢复的是不是这一个：hall 恢复备份 \(call)", en: "perhaps: hall restore-from \(call)")
          } ?? Phrase(zh: "写备份的文件，或交接的文件夹", en: "give a backup, or the folder of a hand-over"))
      }
    } else {
      archives = [(path, shown)]
    }
    let target = invocation.arguments.dropFirst().first ?? defaultName(shown)
    let outcome = try BackupRestore(of: archives, in: invocation.context.world).write(
      to: try invocation.outside(target), shown: target)
    answer.output =
      Phrase(
        zh: "恢复好了：\(target)，\(outcome.files.count) 个文件\n",
        en: "\(target): \(Language.counted(outcome.files.count, "file")) restored\n")[language]
    guard !outcome.broken.isEmpty else { return answer }
    answer.raise(to: 1)
    answer.errors +=
      Phrase(
        zh: "注意：历史核验不过：\(outcome.broken.joined(in: .zh))；进到那个文件夹，用「hall 核验」看\n",
        en:
          "note: these histories are not intact: \(outcome.broken.joined(in: .en)); see 'hall verify' there\n"
      )[
        language]
    return answer
  }

  /// `hall-2025-12-01.tar.gz` becomes `hall-2025-12-01`.
  private static func defaultName(_ shown: String) -> String {
    let name = shown.split(separator: "/").last.map(String.init) ?? "hall"
    for ending in [".tar.gz", ".tgz", ".tar"] where name.hasSuffix(ending) && name != ending {
      return String(name.dropLast(ending.count))
    }
    // The folder of a hand-over is not the hall.
    return name == "." || name == ".." ? "hall" : name + "-hall"
  }
}
