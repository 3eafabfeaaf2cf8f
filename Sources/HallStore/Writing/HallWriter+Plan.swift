import HallHistory
import HallModel
import HallSyntax

/// What would be written, determined before anything is.
extension HallWriter {
  struct Plan {
    var documents: [Transaction.File] = []
    var histories: [Append.Part] = []
    /// The files in the hall's folder that git reads, written separately and before the others.
    var lists: [Transaction.File] = []
    var moves: [Transaction.Move] = []
    var recorded: [Recorded] = []
    /// Private files that will be replaced.
    var copies: [PrivateCopy] = []
    var notices: [Notice] = []
    /// The histories that continue although they have lost revisions, and how many are left.
    var startedOver: [(name: String, left: Int)] = []
    /// The same for histories whose last revision is incomplete.
    var cutOff: [(name: String, left: Int)] = []
    /// How many revisions each history once had, as far as this machine knows.
    var known: [String: Int] = [:]
    var hasHistories = false
    /// The file of each document, by its identifier.
    var paths: [String: String] = [:]

    var isEmpty: Bool {
      documents.isEmpty && histories.isEmpty && lists.isEmpty && moves.isEmpty
    }
  }

  func plan(
    _ edits: [Edit], _ author: Author, _ reason: String?, _ startsOver: Bool
  ) throws(Failure) -> Plan {
    do throws(StoreFailure) { try folder.requireHistoryInside() } catch { throw .store(error) }
    var plan = Plan()
    plan.known = try readSteps().revisions
    plan.hasHistories = (try? folder.historyPlaces())?.isEmpty == false
    for edit in edits {
      try add(edit, author, reason, startsOver, to: &plan)
    }
    return plan
  }

  /// Adds a file without a history; a private file is readable only by its owner.
  func add(_ edit: Edit, to plan: inout Plan) throws(Failure) {
    let path = try parsed(edit.path)
    let found = try read(path)
    guard found?.bytes == edit.old else { throw .changedMeanwhile(edit.path) }
    guard EncodingFault(in: edit.new) == nil else { throw .notText(edit.path) }
    guard edit.new != edit.old else { return }
    if path.isPrivate, let old = edit.old, !old.isEmpty {
      plan.copies.append(PrivateCopy(path: path, bytes: old))
    }
    let file = Transaction.File(
      path: path, old: edit.old, bytes: edit.new, mode: path.isPrivate ? 0o600 : found?.mode)
    if path.area == .gitList { plan.lists.append(file) } else { plan.documents.append(file) }
  }

  private func add(
    _ edit: Edit, _ author: Author, _ reason: String?, _ startsOver: Bool, to plan: inout Plan
  ) throws(Failure) {
    let path = try parsed(edit.path)
    let found = try read(path)
    guard found?.bytes == edit.old else { throw .changedMeanwhile(edit.path) }
    // The new text is parsed before it replaces the old one.
    let document = Document(path: edit.path, kind: edit.kind, bytes: edit.new)
    guard document.fault == nil, !edit.new.isEmpty else { throw .notText(edit.path) }
    guard !document.hasMergeMarkers else { throw .merging(edit.path) }
    guard let place = HistoryPlace(of: document) else { throw .noIdentifier(edit.path) }
    if let other = plan.paths[place.name] { throw .sameIdentifier(other, edit.path) }
    plan.paths[place.name] = edit.path
    let historyPath = try parsed(place.path)
    let stored = try read(historyPath)
    var end: LedgerEnd
    do throws(Ledger.Fault) {
      end = try LedgerEnd(stored?.bytes ?? [], of: place.documentPath, expecting: edit.old)
    } catch {
      throw .history(place.path, error)
    }
    let known = plan.known[place.name] ?? 0
    let left = end.number
    // A new history is written whole before it gets its name: one without a revision was shortened
    // later.
    let isTorn = left > 0 && end.whole < stored?.bytes.count ?? 0
    // An incomplete revision is repaired, and reported.
    let isLost = left + (isTorn ? 1 : 0) < known || (stored != nil && left == 0)
    guard !isLost || startsOver else {
      throw .lostRevisions(place.path, has: left, had: known > 0 ? known : nil)
    }
    if isLost {
      plan.startedOver.append((place.name, left))
    } else if left < known {
      plan.cutOff.append((place.name, left))
    }
    var texts: [(text: [UInt8], why: String, hasReason: Bool)] = []
    let beside = HallWriter.beside(edit, end.text)
    let isPutBack =
      edit.leavesOut
      && edit.old.map { old in
        edit.new == end.text
          && Seal.kind(of: edit.kind, path: edit.path, from: end.text, to: old) == .amendment
      } ?? false
    let isMerging =
      edit.old.map { old in
        old != end.text && Document(path: edit.path, kind: edit.kind, bytes: old).hasMergeMarkers
      } ?? false
    if let old = edit.old, old != end.text, edit.new != old, !isPutBack, !isMerging, beside == nil {
      texts.append((old, outside, false))
    }
    let before = texts.last?.text ?? end.text
    let after = beside ?? edit.new
    if after != before {
      texts.append((after, reason ?? edit.why(before), reason != nil || edit.isReasoned))
    }
    var added: [UInt8] = []
    for (index, next) in texts.enumerated() {
      let old = end.text
      var kind = Seal.kind(of: edit.kind, path: edit.path, from: old, to: next.text)
      if kind == .amendment, let judge = edit.figures, index == texts.count - 1 {
        kind = try figures(edit, judge, from: old, to: next.text, hasReason: next.hasReason)
      }
      if kind == .amendment, !next.hasReason {
        throw texts.count > 1 && index == 0
          ? .unrecordedAmendment(edit.path) : .needsReason(edit.path)
      }
      added += end.add(
        next.text,
        note: LedgerWriter.Note(at: author.at, by: author.name, why: next.why, kind: kind))
      plan.recorded.append(
        Recorded(
          place: place, number: end.number, kind: kind, why: next.why, old: old,
          new: next.text, isNew: edit.old == nil))
    }
    if isTorn {
      plan.notices.append(
        .cutOff(place, number: left + 1, isRedone: !texts.isEmpty))
    }
    if stored == nil, known == 0, plan.hasHistories, let first = texts.first,
      Seal.isApproved(Document(path: edit.path, kind: edit.kind, bytes: first.text))
    {
      plan.notices.append(.approvedWithoutHistory(place))
    }
    if edit.new != edit.old {
      plan.documents.append(
        Transaction.File(
          path: path, old: edit.old, bytes: edit.new, mode: found?.mode ?? stored?.mode))
    }
    // An incomplete revision was never recorded, and is removed.
    guard !added.isEmpty || end.whole < stored?.bytes.count ?? 0 else { return }
    // A new history may be read by those who may read the document, and by nobody else.
    plan.histories.append(
      Append.Part(
        path: historyPath, found: stored, whole: end.whole, bytes: added, mode: found?.mode))
  }
}

extension HallWriter {
  /// The text of the history with the edit's change applied separately from an unreasoned edit of
  /// sealed text in the file; nil if there is no such edit, or this edit changes sealed text
  /// itself.
  private static func beside(_ edit: Edit, _ told: [UInt8]) -> [UInt8]? {
    func kind(_ old: [UInt8], _ new: [UInt8]) -> Revision.Kind? {
      Seal.kind(of: edit.kind, path: edit.path, from: old, to: new)
    }
    guard let apart = edit.apart, let old = edit.old, old != told, edit.new != old,
      kind(told, old) == .amendment, kind(old, edit.new) == .progress,
      let text = apart(told, old, edit.new), kind(told, text) == .progress
    else { return nil }
    return text
  }

  /// Accepts a revision as one that only adds figures; refuses it if it does anything else.
  private func figures(
    _ edit: Edit, _ judge: FigureJudge, from old: [UInt8], to new: [UInt8], hasReason: Bool
  ) throws(Failure) -> Revision.Kind {
    func document(_ bytes: [UInt8]) -> Document {
      Document(path: edit.path, kind: edit.kind, bytes: bytes)
    }
    let verdict = judge.verdict(from: document(old), to: document(new), hasReason: hasReason)
    if let fault = verdict.fault { throw .notFigures(edit.path, fault) }
    return .figures
  }
}

extension Seal {
  /// The kind of a change to a document that was approved before; nil if it was not.
  package static func kind(
    of kind: Document.Kind, path: String, from old: [UInt8], to new: [UInt8]
  ) -> Revision.Kind? {
    guard kind == .meeting, !old.isEmpty else { return nil }
    let before = Document(path: path, kind: kind, bytes: old)
    guard isApproved(before) else { return nil }
    let after = Document(path: path, kind: kind, bytes: new)
    return covered(before) == covered(after) ? .progress : .amendment
  }
}
