import HallHistory
import HallStore
import HallWords

/// A document's history, and where it is.
struct Recorded {
  let place: HistoryPlace
  let ledger: Ledger
}

extension Invocation {
  /// The history of the document that a whole identifier names, found by the name of its file.
  ///
  /// What a revision says stands in the history alone, so that the hall need not be read. Nil where
  /// the hall must be asked: for a part of an identifier, a title, several halls, a document whose
  /// file has another name, or one that has no history.
  ///
  /// - Parameter last: the last revision that is asked for.
  func recorded(_ text: String, upTo last: Int) throws(Refusal) -> Recorded? {
    guard let place = HistoryPlace(named: text),
      call.values(.hall).count <= 1
    else { return nil }
    // Also without a hall to ask, a language that is none is refused.
    _ = try language(nil)
    var answer = Answer()
    guard let folder = try folders(&answer).first else { return nil }
    do throws(StoreFailure) {
      guard folder.exists(place.documentPath) else { return nil }
      let ledger = try folder.ledger(of: place, upTo: last)
      return ledger.bytes.isEmpty ? nil : Recorded(place: place, ledger: ledger)
    } catch {
      throw .store(error)
    }
  }
}
