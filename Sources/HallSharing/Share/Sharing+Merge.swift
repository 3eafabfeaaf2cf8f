import HallGit
import HallHistory
import HallMerge
import HallModel
import HallStore
import HallSyntax
import HallWords

/// Merges what others have shared.
extension Sharing {
  /// Merges a commit of others into this branch. If it stops, everything is as before.
  ///
  /// - Parameters:
  ///   - known: the commit that was seen there last.
  ///   - decision: what to do about losses, if that is decided already.
  ///   - answers: the decisions so far, by the hall.
  func bringIn(
    _ theirs: String, known: String?, decision: Incoming.Decision? = nil,
    answers: [String: SettledMerge.Answers] = [:], _ answer: inout Answer
  ) throws(Refusal) {
    let head = repository.commit("HEAD")
    // A commit that is already in this branch brings nothing.
    if let head, repository.mergeBase(head, theirs) == theirs {
      return try requireNotTakenBack(theirs, known: known)
    }
    for sharing in [self] + otherHalls(in: theirs) { try sharing.repository.requirePlain(theirs) }
    guard let head else {
      // Nothing is committed here yet: this branch starts from theirs.
      return try takeOver(theirs, &answer)
    }
    guard let base = repository.mergeBase(head, theirs) else { throw unrelated(known) }
    var halls: [HallToMerge] = []
    for sharing in [self] + otherHalls(in: theirs) {
      var hall = HallToMerge(
        sharing: sharing,
        versions: HallVersions(sharing.repository, base: base, ours: head, theirs: theirs),
        incoming: Incoming(sharing.repository, base: base, known: known, theirs: theirs))
      hall.decision = decision
      if decision == nil { hall.decision = try sharing.decide(hall.incoming) }
      try hall.mend()
      try sharing.requireSound(hall.versions)
      try sharing.requireKinds(hall.versions)
      try sharing.requireFigures(hall.versions, in: theirs)
      halls.append(hall)
    }
    if base == head, halls.allSatisfy(\.returningSignatures.isEmpty) {
      // Changes made without `hall` have not been checked yet, and may contain errors.
      let isOdd = halls.contains { !$0.versions.mended.isEmpty || !$0.versions.waiting.isEmpty }
      let before = isOdd ? try errors() : []
      try takeOver(theirs, &answer)
      for hall in halls { try hall.sharing.writeMended(hall.versions, hall.incoming, &answer) }
      tellReceived(halls, &answer)
      if isOdd { try tellErrors(since: before, &answer) }
      return
    }
    // Needed only if both sides have commits: it loads the hall.
    for index in halls.indices { try halls[index].findWaiting() }
    // All questions come before anything is written.
    var settled: [SettledMerge] = []
    for hall in halls {
      settled.append(
        try SettledMerge(
          hall.versions, hall.sharing, clashing: hall.sharing.clashes(hall.versions),
          answers: answers[hall.sharing.repository.prefix] ?? [:]))
    }
    if halls.contains(where: { $0.sharing.mustRenumber($0.versions) }) {
      let decided = Dictionary(zip(halls.map(\.sharing.repository.prefix), settled.map(\.answers)))
      {
        first, _ in first
      }
      do throws(Refusal) {
        for hall in halls { try hall.sharing.renumberDocuments(hall.versions, &answer) }
        try bringIn(
          theirs, known: known, decision: halls[0].decision, answers: decided, &answer)
      } catch {
        _ = git(["reset", "--keep", "--quiet", head])
        throw error
      }
      return
    }
    let before = try errors()
    try merge(theirs, head: head, halls, settled, &answer)
    tellReceived(halls, &answer)
    settled[0].tell(self, &answer)
    try tellErrors(since: before, &answer)
  }

  /// Reports what came, and what was done about losses.
  private func tellReceived(_ halls: [HallToMerge], _ answer: inout Answer) {
    tellReceived(halls[0].versions, &answer)
    for hall in halls {
      hall.sharing.tell(hall.incoming, hall.decision, &answer)
      hall.sharing.tellWaiting(hall.versions.waiting, &answer)
      hall.sharing.tellKeys(since: hall.versions.base, hall.incoming.theirs, &answer)
      UnseenAmendments(in: hall.sharing.folder).add(hall.sharing.amended(hall.versions))
    }
  }

  /// One hall of the repository, in the three versions.
  struct HallToMerge {
    let sharing: Sharing
    var versions: HallVersions
    let incoming: Incoming
    var decision: Incoming.Decision?

    /// The signatures that are put back.
    var returningSignatures: [LostSignature] {
      // Whatever else is accepted, a signature is never removed.
      decision == nil ? [] : incoming.signatures
    }

    /// Finds the changes of approved text that are already waiting here.
    mutating func findWaiting() throws(Refusal) {
      versions.waitingHere = Set(sharing.waiting(in: try sharing.load().hall).map(\.name))
    }

    /// Repairs what came, and adds the revisions for changes made elsewhere.
    mutating func mend() throws(Refusal) {
      if let decision {
        try versions.mend(
          incoming, decision, by: sharing.author,
          words: sharing.charterSays("补回历史里丢掉的", "put back what the history had lost"),
          in: sharing.repository)
      }
      versions.attribute(
        sharing.repository, to: incoming.theirs, sharing.charter.language)
    }
  }

  /// Replaces the state here by theirs: nothing has changed here since.
  private func takeOver(_ theirs: String, _ answer: inout Answer) throws(Refusal) {
    let lock = try lock()
    try underWay(theirs, lock) { () throws(Refusal) in
      let done = git(["merge", "--ff-only", "--quiet", theirs])
      guard done.isDone else { throw Sharing.inTheWay(done) }
    }
  }

  /// Text to be recorded, in the hall's own language.
  func charterSays(_ zh: String, _ en: String) -> String {
    Phrase(zh: zh, en: en)[charter.language]
  }

  /// Writes the files that differ from their commit, because a history was repaired or given its
  /// missing revisions.
  private func writeMended(
    _ versions: HallVersions, _ incoming: Incoming, _ answer: inout Answer
  ) throws(Refusal) {
    guard !versions.mended.isEmpty else { return }
    let lock = try lock()
    defer { withExtendedLifetime(lock) {} }
    let files = versions.mended.sorted().flatMap { name in
      [versions.documents[name]?.theirs, versions.histories[name]?.theirs].compactMap(\.self)
    }
    try rewrite(files.map { ($0.path, $0.bytes) }, holding: lock)
    _ = removeRenamed(incoming)
    try commitChanged(holding: lock, &answer)
  }

  /// Merges when both sides have commits.
  private func merge(
    _ theirs: String, head: String, _ halls: [HallToMerge], _ settled: [SettledMerge],
    _ answer: inout Answer
  ) throws(Refusal) {
    var locks: [HallLock] = []
    for hall in halls { locks.append(try hall.sharing.lock()) }
    defer { withExtendedLifetime(locks) {} }
    guard repository.commit("HEAD") == head, changed().isEmpty else {
      throw .refused(
        Phrase(zh: "合并时有人又改了文件", en: "files were changed meanwhile"),
        hint: Phrase(zh: "再打一次 hall 分享", en: "run 'hall share' again"))
    }
    try underWay(theirs, locks[0]) { () throws(Refusal) in
      try settle(theirs, halls, settled, locks)
    }
  }

  /// Merges with git, and then writes the hall's own files anew, whatever git has made of them.
  private func settle(
    _ theirs: String, _ halls: [HallToMerge], _ settled: [SettledMerge], _ locks: [HallLock]
  ) throws(Refusal) {
    let merged = git(["merge", "--no-commit", "--no-ff", "--quiet", theirs])
    guard repository.commit("MERGE_HEAD") != nil else { throw Sharing.inTheWay(merged) }
    func stageAll() -> Bool {
      zip(halls, settled).allSatisfy { hall, settled in
        let sharing = hall.sharing
        return sharing.stage(settled.paths + sharing.changed().map(\.path)).isDone
      }
    }
    for (hall, lock) in zip(halls, locks) {
      try hall.sharing.uniteLists(lock)
      try hall.sharing.putBack(hall.returningSignatures, lock)
    }
    try requireNoOthers(halls, settled)
    for (index, hall) in halls.enumerated() where index == 0 || !settled[index].parts.isEmpty {
      try MergeCompletion(hall.sharing, hall.versions, settled[index], locks[index]).run()
    }
    for hall in halls { _ = hall.sharing.stage(hall.sharing.removeRenamed(hall.incoming)) }
    let message = ShareMessage(
      revisions(in: changed().map(\.path), andNotIn: theirs), files: [], charter.language)
    let isStaged = stageAll()
    let subject = say("合并两边的改动", "merge what both sides did")
    let body = message.revisions.isEmpty ? "" : "\n\n" + message.text
    // As git's own merge does: the check before a commit is for a person's edits.
    let committed = git(
      ["commit", "--quiet", "--cleanup=whitespace", "--no-verify", "-m", subject + body])
    guard isStaged, committed.isDone else {
      throw .refused(
        Phrase(zh: "合并的结果没能存下，一切照旧", en: "the merge could not be committed; all is as it was"),
        hint: Phrase(
          zh: "git 说：\(Sharing.words(committed))", en: "git says: \(Sharing.words(committed))"))
    }
  }

  /// Refuses to merge if files outside the hall are in conflict: the hall cannot settle them.
  private func requireNoOthers(
    _ halls: [HallToMerge], _ settled: [SettledMerge]
  ) throws(Refusal) {
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
        zh: "请懂 git 的人先合并它（git merge），再打 hall 分享",
        en: "merge it with git first, then run 'hall share'"))
  }

  func lock() throws(Refusal) -> HallLock {
    do throws(HallWriter.Failure) { return try HallWriter(folder).lock() } catch {
      throw .writing(error)
    }
  }
}
