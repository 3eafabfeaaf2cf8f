import HallHistory
import HallMerge
import HallModel
import HallStore
import HallSyntax

/// What others have shared, taken in.
extension Sharing {
  /// Merges a commit of others into this branch. Where it stops, the work is as it was.
  ///
  /// - Parameter answers: what was decided already, by the hall.
  func bringIn(
    _ theirs: String, answers: [String: SettledMerge.Answers] = [:], _ answer: inout Answer
  ) throws(CommandError) {
    let head = repository.commit("HEAD")
    // A commit that this branch has already brings nothing.
    if let head, repository.mergeBase(head, theirs) == theirs { return }
    for sharing in [self] + otherHalls(in: theirs) { try sharing.repository.requirePlain(theirs) }
    guard let head else {
      // Nothing is committed here yet: what is there is where this begins.
      return try takeOver(theirs, &answer)
    }
    guard let base = repository.mergeBase(head, theirs) else {
      throw .refused(
        Phrase(
          zh: "这里和大家共用的地方不是同一个议事厅的记录，没有共同的来历",
          en: "this hall and the shared one have no history in common"),
        hint: Phrase(
          zh: "从共用的地方重新取一份（git clone），再把文件放进去",
          en: "clone the shared one, and bring your files into it"))
    }
    let halls = ([self] + otherHalls(in: theirs)).map { sharing in
      var versions = HallVersions(sharing.repository, base: base, ours: head, theirs: theirs)
      versions.attribute(sharing.repository, to: theirs, why: sharing.elsewhere)
      return HallToMerge(sharing: sharing, versions: versions)
    }
    for hall in halls {
      try hall.sharing.requireSound(hall.versions)
      try hall.sharing.requireFigures(hall.versions, in: theirs)
    }
    if base == head {
      try takeOver(theirs, &answer)
      tellReceived(halls[0].versions, &answer)
      return try recordElsewhere(halls[0].versions, &answer)
    }
    // Everything is asked before anything is written.
    var settled: [SettledMerge] = []
    for hall in halls {
      settled.append(
        try SettledMerge(
          hall.versions, hall.sharing, clashing: hall.sharing.clashes(hall.versions),
          answers: answers[hall.sharing.repository.prefix] ?? [:]))
    }
    if halls.contains(where: { !$0.sharing.clashes($0.versions).isEmpty }) {
      let known = Dictionary(zip(halls.map(\.sharing.repository.prefix), settled.map(\.answers))) {
        first, _ in first
      }
      do throws(CommandError) {
        for hall in halls { try hall.sharing.renumberDocuments(hall.versions, &answer) }
        try bringIn(theirs, answers: known, &answer)
      } catch {
        _ = git(["reset", "--keep", "--quiet", head])
        throw error
      }
      return
    }
    let before = try errors()
    try merge(theirs, head: head, halls, settled, &answer)
    tellReceived(halls[0].versions, &answer)
    settled[0].tell(self, &answer)
    try tellErrors(since: before, &answer)
  }

  /// One hall of the repository, in the three versions.
  struct HallToMerge {
    let sharing: Sharing
    let versions: HallVersions
  }

  /// Takes what is there for what is here: nobody has changed anything here since.
  private func takeOver(_ theirs: String, _ answer: inout Answer) throws(CommandError) {
    let lock = try lock()
    defer { withExtendedLifetime(lock) {} }
    let done = git(["merge", "--ff-only", "--quiet", theirs])
    guard done.isDone else { throw Sharing.inTheWay(done) }
  }

  /// What a revision says that takes in what others have changed without the program.
  private var elsewhere: String {
    Phrase(zh: "在别的程序里修改", en: "edited outside the program")[charter.language]
  }

  /// Records what others have changed without the program, in their names.
  private func recordElsewhere(
    _ versions: HallVersions, _ answer: inout Answer
  ) throws(CommandError) {
    guard !versions.elsewhere.isEmpty else { return }
    let lock = try lock()
    defer { withExtendedLifetime(lock) {} }
    let files = versions.elsewhere.compactMap { name in
      versions.histories[name]?.theirs.map { history in
        HallWriter.Rewrite(
          path: history.path, old: (try? folder.read(history.path, kind: .other))?.bytes,
          new: history.bytes)
      }
    }
    do throws(HallWriter.Failure) {
      try HallWriter(folder).rewrite(files, holding: lock)
    } catch {
      throw .writing(error)
    }
    try commitChanged(&answer)
  }

  /// Refuses what others have shared where it is damaged: it would damage the hall here.
  func requireSound(_ versions: HallVersions) throws(CommandError) {
    if let theirs = versions.documents["hall"]?.theirs {
      let charter = Charter(document: Document(path: theirs.path, kind: .hall, bytes: theirs.bytes))
      guard !charter.isOfNewerFormat else { throw .newerFormat(charter.format) }
    }
    for (name, file) in versions.histories.sorted(by: { $0.key < $1.key }) {
      guard let bytes = file.theirs?.bytes, file.theirs?.bytes != file.base?.bytes,
        let place = HistoryPlace(historyPath: "history/\(name).md")
      else { continue }
      do throws(Ledger.Fault) { _ = try Ledger(bytes, of: place.documentPath).verify() } catch {
        throw .refused(
          Phrase(
            zh: "大家共用的地方，\(name) 的历史第 \(error.revision) 版\(error.reason.phrase.zh)，没有取回",
            en: "the shared history of \(name), revision \(error.revision):"
              + " \(error.reason.phrase.en); nothing was taken in"),
          hint: Phrase(
            zh: "请最后交的人用「hall record --join」修好再交一次",
            en: "whoever shared last mends it with 'hall record --join' and shares again"))
      }
    }
  }

  /// Merges, where both sides have gone on.
  private func merge(
    _ theirs: String, head: String, _ halls: [HallToMerge], _ settled: [SettledMerge],
    _ answer: inout Answer
  ) throws(CommandError) {
    var locks: [HallLock] = []
    for hall in halls { locks.append(try hall.sharing.lock()) }
    defer { withExtendedLifetime(locks) {} }
    guard repository.commit("HEAD") == head, changed().isEmpty else {
      throw .refused(
        Phrase(zh: "合并时有人又改了文件", en: "files were changed meanwhile"),
        hint: Phrase(zh: "再打一次 hall share", en: "run 'hall share' again"))
    }
    // Whatever git makes of the halls' own files, they are written anew below.
    let merged = git(["merge", "--no-commit", "--no-ff", "--quiet", theirs])
    guard repository.commit("MERGE_HEAD") != nil else { throw Sharing.inTheWay(merged) }
    func stageAll() -> Bool {
      zip(halls, settled).allSatisfy { hall, settled in
        let sharing = hall.sharing
        return sharing.stage(settled.paths + sharing.changed().map(\.path)).isDone
      }
    }
    do throws(CommandError) {
      for (hall, lock) in zip(halls, locks) { try hall.sharing.uniteLists(lock) }
      try requireNoOthers(halls, settled)
      for (index, hall) in halls.enumerated() where index == 0 || !settled[index].parts.isEmpty {
        try MergeCompletion(hall.sharing, hall.versions, settled[index], locks[index]).run()
      }
      let message = ShareMessage(
        revisions(in: changed().map(\.path), andNotIn: theirs), files: [])
      let isStaged = stageAll()
      let subject = say("合并两边的改动", "merge what both sides did")
      let body = message.revisions.isEmpty ? "" : "\n\n" + message.text
      let committed = git(["commit", "--quiet", "--cleanup=whitespace", "-m", subject + body])
      guard isStaged, committed.isDone else {
        throw .refused(
          Phrase(zh: "合并的结果没能存下", en: "the merge could not be committed"),
          hint: Phrase(
            zh: "git 说：\(Sharing.words(committed))", en: "git says: \(Sharing.words(committed))"))
      }
    } catch {
      // Everything as it was: what is written goes into the index first, so that git lets go of it.
      _ = stageAll()
      _ = git(["merge", "--abort"])
      throw error
    }
  }

  /// Lists in which each line stands by itself: keys of signers, what git leaves out. What each side
  /// has added is there.
  func uniteLists(_ lock: HallLock) throws(CommandError) {
    var files: [HallWriter.Rewrite] = []
    for path in ["signatures/allowed_signers", ".gitignore", ".gitattributes"] {
      let versions = (1...3).map { stage in
        repository.git(["cat-file", "blob", ":\(stage):\(repository.prefix)\(path)"])
      }
      guard versions[1].isDone, versions[2].isDone else { continue }
      let pieces = LineMerge.merge(
        base: versions[0].isDone ? versions[0].output : [], first: versions[2].output,
        second: versions[1].output)
      var text: [UInt8] = []
      for piece in pieces {
        switch piece {
        case .settled(let lines): text += lines
        case .bothAdded(let theirs, let ours): text += theirs + ours
        // One line written anew by both is for somebody to look at.
        case .conflict: return
        }
      }
      files.append(
        HallWriter.Rewrite(
          path: path, old: (try? folder.read(path, kind: .other))?.bytes, new: text))
    }
    guard !files.isEmpty else { return }
    do throws(HallWriter.Failure) {
      try HallWriter(folder).rewrite(files, holding: lock)
    } catch {
      throw .writing(error)
    }
    _ = stage(files.map(\.path))
  }

  /// Refuses to settle what is none of the hall's: contradictions in other files of the repository.
  private func requireNoOthers(
    _ halls: [HallToMerge], _ settled: [SettledMerge]
  ) throws(CommandError) {
    let listed = git(["diff", "--name-only", "--diff-filter=U", "-z"])
    let open = listed.output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    let own = Set(
      zip(halls, settled).flatMap { hall, settled in
        settled.paths.map { hall.sharing.repository.prefix + $0 }
      })
    guard let other = open.first(where: { !own.contains($0) }) else { return }
    throw .refused(
      Phrase(
        zh: "议事厅以外的文件两边改得不一样：\(other)。没有合并，一切照旧",
        en:
          "a file outside the hall's record was changed on both sides: \(other); nothing was merged"
      ),
      hint: Phrase(
        zh: "请懂 git 的人先合并它（git merge），再打 hall share",
        en: "merge it with git first, then run 'hall share'"))
  }

  func lock() throws(CommandError) -> HallLock {
    do throws(HallWriter.Failure) { return try HallWriter(folder).lock() } catch {
      throw .writing(error)
    }
  }

  static func inTheWay(_ result: ProgramResult) -> CommandError {
    .refused(
      Phrase(
        zh: "这里有还没存下的文件，别人的改动取不进来。一切照旧",
        en: "files that are not committed are in the way; nothing was taken in"),
      hint: Phrase(zh: "git 说：\(words(result))", en: "git says: \(words(result))"))
  }
}
