import HallModel
import HallStore
import HallSyntax
import HallWords

extension LoadedHall {
  /// What takes in each document that says something else than its last revision.
  func editsUnrecorded(
    _ documents: [Document], _ language: Language, _ answer: inout Answer
  ) -> [HallWriter.Edit] {
    var edits: [HallWriter.Edit] = []
    for document in documents {
      guard let place = HistoryPlace(of: document) else { continue }
      guard !folder.isRecorded(document, at: place) else { continue }
      guard !document.bytes.isEmpty else {
        guard folder.exists(place.path) else { continue }
        // The others are recorded all the same, as beside a file that is not text.
        answer.errors += Refusal.writing(.notText(document.path)).text(language)
        continue
      }
      edits.append(
        HallWriter.Edit(
          path: document.path, kind: document.kind, old: document.bytes, new: document.bytes
        ) { ChangeSummary.text(from: $0, to: document, language) })
    }
    return edits
  }
}
