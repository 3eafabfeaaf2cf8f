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
  /// Whether the change writes down how many voted for and against.
  package var hasFigures = false
  /// The documents that are edited, each as it would be.
  private(set) var drafts: [Draft] = []

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

  /// The next free identifier of a year, for a new meeting or matter.
  package func nextID(_ series: DocumentID.Series, of day: Day) throws(Refusal) -> DocumentID {
    do throws(StoreFailure) {
      return try loaded.folder.nextID(series, year: day.components.year, in: hall)
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
}
