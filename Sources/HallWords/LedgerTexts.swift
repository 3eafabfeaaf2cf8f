import HallHistory
import HallStore

extension LoadedHall {
  package func ledger(of place: HistoryPlace, upTo last: Int = .max) throws(Refusal) -> Ledger {
    do throws(StoreFailure) {
      return try folder.ledger(of: place, upTo: last)
    } catch {
      throw .store(error)
    }
  }
}

extension Ledger {
  /// The text after a revision; of the last one, without a number.
  package func text(_ place: HistoryPlace, after number: Int? = nil) throws(Refusal) -> [UInt8] {
    let number = number ?? revisions.count
    try require(number, place)
    do throws(Fault) { return try text(after: number) } catch {
      throw .damagedHistory(place.name, error)
    }
  }

  /// The unified diff from the text after one revision to that after another.
  package func diff(_ place: HistoryPlace, from old: Int, to new: Int) throws(Refusal) -> [UInt8] {
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

  package func lastText(_ place: HistoryPlace) throws(Refusal) -> [UInt8] {
    if bytes.isEmpty { return [] }
    if let fault, fault.reason != .torn { throw .damagedHistory(place.name, fault) }
    return try text(place)
  }
}
