import HallChecks
import HallHistory
import HallMerge
import HallModel
import HallStore
import HallSyntax
import HallSheets
import HallWords

/// What one command changes: documents edited in memory, checked as they would be, and recorded
/// together as one step.
struct Change {
  let invocation: Invocation
  let loaded: LoadedHall
  /// The language of what is said to the person.
  let language: Language
  let today: Day
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

  /// Loads the one hall that is written to.
  ///
  /// - Parameter locks: whether nobody else writes until this is recorded. A command that runs
  ///   another program or another command says no; nor does anyone wait for a person who is asked.
  ///   What was changed meanwhile is found all the same, and refused.
  init(
    _ invocation: Invocation, _ answer: inout Answer, locks: Bool = true
  ) throws(Refusal) {
    self.invocation = invocation
    loaded = try invocation.loadForWriting(&answer, keepsLock: locks && !invocation.canAsk)
    language = try invocation.language(loaded.hall.charter)
    today = try invocation.today(loaded.hall.charter)
  }

  var hall: Hall { loaded.hall }
  var charter: Charter { loaded.hall.charter }
  /// The language of the words that are written into the files.
  var written: Language { loaded.hall.charter.language }

  /// The one thing an argument names. Where nobody can be asked, only by its full identifier.
  func find(_ text: String) throws(Refusal) -> Reference {
    if !invocation.context.console.isInteractive, IdentifierQuery(text)?.isFull != true {
      throw .fullIdentifierOnly(text)
    }
    return try [loaded].find(text).reference
  }

  /// The document an argument names; of a part, the one it stands in; `hall` is `hall.md`.
  func document(_ text: String) throws(Refusal) -> Document {
    if !invocation.context.console.isInteractive, text != "hall", text != "hall.md",
      IdentifierQuery(text)?.isFull != true
    {
      throw .fullIdentifierOnly(text)
    }
    return try [loaded].document(text).document
  }

  /// What stands between two names of a list.
  var separator: String { written.listSeparator }

  /// The number for a new item, decision or task of a document.
  func nextNumber(_ kind: Node.Kind, in document: Document) throws(Refusal) -> Int {
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
  mutating func edit(
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
  mutating func addsFigures(to document: Document) {
    guard let place = drafts.firstIndex(where: { $0.path == document.path }),
      Seal.isApproved(document)
    else { return }
    drafts[place].figures = FigureJudge(hall, invocation.context.reckoning)
  }

  /// Makes a document that was not there. A roster or ballots get no history: they are private.
  mutating func create(_ document: Document, why: Phrase) {
    drafts.append(Draft(path: document.path, old: nil, document: document, why: why[written]))
  }

  /// Takes a whole new text for a document.
  mutating func replace(_ document: Document, by text: Document, why: String) {
    drafts.removeAll { $0.path == document.path }
    drafts.append(Draft(path: document.path, old: document.bytes, document: text, why: why))
  }

  /// Writes a file that is no document.
  mutating func replace(_ path: String, old: [UInt8]?, new: [UInt8]) {
    drafts.append(
      Draft(
        path: path, old: old, document: Document(path: path, kind: .other, bytes: new), why: ""))
  }

  /// A document as it would be.
  func draft(_ path: String) -> Document? { drafts.first { $0.path == path }?.document }

  /// The hall as it would be.
  var outcome: Hall {
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

  /// Records what was edited, or shows the diff of a dry run.
  ///
  /// Nothing is written where the record would be wrong afterwards in a way it is not now.
  /// - Parameters:
  ///   - did: what was done, in one line.
  ///   - details: what belongs to it, in lines of their own.
  ///   - next: what usually follows, as calls; shown on a terminal.
  ///   - told: the checks whose warnings have been told already.
  ///   - isLenient: whether somebody wants it recorded with whatever is wrong, and knows of it.
  func record(
    _ answer: inout Answer, did: Phrase, details: [String] = [], next: [String] = [],
    told: Set<String> = [], isLenient: Bool = false
  ) throws(Refusal) {
    // What is approved is not to be touched, however right the change would be.
    try refuseSealed()
    let news = isLenient ? [] : try refuseErrors()
    let edits = drafts.filter(\.hasHistory).map(\.edit)
    let others = drafts.filter { !$0.hasHistory && $0.old != $0.document.bytes }.map(\.edit)
    let recorded = try invocation.record(edits, with: others, in: loaded)
    if invocation.call.has(.dryRun) {
      answer.output += invocation.report(recorded, language)
      return
    }
    guard !recorded.isEmpty || !others.isEmpty else {
      answer.output += Phrase(zh: "没有什么要改的\n", en: "There is nothing to change.\n")[language]
      return
    }
    answer.output += VisibleText.line(did[language]) + "\n"
    answer.output += (details + amendments).map { $0 + "\n" }.joined()
    for problem in news where !told.contains(problem.id) {
      answer.errors +=
        Phrase(zh: "注意：", en: "note: ")[language] + VisibleText.line(problem.message[language])
        + "\n"
    }
    // Of approved minutes most calls that usually follow would be refused.
    let next =
      invocation.amending == nil
      ? next
      : next.filter { call in
        ["hall show", "hall undo"].contains { call.hasPrefix($0) }
      }
    if invocation.context.isTerminal, invocation.context.saysWhatFollows, !next.isEmpty {
      answer.output += Phrase(zh: "接下来可以：\n", en: "What usually follows:\n")[language]
      for call in next { answer.output += "  " + VisibleText.line(call) + "\n" }
    }
  }

  /// Approved minutes change only through `amend`.
  private func refuseSealed() throws(Refusal) {
    for draft in drafts where draft.path != invocation.amending && draft.figures == nil {
      guard let old = draft.old else { continue }
      let kind = Seal.kind(
        of: draft.document.kind, path: draft.path, from: old, to: draft.document.bytes)
      if kind == .amendment {
        throw refusal(of: draft)
      }
    }
  }

  /// That a document is sealed, with the call that amends it.
  private func refusal(of draft: Draft) -> Refusal {
    let name = DocumentID(of: draft.document)?.text ?? draft.path
    let sealed = Refusal.sealed(name)
    // The call begins with its command, and its first argument is of this document.
    guard let first = invocation.words.first, !first.hasPrefix("-"),
      let named = invocation.arguments.first,
      (try? document(named))?.path == draft.path
    else { return sealed }
    let call = invocation.words.map(ShellWord.quoted).joined(separator: " ")
    let saysWhy = TypedText.words(invocation.call.value(.message)) != nil
    return .refused(
      sealed.message,
      hint: Phrase(
        zh: "确实要改：hall amend \(name) " + (saysWhy ? "" : "-m 理由 ") + call,
        en: "if it must be: hall amend \(name) " + (saysWhy ? "" : "-m WHY ") + call))
  }

  /// What an amendment changes, before and after, as `diff` shows it.
  private var amendments: [String] {
    guard let path = invocation.amending, let draft = drafts.first(where: { $0.path == path }),
      let old = draft.old
    else { return [] }
    let before = Document(path: path, kind: draft.document.kind, bytes: old)
    let diff = DocumentDiff(from: before, to: draft.document, in: charter)
    return diff.text(language, invocation.style).split(separator: "\n").map { "  " + $0 }
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
          errors, in: outcome, namesVotes: invocation.call.spec.name != "vote"
        ).phrase)
    }
    return news
  }

  /// What would be wrong and is not wrong now.
  func newProblems() -> [Problem] {
    let paths = Set(drafts.map(\.path))
    let known = KnownProblems(Checker.problems(in: hall, today: today, of: paths))
    return known.new(in: Checker.problems(in: outcome, today: today, of: paths))
  }

  /// Problems of the hall as it would be, each with its line and a caret.
  func shown(_ problems: [Problem], _ language: Language) -> String {
    let would = LoadedHall(folder: loaded.folder, hall: outcome, failures: [])
    let renderer = would.renderer(language, invocation.context)
    return problems.map { renderer.text($0) }.joined()
  }
}
