import HallModel
import HallStore
import HallSyntax
import HallWords

extension LoadedHall {
  /// The edits that record each document that differs from its last revision, and the reasons why
  /// some cannot be recorded.
  package func editsUnrecorded(
    _ documents: [Document], _ language: Language
  ) -> (edits: [HallWriter.Edit], refused: [Refusal]) {
    var edits: [HallWriter.Edit] = []
    var refused: [Refusal] = []
    for document in documents {
      guard let place = HistoryPlace(of: document) else { continue }
      guard !folder.isRecorded(document, at: place) else { continue }
      guard !document.bytes.isEmpty else {
        guard folder.exists(place.path) else { continue }
        // The others are recorded all the same, as with a file that is not text.
        refused.append(.writing(.notText(document.path)))
        continue
      }
      edits.append(
        HallWriter.Edit(
          path: document.path, kind: document.kind, old: document.bytes, new: document.bytes
        ) { ChangeSummary.text(from: $0, to: document, language) })
    }
    return (edits, refused)
  }
}
