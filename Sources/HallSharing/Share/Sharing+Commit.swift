import HallChecks
import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords

/// Commits what is recorded here.
extension Sharing {
  /// Records what is not recorded yet, and commits the hall's own files; nothing else is staged or
  /// committed.
  ///
  /// - Returns: whether something is broken here that the others have repaired.
  @discardableResult
  func commitOwn(_ answer: inout Answer) throws(Refusal) -> Bool {
    let loaded = try open(&answer)
    defer { withExtendedLifetime(loaded.lock) {} }
    answer.notePrivateFiles(of: loaded.folder, session.world.programs, language, layout)
    try refuseErrors(loaded, &answer)
    let waiting = Set(waiting(in: loaded.hall).map(\.name))
    let documents = loaded.hall.documents.filter { document in
      document.fault == nil && HistoryPlace(of: document).map { !waiting.contains($0.name) } ?? true
    }
    var (edits, refused) = loaded.editsUnrecorded(documents, language)
    answer.errors += refused.map { $0.text(language) }.joined()
    let damaged = damaged(edits, in: loaded.hall)
    edits.removeAll { damaged.contains($0.path) }
    if !edits.isEmpty {
      answer.output += session.report(try session.record(edits, in: loaded))
    }
    let lock: HallLock
    if let held = loaded.lock { lock = held } else { lock = try self.lock() }
    if isAnyway { try acceptLosses(loaded, lock, &answer) }
    let isBroken = try requireShareable()
    try commitChanged(holding: lock, &answer)
    return isBroken
  }

  /// Refuses to share new errors, before anything is recorded. An error in older minutes that only
  /// a new roster causes is just reported.
  private func refuseErrors(
    _ loaded: LoadedHall, _ answer: inout Answer
  ) throws(Refusal) {
    let today = session.today(charter)
    let problems = Checker.problems(in: loaded.hall, today: today)
    // Markers of a merge are never recorded: nobody has written them.
    let isAnyway = isAnyway
    let errors = problems.filter {
      $0.severity == .error && (!isAnyway || $0.id == ConflictMarker.id)
    }
    guard !errors.isEmpty else { return }
    var earlier: [BroughtProblems.State] = []
    if let head = repository.commit("HEAD") {
      let before = try JudgedHall(
        folder, repository.held(in: head), session.world, today: { session.today($0) })
      earlier.append((before.loaded.hall, before.problems))
    }
    let brought = BroughtProblems(errors, of: loaded.hall, after: earlier, today: today)
    for problem in brought.byRoster {
      answer.errors +=
        VisibleText.line(say("注意：\(problem.message.zh)", "note: \(problem.message.en)")) + "\n"
    }
    let new = brought.errors
    guard !new.isEmpty else { return }
    let renderer = loaded.renderer(language, layout)
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
        zh: "改好再打 hall 分享；一定要现在交，加 --照样",
        en: "correct them and run 'hall share' again; to share all the same, add --anyway"))
  }

  func load() throws(Refusal) -> (hall: Hall, failures: [StoreFailure]) {
    do throws(StoreFailure) { return try folder.load() } catch { throw .store(error) }
  }

  /// Commits the hall's own files as they are.
  func commitChanged(holding lock: HallLock, _ answer: inout Answer) throws(Refusal) {
    let pending = pending()
    guard !pending.isEmpty else { return }
    try underWay(nil, lock) { () throws(Refusal) in
      try commit(pending.own, and: pending.beside, holding: lock, &answer)
    }
    tellIgnored(pending.ignored, &answer)
  }

  /// The files to be committed.
  struct Pending {
    /// The hall's own files.
    let own: [Changed]
    /// Those of them that an ignore pattern matches.
    let ignored: [String]
    /// Files outside the hall, from the top of the work tree.
    let beside: [Changed]
    /// Whether git could report all of it.
    let isComplete: Bool

    var isEmpty: Bool { own.isEmpty && beside.isEmpty }
  }

  func pending() -> Pending {
    let (ignored, uncommitted) = (ignored(), uncommitted())
    return Pending(
      own: changed(of: uncommitted ?? [])
        + (ignored ?? []).map { Changed(path: $0, isNew: true) },
      ignored: ignored ?? [], beside: changedBySetUp(of: uncommitted ?? []),
      isComplete: ignored != nil && uncommitted != nil)
  }

  /// A person who shares anyway has seen the messages of our own hook.
  var hooks: [String] { isAnyway ? ["--no-verify"] : [] }

  /// Names the files that an ignore pattern matches.
  private func tellIgnored(_ paths: [String], _ answer: inout Answer) {
    guard let first = paths.first else { return }
    let found = git([
      "check-ignore", "--verbose", "--no-index", "--", "./" + repository.prefix + first,
    ])
    // `FILE:LINE:PATTERN<tab>PATH`
    let rule = found.text.split(separator: "\t").first.map(String.init) ?? ""
    let fields = rule.split(separator: ":", maxSplits: 2).map(String.init)
    let zh = fields.count == 3 ? "「\(fields[0])」第\(fields[1])行「\(fields[2])」" : "git 的规则"
    let en =
      fields.count == 3 ? "'\(fields[2])' (\(fields[0]), line \(fields[1]))" : "an ignore rule"
    tell(
      "\(zh)让 git 漏掉议事厅的 \(paths.count) 个文件（\(first) 等），已经照样交上。",
      "\(en) makes git ignore \(paths.count) files of the hall (\(first) …); they are shared all"
        + " the same.", &answer)
  }

  /// - Parameter beside: files outside the hall, from the top of the work tree.
  private func commit(
    _ changed: [Changed], and beside: [Changed], holding lock: HallLock, _ answer: inout Answer
  ) throws(Refusal) {
    let before = changed.filter { HistoryPlace(historyPath: $0.path) != nil }.map { file in
      (path: file.path, bytes: (try? folder.read(file.path, kind: .other))?.bytes)
    }
    let message = ShareMessage(
      revisions(in: changed.map(\.path)), files: (changed + beside).map(\.path), charter.language)
    let whole =
      changed.map { Changed(path: repository.prefix + $0.path, isNew: $0.isNew) } + beside
    let (all, new) = (whole.map(\.path), whole.filter(\.isNew).map(\.path))
    if !new.isEmpty {
      // Including ignored files: they are part of the record.
      let added = git(["add", "--intent-to-add", "--force"], whole: new)
      guard added.isDone else { throw notCommitted(added) }
    }
    let done = git(
      ["commit", "--quiet", "--only", "--cleanup=whitespace"] + hooks + ["-m", message.text],
      whole: all)
    // If a staged change was reverted since, there is nothing to commit.
    if !done.isDone, git(["diff", "--quiet", "HEAD", "--"] + all).isDone {
      _ = git(["reset", "--quiet"], whole: all)
      return
    }
    guard done.isDone else {
      // Files staged for the commit are unstaged.
      if !new.isEmpty { _ = git(["reset", "--quiet"], whole: new) }
      if let damaged = putBack(before, lock) { throw damagedByHook(damaged, done) }
      throw notCommitted(done)
    }
    tellNewest(
      message.revisions.map { revision in
        let line = say(
          "\(revision.place.title) 第\(revision.number)版 \(revision.by)：\(revision.why)",
          "\(revision.place.title) revision \(revision.number), \(revision.by): \(revision.why)")
        return (revision.at, line)
      }, &answer)
  }

  /// The revisions in the histories at some paths that are neither in the last commit nor in
  /// another one.
  func revisions(in paths: [String], andNotIn other: String? = nil) -> [ShareMessage.Entry] {
    let commits = [repository.commit("HEAD"), other].compactMap { $0 }
    return paths.compactMap(HistoryPlace.init(historyPath:)).flatMap { place in
      guard let now = try? folder.ledger(of: place) else { return [ShareMessage.Entry]() }
      let known = commits.map { LedgerJoin.common(ledger(place, in: $0), now) }.max() ?? 0
      return now.revisions.dropFirst(known).map { revision in
        ShareMessage.Entry(
          place: place, number: revision.number, at: revision.at, by: revision.by,
          why: revision.why)
      }
    }
  }

  /// Shows what a call would do, without doing it.
  package func preview(_ answer: inout Answer) throws(Refusal) {
    let loaded = try open(&answer)
    let (edits, refused) = loaded.editsUnrecorded(
      loaded.hall.documents.filter { $0.fault == nil }, language)
    answer.errors += refused.map { $0.text(language) }.joined()
    if !edits.isEmpty {
      answer.output += session.report(try session.record(edits, in: loaded))
    }
    for revision in revisions(in: changed().map(\.path)) {
      tell(
        "要交：\(revision.place.title) 第\(revision.number)版 \(revision.by)：\(revision.why)",
        "to share: \(revision.place.title) revision \(revision.number), \(revision.by):"
          + " \(revision.why)", &answer)
    }
    if let count = repository.unpushed, count > 0 {
      tell(
        "要推上去：已经提交的 \(count) 次", "to push: \(Language.counted(count, "commit")) made already",
        &answer)
    }
    let beside = changed().filter { HallFiles.kind(of: $0.path) == nil }
      .filter { HistoryPlace(historyPath: $0.path) == nil }
    if !beside.isEmpty {
      tell(
        "要交的其他文件：" + beside.map(\.path).joined(in: .zh),
        "other files to share: " + beside.map(\.path).joined(in: .en), &answer)
    }
    if answer.output.isEmpty { tell("没有要交的", "There is nothing to share.", &answer) }
  }
}
