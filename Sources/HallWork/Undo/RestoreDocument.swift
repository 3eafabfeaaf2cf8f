import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords

/// A document is set back to an earlier revision. Going back is a revision, too.
package struct RestoreDocument: Act {
  private let name: String
  /// The number of the revision; the last one of a document that is gone, without.
  private let revision: String?

  package init(_ name: String, to revision: String?) {
    (self.name, self.revision) = (name, revision)
  }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let (loaded, language) = (change.loaded, change.language)
    let asked = try revision.map { word throws(Refusal) in
      try RestoreDocument.number(word, language)
    }
    let (document, place) = try target(isNumbered: asked != nil, in: loaded)
    let ledger = try loaded.ledger(of: place, upTo: asked ?? .max)
    guard !ledger.bytes.isEmpty else { throw .noHistory(place.name) }
    let text = try asked == nil ? ledger.lastText(place) : ledger.text(place, after: asked)
    let number = asked ?? ledger.revisions.count
    var session = change.session
    if let reason = try reason(document, text, place, session) { session.reason = reason }
    var edit = HallWriter.Edit(
      path: document?.path ?? place.documentPath, kind: document?.kind ?? place.kind,
      old: document?.bytes, new: text,
      why: Phrase(zh: "恢复到第 \(number) 版", en: "restored to revision \(number)")[language])
    if let document, document.bytes != text {
      let author = try session.author(change.charter).name
      edit.leavesOut = session.unsaid(in: loaded, but: author).contains { $0.name == place.name }
    }
    let recorded = try session.record([edit], in: loaded)
    if recorded.isEmpty, document == nil {
      guard !session.isDryRun else {
        var lines = VisibleText.split(String(decoding: text, as: UTF8.self))
        if lines.last == "" { lines.removeLast() }
        return change.planned([], lines.map(Phrase.init(both:)))
      }
      return change.unchanged(
        Phrase(
          zh: "已找回 \(place.documentPath)（第 \(number) 版）",
          en: "\(place.documentPath) is back, as after revision \(number)"))
    }
    guard !recorded.isEmpty else {
      return change.unchanged(
        RestoreDocument.unrecorded(
          number, isChange: document?.bytes != text, isDryRun: session.isDryRun))
    }
    guard !session.isDryRun else { return change.planned(recorded, []) }
    return change.done(
      recorded,
      recorded.lines(language).split(separator: "\n").map { Phrase(both: String($0)) })
  }

  private static func number(_ word: String, _ language: Language) throws(Refusal) -> Int {
    guard let number = Int(word), number > 0 else {
      throw .unreadableValue(
        word, option: Phrase(zh: "版本", en: "revision")[language],
        expected: Phrase(zh: "版本号，如 3", en: "a number such as 3"))
    }
    return number
  }

  /// The document, or the place of one that is gone and has its history.
  private func target(
    isNumbered: Bool, in loaded: LoadedHall
  ) throws(Refusal) -> (Document?, HistoryPlace) {
    if let missing = RestoreDocument.missing(name, in: loaded) {
      // A file that exists but cannot be read is not missing.
      if let unread = loaded.failures.first(where: { missing.isDocument($0.path) }) {
        throw .store(unread)
      }
      return (nil, missing)
    }
    let found = try [loaded].document(name).document
    guard let place = HistoryPlace(of: found) else { throw .noHistory(found.path) }
    guard isNumbered else { throw .missing(Phrase(zh: "版本", en: "N")) }
    return (found, place)
  }

  /// The message if the history already ends with that text, so that no revision is added.
  ///
  /// - Parameter isChange: whether the file had a different text.
  private static func unrecorded(_ number: Int, isChange: Bool, isDryRun: Bool) -> Phrase {
    guard isChange else {
      return Phrase(zh: "已经是第 \(number) 版的样子", en: "It is as after revision \(number) already.")
    }
    return isDryRun
      ? Phrase(
        zh: "会改回第 \(number) 版的样子，没有记下的改动不要了；历史不添新的一版",
        en: "The file would be as after revision \(number) again; the history stays as it is.")
      : Phrase(
        zh: "已改回第 \(number) 版的样子；历史的最后一版就是它，没有添新的一版",
        en: "The file is as after revision \(number) again, with which the history ends.")
  }

  /// Why approved text is brought back, asked for if nobody has said it: nobody should approve
  /// minutes unawares. Nil if no reason is needed.
  private func reason(
    _ document: Document?, _ text: [UInt8], _ place: HistoryPlace, _ session: Session
  ) throws(Refusal) -> String? {
    guard let document, !session.isDryRun, !Seal.isApproved(document),
      Seal.isApproved(Document(path: document.path, kind: document.kind, bytes: text)),
      TypedText.words(session.reason) == nil
    else { return nil }
    let question = Question.words(
      Phrase(
        zh: "那一版是「已确认」的，恢复以后又成了已确认。为什么恢复（记进历史）：",
        en: "That revision is approved, and the minutes would be so again. Why? "))
    if let reason = try session.words(for: question) { return reason }
    let which = ([name] + [revision].compactMap(\.self)).joined(separator: " ")
    throw .refused(
      Phrase(
        zh: "那一版的「\(place.name)」是「已确认」的，恢复它要写理由，什么也没有改",
        en: "'\(place.name)' is approved in that revision; bringing it back needs a reason;"
          + " nothing was changed"),
      hint: Phrase(zh: "用「hall 恢复 \(which) -m 理由」", en: "give it: 'hall restore \(which) -m WHY'"))
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
