import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords

/// `hall restore`: sets a document back to an earlier revision. Nothing is lost: its present text
/// is recorded first, and going back is a revision, too.
enum RestoreCommand: Command {
  static let spec = CommandSpec(
    "restore", aliases: ["恢复"],
    summary: Phrase(zh: "把文件恢复成某一版", en: "make a document what it was after a revision"),
    arguments: [
      ArgumentSpec(Phrase(zh: "编号", en: "ID")),
      ArgumentSpec(Phrase(zh: "版本", en: "N"), isOptional: true),
    ],
    options: OptionSpec.writing,
    details: Phrase(
      zh: "恢复也是新的一版，什么都不会丢。文件不见了而历史还在，就写完整的编号；不写版本是最后一版。"
        + "恢复的那一版是已确认的、现在不是，要写理由（-m）。",
      en:
        "Going back is a new revision; nothing is lost. A document that is gone and has its history"
        + " comes back by its whole identifier; without N, as after the last revision."
        + " A reason (-m) is needed if it makes minutes approved that are not approved now."),
    examples: ["hall restore M-2025-008 3", "hall restore 8 3 --dry-run"])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    let loaded = try invocation.loadForWriting(&answer, keepsLock: !invocation.canAsk)
    let language = try invocation.language(loaded.hall.charter)
    let word = invocation.arguments.count > 1 ? invocation.arguments[1] : nil
    let asked = try word.map { word throws(Refusal) -> Int in
      guard let number = Int(word), number > 0 else {
        throw .unreadableValue(
          word, option: Phrase(zh: "版本", en: "revision")[language],
          expected: Phrase(zh: "版本号，如 3", en: "a number such as 3"))
      }
      return number
    }
    let document: Document?
    let place: HistoryPlace
    if let missing = missing(invocation.arguments[0], in: loaded) {
      (document, place) = (nil, missing)
      // A file that exists but cannot be read is not missing.
      if let unread = loaded.failures.first(where: { missing.isDocument($0.path) }) {
        throw .store(unread)
      }
    } else {
      let found = try [loaded].document(invocation.arguments[0]).document
      guard let its = HistoryPlace(of: found) else { throw .noHistory(found.path) }
      guard asked != nil else {
        throw .missingArgument(Phrase(zh: "版本", en: "N"), of: invocation.call.spec)
      }
      (document, place) = (found, its)
    }
    let ledger = try loaded.ledger(of: place, upTo: asked ?? .max)
    guard !ledger.bytes.isEmpty else { throw .noHistory(place.name) }
    let text = try asked == nil ? ledger.lastText(place) : ledger.text(place, after: asked)
    let number = asked ?? ledger.revisions.count
    let invocation = try reasoned(invocation, document, text, place, language)
    let session = try invocation.session(of: loaded)
    var edit = HallWriter.Edit(
      path: document?.path ?? place.documentPath,
      kind: document?.kind ?? (place.name.hasPrefix("Q") ? .matter : .meeting),
      old: document?.bytes, new: text,
      why: Phrase(zh: "恢复到第 \(number) 版", en: "restored to revision \(number)")[language])
    if let document, document.bytes != text {
      let author = try invocation.author(loaded.hall.charter).name
      edit.leavesOut = session.unsaid(in: loaded, but: author).contains { $0.name == place.name }
    }
    let recorded = try session.record([edit], in: loaded)
    if recorded.isEmpty, document == nil {
      answer.output =
        invocation.call.has(.dryRun)
        ? VisibleText.lines(String(decoding: text, as: UTF8.self))
        : Phrase(
          zh: "已找回 \(place.documentPath)（第 \(number) 版）\n",
          en: "\(place.documentPath) is back, as after revision \(number)\n")[language]
      return answer
    }
    answer.output =
      recorded.isEmpty
      ? unrecorded(number, isChange: document?.bytes != text, invocation)[language]
      : invocation.report(recorded, language)
    return answer
  }

  /// The message if the history already ends with that text, so that no revision is added.
  ///
  /// - Parameter isChange: whether the file had a different text.
  private static func unrecorded(
    _ number: Int, isChange: Bool, _ invocation: Invocation
  ) -> Phrase {
    guard isChange else {
      return Phrase(zh: "已经是第 \(number) 版的样子\n", en: "It is as after revision \(number) already.\n")
    }
    return invocation.call.has(.dryRun)
      ? Phrase(
        zh: "会改回第 \(number) 版的样子，没有记下的改动不要了；历史不添新的一版\n",
        en: "The file would be as after revision \(number) again; the history stays as it is.\n")
      : Phrase(
        zh: "已改回第 \(number) 版的样子；历史的最后一版就是它，没有添新的一版\n",
        en: "The file is as after revision \(number) again, with which the history ends.\n")
  }

  /// The call with a reason, if it brings back approved text: nobody should approve minutes
  /// unawares.
  private static func reasoned(
    _ invocation: Invocation, _ document: Document?, _ text: [UInt8], _ place: HistoryPlace,
    _ language: Language
  ) throws(Refusal) -> Invocation {
    guard let document, !invocation.call.has(.dryRun), !Seal.isApproved(document),
      Seal.isApproved(Document(path: document.path, kind: document.kind, bytes: text)),
      TypedText.words(invocation.call.value(.message)) == nil
    else { return invocation }
    let asked = Phrase(
      zh: "那一版是「已确认」的，恢复以后又成了已确认。为什么恢复（记进历史）：",
      en: "That revision is approved, and the minutes would be so again. Why? ")
    guard invocation.canAsk,
      let reason = TypedText.words(invocation.context.console.line(Prompt(asked[language])))
    else {
      let call = "hall restore \(invocation.arguments.joined(separator: " "))"
      throw .refused(
        Phrase(
          zh: "那一版的「\(place.name)」是「已确认」的，恢复它要写理由，什么也没有改",
          en: "'\(place.name)' is approved in that revision; bringing it back needs a reason;"
            + " nothing was changed"),
        hint: Phrase(zh: "用「\(call) -m 理由」", en: "give it: '\(call) -m WHY'"))
    }
    var reasoned = invocation
    reasoned.call.options[OptionSpec.message.name] = [reason]
    return reasoned
  }

  /// The history that a full identifier names, if there is no document for it.
  private static func missing(_ text: String, in loaded: LoadedHall) -> HistoryPlace? {
    guard let place = HistoryPlace(named: text), place.name != "hall",
      loaded.folder.exists(place.path),
      !loaded.hall.documents.contains(where: { HistoryPlace(of: $0) == place })
    else { return nil }
    return place
  }
}
