import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords

extension OptionSpec {
  static let by = OptionSpec(
    "--by", value: Phrase(zh: "姓名", en: "NAME"),
    summary: Phrase(
      zh: "记在谁名下；不写就用 HALL_AUTHOR 或 git 的 user.name",
      en: "who records it; else HALL_AUTHOR, else git's user.name"))
  static let message = OptionSpec(
    "--message", short: "-m", value: Phrase(zh: "理由", en: "WHY"),
    summary: Phrase(zh: "为什么改", en: "the reason"))
  static let dryRun = OptionSpec(
    "--dry-run", short: "-n",
    summary: Phrase(zh: "只显示会记下什么，不写文件", en: "show the diff that would be recorded, write nothing"))

  static let startOver = OptionSpec(
    "--start-over",
    summary: Phrase(
      zh: "历史丢了一部分、又找不回来时，从剩下的接着记（要写理由）",
      en: "go on with what is left of a history that has lost revisions for good (needs -m)"))

  /// What every command takes that writes.
  static let writing: [OptionSpec] = [.message, .by, .dryRun]
}

extension Invocation {
  /// Who records: `--by`, `HALL_AUTHOR`, or git's user.name.
  func author(_ charter: Charter) throws(Refusal) -> HallWriter.Author {
    func given(_ name: String?) -> String? { name?.isEmpty == false ? name : nil }
    // git is asked last: it is another program to start.
    let name =
      given(call.value(.by)) ?? given(context.environment["HALL_AUTHOR"])
      ?? given(context.gitUserName())
    guard let name else { throw .noAuthor }
    let at = Timestamp.text(context.now, offset: context.offset(charter))
    return HallWriter.Author(name: name, at: at)
  }

  /// The one hall that a command writes to, loaded.
  ///
  /// - Parameter keepsLock: whether nobody else writes until the command is done. One that asks a
  ///   person, or opens an editor, must not keep others waiting: it takes the lock again to record,
  ///   and a document that was changed meanwhile is refused then.
  func loadForWriting(
    _ answer: inout Answer, keepsLock: Bool = true
  ) throws(Refusal) -> LoadedHall {
    guard call.values(.hall).count <= 1 else { throw .oneHallOnly }
    var lock: HallLock?
    if !call.has(.dryRun), let folder = try folders(&answer).first {
      // Before anything is read: several at once wait for one another and all get through.
      do throws(HallWriter.Failure) { lock = try HallWriter(folder).lock(patience) } catch {
        throw .writing(error)
      }
      try takeBackStopped(folder)
    }
    // What else could not be read is said, and no failure of a command that does its work.
    var reading = Answer()
    let halls = try load(&reading)
    answer.errors += reading.errors
    guard var loaded = halls.first else { throw .oneHallOnly }
    // Nobody writes by rules that could not be read.
    if let failure = loaded.failures.first(where: { $0.path == HallFolder.charterPath }) {
      throw .store(failure)
    }
    guard !loaded.hall.charter.isOfNewerFormat else {
      throw .newerFormat(loaded.hall.charter.format)
    }
    if keepsLock { loaded.lock = lock }
    withExtendedLifetime(lock) {}
    return loaded
  }

  /// How long to wait for another program that writes, and what to say meanwhile.
  var patience: HallLock.Patience {
    let language = plainLanguage
    return HallLock.Patience { [context] in
      context.say(
        Phrase(zh: "另一个 hall 正在写，等一等……\n", en: "another hall is writing; waiting for it...\n")[
          language])
    }
  }

  /// Records edits; says what was recorded, or, for a dry run, what would be.
  ///
  /// - Parameters:
  ///   - others: files without a history that change with them.
  ///   - isNamed: whether whoever calls means what others did to these documents as well.
  func record(
    _ edits: [HallWriter.Edit], with others: [HallWriter.Edit] = [], in loaded: LoadedHall,
    unmaking: [HallWriter.Unmaking] = [], takingBack step: [Steps.Part]? = nil,
    isNamed: Bool = false
  ) throws(Refusal) -> [HallWriter.Recorded] {
    let author = try self.author(loaded.hall.charter)
    // Blanks are no reason.
    let reason = call.value(.message).flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    let language = try language(loaded.hall.charter)
    try requireOwnHistories(edits, loaded.hall, loaded.folder)
    let unsaid = try recordUnsaid(edits, in: loaded, by: author, reason, isNamed: isNamed)
    do throws(HallWriter.Failure) {
      let outside = Phrase(zh: "在别的程序里修改", en: "edited outside the program")
      let writer = HallWriter(loaded.folder, outside: outside[loaded.hall.charter.language])
      return try unsaid
        + writer.record(
          edits, with: others, unmaking: unmaking, by: author, reason: reason,
          isDryRun: call.has(.dryRun),
          startsOver: call.has(.startOver),
          notice: { context.say($0.phrase[language] + "\n") }, takingBack: step, patience: patience,
          holding: loaded.lock)
    } catch {
      throw unanswered(error, in: loaded, author) ?? .writing(error)
    }
  }

  /// Refuses to change a document whose identifier another file has as well, changed or not: each
  /// would be recorded as an edit of the other.
  private func requireOwnHistories(
    _ edits: [HallWriter.Edit], _ hall: Hall, _ folder: HallFolder
  ) throws(Refusal) {
    let changed = Set(edits.map(\.path))
    var paths: [HistoryPlace: String] = [:]
    for document in hall.documents {
      guard let place = HistoryPlace(of: document) else { continue }
      if let other = paths[place], changed.contains(other) || changed.contains(document.path) {
        throw .writing(.sameIdentifier(other, document.path))
      }
      paths[place] = document.path
    }
    try requireKnownHistories(edits, folder)
  }

  /// Refuses to begin a history anew that a commit has: it is gone from the folder, or was left out
  /// of it.
  private func requireKnownHistories(
    _ edits: [HallWriter.Edit], _ folder: HallFolder
  ) throws(Refusal) {
    guard !call.has(.startOver) else { return }
    let begun = edits.compactMap { edit -> HistoryPlace? in
      let document = Document(path: edit.path, kind: edit.kind, bytes: edit.new)
      guard edit.old != nil, let place = HistoryPlace(of: document) else { return nil }
      return folder.exists(place.path) ? nil : place
    }
    guard !begun.isEmpty,
      let repository = try? Repository(around: folder.root, context.programs),
      let head = repository.commit("HEAD")
    else { return }
    try repository.requireWhole()
    for place in begun where repository.content(of: place.path, in: head) != nil {
      throw .refused(
        Phrase(
          zh: "\(place.name) 的历史不见了，最后一次提交里还有。什么也没有记",
          en:
            "the history of \(place.name) is gone, and the last commit has it; nothing was recorded"
        ),
        hint: Phrase(
          zh: "用「hall record --join」找回来", en: "'hall record --join' brings it back"))
    }
  }

  /// One line for each revision that was recorded, with its reason as the log has it; the diffs,
  /// for a dry run.
  func report(_ recorded: [HallWriter.Recorded], _ language: Language) -> String {
    if call.has(.dryRun) {
      return recorded.map { revision in
        let name = revision.place.documentPath
        let diff = UnifiedDiff.diff(
          from: revision.old, named: revision.number == 1 ? UnifiedDiff.nothing : "a/" + name,
          to: revision.new, named: "b/" + name)
        return VisibleText.lines(String(decoding: diff, as: UTF8.self))
      }.joined()
    }
    return recorded.map { revision in
      let kind = revision.kind.map { "（\($0.phrase.zh)）" } ?? ""
      let kindEN = revision.kind.map { " (\($0.phrase.en))" } ?? ""
      return Phrase(
        zh: "已记下 \(revision.place.name) 第 \(revision.number) 版\(kind)",
        en: "recorded \(revision.place.name), revision \(revision.number)\(kindEN)")[language]
        + "  " + VisibleText.line(revision.why) + (revision.approval?[language] ?? "") + "\n"
    }.joined()
  }
}
