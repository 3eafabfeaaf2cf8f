import HallHistory
import HallModel
import HallStore
import HallSyntax

/// Approved minutes that others have changed: whoever approved them is told until that person has
/// looked at them.
extension Sharing {
  /// What came, and changes minutes that somebody else had approved.
  func amended(_ versions: HallVersions) -> [UnseenAmendments.Entry] {
    var entries = versions.waiting.compactMap { change in
      change.approver.map {
        UnseenAmendments.Entry(name: change.name, revision: 0, approver: $0)
      }
    }
    for (name, file) in versions.histories.sorted(by: { $0.key < $1.key }) {
      guard let place = HistoryPlace(named: name),
        let theirs = file.theirs?.bytes, theirs != file.base?.bytes
      else { continue }
      let now = Ledger(theirs, of: place.documentPath)
      let known = Set(Ledger(file.base?.bytes ?? [], of: place.documentPath).revisions.map(\.chain))
      let new = now.revisions.filter { $0.kind == .amendment && !known.contains($0.chain) }
      guard !new.isEmpty, let approver = now.approval?.by else { continue }
      entries += new.filter { $0.by != approver }.map {
        UnseenAmendments.Entry(name: name, revision: $0.number, approver: approver)
      }
    }
    return entries
  }

  /// Says once more what the person who shares has not looked at.
  func tellUnseen(_ answer: inout Answer) {
    // What no revision tells of is asked at each call, and not told beside that.
    let own = UnseenAmendments(in: folder).entries.filter {
      $0.approver == author.name && $0.revision > 0
    }
    for line in UnseenLines(folder, own, language).lines { tell(line, line, &answer) }
  }
}

/// Changes of minutes that somebody has approved, as lines for that person.
struct UnseenLines {
  let lines: [String]

  init(_ folder: HallFolder, _ entries: [UnseenAmendments.Entry], _ language: Language) {
    var lines: [String] = []
    for entry in entries {
      let place = HistoryPlace(named: entry.name)
      if entry.revision == 0, let place,
        let document = try? folder.read(place.documentPath, kind: place.kind),
        folder.isRecorded(document, at: place)
      {
        continue
      }
      let revision = place.flatMap { try? folder.ledger(of: $0) }?.revisions.first {
        $0.number == entry.revision
      }
      let what = revision.map {
        "\($0.by) \($0.at.prefix(10))" + (language == .zh ? "：" : ": ") + $0.why
      }
      lines.append(
        Phrase(
          zh: "你确认过的 \(entry.name) 被人改了" + (what.map { "，\($0)" } ?? "，没有写理由"),
          en: "\(entry.name), which you approved, was changed"
            + (what.map { " by \($0)" } ?? " without a reason"))[language])
    }
    if !lines.isEmpty {
      lines.append(
        Phrase(
          zh: "看看改了什么：hall review；看过了：hall review --done",
          en: "see what: hall review; when it is seen: hall review --done")[language])
    }
    self.lines = lines
  }
}
