import HallHistory
import HallModel
import HallStore
import HallSyntax

/// `hall restore`: a document is again what it was after a revision. Nothing is lost: what it is now
/// is recorded first, and going back is a revision too.
enum RestoreCommand {
  static let spec = CommandSpec(
    "restore", aliases: ["恢复"],
    summary: Phrase(zh: "把文件恢复成某一版", en: "make a document what it was after a revision"),
    arguments: [
      ArgumentSpec(Phrase(zh: "编号", en: "ID")), ArgumentSpec(Phrase(zh: "版本", en: "N")),
    ],
    options: OptionSpec.writing,
    details: Phrase(
      zh: "恢复也是新的一版，什么都不会丢。", en: "Going back is a new revision; nothing is lost."),
    examples: ["hall restore M-2025-008 3", "hall restore 8 3 --dry-run"], run: run)

  private static func run(_ invocation: Invocation) throws(CommandError) -> Answer {
    var answer = Answer()
    let loaded = try invocation.loadForWriting(&answer)
    let document = try [loaded].document(invocation.arguments[0]).document
    let language = try invocation.language(loaded.hall.charter)
    guard let place = HistoryPlace(of: document) else { throw .noHistory(document.path) }
    let word = invocation.arguments[1]
    guard let number = Int(word), number > 0 else {
      throw .unreadableValue(
        word, option: Phrase(zh: "版本", en: "revision")[language],
        expected: Phrase(zh: "版本号，如 3", en: "a number such as 3"))
    }
    let ledger = try loaded.ledger(of: place, upTo: number)
    guard !ledger.bytes.isEmpty else { throw .noHistory(place.name) }
    let text = try ledger.text(place, after: number)
    let edit = HallWriter.Edit(
      path: document.path, kind: document.kind, old: document.bytes, new: text,
      why: Phrase(zh: "恢复到第 \(number) 版", en: "restored to revision \(number)")[language])
    let recorded = try invocation.record([edit], in: loaded)
    answer.output =
      recorded.isEmpty
      ? Phrase(zh: "已经是第 \(number) 版的样子\n", en: "It is as after revision \(number) already.\n")[
        language]
      : invocation.report(recorded, language)
    return answer
  }
}
