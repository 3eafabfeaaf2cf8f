import HallChecks
import HallHistory
import HallMerge
import HallModel
import HallStore
import HallSyntax
import HallWords

/// The changes of one act: documents edited in memory, checked as they would be, and recorded
/// together as one step.
package struct Change {
  package let session: Session
  package let loaded: LoadedHall
  package let today: Day
  /// Notes to be shown with the result, each on its own line.
  package var notes: [Phrase] = []
  /// What was read from a file, shown before the result.
  package var shown: [Phrase] = []
  /// A vote that is shown leg by leg.
  package var tally: Tally?
  /// Whether the whole change is about one vote, so that problems need not name it.
  package var isOfOneVote = false
  private var drafts: [Draft] = []

  private struct Draft {
    let path: String
    /// The bytes on the disk; nil for a new document.
    let old: [UInt8]?
    var document: Document
    let why: String
    /// Judges whether a revision of approved minutes adds only figures.
    var figures: FigureJudge?

    /// Files kept out of git have no history: a roster, ballots, and the list of such files.
    var hasHistory: Bool {
      switch document.kind {
      case .hall, .matter, .meeting: true
      case .roster, .ballots, .other: false
      }
    }
    var edit: HallWriter.Edit {
      var edit = HallWriter.Edit(
        path: path, kind: document.kind, old: old, new: document.bytes, why: why)
      edit.figures = figures
      let (path, kind) = (path, document.kind)
      edit.apart = { told, old, new in
        let merge = DocumentMerge(
          base: old, first: told, second: new, path: path, kind: kind, markers: .none)
        return merge.isClean ? merge.bytes : nil
      }
      return edit
    }
  }

  /// Loads the hall.
  ///
  /// - Parameter locks: whether nobody else may write until this is recorded. False for a caller
  ///   that runs another program, makes another call or waits for a person. If another change was
  ///   made meanwhile, recording is refused.
  package init(_ session: Session, locks: Bool = true) throws(Refusal) {
    self.session = session
    loaded = try session.open(keepsLock: locks)
    today = session.today(loaded.hall.charter)
  }

  /// The language of messages to the person.
  package var language: Language { session.language }
  package var hall: Hall { loaded.hall }
  package var charter: Charter { loaded.hall.charter }
  /// The language of the words that are written into the files.
  package var written: Language { loaded.hall.charter.language }

  /// The one thing an argument names; only by its full identifier if nobody can be asked.
  package func find(_ text: String) throws(Refusal) -> Reference {
    if !session.takesParts, IdentifierQuery(text)?.isFull != true {
      throw .fullIdentifierOnly(text)
    }
    return try [loaded].find(text).reference
  }

  /// The document an argument names; for a part, the document that contains it; `hall` is
  /// `hall.md`.
  package func document(_ text: String) throws(Refusal) -> Document {
    if !session.takesParts, text != "hall", text != "hall.md",
      IdentifierQuery(text)?.isFull != true
    {
      throw .fullIdentifierOnly(text)
    }
    return try [loaded].document(text).document
  }

  /// The separator between names in a list.
  package var separator: String { written.listSeparator }

  /// The next number for a new item, decision or task of a document.
  package func nextNumber(_ kind: Node.Kind, in document: Document) throws(Refusal) -> Int {
    do throws(StoreFailure) {
      let current = draft(document.path) ?? document
      return try loaded.folder.nextNumber(kind, in: current)
    } catch {
      throw .store(error)
    }
  }

  /// Edits a document; further edits in the same command continue from there.
  ///
  /// - Parameter why: the reason of the revision, unless the person gives one.
  package mutating func edit(
    _ document: Document, why: Phrase,
    _ work: (inout DocumentEditor) throws(EditFault) -> Void
  ) throws(Refusal) {
    let place = drafts.firstIndex { $0.path == document.path }
    let current = place.map { drafts[$0].document } ?? document
    var editor = DocumentEditor(current, language: written)
    do throws(EditFault) { try work(&editor) } catch {
      throw .wouldNotBeRead(document.path, error)
    }
    if let place {
      drafts[place].document = editor.document
    } else {
      drafts.append(
        Draft(
          path: document.path, old: document.bytes, document: editor.document, why: why[written]))
    }
  }

  /// Declares that an edit of approved minutes only adds missing figures, so that it is not an
  /// amendment; any other change in it is refused when it is recorded.
  package mutating func addsFigures(to document: Document) {
    guard let place = drafts.firstIndex(where: { $0.path == document.path }),
      Seal.isApproved(document)
    else { return }
    drafts[place].figures = FigureJudge(hall, session.world.reckoning)
  }

  /// Creates a document. A roster or ballots get no history: they are private.
  package mutating func create(_ document: Document, why: Phrase) {
    drafts.append(Draft(path: document.path, old: nil, document: document, why: why[written]))
  }

  /// Replaces the whole text of a document.
  package mutating func replace(_ document: Document, by text: Document, why: String) {
    drafts.removeAll { $0.path == document.path }
    drafts.append(Draft(path: document.path, old: document.bytes, document: text, why: why))
  }

  /// Writes a file that is not a document.
  package mutating func replace(_ path: String, old: [UInt8]?, new: [UInt8]) {
    drafts.append(
      Draft(
        path: path, old: old, document: Document(path: path, kind: .other, bytes: new), why: ""))
  }

  /// A document with the change applied.
  package func draft(_ path: String) -> Document? { drafts.first { $0.path == path }?.document }

  /// The hall with the change applied.
  package var outcome: Hall {
    func current(_ document: Document) -> Document { draft(document.path) ?? document }
    let isNew: (Draft) -> Bool = { $0.old == nil }
    let documents =
      (hall.matters.map(\.document) + hall.meetings.map(\.document)).map(current)
      + drafts.filter(isNew).map(\.document)
    let rosters = charter.rosterDocuments
    let privateRoster = draft(HallFolder.privateRosterPath) ?? rosters.dropFirst().first
    let isOther = draft(charter.document.path) != nil || draft(HallFolder.privateRosterPath) != nil
    var books = hall.ballotBooks
    for draft in drafts where draft.document.kind == .ballots {
      books[draft.path] = BallotBook(
        document: draft.document, digest: SHA256.hex(of: draft.document.bytes))
    }
    return Hall(
      charter: isOther
        ? Charter(document: current(charter.document), privateRoster: privateRoster) : charter,
      documents: documents, ballotBooks: books, past: hall.past)
  }

  /// Records the edits; in a dry run, only shows what would be recorded.
  ///
  /// Nothing is written if the edits would add an error that does not exist now.
  /// - Parameters:
  ///   - did: what was done, in one line.
  ///   - details: more about it, each on its own line.
  ///   - next: the usual next commands.
  ///   - told: the checks whose warnings have been shown already.
  ///   - isLenient: whether the person knows of the errors and wants to record anyway.
  package func record(
    did: Phrase, details: [String] = [], next: [String] = [], told: Set<String> = [],
    isLenient: Bool = false
  ) throws(Refusal) -> Step {
    // Approved text must not change, however correct the change would be.
    try refuseSealed()
    try refuseUnseen()
    let news = isLenient ? [] : try refuseErrors()
    let edits = drafts.filter(\.hasHistory).map(\.edit)
    let others = drafts.filter { !$0.hasHistory && $0.old != $0.document.bytes }.map(\.edit)
    let recorded = try session.record(edits, with: others, in: loaded)
    var step = step(did)
    step.recorded = recorded
    step.isPlan = session.isDryRun
    if session.isDryRun { return step }
    guard !recorded.isEmpty || !others.isEmpty else {
      step.did = Phrase(zh: "没有什么要改的", en: "There is nothing to change.")
      return step
    }
    step.details = details
    step.tally = tally
    step.amendment = amendment
    step.warnings = news.filter { !told.contains($0.id) }.map { problem in
      Phrase(zh: "注意：" + problem.message.zh, en: "note: " + problem.message.en)
    }
    // After approval most of the usual next commands would be refused.
    step.next =
      session.amending == nil
      ? next
      : next.filter { call in ["hall show", "hall undo"].contains { call.hasPrefix($0) } }
    return step
  }

  /// Changes nothing: some information is missing, as its notes say.
  package var unfinished: Step {
    var step = step(Phrase(both: ""))
    step.isUnfinished = true
    return step
  }

  /// Changes nothing.
  package func unchanged(_ why: Phrase) -> Step { step(why) }

  /// Refuses to write a document that was another when somebody was asked.
  private func refuseUnseen() throws(Refusal) {
    for draft in drafts {
      guard let old = draft.old, session.asked.differ(from: old, at: draft.path) else { continue }
      throw .writing(.changedMeanwhile(draft.path))
    }
  }

  private func step(_ did: Phrase) -> Step {
    Step(
      did, language, in: loaded, to: outcome, shown: shown,
      notes: notes)
  }

  /// Changes nothing: the person was asked, and said no.
  package func declined(_ question: Question) -> Step { step(question.declined) }

  /// Approved minutes change only through `amend`.
  private func refuseSealed() throws(Refusal) {
    for draft in drafts where draft.path != session.amending && draft.figures == nil {
      guard let old = draft.old else { continue }
      let kind = Seal.kind(
        of: draft.document.kind, path: draft.path, from: old, to: draft.document.bytes)
      if kind == .amendment {
        throw .sealed(DocumentID(of: draft.document)?.text ?? draft.path, path: draft.path)
      }
    }
  }

  /// The changes of an amendment, before and after.
  private var amendment: DocumentDiff? {
    guard let path = session.amending, let draft = drafts.first(where: { $0.path == path }),
      let old = draft.old
    else { return nil }
    let before = Document(path: path, kind: draft.document.kind, bytes: old)
    return DocumentDiff(from: before, to: draft.document, in: charter)
  }

  /// Throws the errors that the change would add.
  ///
  /// - Returns: the new warnings.
  private func refuseErrors() throws(Refusal) -> [Problem] {
    let news = newProblems()
    let errors = news.filter { $0.severity == .error }
    guard errors.isEmpty else {
      throw .wouldBeWrong(
        WrongSentences(
          errors, in: outcome, namesVotes: !isOfOneVote
        ).phrase)
    }
    return news
  }

  /// The problems that the change would add.
  package func newProblems() -> [Problem] {
    let paths = Set(drafts.map(\.path))
    let known = KnownProblems(Checker.problems(in: hall, today: today, of: paths))
    return known.new(in: Checker.problems(in: outcome, today: today, of: paths))
  }
}
