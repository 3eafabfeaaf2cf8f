import HallChecks
import HallHistory
import HallModel
import HallStore
import HallSyntax

/// What is recorded here, committed.
extension Sharing {
  /// Records what is not recorded yet, and commits the hall's own files; nothing else is staged or
  /// committed.
  func commitOwn(_ answer: inout Answer) throws(CommandError) {
    let loaded = try invocation.loadForWriting(&answer)
    defer { withExtendedLifetime(loaded.lock) {} }
    invocation.notePrivateFiles(of: loaded.folder, language, &answer)
    try refuseErrors(loaded)
    let edits = RecordCommand.edits(
      of: loaded.hall.documents.filter { $0.fault == nil }, in: loaded, language, &answer)
    if !edits.isEmpty {
      answer.output += invocation.report(try invocation.record(edits, in: loaded), language)
    }
    try requireShareable()
    try commitChanged(&answer)
  }

  /// Refuses to give others mistakes that they do not have yet, before anything is recorded.
  private func refuseErrors(_ loaded: LoadedHall) throws(CommandError) {
    let problems = Checker.problems(in: loaded.hall, today: try invocation.today(charter))
    // Markers of a merge are never recorded: they are no words of anybody's.
    let isAnyway = invocation.call.has(ShareCommand.anyway)
    let errors = problems.filter {
      $0.severity == .error && (!isAnyway || $0.id == ConflictMarker.id)
    }
    guard !errors.isEmpty else { return }
    var known = KnownProblems()
    if let head = repository.commit("HEAD") {
      let held = repository.held(in: head)
      known.formUnion(try StagedCheck.judge(folder, held, invocation).problems)
    }
    let new = known.new(in: errors)
    guard !new.isEmpty else { return }
    let renderer = loaded.renderer(language, invocation.context)
    func list(_ language: Language) -> String {
      new.prefix(5).map { problem in
        let line = renderer.position(problem).map { ":\($0.line)" } ?? ""
        return "\n  " + VisibleText.line("\(problem.path)\(line) \(problem.message[language])")
      }.joined() + (new.count > 5 ? "\n  …" : "")
    }
    throw .refused(
      Phrase(
        zh: "有 \(new.count) 处写错了，还没有记下，也没有交给大家：" + list(.zh),
        en: "there are \(new.count) errors that the others do not have; nothing was recorded or"
          + " shared:" + list(.en)),
      hint: Phrase(
        zh: "改好再打 hall share；一定要现在交，加 --anyway",
        en: "mend them and run 'hall share' again; to share all the same, add --anyway"))
  }

  /// Refuses to give others what would break their halls: markers of a merge, a damaged history.
  private func requireShareable() throws(CommandError) {
    try requireNothingLost()
    let (hall, failures) = try load()
    let (findings, unread) = folder.historyFindings(
      of: hall, unread: failures.map(\.path), reckoning: invocation.context.reckoning)
    let problems = Checker.problems(
      in: hall, today: try invocation.today(charter), histories: findings)
    let breaking = [ConflictMarker.id, Chain.id, Content.id, Missing.id, Utf8.id]
    let stops =
      (failures + unread).map(\.problem) + problems.filter { breaking.contains($0.id) }
      + Checker.problems(
        ofHistories: findings.filter(\.isOfFigures), in: hall, today: try invocation.today(charter))
    guard let first = stops.first(where: { $0.severity == .error }) else { return }
    func text(_ language: Language) -> String { "\(first.path)：\(first.message[language])" }
    throw .refused(
      Phrase(
        zh: "有 \(stops.count) 处要先改好才能交给大家。\(text(.zh))",
        en: "\(stops.count) things must be mended before this is shared. \(text(.en))"),
      hint: first.hint ?? Phrase(zh: "用「hall 检查」看全部", en: "see all with 'hall check'"))
  }

  /// Refuses to give others histories that have lost what a commit has: they would lose it as well.
  private func requireNothingLost() throws(CommandError) {
    guard !invocation.call.has(ShareCommand.anyway) else { return }
    let lost = HistoryWitness(repository: repository, folder: folder).lost()
    guard let first = lost.first else { return }
    func text(_ language: Language) -> String {
      let place = VisibleText.line(first.place.name + " " + first.words[language])
      return place + (lost.count > 1 ? " …" : "")
    }
    throw .refused(
      Phrase(
        zh: "历史里丢了 \(lost.count) 版，没有交给大家：" + text(.zh),
        en: "\(lost.count) revisions are gone from the histories; nothing was shared: " + text(.en)),
      hint: Phrase(
        zh: "用「hall record --join」找回来；找不回来也要交，加 --anyway",
        en: "'hall record --join' brings them back; to share all the same, add --anyway"))
  }

  func load() throws(CommandError) -> (hall: Hall, failures: [StoreFailure]) {
    do throws(StoreFailure) { return try folder.load() } catch { throw .store(error) }
  }

  func commitChanged(_ answer: inout Answer) throws(CommandError) {
    let changed = changed()
    guard !changed.isEmpty else { return }
    let message = ShareMessage(revisions(in: changed.map(\.path)), files: changed.map(\.path))
    let new = changed.filter(\.isNew).map(\.path)
    if !new.isEmpty {
      let added = git(["add", "--intent-to-add"], paths: new)
      guard added.isDone else { throw notCommitted(added) }
    }
    // Whoever shares anyway has seen what our own hook would say.
    let hook = invocation.call.has(ShareCommand.anyway) ? ["--no-verify"] : []
    let done = git(
      ["commit", "--quiet", "--only", "--cleanup=whitespace"] + hook + ["-m", message.text],
      paths: changed.map(\.path))
    guard done.isDone else {
      // What was staged for it is not left behind.
      if !new.isEmpty { _ = git(["reset", "--quiet"], paths: new) }
      throw notCommitted(done)
    }
    for revision in message.revisions.prefix(10) {
      tell(
        "  \(revision.place.name) 第\(revision.number)版 \(revision.by)：\(revision.why)",
        "  \(revision.place.name) revision \(revision.number), \(revision.by): \(revision.why)",
        &answer)
    }
    if message.revisions.count > 10 { tell("  ……", "  …", &answer) }
  }

  private func notCommitted(_ result: ProgramResult) -> CommandError {
    .refused(
      Phrase(
        zh: "没能存下这一步，改动都还在文件里", en: "the commit was refused; all edits are still in the files"),
      hint: Phrase(zh: "git 说：\(Sharing.words(result))", en: "git says: \(Sharing.words(result))"))
  }

  /// The revisions that the last commit does not have, nor another one, of the histories among some
  /// paths.
  func revisions(in paths: [String], andNotIn other: String? = nil) -> [ShareMessage.Entry] {
    let commits = [repository.commit("HEAD"), other].compactMap { $0 }
    return paths.compactMap(HistoryPlace.init(historyPath:)).flatMap { place in
      guard let now = try? folder.ledger(of: place) else { return [ShareMessage.Entry]() }
      let known = commits.map { LedgerJoin.common(ledger(place, in: $0), now) }.max() ?? 0
      return now.revisions.dropFirst(known).map { revision in
        ShareMessage.Entry(
          place: place, number: revision.number, by: revision.by, why: revision.why)
      }
    }
  }

  /// What a call would do, without doing it.
  func preview(_ answer: inout Answer) throws(CommandError) {
    let loaded = try invocation.loadForWriting(&answer)
    let edits = RecordCommand.edits(
      of: loaded.hall.documents.filter { $0.fault == nil }, in: loaded, language, &answer)
    if !edits.isEmpty {
      answer.output += invocation.report(try invocation.record(edits, in: loaded), language)
    }
    for revision in revisions(in: changed().map(\.path)) {
      tell(
        "要交：\(revision.place.name) 第\(revision.number)版 \(revision.by)：\(revision.why)",
        "to share: \(revision.place.name) revision \(revision.number), \(revision.by):"
          + " \(revision.why)", &answer)
    }
    if answer.output.isEmpty { tell("没有要交的", "There is nothing to share.", &answer) }
  }
}

/// What a commit of the hall says: the reasons of its revisions, and which they are.
struct ShareMessage {
  struct Entry {
    let place: HistoryPlace
    let number: Int
    let by: String
    let why: String
  }

  let revisions: [Entry]
  private let files: [String]

  init(_ revisions: [Entry], files: [String]) { (self.revisions, self.files) = (revisions, files) }

  /// A subject, a line for each revision, and trailers with ASCII keys: `Hall-Revision: M-2025-008 3`.
  ///
  /// A reason is never the first word of a line, so that none is taken for a trailer.
  var text: String {
    guard let first = revisions.first else {
      return "hall: " + (files.first ?? "") + (files.count > 1 ? " …" : "")
    }
    let documents = Set(revisions.map(\.place.name)).count
    let more =
      documents > 1 ? "（共 \(documents) 份文件 \(revisions.count) 版）" : "（共 \(revisions.count) 版）"
    let subject = "\(first.place.name)：\(first.why.prefix(120))" + (revisions.count > 1 ? more : "")
    // A call takes no more than 128 KB.
    let lines = revisions.prefix(100).map {
      "- \($0.place.name) \($0.number) \($0.by.prefix(60))：\($0.why.prefix(120))"
    }
    let trailers = revisions.prefix(500).map { "Hall-Revision: \($0.place.name) \($0.number)" }
    return subject + "\n\n" + lines.joined(separator: "\n") + "\n\n"
      + trailers.joined(separator: "\n")
  }
}
