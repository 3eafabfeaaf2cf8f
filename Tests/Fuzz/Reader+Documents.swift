import HallChecks
import HallMerge
import HallModel
import HallSyntax
import HallWords

extension Reader {
  private static func kind(of path: String) -> Document.Kind {
    if path.hasSuffix("hall.md") { return .hall }
    if path.contains("/matters/") || path.contains("/Q-") { return .matter }
    if path.contains("roster") { return .roster }
    if path.contains("ballot") || path.hasSuffix(".csv") { return .ballots }
    return .meeting
  }

  static let documents: [Reader] = [
    Reader("document") { input in
      for kind in [kind(of: input.path), .meeting, .hall] {
        let document = Document(path: "x.md", kind: kind, bytes: input.bytes)
        guard document.fault == nil else { continue }
        var end = 0
        for node in document.nodes {
          guard node.range.lowerBound == end else { return "as \(kind): a gap at byte \(end)" }
          end = node.range.upperBound
        }
        guard end == input.bytes.count else { return "as \(kind): the nodes end at byte \(end)" }
      }
      return nil
    },
    Reader("merge") { input in
      let merged = DocumentMerge(
        base: input.base, first: input.bytes, second: input.other, path: "agendas/M-2025-008.md",
        kind: kind(of: input.path),
        markers: MergeMarkers(size: 7, ours: "甲", theirs: "乙", firstIsOurs: true))
      let same = DocumentMerge(
        base: input.base, first: input.bytes, second: input.base, path: "agendas/M-2025-008.md",
        kind: kind(of: input.path),
        markers: MergeMarkers(size: 7, ours: "甲", theirs: "乙", firstIsOurs: true))
      guard same.isClean, same.bytes == input.bytes || !same.renumbered.isEmpty else {
        return "a change of one side is not taken as it is"
      }
      return merged.isClean && merged.bytes.isEmpty && !input.bytes.isEmpty && !input.other.isEmpty
        && !input.base.isEmpty ? "two texts are merged to nothing" : nil
    },
  ]

  /// A hall that consists of the input and what it needs.
  private static func hall(_ input: Input) -> Hall {
    func document(_ path: String, _ kind: Document.Kind, _ bytes: [UInt8]) -> Document {
      Document(path: path, kind: kind, bytes: bytes)
    }
    let kind = kind(of: input.path)
    let own = kind == .hall ? input.bytes : Array(charterText.utf8)
    var documents: [Document] = []
    if kind == .matter { documents.append(document("matters/Q-2025-001.md", kind, input.bytes)) }
    if kind == .meeting { documents.append(document("agendas/M-2025-001.md", kind, input.bytes)) }
    documents.append(document("agendas/M-2025-002.md", .meeting, input.other))
    return Hall(
      charter: Charter(
        document: document("hall.md", .hall, own),
        privateRoster: kind == .roster ? document("private/roster.md", kind, input.bytes) : nil),
      documents: documents)
  }

  static let halls: [Reader] = [
    Reader("hall") { input in
      guard let today = Day(year: 2025, month: 12, day: 1) else { return "no day" }
      let hall = hall(input)
      let problems = Checker.problems(in: hall, today: today)
      for problem in problems where problem.range.upperBound > 1_000_000_000 { return "far away" }
      for tally in hall.tallies() {
        for language in [Language.zh, .en] {
          _ = TallyText(tally, language: language, style: Style(isColoured: false)).text(hall: nil)
        }
        _ = tally.json.text
      }
      _ = HallStatistics(hall, today: today).shares(in: nil)
      _ = hall.openItems
      for matter in hall.matters { _ = hall.state(of: matter, on: today) }
      return nil
    }
  ]
}
