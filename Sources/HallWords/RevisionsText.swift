import HallHistory
import HallModel
import HallStore
import HallSyntax

extension [HallWriter.Recorded] {
  /// One line for each revision that was recorded, with its reason as the log has it.
  package func lines(_ language: Language) -> String {
    map { revision in
      let kind = revision.kind.map { "（\($0.phrase.zh)）" } ?? ""
      let kindEN = revision.kind.map { " (\($0.phrase.en))" } ?? ""
      return Phrase(
        zh: "已记下 \(revision.place.name) 第 \(revision.number) 版\(kind)",
        en: "recorded \(revision.place.name), revision \(revision.number)\(kindEN)")[language]
        + "  " + VisibleText.line(revision.why) + (revision.approval?[language] ?? "") + "\n"
    }.joined()
  }

  /// The diffs that would be recorded.
  package var diffs: String {
    map { revision in
      let name = revision.place.documentPath
      let diff = UnifiedDiff.diff(
        from: revision.old, named: revision.number == 1 ? UnifiedDiff.nothing : "a/" + name,
        to: revision.new, named: "b/" + name)
      return VisibleText.lines(String(decoding: diff, as: UTF8.self))
    }.joined()
  }
}
