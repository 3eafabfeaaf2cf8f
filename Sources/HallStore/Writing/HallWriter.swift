import HallHistory
import HallModel
import HallSyntax

/// Changes documents of a hall: each change is a revision of its history, and both are on the disk
/// or neither.
package struct HallWriter: Sendable {
  package let folder: HallFolder
  private let disk: any Disk
  /// What a revision says that takes in an edit made with another program.
  private let outside: String

  /// - Parameter outside: what a revision says that takes in an edit made with another program.
  package init(
    _ folder: HallFolder, outside: String = "edited outside the program",
    disk: any Disk = SystemDisk()
  ) {
    self.folder = folder
    self.outside = outside
    self.disk = disk
  }

  /// What to do with one document.
  package struct Edit: Sendable {
    /// The file, as in `agendas/M-2025-008-drains.md`.
    package let path: String
    package let kind: Document.Kind
    /// What the change was made on; nil for a file that was not there.
    package let old: [UInt8]?
    /// The text to be; the same as `old` only takes in what stands there.
    package let new: [UInt8]
    /// What the revision says, of the text before it, where nobody gives a reason.
    package let why: @Sendable (_ before: [UInt8]) -> String

    package init(
      path: String, kind: Document.Kind, old: [UInt8]?, new: [UInt8],
      why: @autoclosure @escaping @Sendable () -> String
    ) {
      self.init(path: path, kind: kind, old: old, new: new) { _ in why() }
    }

    package init(
      path: String, kind: Document.Kind, old: [UInt8]?, new: [UInt8],
      why: @escaping @Sendable (_ before: [UInt8]) -> String
    ) {
      self.why = why
      self.path = path
      self.kind = kind
      self.old = old
      self.new = new
    }
  }

  /// A document that is taken out of the hall with its history, as if it had never been made: both
  /// are kept in `.hall/undone/`.
  package struct Unmaking: Sendable {
    package let place: HistoryPlace
    /// The file, as in `agendas/M-2025-008-drains.md`.
    package let path: String
    package let old: [UInt8]
    package let history: [UInt8]
    /// What both are called there: `M-2025-008`, or `M-2025-008.2` where that is taken.
    package let name: String

    package var target: String { "\(Transaction.undone)/\(name).md" }
    package var historyTarget: String { "\(Transaction.undone)/\(name).history.md" }

    package init(
      of place: HistoryPlace, path: String, old: [UInt8], history: [UInt8], in folder: HallFolder
    ) {
      (self.place, self.path, self.old, self.history) = (place, path, old, history)
      name = folder.undoneName(place.name)
    }
  }

  /// Who changes, when and why.
  package struct Author: Sendable {
    package let name: String
    /// RFC 3339, with the hall's offset.
    package let at: String

    package init(name: String, at: String) {
      self.name = name
      self.at = at
    }
  }

  /// A revision that was recorded.
  package struct Recorded: Sendable {
    package let place: HistoryPlace
    package let number: Int
    package let kind: Revision.Kind?
    package let why: String
    /// The texts before and after it.
    package let old: [UInt8]
    package let new: [UInt8]
    /// Whether the document was made with it.
    package let isNew: Bool
  }

  /// What a person should know of a change that was recorded.
  package enum Notice: Sendable, Equatable {
    /// A revision whose writing was cut off was taken away; whether the text is recorded again.
    case cutOff(HistoryPlace, number: Int, isRedone: Bool)
    /// Approved text without a history, where others have one.
    case approvedWithoutHistory(HistoryPlace)
  }

  package enum Failure: Error, Sendable {
    case disk(DiskFailure)
    /// The change is made, and not all of it is in its place: whoever writes next finishes it.
    case unfinished(DiskFailure)
    /// Another program of ours was writing all the time.
    case busy
    case store(StoreFailure)
    /// Somebody changed the file meanwhile.
    case changedMeanwhile(String)
    /// Neither a matter nor a meeting: it has no identifier that a history could be kept under.
    case noIdentifier(String)
    /// Two files of one identifier, which would share one history.
    case sameIdentifier(String, String)
    /// What is written would be no text.
    case notText(String)
    /// The history has something wrong with it, and is not added to.
    case history(String, Ledger.Fault)
    /// The history has fewer revisions than it once had; how many that were, where it is known.
    case lostRevisions(String, has: Int, had: Int?)
    /// Only with a reason does a history begin anew.
    case startNeedsReason
    /// A change of approved minutes needs a reason.
    case needsReason(String)
    /// A change made outside the program stands in approved minutes; it is recorded by itself.
    case unrecordedAmendment(String)

    /// Whether the change is made all the same.
    var isMade: Bool {
      if case .unfinished = self { true } else { false }
    }
  }

  /// Records the edits, all of them or none.
  ///
  /// Where no document changes, the revisions are appended to the histories in place; a crash may
  /// then leave some documents recorded and others not, each by itself whole.
  ///
  /// - Parameters:
  ///   - unmaking: documents that are taken out of the hall, together with what changes.
  ///   - reason: what a person gave as the reason, which an amendment needs; it is what every
  ///     revision says then.
  ///   - others: files without a history that change with them: what stays out of git.
  ///   - step: the last step, where this takes it back and is none itself.
  ///   - startsOver: whether a history that has lost revisions goes on from what is left of it.
  ///   - notice: told what a person should know, once it is on the disk.
  ///   - isDryRun: whether to find out what would be recorded, and write nothing.
  ///   - patience: how long to wait for the lock, where it is not held.
  ///   - held: the lock, where it was taken before the documents were read.
  /// - Returns: the new revisions, in the order of the edits; none where nothing changes.
  package func record(
    _ edits: [Edit], with others: [Edit] = [], unmaking: [Unmaking] = [], by author: Author,
    reason: String?,
    isDryRun: Bool = false, startsOver: Bool = false, notice: (Notice) -> Void = { _ in },
    takingBack step: [Steps.Part]? = nil, patience: HallLock.Patience = HallLock.Patience(),
    holding held: HallLock? = nil
  ) throws(Failure) -> [Recorded] {
    if startsOver, reason == nil { throw .startNeedsReason }
    if isDryRun { return try plan(edits, author, reason, startsOver).recorded }
    let lock: HallLock
    if let held { lock = held } else { lock = try self.lock(patience) }
    defer { withExtendedLifetime(lock) {} }
    if let step, try readSteps().steps.last != step { throw .changedMeanwhile(Steps.path) }
    var planned = try plan(edits, author, reason, startsOver)
    for other in others { try add(other, to: &planned) }
    planned.moves = unmaking.flatMap { made in
      [
        Transaction.Move(path: made.path, old: made.old, target: made.target),
        Transaction.Move(path: made.place.path, old: made.history, target: made.historyTarget),
      ]
    }
    guard !planned.histories.isEmpty || !planned.documents.isEmpty || !planned.moves.isEmpty else {
      return planned.recorded
    }
    try onDisk { () throws(DiskFailure) in
      if try disk.makeFolder(folder.root + "/.hall") { try disk.syncFolder(folder.root) }
    }
    // The step goes first, so that it is not there to be taken back a second time.
    if step != nil || !unmaking.isEmpty { try drop(step, unmaking) }
    // A revision cut off is cut away before the next one stands: from then on it is not known.
    forget(planned.cutOff)
    do throws(Failure) { try commit(planned) } catch {
      if let step, !error.isMade { keepSteps { $0.pushBack(step) } }
      throw error
    }
    forget(planned.startedOver)
    if step == nil, !planned.recorded.isEmpty { keepStep(planned.recorded) }
    for found in planned.notices { notice(found) }
    return planned.recorded
  }

  private func commit(_ planned: Plan) throws(Failure) {
    if planned.documents.isEmpty, planned.moves.isEmpty {
      do throws(Append.Failure) {
        try Append(root: folder.root, disk: disk).commit(planned.histories)
        return
      } catch {
        switch error {
        case .disk(let failure): throw .disk(failure)
        case .changed(let path): throw .changedMeanwhile(path)
        case .replacing: break
        }
      }
    }
    let histories = planned.histories.map { part in
      Transaction.File(
        path: part.path, old: part.found?.bytes,
        bytes: Array((part.found?.bytes ?? []).prefix(part.whole)) + part.bytes,
        mode: part.found?.mode ?? part.mode)
    }
    do throws(Transaction.Failure) {
      try Transaction(root: folder.root, disk: disk).commit(
        planned.documents + histories, moving: planned.moves)
    } catch {
      switch error {
      case .before(let failure): throw .disk(failure)
      case .changed(let path): throw .changedMeanwhile(path)
      case .after(let failure): throw .unfinished(failure)
      }
    }
  }

  private func readSteps() throws(Failure) -> Steps {
    Steps(try read(Steps.path)?.bytes ?? [])
  }

  /// Writes a new step down. Where that fails the step cannot be undone, and that is all.
  private func keepStep(_ recorded: [Recorded]) {
    let path = folder.root + "/" + Steps.path
    let found = (try? disk.read(path))?.bytes ?? []
    var steps = Steps(found)
    guard let line = steps.push(recorded), found.last == UInt8(ascii: "\n"),
      let end = try? disk.openEnd(path)
    else { return replaceSteps(steps) }
    try? disk.writeAll(line, to: end.file)
    disk.close(end.file)
  }

  /// What a history has lost is not known any more: it is what it is now.
  private func forget(_ histories: [(name: String, left: Int)]) {
    guard !histories.isEmpty else { return }
    keepSteps { steps in
      for (name, left) in histories { steps.forget(name, after: left) }
    }
  }

  private func keepSteps(_ change: (inout Steps) -> Void) {
    guard var steps = try? readSteps() else { return }
    change(&steps)
    replaceSteps(steps)
  }

  /// Takes a step away before it is taken back. Of a document that is unmade nothing may be known
  /// any more: its number may be given again, to a history that begins anew.
  private func drop(_ step: [Steps.Part]?, _ unmaking: [Unmaking]) throws(Failure) {
    guard !unmaking.isEmpty else { return keepSteps { $0.pop() } }
    var steps = try readSteps()
    if step != nil { steps.pop() }
    for made in unmaking { steps.forget(made.place.name, after: 0) }
    try onDisk { () throws(DiskFailure) in try writeSteps(steps, waits: true) }
  }

  private func replaceSteps(_ steps: Steps) { try? writeSteps(steps, waits: false) }

  private func writeSteps(_ steps: Steps, waits: Bool) throws(DiskFailure) {
    let path = folder.root + "/" + Steps.path
    do throws(DiskFailure) {
      try disk.remove(path + ".new")
      let file = try disk.create(path + ".new", mode: nil)
      defer { disk.close(file) }
      try disk.writeAll(steps.bytes, to: file)
      if waits { try disk.sync(file) }
      try disk.rename(path + ".new", to: path)
    } catch {
      try? disk.remove(path + ".new")
      throw error
    }
  }

  /// Takes the lock, so that nobody else writes until it is let go of, and finishes what a crash
  /// has left half made: what is read under it is whole and stays.
  ///
  /// - Parameter patience: how long to wait for somebody else.
  package func lock(_ patience: HallLock.Patience = HallLock.Patience()) throws(Failure) -> HallLock
  {
    let lock: HallLock
    do throws(HallLock.Failure) {
      lock = try HallLock(root: folder.root, disk: disk, patience: patience)
    } catch {
      switch error {
      case .disk(let failure): throw .disk(failure)
      case .busy: throw .busy
      }
    }
    try onDisk { () throws(DiskFailure) in
      try Transaction(root: folder.root, disk: disk).recover()
      try Append(root: folder.root, disk: disk).sweep()
    }
    return lock
  }

  private func onDisk<Value>(
    _ work: () throws(DiskFailure) -> Value
  ) throws(Failure) -> Value {
    do throws(DiskFailure) { return try work() } catch { throw .disk(error) }
  }

  private struct Plan {
    var documents: [Transaction.File] = []
    var histories: [Append.Part] = []
    var moves: [Transaction.Move] = []
    var recorded: [Recorded] = []
    var notices: [Notice] = []
    /// The histories that go on though they have lost revisions, and how many are left.
    var startedOver: [(name: String, left: Int)] = []
    /// The same of those whose last revision was cut off.
    var cutOff: [(name: String, left: Int)] = []
    /// How many revisions this machine knows each history to have had.
    var known: [String: Int] = [:]
    var hasHistories = false
    /// The file of each document, by its identifier.
    var paths: [String: String] = [:]
  }

  private func plan(
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

  /// A file without a history; what is private is open to nobody else.
  private func add(_ edit: Edit, to plan: inout Plan) throws(Failure) {
    let found = try read(edit.path)
    guard found?.bytes == edit.old else { throw .changedMeanwhile(edit.path) }
    guard EncodingFault(in: edit.new) == nil else { throw .notText(edit.path) }
    guard edit.new != edit.old else { return }
    let mode: UInt32? = edit.path.hasPrefix("private/") ? 0o600 : nil
    plan.documents.append(
      Transaction.File(
        path: edit.path, old: edit.old, bytes: edit.new, mode: found?.mode ?? mode))
  }

  private func add(
    _ edit: Edit, _ author: Author, _ reason: String?, _ startsOver: Bool, to plan: inout Plan
  ) throws(Failure) {
    let found = try read(edit.path)
    guard found?.bytes == edit.old else { throw .changedMeanwhile(edit.path) }
    // What is written is read again before it takes the old text's place.
    let document = Document(path: edit.path, kind: edit.kind, bytes: edit.new)
    guard document.fault == nil, !edit.new.isEmpty else { throw .notText(edit.path) }
    guard let place = HistoryPlace(of: document) else { throw .noIdentifier(edit.path) }
    if let other = plan.paths[place.name] { throw .sameIdentifier(other, edit.path) }
    plan.paths[place.name] = edit.path
    let stored = try read(place.path)
    var end: LedgerEnd
    do throws(Ledger.Fault) {
      end = try LedgerEnd(stored?.bytes ?? [], of: place.documentPath, expecting: edit.old)
    } catch {
      throw .history(place.path, error)
    }
    let known = plan.known[place.name] ?? 0
    let left = end.number
    // A history is written whole before it has its name: one without a revision was cut since then.
    let isTorn = left > 0 && end.whole < stored?.bytes.count ?? 0
    // The one that was cut off is made good, and told.
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
    if let old = edit.old, old != end.text, edit.new != old {
      texts.append((old, outside, false))
    }
    let before = texts.last?.text ?? end.text
    if edit.new != before {
      texts.append((edit.new, reason ?? edit.why(before), reason != nil))
    }
    var added: [UInt8] = []
    for (index, next) in texts.enumerated() {
      let old = end.text
      let kind = Seal.kind(of: edit.kind, path: edit.path, from: old, to: next.text)
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
          path: edit.path, old: edit.old, bytes: edit.new, mode: found?.mode ?? stored?.mode))
    }
    // A revision whose writing was cut off was never made, and goes.
    guard !added.isEmpty || end.whole < stored?.bytes.count ?? 0 else { return }
    // A new history is open to those who may read the document, and to nobody else.
    plan.histories.append(
      Append.Part(
        path: place.path, found: stored, whole: end.whole, bytes: added, mode: found?.mode))
  }

  private func read(_ path: String) throws(Failure) -> StoredFile? {
    try onDisk { () throws(DiskFailure) in try disk.read(folder.root + "/" + path) }
  }
}

extension Seal {
  /// What a change of a document is, where it stood approved before; nil where it did not.
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
