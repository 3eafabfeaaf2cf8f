import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords

/// Lost revisions, as findings for the checks.
extension HistoryWitness {
  /// The revisions that a commit has and the hall's histories have lost; empty without git.
  package static func findings(of folder: HallFolder, _ programs: any Programs) -> [HistoryFinding]
  {
    guard let repository = try? Repository(around: folder.root, programs) else { return [] }
    return HistoryWitness(repository: repository, folder: folder).lost().eachOnce.map { lost in
      HistoryFinding(lost.revision, of: lost.place, in: folder)
    }
  }

  /// The revisions that a commit has and the hall git is about to commit has lost.
  package static func findings(
    _ held: HeldFiles, of folder: HallFolder, _ repository: Repository, since commit: String
  ) -> [HistoryFinding] {
    let staged = HallFolder(root: folder.root, shownPath: folder.shownPath, held: held)
    let places = (try? staged.historyPlaces()) ?? []
    let now = Dictionary(
      places.compactMap { place in (try? staged.ledger(of: place)).map { (place.path, $0) } }
    ) { first, _ in first }
    let there = repository.files(in: commit, below: ["history"])
    let paths = there.keys.sorted()
    var present: PresentHistories?
    var findings: [HistoryFinding] = []
    for (path, bytes) in zip(paths, repository.contents(of: paths.map { there[$0] ?? "" })) {
      guard let bytes, now[path]?.bytes != bytes, let place = HistoryPlace(historyPath: path)
      else { continue }
      let all =
        present
        ?? PresentHistories(
          places.lazy.compactMap { place in
            now[place.path].map { (place, $0) }
          })
      present = all
      let then = Ledger(bytes, of: place.documentPath)
      findings += all.lost(of: then, at: place).map {
        HistoryFinding($0, of: place, in: staged)
      }
    }
    return findings
  }
}

extension HistoryFinding {
  /// At the last line of the history; without a line if the history is gone.
  fileprivate init(_ revision: Revision, of place: HistoryPlace, in folder: HallFolder) {
    let bytes = (try? folder.read(place.path, kind: .other))?.bytes ?? []
    let end = bytes.last == 0x0A ? bytes.count - 1 : bytes.count
    let start = bytes[..<max(0, end)].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    self.init(
      .lost(
        LostRevision(
          by: revision.by, day: String(revision.at.prefix(10)), why: revision.why)),
      of: place.name, revision: revision.number,
      in: Document(path: place.path, kind: .other, bytes: bytes), at: start..<max(start, end))
  }
}
