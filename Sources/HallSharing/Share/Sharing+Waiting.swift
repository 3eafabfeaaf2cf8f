import HallGit
import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords

/// Approved text that was changed without the program: the person who approved it decides whether
/// the change is kept. Nobody else is asked for a reason.
extension Sharing {
  /// The changes that nobody has decided about.
  func waiting(in hall: Hall) -> [UnsaidChange] {
    UnsaidChange.all(
      among: folder.unrecordedDocuments(of: hall), of: folder, repository, but: author.name)
  }

  /// Asks the person who approved a text what to do about a change of it.
  func settleWaiting(_ answer: inout Answer) throws(Refusal) {
    let own = waiting(in: try load().hall).filter { $0.approver == author.name }
    for change in own {
      guard canAsk else {
        let (words, answers) = (
          change.words(for: author.name, offset: offset), change.answers(in: folder)
        )
        tell("注意：\(words.zh)。\(answers.zh)", "note: \(words.en). \(answers.en)", &answer)
        continue
      }
      try ask(change, &answer)
    }
  }

  /// Asks the author of an edit of approved text without a reason what to do about it.
  func settleOwn(_ answer: inout Answer) throws(Refusal) {
    guard canAsk, TypedText.words(session.reason) == nil else {
      return
    }
    let hall = try load().hall
    let edits = folder.unrecordedDocuments(of: hall).compactMap { document in
      SealedEdit(of: document, in: folder).map { (document, $0.place, $0.told) }
    }
    guard !edits.isEmpty else { return }
    let waiting = Set(waiting(in: hall).map(\.name))
    for (document, place, last) in edits where !waiting.contains(place.name) {
      let lead = Phrase(
        zh: "\(place.name) 已经确认，这里又改过，没有写理由",
        en: "\(place.name) is approved and was edited here without a reason")
      switch try ask(document, from: last, lead, later: Phrase(zh: "先不交", en: "share nothing yet"))
      {
      case .accept(let why):
        var edit = HallWriter.Edit(
          path: document.path, kind: document.kind, old: document.bytes, new: document.bytes,
          why: why)
        edit.isReasoned = true
        let loaded = LoadedHall(folder: folder, hall: hall, failures: [])
        answer.output += session.report(try session.record([edit], in: loaded))
      case .putBack:
        HallWriter(folder).keepCopy(of: document.path, document.bytes, at: author.at)
        try rewrite([(document.path, last)], holding: try lock())
        tellPutBack(place.name, &answer)
      case nil: throw Refusal.writing(.needsReason(document.path))
      }
    }
  }

  /// The differences between two versions of a document, before and after, one a line.
  func facts(from old: [UInt8], to new: Document) -> String {
    let before = Document(path: new.path, kind: new.kind, bytes: old)
    // A question is shown as plain text, without colours.
    let lines = DocumentDiff(from: before, to: new, in: charter)
      .text(language, Style(isColoured: false)).split(separator: "\n")
    let rest = lines.count - 20
    return lines.prefix(20).map { "  \($0)\n" }.joined()
      + (rest > 0 ? say("  ……还有 \(rest) 行\n", "  … \(rest) more lines\n") : "")
  }

  private func tellPutBack(_ name: String, _ answer: inout Answer) {
    tell("\(name) 已经改回确认时的样子。", "\(name) is as it was approved again.", &answer)
  }

  /// The decision about an edit of approved text.
  private enum Verdict {
    case accept(String)
    case putBack
  }

  /// Shows an edit and asks; nil if nothing is decided yet.
  private func ask(
    _ document: Document, from last: [UInt8], _ lead: Phrase, later: Phrase
  ) throws(Refusal) -> Verdict? {
    enum Way { case accept, putBack, later }
    let facts = facts(from: last, to: document)
    let menu = Choice(
      Phrase(zh: "\(lead.zh)：\n\(facts)怎么办？", en: "\(lead.en):\n\(facts)What now?"),
      [
        (Way.accept, Phrase(zh: "认可，写上理由", en: "accept it, and say why")),
        (.putBack, Phrase(zh: "改回确认时的样子", en: "put it back as it was approved")),
        (.later, later),
      ])
    switch try menu.ask(self) {
    case .accept:
      return try words(Phrase(zh: "理由（直接回车以后再说）：", en: "Why (Enter: later): "))
        .map { .accept($0) }
    case .putBack: return .putBack
    case .later, nil: return nil
    }
  }

  private func ask(
    _ change: UnsaidChange, _ answer: inout Answer
  ) throws(Refusal) {
    guard let place = HistoryPlace(named: change.name),
      let document = try load().hall.documents.first(where: { HistoryPlace(of: $0) == place }),
      let last = SealedEdit(of: document, in: folder)?.told
    else { return }
    let later = Phrase(zh: "以后再说", en: "later")
    switch try ask(
      document, from: last, change.words(for: author.name, offset: offset), later: later)
    {
    case .accept(let why): try settle(change, document, to: document.bytes, why: why, &answer)
    case .putBack: try settle(change, document, to: last, why: "", &answer)
    case nil: tellOpen(change, &answer)
    }
  }

  private func tellOpen(_ change: UnsaidChange, _ answer: inout Answer) {
    tell(
      "\(change.name) 的改动还没有定，在那以前不算数；下次打 hall 分享 再问。",
      "the change of \(change.name) is undecided and has no force; the next 'hall share' asks"
        + " again.",
      &answer)
  }

  /// Records a change in the name of its author, or reverses it.
  private func settle(
    _ change: UnsaidChange, _ document: Document, to text: [UInt8], why: String,
    _ answer: inout Answer
  ) throws(Refusal) {
    let lock = try lock()
    defer { withExtendedLifetime(lock) {} }
    if text == document.bytes {
      var loaded = LoadedHall(folder: folder, hall: try load().hall, failures: [])
      loaded.lock = lock
      let recorded = try session.record(
        change.commits, of: document, why, in: loaded, by: author)
      answer.output += session.report(recorded)
    } else {
      try rewrite([(document.path, text)], holding: lock)
    }
    try commitChanged(holding: lock, &answer)
    if text != document.bytes { tellPutBack(change.name, &answer) }
  }
}
