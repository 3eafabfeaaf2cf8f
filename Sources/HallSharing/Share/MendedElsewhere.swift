import HallGit
import HallHistory
import HallMerge
import HallStore
import HallWords

/// Histories that git has brought here broken, and that the others have made whole since. Taking in
/// theirs is enough: a repair made here as well would contradict it.
struct MendedElsewhere {
  /// Where the others share, and what is there.
  let place: SharedPlace
  let theirs: String
  private let repository: Repository
  private let lost: [HistoryWitness.Lost]
  /// The objects of what both sides come from, and of theirs, by their paths.
  private let (then, now): ([String: String], [String: String])

  /// Nil where nothing is shared yet, or the shared place does not answer.
  ///
  /// - Parameter lost: what is gone from the histories here.
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

  /// Whether the others have made a history whole that was broken already where both sides come from.
  ///
  /// What somebody has broken here since is not: there it was whole.
  func has(_ place: HistoryPlace) -> Bool { isWhole(place, now) && !isWhole(place, then) }

  /// The same for the path of a document or its history.
  func has(path: String) -> Bool {
    if let place = HistoryPlace(historyPath: path) { return has(place) }
    return now.keys.contains { history in
      HistoryPlace(historyPath: history).map { $0.isDocument(path) && has($0) } ?? false
    }
  }

  /// Whether a history can be relied on, has all that is gone here, and leads to its document.
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
  /// Takes in what the others have made whole again; nothing where something else is broken here.
  ///
  /// - Returns: whether there was such a thing.
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
