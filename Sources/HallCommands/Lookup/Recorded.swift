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

extension LoadedHall {
  func ledger(of place: HistoryPlace, upTo last: Int = .max) throws(Refusal) -> Ledger {
    do throws(StoreFailure) {
      return try folder.ledger(of: place, upTo: last)
    } catch {
      throw .store(error)
    }
  }
}

extension Ledger {
  /// The text after a revision; of the last one, without a number.
  func text(_ place: HistoryPlace, after number: Int? = nil) throws(Refusal) -> [UInt8] {
    let number = number ?? revisions.count
    try require(number, place)
    do throws(Fault) { return try text(after: number) } catch {
      throw .damagedHistory(place.name, error)
    }
  }

  /// The unified diff from the text after one revision to that after another.
  func diff(_ place: HistoryPlace, from old: Int, to new: Int) throws(Refusal) -> [UInt8] {
    try require(old, place)
    try require(new, place)
    do throws(Fault) { return try diff(from: old, to: new) } catch {
      throw .damagedHistory(place.name, error)
    }
  }

  /// Refuses a revision that is not there, and says whether damage hides it.
  private func require(_ number: Int, _ place: HistoryPlace) throws(Refusal) {
    guard number < 0 || number > revisions.count else { return }
    if let fault, number >= fault.revision, fault.reason != .torn {
      throw .damagedHistory(place.name, fault)
    }
    throw .noRevision(place.name, number)
  }

  func lastText(_ place: HistoryPlace) throws(Refusal) -> [UInt8] {
    if bytes.isEmpty { return [] }
    if let fault, fault.reason != .torn { throw .damagedHistory(place.name, fault) }
    return try text(place)
  }
}
