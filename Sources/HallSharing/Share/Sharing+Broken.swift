import HallChecks
import HallGit
import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords

/// Finds what is broken here, so that it is not shared.
extension Sharing {
  /// What is broken here: revisions that the histories have lost, and what would break the others'
  /// halls, namely markers of a merge and damaged histories.
  func broken() throws(Refusal) -> (lost: [HistoryWitness.Lost], problems: [Problem]) {
    let witness = HistoryWitness(repository: repository, folder: folder)
    let (lost, seen) = witness.look()
    let (hall, failures) = try load()
    let (findings, unread) = folder.historyFindings(
      of: hall, unread: failures.map(\.path), reckoning: session.world.reckoning)
    let today = session.today(charter)
    let problems =
      ((failures + unread).map(\.problem)
      + Checker.breaking(in: hall, today: today, histories: findings)
      + Checker.problems(ofHistories: findings.filter(\.isOfFigures), in: hall, today: today))
      .filter { $0.severity == .error }
    // The next call need not check this again.
    if let seen, lost.isEmpty, problems.isEmpty, folder.unrecordedDocuments(of: hall).isEmpty {
      WholeMark(repository).move(to: seen)
    }
    return (lost, problems)
  }

  /// Accepts losses here as a change of its own: the chain keeps every revision, the text stays as
  /// it is, and a person gives the reason.
  func acceptLosses(
    _ loaded: LoadedHall, _ lock: HallLock, _ answer: inout Answer
  ) throws(Refusal) {
    let lost = HistoryWitness(repository: repository, folder: folder).lost()
    guard !lost.isEmpty, let reason = TypedText.words(session.reason),
      !acceptable(lost, in: loaded.hall).isEmpty
    else { return }
    for kept in try HistoryReturn.all(self, loaded, lost, accepting: reason) {
      try kept.write(self, lock, &answer)
    }
  }

  /// Refuses to share what is broken, unless the others have repaired it already.
  ///
  /// - Returns: whether they have: then theirs must be merged before this is shared.
  @discardableResult
  func requireShareable() throws(Refusal) -> Bool {
    let (lost, problems) = try broken()
    guard !lost.isEmpty || !problems.isEmpty else { return false }
    let mended = MendedElsewhere(self, lost)
    try refuse(lost.filter { !(mended?.has($0.place) ?? false) })
    let stops = problems.filter { !(mended?.has(path: $0.path) ?? false) }
    guard let first = stops.first else { return true }
    func text(_ language: Language) -> String { "\(first.path)：\(first.message[language])" }
    throw .refused(
      Phrase(
        zh: "有 \(stops.count) 处要先改好才能交给大家。\(text(.zh))",
        en: "\(stops.count) things must be corrected before this is shared. \(text(.en))"),
      hint: first.hint ?? Phrase(zh: "用「hall 检查」看全部", en: "see all with 'hall check'"))
  }

  /// The documents whose losses can be accepted: their text differs from what the history said.
  private func acceptable(_ lost: [HistoryWitness.Lost], in hall: Hall) -> Set<HistoryPlace> {
    Set(lost.map(\.place)).filter { place in
      let ledgers = lost.filter { $0.place == place }.map(\.ledger)
      let longest = ledgers.max { $0.revisions.count < $1.revisions.count }
      guard let document = hall.documents.first(where: { HistoryPlace(of: $0) == place }),
        let longest
      else { return false }
      return document.bytes != (try? longest.text(after: longest.revisions.count))
    }
  }

  /// Refuses to share histories that have lost what a commit has: the others would lose it as well.
  private func refuse(_ lost: [HistoryWitness.Lost]) throws(Refusal) {
    let lost = lost.eachOnce
    guard let first = lost.first else { return }
    let hall = try load().hall
    func text(_ language: Language) -> String {
      let place = VisibleText.line(first.place.name + " " + first.words[language])
      return place + (lost.count > 1 ? " …" : "")
    }
    let isAcceptable = !acceptable(lost, in: hall).isEmpty
    let isAsked = isAnyway && session.reason != nil
    let isThere = hall.documents.contains { HistoryPlace(of: $0) == first.place }
    let why = (isThere ? PutBackOnly.history : .document(first.place)).phrase
    let refused = !isAcceptable && isAsked
    throw .refused(
      Phrase(
        zh: "历史里丢了 \(lost.count) 版，没有交给大家：" + text(.zh)
          + (refused ? "\n这里没有可以认可的：" + why.zh : ""),
        en: "\(lost.count) revisions are gone from the histories; nothing was shared: " + text(.en)
          + (refused ? "\nthere is nothing here to accept: " + why.en : "")),
      hint: Phrase(
        zh: "用「hall 记下 --接好」找回来" + (isAcceptable ? "；认可这次删改：hall 分享 --照样 -m 理由" : ""),
        en: "'hall record --join' brings them back"
          + (isAcceptable ? "; to accept it: 'hall share --anyway -m WHY'" : "")))
  }

  /// The edited documents whose histories are damaged here and repaired by the others.
  func damaged(_ edits: [HallWriter.Edit], in hall: Hall) -> Set<String> {
    let paths = edits.map(\.path).filter { path in
      let document = hall.documents.first { $0.path == path }
      let ledger = document.flatMap(HistoryPlace.init(of:)).flatMap { try? folder.ledger(of: $0) }
      return ledger.map { !$0.bytes.isEmpty && $0.firstFault != nil } ?? false
    }
    guard !paths.isEmpty, let mended = MendedElsewhere(self, []) else { return [] }
    return Set(paths.filter { mended.has(path: $0) })
  }
}
