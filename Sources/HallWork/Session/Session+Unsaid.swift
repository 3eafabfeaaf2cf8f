import HallGit
import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords

/// Changes committed without the program: they are recorded in the committer's name and at the time
/// of the commit, so that everybody who records them makes the same revision.
extension Session {
  /// Adds the missing revisions to histories, before anything is recorded on top.
  ///
  /// An edit of approved text has no effect until somebody accepts it.
  ///
  /// - Parameters:
  ///   - author: the person who calls.
  ///   - reason: the caller's reason for the edits.
  ///   - isNamed: whether the call names the documents, and so accepts what others did to them.
  /// - Returns: what was recorded.
  package func recordUnsaid(
    _ edits: [HallWriter.Edit], in loaded: LoadedHall, by author: HallWriter.Author,
    _ reason: String?, isNamed: Bool
  ) throws(Refusal) -> [HallWriter.Recorded] {
    guard !isDryRun, !startsOver else { return [] }
    let open = edits.filter { edit in
      guard let old = edit.old else { return false }
      let document = Document(path: edit.path, kind: edit.kind, bytes: old)
      guard let place = HistoryPlace(of: document), loaded.folder.exists(place.path) else {
        return false
      }
      return !loaded.folder.isRecorded(document, at: place)
    }
    let texts = GitFiles.committed(open.map(\.path), in: loaded.folder.root, world.programs)
    let committed = zip(open, texts).filter { $0.old == $1 }.map(\.0)
    guard !committed.isEmpty,
      let repository = try? Repository(around: loaded.folder.root, world.programs),
      let head = repository.commit("HEAD")
    else { return [] }
    var recorded: [HallWriter.Recorded] = []
    for edit in committed {
      let document = Document(path: edit.path, kind: edit.kind, bytes: edit.old ?? [])
      guard let place = HistoryPlace(of: document),
        let unsaid = repository.unsaidCommits(of: document.path, place, in: head)
      else { continue }
      // The reason applies only if the call accepts the present text unchanged.
      let isMeant = edit.new == edit.old && (isNamed || unsaid.authors == [author.name])
      recorded += try record(unsaid, of: document, isMeant ? reason : nil, in: loaded, by: author)
    }
    return recorded
  }

  /// Unrecorded changes by others of approved texts, without a reason.
  ///
  /// - Parameters:
  ///   - documents: the documents edited since their last revision, if known.
  ///   - author: the person who asks.
  package func unsaid(
    in loaded: LoadedHall, among documents: [Document]? = nil, but author: String
  ) -> [UnsaidChange] {
    let documents = documents ?? loaded.folder.unrecordedDocuments(of: loaded.hall)
    guard !documents.isEmpty,
      let repository = try? Repository(around: loaded.folder.root, world.programs)
    else { return [] }
    return UnsaidChange.all(among: documents, of: loaded.folder, repository, but: author)
  }

  /// That a document waits for the person who approved it, if that prevents a change from being
  /// recorded.
  package func unanswered(
    _ failure: HallWriter.Failure, in loaded: LoadedHall, _ author: HallWriter.Author
  ) -> Refusal? {
    let path: String
    switch failure {
    case .unrecordedAmendment(let found), .needsReason(let found): path = found
    default: return nil
    }
    let change = unsaid(in: loaded, but: author.name).first {
      HistoryPlace(named: $0.name)?.isDocument(path) ?? false
    }
    guard let change else { return nil }
    let words = change.words(for: author.name, offset: world.offset(loaded.hall.charter))
    return .refused(
      Phrase(zh: "\(words.zh)。没有记", en: "\(words.en); nothing was recorded"),
      hint: change.answers(in: loaded.folder))
  }

  /// - Parameter reason: why it was done; for approved text, why it is accepted.
  package func record(
    _ unsaid: UnsaidCommits, of document: Document, _ reason: String?, in loaded: LoadedHall,
    by author: HallWriter.Author
  ) throws(Refusal) -> [HallWriter.Recorded] {
    guard let place = HistoryPlace(of: document),
      let history = try? loaded.folder.read(place.path, kind: .other).bytes,
      var end = try? LedgerEnd(history, of: place.documentPath, expecting: nil),
      end.whole == history.count, end.text != document.bytes
    else { return [] }
    let isAmendment =
      Seal.kind(of: document.kind, path: document.path, from: end.text, to: document.bytes)
      == .amendment
    // A person answers for what they have committed by hand.
    guard !isAmendment || reason != nil && unsaid.authors != [author.name] else { return [] }
    let (first, old) = (end.number, end.text)
    let added = end.add(
      unsaid, to: document, reason: reason, acceptedBy: isAmendment ? author.name : nil,
      loaded.hall.charter.language)
    do throws(HallWriter.Failure) {
      let writer = HallWriter(loaded.folder)
      let lock: HallLock
      if let held = loaded.lock { lock = held } else { lock = try writer.lock(patience) }
      try writer.rewrite(
        [HallWriter.Rewrite(path: place.path, old: history, new: history + added)], holding: lock)
    } catch {
      throw .writing(error)
    }
    let revisions = Ledger(history + added, of: place.documentPath).revisions.dropFirst(first)
    return revisions.map { revision in
      HallWriter.Recorded(
        place: place, number: revision.number, kind: revision.kind, why: revision.why, old: old,
        new: document.bytes)
    }
  }
}
