import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords

/// Changes of minutes, as lines for the person who approved them.
package struct UnseenLines {
  package let lines: [String]

  package init(_ folder: HallFolder, _ entries: [UnseenAmendments.Entry], _ language: Language) {
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
        "\($0.by) \($0.at.prefix(10))" + language.say("：", ": ") + $0.why
      }
      lines.append(
        Phrase(
          zh: "您确认过的 \(entry.name) 被人改了" + (what.map { "，\($0)" } ?? "，没有写理由"),
          en: "\(entry.name), which you approved, was changed"
            + (what.map { " by \($0)" } ?? " without a reason"))[language])
    }
    if !lines.isEmpty {
      lines.append(
        Phrase(
          zh: "看看改了什么：hall 审阅；看过了：hall 审阅 --看完",
          en: "to see it: hall review; after that: hall review --done")[language])
    }
    self.lines = lines
  }
}
