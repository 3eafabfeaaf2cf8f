import HallGit
import HallHistory
import HallMerge
import HallStore
import HallWords

/// Histories that came here broken through git, and that the others have repaired since. Merging
/// theirs is enough: a second repair made here would conflict with it.
struct MendedElsewhere {
  /// Where the others share, and the commit there.
  let place: SharedPlace
  let theirs: String
  private let repository: Repository
  private let lost: [HistoryWitness.Lost]
  /// The objects of the merge base, and of theirs, by their paths.
  private let (then, now): ([String: String], [String: String])

  /// Nil if nothing is shared yet, or the shared place does not answer.
  ///
  /// - Parameter lost: the revisions that the histories here have lost.
  init?(_ sharing: Sharing, _ lost: [HistoryWitness.Lost]) {
    guard case .place(let place) = try? sharing.sharedPlace(),
      let theirs = try? sharing.fetch(place), let head = sharing.repository.commit("HEAD"),
      let base = sharing.repository.mergeBase(head, theirs)
    else { return nil }
    (self.place, self.theirs, self.lost) = (place, theirs, lost)
    repository = sharing.repository
    then = repository.files(in: base)
    now = repository.files(in: theirs)
  }

  /// Whether the others have repaired a history that was broken already at the merge base.
  ///
  /// That excludes one that was broken here later: it was undamaged there.
  func has(_ place: HistoryPlace) -> Bool { isWhole(place, now) && !isWhole(place, then) }

  /// The same for the path of a document or its history.
  func has(path: String) -> Bool {
    if let place = HistoryPlace(historyPath: path) { return has(place) }
    return now.keys.contains { history in
      HistoryPlace(historyPath: history).map { $0.isDocument(path) && has($0) } ?? false
    }
  }

  /// Whether a history is valid, has everything that is lost here, and leads to its document.
  private func isWhole(_ place: HistoryPlace, _ files: [String: String]) -> Bool {
    guard let history = files[place.path],
      let document = files.keys.first(where: place.isDocument).flatMap({ files[$0] })
    else { return false }
    let contents = repository.contents(of: [history, document])
    let ledger = Ledger(contents[0] ?? [], of: place.documentPath)
    guard let text = try? ledger.verify(), text == contents[1] else { return false }
    let presence = RevisionPresence(in: ledger, of: place.kind)
    return lost.allSatisfy { item in
      item.place != place || presence.compare(with: item.ledger).lost.isEmpty
    }
  }
}

extension Sharing {
  /// Merges what the others have repaired; does nothing if something else is broken here.
  ///
  /// - Returns: whether there was anything to merge.
  func takeMended(_ answer: inout Answer) throws(Refusal) -> Bool {
    let (lost, problems) = try broken()
    guard !lost.isEmpty || !problems.isEmpty, repository.commit("MERGE_HEAD") == nil,
      let mended = MendedElsewhere(self, lost),
      lost.allSatisfy({ mended.has($0.place) }), problems.allSatisfy({ mended.has(path: $0.path) })
    else { return false }
    let known = seen(mended.place)
    try requireQuiet()
    try commitOwn(&answer)
    try bringIn(mended.theirs, known: known, &answer)
    keepSeen(mended.place, mended.theirs)
    return true
  }
}
