import HallHistory
import HallModel
import HallStore
import HallSyntax

/// `hall record`: takes what was edited with any program into the history.
enum RecordCommand {
  static let spec = CommandSpec(
    "record", aliases: ["记下"],
    summary: Phrase(zh: "把改过的文件记进历史", en: "take edits into the history"),
    arguments: [ArgumentSpec(Phrase(zh: "编号", en: "ID"), isOptional: true, repeats: true)],
    options: OptionSpec.writing,
    details: Phrase(
      zh: "不写编号时记下所有改过的文件，每份文件各记一版。已经确认的记录改了要写理由（-m）；只是打勾、延期、进展、签字则不用。",
      en: "Without an ID, everything that was edited; each document gets one revision. A change of"
        + " approved minutes needs a reason (-m); ticking off, extensions, progress and signatures"
        + " need none."),
    examples: ["hall record", "hall record M-2025-008 -m 更正户数"], run: run)

  private static func run(_ invocation: Invocation) throws(CommandError) -> Answer {
    var answer = Answer()
    let loaded = try invocation.loadForWriting(&answer)
    let language = try invocation.language(loaded.hall.charter)
    var documents = loaded.hall.documents.filter { $0.fault == nil }
    if !invocation.arguments.isEmpty {
      documents = []
      for text in invocation.arguments {
        let document = try [loaded].document(text).document
        if !documents.contains(where: { $0.path == document.path }) { documents.append(document) }
      }
    }
    var edits: [HallWriter.Edit] = []
    for document in documents {
      guard let place = HistoryPlace(of: document) else { continue }
      let ledger = try loaded.ledger(of: place)
      let last = try ledger.lastText(place)
      guard last != document.bytes, !document.bytes.isEmpty else { continue }
      edits.append(
        HallWriter.Edit(
          path: document.path, kind: document.kind, old: document.bytes, new: document.bytes,
          why: summary(from: last, to: document, language)))
    }
    guard !edits.isEmpty else {
      answer.output = Phrase(zh: "没有要记的改动\n", en: "Nothing has changed.\n")[language]
      return answer
    }
    let recorded = try invocation.record(edits, in: loaded)
    answer.output = invocation.report(recorded, language)
    return answer
  }

  /// What a revision says by itself: its first facts.
  private static func summary(
    from old: [UInt8], to document: Document, _ language: Language
  ) -> String {
    guard !old.isEmpty else { return Phrase(zh: "初次记录", en: "first recorded")[language] }
    let before = Document(path: document.path, kind: document.kind, bytes: old)
    let changes = FactChange.changes(from: FactList(before), to: FactList(document))
    guard !changes.isEmpty else { return Phrase(zh: "修改文字", en: "text edited")[language] }
    let lines = changes.prefix(2).map { FactText.line($0, language) }
    let more = changes.count > 2 ? "…" : ""
    return lines.joined(separator: Phrase(zh: "；", en: "; ")[language]) + more
  }
}

extension Array<LoadedHall> {
  /// The document a text names; of a part, the one it stands in; `hall` is `hall.md`.
  func document(_ text: String) throws(CommandError) -> (loaded: LoadedHall, document: Document) {
    if text == "hall" || text == "hall.md", let loaded = first {
      return (loaded, loaded.hall.charter.document)
    }
    let found = try find(text)
    return (found.loaded, found.reference.document)
  }
}
