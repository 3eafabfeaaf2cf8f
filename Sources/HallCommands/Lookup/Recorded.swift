import HallHistory
import HallStore
import HallWords

/// A document's history, and its place.
struct Recorded {
  let place: HistoryPlace
  let ledger: Ledger
}

extension Invocation {
  /// The history of the document with a full identifier, found by its file name.
  ///
  /// What a revision says is in the history alone, so the hall need not be read. Nil if the hall
  /// must be read: for a part of an identifier, a title, several halls, a document whose file has a
  /// different name, or one that has no history.
  ///
  /// - Parameter last: the last revision that is needed.
  func recorded(_ text: String, upTo last: Int) throws(Refusal) -> Recorded? {
    guard let place = HistoryPlace(named: text),
      call.values(.hall).count <= 1
    else { return nil }
    // An invalid `--lang` is refused here, too.
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
