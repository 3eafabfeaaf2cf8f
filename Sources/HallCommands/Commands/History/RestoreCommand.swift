import HallModel
import HallWork
import HallWords

/// `hall restore`: sets a document back to an earlier revision. Nothing is lost: its present text
/// is recorded first, and going back is a revision, too.
enum RestoreCommand: Command {
  static let spec = CommandSpec(
    "restore", aliases: ["恢复"],
    summary: Phrase(zh: "把文件恢复成某一版", en: "make a document what it was after a revision"),
    arguments: [
      ArgumentSpec(Phrase(zh: "编号", en: "ID"), takes: .document),
      ArgumentSpec(Phrase(zh: "版本", en: "N"), takes: .revision, isOptional: true),
    ],
    options: OptionSpec.writing,
    details: Phrase(
      zh: "恢复也是新的一版，什么都不会丢。文件不见了而历史还在，就写完整的编号；不写版本是最后一版。"
        + "恢复的那一版是已确认的、现在不是，要写理由（-m）。",
      en:
        "Going back is a new revision; nothing is lost. A document that is gone and has its history"
        + " comes back by its whole identifier; without N, as after the last revision."
        + " A reason (-m) is needed if it makes minutes approved that are not approved now."),
    examples: [
      Phrase(
        zh: "hall 恢复 M-2025-008 3",
        en: "hall restore M-2025-004 2"),
      Phrase(
        zh: "hall 恢复 8 3 --只看",
        en: "hall restore 4 2 --dry-run"),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    let words = invocation.arguments
    return try invocation.perform(RestoreDocument(words[0], to: words.count > 1 ? words[1] : nil))
  }
}
