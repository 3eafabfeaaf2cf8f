import HallHistory
import HallModel
import HallSyntax

/// The state of a document's history: intact, or its first problem.
package struct HistoryState: Sendable {
  package enum Verdict: Sendable, Equatable {
    case whole
    /// The file differs from the last revision.
    case unrecorded
    /// The same, for text that an approval sealed.
    case sealBroken
    /// A revision that claims to add only figures does not.
    case misfigured(revision: Int, FigureFault)
    /// A revision changed approved text without declaring an amendment.
    case mislabelled(revision: Int)
    /// A history without its document.
    case missing
    /// The document exists but cannot be read.
    case unreadable
    case damaged(Ledger.Fault)
  }

  package let place: HistoryPlace
  package let verdict: Verdict
  package let revisions: Int
  /// The chain digest of each revision, in order.
  package let chains: [String]
  /// The figure revisions that rely on their stated reasons: nobody else can compute the figures.
  package let onTheirWord: [Int]

  package var isBroken: Bool {
    switch verdict {
    case .whole, .unrecorded, .unreadable: false
    default: true
    }
  }

  init(
    _ ledger: Ledger, at place: HistoryPlace, document: Document?, unread: [String] = [],
    figures: FigureRevisions
  ) {
    self.place = place
    onTheirWord = figures.onTheirWord
    revisions = ledger.revisions.count
    chains = ledger.revisions.map(\.chain)
    do throws(Ledger.Fault) {
      let last = try ledger.verify()
      guard let document else {
        verdict = unread.contains(where: place.isDocument) ? .unreadable : .missing
        return
      }
      let kind =
        document.bytes == last
        ? nil
        : Seal.kind(of: document.kind, path: document.path, from: last, to: document.bytes)
      if kind == .amendment {
        verdict = .sealBroken
      } else if let first = figures.firstFault {
        verdict = .misfigured(revision: first.revision, first.fault)
      } else if let number = ledger.silentAmendment(of: document) {
        verdict = .mislabelled(revision: number)
      } else {
        verdict = document.bytes == last ? .whole : .unrecorded
      }
    } catch {
      verdict = .damaged(error)
    }
  }
}

extension HallFolder {
  /// The state of every history of the hall, computed on all cores, in the order of their names,
  /// and the histories that could not be read.
  ///
  /// - Parameters:
  ///   - unread: the paths that could not be read; these files are not missing.
  ///   - reckoning: computes the figures that were added after an approval.
  package func historyStates(
    of hall: Hall, unread: [String] = [], reckoning: FigureReckoning?
  ) throws(StoreFailure) -> (states: [HistoryState], failures: [StoreFailure]) {
    let results = try eachHistory(of: hall) { ledger, place, document in
      HistoryState(
        ledger, at: place, document: document, unread: unread,
        figures: FigureRevisions(ledger, at: place, in: hall, reckoning))
    }
    var states: [HistoryState] = []
    var failures: [StoreFailure] = []
    for result in results {
      switch result {
      case .success(let state): states.append(state)
      case .failure(let failure): failures.append(failure)
      }
    }
    return (states, failures)
  }

  /// Reads every history of the hall on all cores and turns each into an answer.
  func eachHistory<Answer: Sendable>(
    of hall: Hall, _ answer: @escaping @Sendable (Ledger, HistoryPlace, Document?) -> Answer
  ) throws(StoreFailure) -> [Result<Answer, StoreFailure>] {
    let places = try historyPlaces()
    let documents = Dictionary(
      hall.documents.compactMap { document in HistoryPlace(of: document).map { ($0, document) } }
    ) { first, _ in first }
    let folder = openHistories
    return Parallel.map(count: places.count, inChunksOf: 2) { index in
      let place = places[index]
      do throws(StoreFailure) {
        return .success(answer(try ledger(of: place, in: folder), place, documents[place]))
      } catch {
        return .failure(error)
      }
    }
  }
}
