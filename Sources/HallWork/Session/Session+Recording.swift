import HallGit
import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords

/// From edits to revisions on the disk.
extension Session {
  /// Records edits; in a dry run, only shows what would be recorded.
  ///
  /// - Parameters:
  ///   - others: files without a history that change with them.
  ///   - isNamed: whether the call also accepts what others did to these documents.
  package func record(
    _ edits: [HallWriter.Edit], with others: [HallWriter.Edit] = [], in loaded: LoadedHall,
    unmaking: [HallWriter.Unmaking] = [], takingBack step: [Steps.Part]? = nil,
    isNamed: Bool = false
  ) throws(Refusal) -> [HallWriter.Recorded] {
    let author = try self.author(loaded.hall.charter)
    // A blank reason does not count.
    let reason = self.reason.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    try requireOwnHistories(edits, loaded.hall, loaded.folder)
    let unsaid = try recordUnsaid(edits, in: loaded, by: author, reason, isNamed: isNamed)
    do throws(HallWriter.Failure) {
      let outside = Phrase(zh: "在别的程序里修改", en: "edited outside the program")
      let writer = HallWriter(loaded.folder, outside: outside[loaded.hall.charter.language])
      return try unsaid
        + writer.write(
          edits, with: others, unmaking: unmaking, by: author, reason: reason,
          isDryRun: isDryRun,
          startsOver: startsOver,
          notice: { world.say($0.phrase[language] + "\n") }, takingBack: step, patience: patience,
          holding: loaded.lock)
    } catch {
      throw unanswered(error, in: loaded, author) ?? .writing(error)
    }
  }

  /// What was recorded, a line for each revision; in a dry run, the diffs.
  package func report(_ recorded: [HallWriter.Recorded]) -> String {
    isDryRun ? recorded.diffs : recorded.lines(language)
  }

  /// Refuses to change a document if another file has the same identifier: each would be recorded
  /// as an edit of the other.
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

  /// Refuses to start a new history if a commit has one for the document: it was deleted from the
  /// folder, or was not checked out.
  private func requireKnownHistories(
    _ edits: [HallWriter.Edit], _ folder: HallFolder
  ) throws(Refusal) {
    guard !startsOver else { return }
    let begun = edits.compactMap { edit -> HistoryPlace? in
      let document = Document(path: edit.path, kind: edit.kind, bytes: edit.new)
      guard edit.old != nil, let place = HistoryPlace(of: document) else { return nil }
      return folder.exists(place.path) ? nil : place
    }
    guard !begun.isEmpty,
      let repository = try? Repository(around: folder.root, world.programs),
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
          zh: "用「hall 记下 --接好」找回来", en: "'hall record --join' brings it back"))
    }
  }
}
