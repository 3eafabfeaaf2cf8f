import HallWork
import HallWords
import HallModel

/// `hall undo`: undoes the last command, in all documents it changed. Undoing is a revision, too,
/// and what the command made is kept, so that nothing is lost.
enum UndoCommand: Command {
  static let spec = CommandSpec(
    "undo", aliases: ["撤销"],
    summary: Phrase(zh: "撤销上一个命令的改动", en: "take back what the last command changed"),
    options: OptionSpec.writing,
    details: Phrase(
      zh: "一个命令算一步，可以接着撤销更早的。撤销也记成新的一版；刚新建的文件连同历史移到 .hall/undone/，什么都不会丢。\n"
        + "已经交给大家的一步，和在别的程序里改过、还没记下的文件，会先说；在终端上先问一声。",
      en:
        "One command is one step; call it again to take back the one before. Taking back is a new"
        + " revision; a document just made goes to .hall/undone/ with its history. Nothing is lost.\n"
        + "A step that the others have already, and an edit that is not recorded yet, are named, and on"
        + " a terminal you are asked first."),
    examples: [
      Phrase(
        zh: "hall 撤销",
        en: "hall undo"),
      Phrase(
        zh: "hall 撤销 --只看",
        en: "hall undo --dry-run"),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    try invocation.perform(UndoStep())
  }
}
