import HallChecks
import HallHistory
import HallMerge
import HallModel
import HallStore
import HallSyntax
import HallWords

/// What one act changes: documents edited in memory, checked as they would be, and recorded together
/// as one step.
package struct Change {
  package let session: Session
  package let loaded: LoadedHall
  package let today: Day
  /// What is said beside what was done, each line on its own.
  package var notes: [Phrase] = []
  /// What was read of a file, shown before what was done.
  package var shown: [Phrase] = []
  /// A vote that is shown leg by leg.
  package var tally: Tally?
  /// Whether everything the change does is about one vote, so that no problem need name it.
  package var isOfOneVote = false
  private var drafts: [Draft] = []

  private struct Draft {
    let path: String
    /// The bytes that stand on the disk; nil for a new document.
    let old: [UInt8]?
    var document: Document
    let why: String
    /// Who says whether approved minutes get figures and nothing else.
    var figures: FigureJudge?

    /// What stays out of git: a roster, ballots, and the list of what does.
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
  /// - Parameter locks: whether nobody else writes until this is recorded. Who goes on to run another
  ///   program, to make another call or to wait for a person says no. What was changed meanwhile is
  ///   found all the same, and refused.
  package init(_ session: Session, locks: Bool = true) throws(Refusal) {
    self.session = session
    loaded = try session.open(keepsLock: locks)
    today = session.today(loaded.hall.charter)
  }

  /// The language of what is said to the person.
  package var language: Language { session.language }
  package var hall: Hall { loaded.hall }
  package var charter: Charter { loaded.hall.charter }
  /// The language of the words that are written into the files.
  package var written: Language { loaded.hall.charter.language }

  /// The one thing an argument names. Where nobody can be asked, only by its full identifier.
  package func find(_ text: String) throws(Refusal) -> Reference {
    if !session.takesParts, IdentifierQuery(text)?.isFull != true {
      throw .fullIdentifierOnly(text)
    }
    return try [loaded].find(text).reference
  }

  /// The document an argument names; of a part, the one it stands in; `hall` is `hall.md`.
  package func document(_ text: String) throws(Refusal) -> Document {
    if !session.takesParts, text != "hall", text != "hall.md",
      IdentifierQuery(text)?.isFull != true
    {
      throw .fullIdentifierOnly(text)
    }
    return try [loaded].document(text).document
  }

  /// What stands between two names of a list.
  package var separator: String { written.listSeparator }

  /// The number for a new item, decision or task of a document.
  package func nextNumber(_ kind: Node.Kind, in document: Document) throws(Refusal) -> Int {
    do throws(StoreFailure) {
      let current = draft(document.path) ?? document
      return try loaded.folder.nextNumber(kind, in: current)
    } catch {
      throw .store(error)
    }
  }

  /// Edits a document; further edits in the same command go on from there.
  ///
  /// - Parameter why: what the revision says, unless the person gives a reason.
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

  /// Says that what was edited in approved minutes only adds the figures they lack: that is no
  /// amendment, and whatever it is beside that is refused when it is recorded.
  package mutating func addsFigures(to document: Document) {
    guard let place = drafts.firstIndex(where: { $0.path == document.path }),
      Seal.isApproved(document)
    else { return }
    drafts[place].figures = FigureJudge(hall, session.world.reckoning)
  }

  /// Makes a document that was not there. A roster or ballots get no history: they are private.
  package mutating func create(_ document: Document, why: Phrase) {
    drafts.append(Draft(path: document.path, old: nil, document: document, why: why[written]))
  }

  /// Takes a whole new text for a document.
  package mutating func replace(_ document: Document, by text: Document, why: String) {
    drafts.removeAll { $0.path == document.path }
    drafts.append(Draft(path: document.path, old: document.bytes, document: text, why: why))
  }

  /// Writes a file that is no document.
  package mutating func replace(_ path: String, old: [UInt8]?, new: [UInt8]) {
    drafts.append(
      Draft(
        path: path, old: old, document: Document(path: path, kind: .other, bytes: new), why: ""))
  }

  /// A document as it would be.
  package func draft(_ path: String) -> Document? { drafts.first { $0.path == path }?.document }

  /// The hall as it would be.
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

  /// Records what was edited, or, for a dry run, says what would be recorded.
  ///
  /// Nothing is written where the record would be wrong afterwards in a way it is not now.
  /// - Parameters:
  ///   - did: what was done, in one line.
  ///   - details: what belongs to it, in lines of their own.
  ///   - next: what usually follows, as calls.
  ///   - told: the checks whose warnings have been told already.
  ///   - isLenient: whether somebody wants it recorded with whatever is wrong, and knows of it.
  package func record(
    did: Phrase, details: [String] = [], next: [String] = [], told: Set<String> = [],
    isLenient: Bool = false
  ) throws(Refusal) -> Step {
    // What is approved is not to be touched, however right the change would be.
    try refuseSealed()
    let news = isLenient ? [] : try refuseErrors()
    let edits = drafts.filter(\.hasHistory).map(\.edit)
    let others = drafts.filter { !$0.hasHistory && $0.old != $0.document.bytes }.map(\.edit)
    let recorded = try session.record(edits, with: others, in: loaded)
    var step = step(did)
    step.recorded = recorded
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
    // Of approved minutes most calls that usually follow would be refused.
    step.next =
      session.amending == nil
      ? next
      : next.filter { call in ["hall show", "hall undo"].contains { call.hasPrefix($0) } }
    return step
  }

  /// Leaves everything as it is: something has to be known first, as its notes say.
  package var unfinished: Step {
    var step = step(Phrase(both: ""))
    step.isUnfinished = true
    return step
  }

  /// Leaves everything as it is.
  package func unchanged(_ why: Phrase) -> Step { step(why) }

  private func step(_ did: Phrase) -> Step {
    Step(
      did, language, in: loaded, to: outcome, isDryRun: session.isDryRun, shown: shown,
      notes: notes)
  }

  /// Leaves everything as it is: somebody was asked, and said no.
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

  /// What an amendment changes, before and after.
  private var amendment: DocumentDiff? {
    guard let path = session.amending, let draft = drafts.first(where: { $0.path == path }),
      let old = draft.old
    else { return nil }
    let before = Document(path: path, kind: draft.document.kind, bytes: old)
    return DocumentDiff(from: before, to: draft.document, in: charter)
  }

  /// Throws what would be wrong and is not wrong now.
  ///
  /// - Returns: the warnings that are new.
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

  /// What would be wrong and is not wrong now.
  package func newProblems() -> [Problem] {
    let paths = Set(drafts.map(\.path))
    let known = KnownProblems(Checker.problems(in: hall, today: today, of: paths))
    return known.new(in: Checker.problems(in: outcome, today: today, of: paths))
  }
}
