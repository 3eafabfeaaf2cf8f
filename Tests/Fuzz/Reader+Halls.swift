import HallChecks
import HallMerge
import HallModel
import HallPages
import HallStore
import HallSyntax
import HallWords

/// Whole documents and halls.
extension Reader {
  private static let markers = MergeMarkers(size: 7, ours: "甲", theirs: "乙", firstIsOurs: true)

  static let halls: [Reader] = [
    Reader("merge", .part(.documents), 8) { input in
      func merge(_ second: [UInt8]) -> DocumentMerge {
        DocumentMerge(
          base: input.base, first: input.bytes, second: second, path: "agendas/M-2025-008.md",
          kind: kind(of: input.path), markers: markers)
      }
      let (merged, same) = (merge(input.other), merge(input.base))
      guard same.isClean, same.bytes == input.bytes || !same.renumbered.isEmpty else {
        return "a change of one side is not taken as it is"
      }
      return merged.isClean && merged.bytes.isEmpty && !input.bytes.isEmpty && !input.other.isEmpty
        && !input.base.isEmpty ? "two texts are merged to nothing" : nil
    },
    Reader("check", .part(.documents), 10) { input in
      let hall = hall(input)
      let problems = Checker.problems(in: hall, today: today)
      let sizes = Dictionary(hall.documents.map { ($0.path, $0.bytes.count) }) { first, _ in first }
      for problem in problems {
        guard problem.range.lowerBound >= 0,
          problem.range.upperBound <= sizes[problem.path] ?? .max
        else { return "\(problem.id): a place beyond the end" }
      }
      for language in [Language.zh, .en] {
        let renderer = ProblemRenderer(
          documents: hall.documents, language: language, style: Style(isColoured: false),
          columns: language == .zh ? 60 : nil)
        for problem in problems.prefix(8) { _ = renderer.text(problem) }
      }
      return nil
    },
    Reader("tally", .part(.documents), 12) { input in
      for tally in hall(input).tallies() {
        for language in [Language.zh, .en] {
          _ = TallyText(tally, language: language, style: Style(isColoured: false)).text(hall: nil)
        }
        _ = tally.json.text
      }
      return nil
    },
    Reader("hall", .part(.documents), 6) { input in
      let hall = hall(input)
      _ = HallStatistics(hall, today: today).shares(in: nil)
      _ = hall.openItems
      for matter in hall.matters { _ = hall.state(of: matter, on: today) }
      let loaded = LoadedHall(
        folder: HallFolder(root: "/", shownPath: "."), hall: hall, failures: [])
      let lines = EntityLines(loaded, today: today) { _ in nil }
      for place in 0..<lines.count {
        let text = lines.lines(of: place)
        guard text.isEmpty || text.hasSuffix("}\n") else { return "no line of JSON" }
      }
      for reference in hall.references {
        for (language, width) in [(Language.zh, 60), (.en, nil)] {
          _ = RecordText(
            loaded: loaded, today: today, language: language, style: Style(isColoured: false),
            width: width
          ).text(reference)
        }
      }
      return nil
    },
  ]

  /// A hall that consists of the input and what it needs.
  private static func hall(_ input: Input) -> Hall {
    func document(_ path: String, _ kind: Document.Kind, _ bytes: [UInt8]) -> Document {
      Document(path: path, kind: kind, bytes: bytes)
    }
    let kind = kind(of: input.path)
    var documents: [Document] = []
    if kind == .matter { documents.append(document("matters/Q-2025-001.md", kind, input.bytes)) }
    if kind == .meeting { documents.append(document("agendas/M-2025-001.md", kind, input.bytes)) }
    documents.append(document("agendas/M-2025-002.md", .meeting, input.other))
    let charter =
      switch kind {
      case .hall: Charter(document: document("hall.md", kind, input.bytes))
      case .roster:
        Charter(
          document: charter.document,
          privateRoster: document("private/roster.md", kind, input.bytes))
      default: charter
      }
    return Hall(charter: charter, documents: documents)
  }
}
