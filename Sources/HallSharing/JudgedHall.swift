import HallChecks
import HallGit
import HallModel
import HallStore
import HallSyntax
import HallWords

/// A hall with all problems found in it: the one in the folder, or one in git's index or in a commit.
package struct JudgedHall {
  package let loaded: LoadedHall
  package let problems: [Problem]
  /// The files beside the documents that a problem may be in: histories and signatures.
  package let histories: [Document]
  /// What could not be read.
  package let failures: [StoreFailure]
  /// Every signature.
  private let signatures: [SignatureFinding]

  /// Judges a loaded hall.
  ///
  /// - Parameters:
  ///   - lost: what the histories have lost.
  ///   - privateFiles: the private files that others can see.
  package init(
    _ loaded: LoadedHall, _ world: World, today: Day, also lost: [HistoryFinding] = [],
    privateFiles: [PrivateFileFinding]
  ) {
    let (own, unread) = loaded.folder.historyFindings(
      of: loaded.hall, unread: loaded.failures.map(\.path), reckoning: world.reckoning)
    let findings = own + lost
    let unsigned: [StoreFailure]
    (signatures, unsigned) = SignatureJudge(loaded: loaded, world: world).findings()
    failures = loaded.failures + unread + unsigned
    let problems = Checker.problems(
      in: loaded.hall, today: today, histories: findings, signatures: signatures,
      nearDocuments: loaded.folder.nearDocuments(), privateFiles: privateFiles)
    self.problems = failures.map(\.problem) + problems
    histories = findings.map(\.file) + signatures.map(\.file)
    self.loaded = loaded
  }

  /// Judges a hall as git's index or a commit has it.
  package init(
    _ folder: HallFolder, _ held: HeldFiles, _ world: World,
    today: (Charter) throws(Refusal) -> Day, also lost: [HistoryFinding] = []
  ) throws(Refusal) {
    let staged = HallFolder(root: folder.root, shownPath: folder.shownPath, held: held)
    let (hall, failures): (Hall, [StoreFailure])
    do throws(StoreFailure) { (hall, failures) = try staged.load() } catch { throw .store(error) }
    self.init(
      LoadedHall(folder: staged, hall: hall, failures: failures), world,
      today: try today(hall.charter), also: lost, privateFiles: staged.exposedPrivateFiles())
  }

  /// The files of the signatures under a document, as `M-2025-008`.
  package func signatureFiles(of name: String) -> [String] {
    signatures.filter { $0.name == name }.map(\.file.path)
  }
}
