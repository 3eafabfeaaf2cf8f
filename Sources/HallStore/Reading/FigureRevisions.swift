import HallHistory
import HallModel
import HallSyntax

/// The revisions of minutes that claim to add only figures, with a verdict on each.
package struct FigureRevisions: Sendable {
  package struct Finding: Sendable, Equatable {
    package let revision: Int
    package let verdict: FigureVerdict
  }

  package private(set) var findings: [Finding] = []

  /// - Parameter reckoning: computes the figures; without it no revision is right.
  package init(
    _ ledger: Ledger, at place: HistoryPlace?, in hall: Hall, _ reckoning: FigureReckoning?
  ) {
    guard let place else { return }
    let revisions = ledger.revisions.filter { $0.kind == .figures }
    guard !revisions.isEmpty else { return }
    let numbers = Set(revisions.flatMap { [$0.number - 1, $0.number] })
    // The history's own verdict reports texts that cannot be rebuilt.
    guard let texts = try? ledger.texts(after: numbers) else { return }
    let judge = FigureJudge(hall, reckoning)
    for revision in revisions {
      guard let old = texts[revision.number - 1], let new = texts[revision.number] else { continue }
      func document(_ bytes: [UInt8]) -> Document {
        let kind: Document.Kind = place.documentPath.hasPrefix("agendas/") ? .meeting : .other
        return Document(path: place.documentPath, kind: kind, bytes: bytes)
      }
      let verdict = judge.verdict(
        from: document(old), to: document(new), upTo: revision.number - 1,
        hasReason: revision.why != LedgerWriter.nothing)
      findings.append(Finding(revision: revision.number, verdict: verdict))
    }
  }

  private init() {}

  /// For a document without such revisions.
  package static let none = FigureRevisions()

  /// Why a revision does not count as one that only adds figures.
  package func fault(of number: Int) -> FigureFault? {
    findings.first { $0.revision == number }?.verdict.fault
  }

  /// The first revision that does not count, and why.
  package var firstFault: (revision: Int, fault: FigureFault)? {
    for finding in findings {
      if let fault = finding.verdict.fault { return (finding.revision, fault) }
    }
    return nil
  }

  /// Those that rely on their stated reasons.
  package var onTheirWord: [Int] {
    findings.filter { $0.verdict == .onItsWord }.map(\.revision)
  }

  /// Whether a revision adds figures and nothing else.
  package func isRight(_ number: Int) -> Bool {
    findings.contains { $0.revision == number && $0.verdict.fault == nil }
  }
}
