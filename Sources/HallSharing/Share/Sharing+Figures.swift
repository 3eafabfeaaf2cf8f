import HallChecks
import HallGit
import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords

/// Compares others' changes of approved minutes with what their revisions claim.
extension Sharing {
  /// Refuses a revision of others that changes approved text without being marked as an amendment:
  /// it would be there without a reason.
  func requireKinds(_ versions: HallVersions) throws(Refusal) {
    for (name, file) in versions.histories.sorted(by: { $0.key < $1.key }) {
      guard let bytes = file.theirs?.bytes, bytes != file.base?.bytes, bytes != file.ours?.bytes,
        let place = HistoryPlace(named: name), place.kind == .meeting
      else { continue }
      let now = Ledger(bytes, of: place.documentPath)
      let known = Set(
        [file.base, file.ours].compactMap { $0?.bytes }
          .flatMap { Ledger($0, of: place.documentPath).revisions.map(\.chain) })
      let new = now.revisions.lazy.filter { !known.contains($0.chain) }
      guard let revision = now.silentAmendment(among: new) else { continue }
      throw .refused(
        Phrase(
          zh: "大家共用的地方，\(name) 第 \(revision.number) 版（\(revision.by)：\(revision.why)）改了已确认的内容，"
            + "却没有写明是修正。没有取回，一切照旧",
          en: "the shared \(name), revision \(revision.number) (\(revision.by): \(revision.why)),"
            + " changed approved text but is not marked as an amendment; nothing was taken in"),
        hint: Phrase(
          zh: "请\(revision.by)说明那一版是怎么来的，把确认时的内容恢复回去再交",
          en:
            "ask \(revision.by) where it comes from; what was approved is to be put back and shared"
        ))
    }
  }

  /// Refuses a revision of others that is marked as figures and changes something else: it would be
  /// in approved minutes without a reason.
  func requireFigures(_ versions: HallVersions, in theirs: String) throws(Refusal) {
    var new: [(place: HistoryPlace, numbers: Set<Int>)] = []
    for (name, file) in versions.histories.sorted(by: { $0.key < $1.key }) {
      guard let bytes = file.theirs?.bytes, bytes != file.base?.bytes, bytes != file.ours?.bytes,
        let place = HistoryPlace(named: name)
      else { continue }
      let now = Ledger(bytes, of: place.documentPath)
      let known = LedgerJoin.common(Ledger(file.ours?.bytes ?? [], of: place.documentPath), now)
      let numbers = now.revisions.dropFirst(known).filter { $0.kind == .figures }.map(\.number)
      if !numbers.isEmpty { new.append((place, Set(numbers))) }
    }
    // Most commits have none; then nothing else is read.
    guard !new.isEmpty else { return }
    let shared = HallFolder(
      root: folder.root, shownPath: folder.shownPath, held: repository.held(in: theirs))
    let hall: Hall
    do throws(StoreFailure) { hall = try shared.load().hall } catch { throw .store(error) }
    for (place, numbers) in new {
      guard let ledger = try? shared.ledger(of: place) else { continue }
      let figures = FigureRevisions(ledger, at: place, in: hall, session.world.reckoning)
      for number in numbers.sorted() {
        guard let fault = figures.fault(of: number) else { continue }
        throw .refused(
          Phrase(
            zh: "大家共用的地方，\(place.name) 第 \(number) 版说只补票数，却改了已确认的内容："
              + "\(fault.words.zh)。没有取回",
            en:
              "the shared \(place.name), revision \(number), claims to add only figures, but"
              + " changes approved text: \(fault.words.en); nothing was taken in"),
          hint: Phrase(
            zh: "请最后交的人看一看，说明那一版是怎么来的",
            en: "ask the person who shared last where that revision comes from"))
      }
    }
  }
}

extension Repository {
  /// The hall's files as of a commit.
  func held(in commit: String) -> HeldFiles {
    let files = files(in: commit).filter { HallVersions.isOfHall($0.key) }
      .sorted { $0.key < $1.key }
    let contents = contents(of: files.map(\.value))
    return HeldFiles(
      Dictionary(zip(files.map(\.key), contents.map { $0 ?? [] })) { first, _ in first })
  }
}
