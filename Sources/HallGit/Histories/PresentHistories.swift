import HallHistory
import HallMerge
import HallStore
import HallWords

/// The histories that a hall has now, with which older ones are compared: a document may have been
/// renumbered since.
package struct PresentHistories {
  private var histories: [String: RevisionPresence] = [:]
  /// The histories that refer to a revision of another one, by its chain digest.
  private var naming: [String: Set<String>] = [:]

  /// - Parameter ledgers: the histories, with their places.
  package init(_ ledgers: some Sequence<(place: HistoryPlace, ledger: Ledger)>) {
    for (place, ledger) in ledgers {
      histories[place.path] = RevisionPresence(in: ledger, of: place.kind)
      for chain in ledger.revisions.flatMap(\.formerChains) {
        naming[chain, default: []].insert(place.path)
      }
    }
  }

  /// The readable histories of a folder.
  package init(in folder: HallFolder) {
    let places = (try? folder.historyPlaces()) ?? []
    self.init(
      places.lazy.compactMap { place in
        (try? folder.ledger(of: place)).map { (place, $0) }
      })
  }

  /// The revisions of an older version of a history that no longer exist anywhere.
  package func lost(of ledger: Ledger, at place: HistoryPlace) -> [Revision] {
    let lost = histories[place.path]?.compare(with: ledger).lost ?? ledger.revisions
    guard !lost.isEmpty else { return [] }
    let others = lost.reduce(into: Set<String>()) { others, revision in
      for chain in [revision.chain] + revision.formerChains {
        others.formUnion(naming[chain] ?? [])
      }
    }
    return others.subtracting([place.path]).sorted().reduce(lost) { lost, name in
      let gone = Set(histories[name]?.compare(with: ledger).lost.map(\.chain) ?? [])
      return lost.filter { gone.contains($0.chain) }
    }
  }
}
