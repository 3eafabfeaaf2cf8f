import HallChecks
import HallGit
import HallModel
import HallStore
import HallSyntax
import HallWords

/// A hall as of git's index or of a commit, with all its problems.
package struct JudgedHall {
  package let loaded: LoadedHall
  package let problems: [Problem]
  /// The histories of the documents, as files.
  package let histories: [Document]

  /// - Parameter lost: the revisions that the histories have lost.
  package init(
    _ folder: HallFolder, _ held: HeldFiles, _ world: World,
    today: (Charter) throws(Refusal) -> Day, also lost: [HistoryFinding] = []
  ) throws(Refusal) {
    let staged = HallFolder(root: folder.root, shownPath: folder.shownPath, held: held)
    let (hall, failures): (Hall, [StoreFailure])
    do throws(StoreFailure) { (hall, failures) = try staged.load() } catch { throw .store(error) }
    let (own, unread) = staged.historyFindings(
      of: hall, unread: failures.map(\.path), reckoning: world.reckoning)
    let findings = own + lost
    loaded = LoadedHall(folder: staged, hall: hall, failures: failures)
    let (signatures, unsigned) = SignatureJudge(loaded: loaded, world: world).findings()
    let problems = Checker.problems(
      in: hall, today: try today(hall.charter), histories: findings,
      signatures: signatures, nearDocuments: staged.nearDocuments(),
      privateFiles: staged.exposedPrivateFiles())
    self.problems = (failures + unread + unsigned).map(\.problem) + problems
    histories = findings.map(\.file) + signatures.map(\.file)
  }
}
