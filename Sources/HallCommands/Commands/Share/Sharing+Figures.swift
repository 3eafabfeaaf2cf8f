import HallChecks
import HallHistory
import HallModel
import HallStore
import HallSyntax

/// Figures that others have added to approved minutes.
extension Sharing {
  /// Refuses what others have shared where it calls itself figures and is something else: taken in,
  /// it would stand in approved minutes without a reason.
  func requireFigures(_ versions: HallVersions, in theirs: String) throws(CommandError) {
    var new: [(place: HistoryPlace, numbers: Set<Int>)] = []
    for (name, file) in versions.histories.sorted(by: { $0.key < $1.key }) {
      guard let bytes = file.theirs?.bytes, bytes != file.base?.bytes, bytes != file.ours?.bytes,
        let place = HistoryPlace(historyPath: "history/\(name).md")
      else { continue }
      let now = Ledger(bytes, of: place.documentPath)
      let known = LedgerJoin.common(Ledger(file.ours?.bytes ?? [], of: place.documentPath), now)
      let numbers = now.revisions.dropFirst(known).filter { $0.kind == .figures }.map(\.number)
      if !numbers.isEmpty { new.append((place, Set(numbers))) }
    }
    // Most commits bring none, and nothing more is read.
    guard !new.isEmpty else { return }
    let shared = HallFolder(
      root: folder.root, shownPath: folder.shownPath, held: repository.held(in: theirs))
    let hall: Hall
    do throws(StoreFailure) { hall = try shared.load().hall } catch { throw .store(error) }
    for (place, numbers) in new {
      guard let ledger = try? shared.ledger(of: place) else { continue }
      let figures = FigureRevisions(ledger, at: place, in: hall, invocation.context.reckoning)
      for number in numbers.sorted() {
        guard let fault = figures.fault(of: number) else { continue }
        throw .refused(
          Phrase(
            zh: "大家共用的地方，\(place.name) 第 \(number) 版说只补票数，却改了已确认的内容："
              + "\(fault.words.zh)。没有取回",
            en:
              "the shared \(place.name), revision \(number), says it only adds figures, and changes"
              + " approved text: \(fault.words.en); nothing was taken in"),
          hint: Phrase(
            zh: "请最后交的人看一看，说明那一版是怎么来的",
            en: "ask whoever shared last where that revision comes from"))
      }
    }
  }
}

extension Repository {
  /// The hall's files as a commit has them.
  func held(in commit: String) -> HeldFiles {
    let files = files(in: commit).filter { HallVersions.isOfHall($0.key) }
      .sorted { $0.key < $1.key }
    let contents = contents(of: files.map(\.value))
    return HeldFiles(
      Dictionary(zip(files.map(\.key), contents.map { $0 ?? [] })) { first, _ in first })
  }
}
