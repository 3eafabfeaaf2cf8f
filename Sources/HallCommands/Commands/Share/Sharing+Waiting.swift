import HallHistory
import HallModel
import HallStore
import HallSyntax

/// Approved text that somebody has changed without the program: whoever approved it says whether it
/// stands. Nobody else is asked for a reason.
extension Sharing {
  /// The changes that nobody has answered for.
  func waiting(in hall: Hall) -> [UnsaidChange] {
    UnsaidChange.all(in: hall, of: folder, repository, but: author.name)
  }

  /// Asks whoever approved a text what shall become of a change of it.
  func settleWaiting(_ answer: inout Answer) throws(CommandError) {
    let own = waiting(in: try load().hall).filter { $0.approver == author.name }
    for change in own {
      let lead = Phrase(
        zh:
          "你确认过的 \(change.name) 被\(change.commit.by)在别处改了（\(change.commit.day(offset: offset))），没有写理由",
        en: "\(change.name), which you approved, was changed elsewhere by \(change.commit.by)"
          + " (\(change.commit.day(offset: offset))) without a reason")
      guard invocation.canAsk else {
        let last =
          HistoryPlace(named: change.name)
          .flatMap { try? folder.ledger(of: $0) }?.revisions.count ?? 0
        tell(
          "注意：\(lead.zh)。认可：hall record \(change.name) -m 理由；改回：hall restore \(change.name) \(last)",
          "note: \(lead.en). To accept it: hall record \(change.name) -m WHY; to put it back:"
            + " hall restore \(change.name) \(last)", &answer)
        continue
      }
      try ask(change, lead, &answer)
    }
  }

  private func ask(
    _ change: UnsaidChange, _ lead: Phrase, _ answer: inout Answer
  ) throws(CommandError) {
    enum Reply { case accept, putBack, later }
    guard let place = HistoryPlace(named: change.name),
      let document = try load().hall.documents.first(where: { HistoryPlace(of: $0) == place }),
      let ledger = try? folder.ledger(of: place),
      let last = try? ledger.text(after: ledger.revisions.count)
    else { return }
    let changes = ChangeSummary.text(from: last, to: document, language)
    let menu = Menu(
      Phrase(zh: "\(lead.zh)：\n  \(changes)\n怎么办？", en: "\(lead.en):\n  \(changes)\nWhat now?"),
      [
        (Reply.accept, Phrase(zh: "认可，写上理由", en: "accept it, and say why")),
        (.putBack, Phrase(zh: "改回确认时的样子", en: "put it back as it was approved")),
        (.later, Phrase(zh: "以后再说", en: "later")),
      ], hasDefault: false)
    switch menu.ask(invocation.context.console, language) {
    case .accept:
      let reply = invocation.context.console.line(
        Prompt(say("理由（直接回车以后再说）：", "Why (Enter: later): ")))
      guard let why = MatterCommand.words(reply) else { return tellOpen(change, &answer) }
      try settle(change, document, to: document.bytes, why: why, &answer)
    case .putBack: try settle(change, document, to: last, why: "", &answer)
    case .later, nil: tellOpen(change, &answer)
    }
  }

  private func tellOpen(_ change: UnsaidChange, _ answer: inout Answer) {
    tell(
      "\(change.name) 的改动还没有定，在那以前不算数；下次打 hall share 再问。",
      "the change of \(change.name) is open and in no force; the next 'hall share' asks again.",
      &answer)
  }

  /// Records a change in the name of whoever made it, or takes it back.
  private func settle(
    _ change: UnsaidChange, _ document: Document, to text: [UInt8], why: String,
    _ answer: inout Answer
  ) throws(CommandError) {
    let lock = try lock()
    defer { withExtendedLifetime(lock) {} }
    let isAccepted = text == document.bytes
    do throws(HallWriter.Failure) {
      let writer = HallWriter(folder)
      if isAccepted {
        _ = try writer.record(
          [
            HallWriter.Edit(
              path: document.path, kind: document.kind, old: text, new: text, why: why)
          ], by: HallWriter.Author(name: change.commit.by, at: change.commit.at), reason: why,
          holding: lock)
      } else {
        try writer.rewrite(
          [HallWriter.Rewrite(path: document.path, old: document.bytes, new: text)], holding: lock)
      }
    } catch {
      throw .writing(error)
    }
    try commitChanged(holding: lock, &answer)
    if !isAccepted {
      tell(
        "\(change.name) 已经改回确认时的样子。", "\(change.name) is as it was approved again.", &answer)
    }
  }
}
